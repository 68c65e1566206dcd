/** What the clashes wing says, in English. */
export const en = {
  'clash.with':
    '{_weight, select, blocking {Not possible as it is} serious {Clash} other {Please note}}: {_reasons} as {title} ({organization}, {when}).',
  'clash.sensitive':
    '{_weight, select, blocking {Not possible as it is} serious {Clash} other {Please note}}: that slot is sensitive. Please ask the Centre.',
  'clash.reason':
    '{_reason, select, patron {same patron} venue {same place at the same time} audience {same day and audience} priority {same priority within days} sector {same sector within days} other {same day as a national occasion}}',
  'clash.day':
    '{_reason, select, holiday {{day} is a holiday: {name}.} weekend {{day} is on the weekend.} other {{day} is in Ramadan, outside its working hours.}}',
  'clash.free': 'Free days near it:',
  'clash.title': '{_weight, select, blocking {A clash that cannot stand} other {A clash}}',
  'clash.because': 'Reason: {_reasons}.',
  'clash.hidden': 'A sensitive slot',
  'clash.askCentre': 'Please ask the Centre.',
  'clash.list': '{n, plural, =0 {No open clashes.} one {# open clash} other {# open clashes}}',
  'clash.move': 'Move {reference}',
  'clash.keep': 'Let it stand',
  'clash.merge': 'Merge as joint activity',
  'clash.mergeWhich': 'Into which of the two?',
  'clash.merged': 'The Centre made one joint activity of both: {reference}.',
  'clash.keepTitle': 'Let a clash stand',
  'clash.note': 'Reason',
  'clash.askNote': 'Why may it stand? Both organizations are told.',
  'clash.kept': 'The Centre lets it stand: {note}',
  'clash.moved': 'This clash is no more.',
  'clash.settledAlready': 'This clash has been settled already.',
  'clash.gone': 'I do not find that clash.',
  'clash.quiet': 'Days near it with nothing planned: {_days}.',
  'clash.onDay': '{n, plural, =0 {Nothing is planned then.} one {# activity is planned then.} other {# activities are planned then.}}',
  'clash.andSensitive': 'There is a sensitive slot then as well. Please ask the Centre.',
} as const
