/** What the digest says, in English. */
export const en = {
  'digest.title': 'Your week',
  'digest.owes': 'Your organization still owes an answer for the next meeting. Submissions close on {deadline}.',
  'digest.returned': '{n, plural, one {Returned with a note, to be mended:} other {# returned with a note, to be mended:}}',
  'digest.unsure': '{n, plural, one {Not confirmed yet, and coming near:} other {# not confirmed yet, and coming near:}}',
  'digest.coming': '{n, plural, one {This week:} other {# this week:}}',
  'digest.show': 'Show',
  'digest.nothing': 'Nothing waits for you this week.',
  'digest.ask': 'Shall I send you this every week? On which day?',
  'digest.every': 'You get your digest every {_day}, when there is something to tell.',
  'digest.off': 'Stop it',
  'digest.stopped': 'You get no digest any more.',
} as const
