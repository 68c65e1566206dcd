/** What the stories wing says, in English. */
export const en = {} as const
