/** What an agenda is made of, and what the network settles about all of its agendas. */

/** The kinds of line in the order in which they usually stand. */
export const lineKinds = [
  'actions',
  'echo',
  'stories',
  'changes',
  'plan',
  'priorities',
  'clashes',
  'support',
  'briefing',
  'training',
  'business',
  'next',
] as const
export type LineKind = (typeof lineKinds)[number]

export type BriefingState = 'asked' | 'accepted' | 'declined' | 'withdrawn'
export type AttendanceAnswer = 'yes' | 'no' | 'other'

/** How long a briefing may be, and is unless it is said, in minutes. */
export const briefingMinutes = { least: 5, most: 20, usual: 10 } as const

/** Minutes of each line, where the centre gave it no others; a briefing has its own. */
export type AgendaRules = { minutes: Record<Exclude<LineKind, 'briefing'>, number>; inviteDays: number }

/** The ninety minutes of a usual meeting, with two briefings and one point of other business in them. */
export const firstMinutes: AgendaRules['minutes'] = {
  actions: 10,
  echo: 5,
  stories: 3,
  changes: 5,
  plan: 15,
  priorities: 10,
  clashes: 5,
  support: 3,
  training: 3,
  business: 5,
  next: 5,
}
/** A working week: there is time to find somebody else. */
export const firstInviteDays = 5
