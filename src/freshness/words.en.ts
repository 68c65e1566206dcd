/** What the freshness wing says, in English. */
export const en = {
  'fresh.still': 'Is this still correct?',
  'fresh.noDay': 'It has no exact day yet.',
  'fresh.yes': 'Still correct',
  'fresh.change': 'Change it',
  'fresh.cancelled': 'Cancelled',
  'fresh.saidYes': '{name} says that it is still correct.',
  'fresh.changed': 'Changed by {name}.',
  'fresh.saidCancelled': 'Withdrawn by {name}.',
  'fresh.nobodyToAsk': 'Nobody at {organization} can be reached to ask whether this is still correct.',
  'fresh.nobodyToTell': 'Nobody at {organization} can be reached to ask whether this took place.',
  'fresh.tookPlace': 'Did this take place?',
  'fresh.itDid': 'It took place',
  'fresh.itDidNot': 'It did not',
  'fresh.moved': 'It was moved',
  'fresh.saidItDid': '{name} says that it took place.',
  'fresh.saidItDidNot': '{name} says that it did not take place.',
} as const
