/** What the coverage wing says, in English. */
export const en = {} as const
