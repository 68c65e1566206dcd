/** How people ask for this wing’s commands in English: whole sentences, short ones and slips of typing among them. The first of each is shown in the help. */
export const en = {}
