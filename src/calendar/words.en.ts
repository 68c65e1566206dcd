/** What the calendar wing says, in English. */
export const en = {
  'calendar.meeting': '{network}: periodic meeting',
  'calendar.covers': 'Plan covered: {_months}',
  'calendar.deadline': 'Submissions close: {_at}',
  'calendar.fact': '{_label}: {_value}',
  'calendar.session': '{title} ({n} of {of})',
  'calendar.off': 'Cancelled: {title}',
  'calendar.place': '{_venue}, {_city}',
} as const
