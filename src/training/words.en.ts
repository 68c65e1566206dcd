/** What the training wing says, in English. */
export const en = {} as const
