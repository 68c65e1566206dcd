/** What the calendar wing says, in English. */
export const en = {
  'calendar.meeting': '{network}: periodic meeting',
  'calendar.covers': 'Plan covered: {_months}',
  'calendar.deadline': 'Submissions close: {_at}',
  'calendar.fact': '{_label}: {_value}',
  'calendar.session': '{title} ({n} of {of})',
  'calendar.off': 'Cancelled: {title}',
  'calendar.place': '{_venue}, {_city}',
  'calendar.add': 'Add to calendar',
  'calendar.file': 'The calendar file of {title}. Open it, and your calendar takes it in.',
  'calendar.address': 'Your calendar address',
  'calendar.how':
    'In Outlook, Google Calendar or Apple Calendar choose to subscribe to a calendar from the web, and paste this address. It shows the plan and the meetings from last month to a year ahead, and follows every change.',
  'calendar.keep': 'Whoever has this address sees what you may see, so please keep it to yourself. It is shown this once.',
  'calendar.has':
    'Your calendar address was made on {at} and shown to you then; it is not kept here in readable form. If it is lost, make a new one: the old one then stops working.',
  'calendar.new': 'New address',
  'calendar.revoke': 'Revoke the address',
  'calendar.revoked': 'Your calendar address was revoked: it leads nowhere from now on.',
  'calendar.noneToRevoke': 'You have no calendar address.',
  'calendar.noPublicUrl':
    'Calendars cannot be subscribed to here yet: the administrator of this server must first set PUBLIC_URL, its https address.',
} as const
