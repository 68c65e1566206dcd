/** What the agenda wing says, in English. */
export const en = {
  'agenda.changes': 'Changes of the plan since edition {since, number}',
  'agenda.plan': 'Communication plan',
  'agenda.priorities': 'Communication priorities',
  'agenda.clashes': '{n, plural, one {A clash to settle} other {# clashes to settle}}',
  'agenda.briefing': 'Briefing: {title}',
  'agenda.business': 'Other business: {text}',
  'agenda.next': 'Next meeting',
  'agenda.month': '{month}: {n, plural, =0 {no activities} one {# activity} other {# activities}}',
  'agenda.presents': '{organization}; presented by {presenter}',
} as const
