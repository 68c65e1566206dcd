/** What the minutes wing says, in English. */
export const en = {} as const
