/** How people ask for this wing’s commands in English: whole sentences, short ones and slips of typing among them. The first of each is shown in the help. */
export const en = {
  clashes: [
    'are there any clashes?',
    'show open clashes',
    'does anything clash with us?',
    'is anything else on that day?',
    'is anything happening on Sunday at 10?',
    'is the slot on 5 January free?',
    'who else has something on 12 January?',
    'do we conflict with another ministry?',
    'which activities conflict?',
    'anything else planned at that time?',
    'is Tuesday morning free?',
    'is 16 December a holiday?',
    'which is the nearest free day after 20 December?',
    'when is the next free day?',
    'a free day in the first week of January',
    'has anybody booked the Gulf Hotel on the 14th',
  ],
}
