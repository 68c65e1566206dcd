/** What the support wing says, in English. */
export const en = {} as const
