/** Every form of the house with what it works on, made by hand: no database. A test holds that none is missing. */
import { Temporal } from 'temporal-polyfill'
import type { FollowUp } from '../../db/actions.ts'
import type { Briefing } from '../../db/agenda.ts'
import { valuesOf as followUpValues } from '../../src/actions/fields.ts'
import { valuesOf } from '../../src/activities/submit.ts'
import { valuesOf as briefingValues } from '../../src/agenda/briefing-form.ts'
import { valuesOf as figureValues } from '../../src/coverage/evaluation-fields.ts'
import type { Work as CoverageWork } from '../../src/coverage/fields.ts'
import type { AnyForm } from '../../src/dialogue/wing.ts'
import { seenOf, standingValues } from '../../src/meetings/settings.ts'
import { type Activity, asWritten } from '../../src/model/activity.ts'
import type { OutcomeFigure } from '../../src/model/evaluation.ts'
import type { Member, Organization } from '../../src/model/people.ts'
import type { SupportRequest } from '../../src/model/support.ts'
import { builtInTracks, type Workshop } from '../../src/model/training.ts'
import { monthsAhead } from '../../src/network/hijri-months.ts'
import { valuesOf as networkValues } from '../../src/network/settings.ts'
import { houseRoutes } from '../../src/routes.ts'
import { organizations as names } from '../../src/sample/names.ts'
import { outlets } from '../../src/sample/outlets.ts'
import { settings } from '../../src/sample/settings.ts'
import { valuesOf as requestValues } from '../../src/support/forms.ts'
import { type Calendar, deadlineOf } from '../../src/time/working-days.ts'
import { dayOf } from '../../src/time/zone.ts'
import { valuesOf as workshopValues } from '../../src/training/keep.ts'
import { asking, voice } from '../voice.ts'

/** A form, what it is begun with, and what it works on. */
export type Case = { name: string; form: AnyForm; args: Record<string, string>; values: Record<string, unknown>; load: unknown }

const now = Temporal.Instant.from(asking('en').context.now)
const calendar: Calendar = { ...settings, holidays: [{ from: '2026-12-16', to: '2026-12-17' }], hijriShifts: {} }

export const organizations: Organization[] = names.map(o => ({
  id: o.handle,
  handle: o.handle,
  name: { ar: o.ar, en: o.en },
  shortNames: o.shortNames,
  centre: o.handle === 'centre',
  active: true,
}))

const member = (id: string, more: Partial<Member>): Member => ({
  id,
  organizationId: id,
  name: { ar: 'هدى سالم', en: 'Huda Salem' },
  email: `${id}@munassiq.example`,
  roles: ['member'],
  language: 'ar',
  active: true,
  ...more,
})
const standing = networkValues({ network: { name: { ar: 'شبكة', en: 'Network' }, settings } as never })
const members = [
  member('centre', { roles: ['coordinator', 'admin'] }),
  member('health', { language: 'en' }),
  member('youth', { email: null }),
]

export const activity: Activity = {
  id: 'a1',
  networkId: 'n1',
  reference: 'A-2026-0142',
  title: { ar: 'يوم التبرع بالدم', en: 'Blood donation day' },
  summary: { ar: 'حملة للتبرع بالدم' },
  kind: 'campaign',
  when: { kind: 'timed', start: '2026-12-15T09:00:00+03:00', end: '2026-12-15T13:00:00+03:00' },
  certainty: 'tentative',
  approval: 'approved',
  review: 'reviewed',
  reviewNote: null,
  lifecycle: 'planned',
  lifecycleReason: null,
  ownerId: 'health',
  partnerIds: ['youth', 'works'],
  otherPartners: ['Red Crescent'],
  venue: 'Gulf Hotel',
  city: 'Manama',
  patron: 'the Minister of Health',
  spokesperson: null,
  audience: [],
  channels: [],
  needs: ['photographer', 'مترجم للغة الإشارة'],
  materials: [],
  significance: 'It saves lives',
  priorityId: null,
  contactId: 'health',
  visibility: 'centre',
  embargoUntil: Temporal.Instant.from('2026-12-10T08:00:00+03:00'),
  notes: 'Bring forms',
  print: asWritten,
  late: false,
  version: 3,
  submittedAt: now,
  changedAt: now,
}

const meeting = {
  networkId: 'n1',
  id: 'm1',
  ruleDay: '2026-12-06',
  startsAt: Temporal.Instant.from('2026-12-06T10:00:00+03:00'),
  deadlineAt: Temporal.Instant.from('2026-11-29T14:15:00+03:00'),
  firstMonth: '2026-12',
  state: 'planned',
  steps: [10, 5, 2, 0],
  version: 1,
}

const circularSent = {
  reference: 'C-2026-0003',
  version: 1,
  text: { ar: 'يُنقل المؤتمر الصحفي إلى الرابعة', en: 'The press conference moves to 4 pm' },
}
const circularWork = {
  people: members.map(m => ({ organizationId: m.organizationId, roles: m.roles, platform: m.email ? 'slack' : null })),
  organizations,
  voice,
  opensAt: null,
  circular: null,
  priorities: [],
}

const followUp = {
  id: 'f1',
  number: 12,
  version: 2,
  text: { ar: 'إرسال قائمة الصور', en: 'Send the photo list' },
  organizationId: 'health',
  memberId: 'health',
  dueOn: '2026-12-06',
  state: 'open',
} as FollowUp
const actionWork = {
  people: members.map(m => ({ id: m.id, organizationId: m.organizationId, names: [m.name.ar ?? '', m.name.en ?? ''] })),
  names: new Map(members.map(m => [m.id, m.name])),
  nextMeeting: '2026-12-06',
  all: ['health', 'works'],
  action: null,
}

const outcomeFigure = {
  id: 'g1',
  networkId: 'n1',
  activityId: 'a1',
  priorityId: null,
  organizationId: 'health',
  stage: 'outcomes',
  what: 'people registered for screening',
  figure: 1200,
  unit: null,
  how: 'the clinics',
  until: '2026-11-20',
  version: 1,
} as unknown as OutcomeFigure
const figureWork = {
  things: [
    { value: 'a:a1', title: { ar: 'أسبوع الصحة', en: 'Health week' }, reference: 'A-2026-0142' },
    { value: 'p:p1', title: { ar: 'صحة الجميع', en: 'Health for all' }, reference: null },
  ],
  figure: null,
}
const tellable = [{ id: 'a1', title: activity.title, reference: activity.reference, month: '2026-12', ownerId: 'health' }]

const briefing = {
  networkId: 'n1',
  id: 'b1',
  meetingId: 'm1',
  organizationId: 'health',
  askedBy: 'health',
  title: { en: 'The new smart clinic' },
  presenter: 'Dr Salman',
  minutes: 10,
  link: null,
  state: 'asked',
  reason: null,
  askedAt: now,
  changedAt: now,
  version: 1,
} as Briefing
const briefingWork = {
  briefing: null,
  meetings: [
    { id: 'm1', day: '2026-12-06' },
    { id: 'm2', day: '2027-01-03' },
  ],
}
const agendaLine = { key: 'plan', kind: 'plan', months: [], minutes: 15, startsAt: meeting.startsAt }

const workshop: Workshop = {
  networkId: 'n1',
  id: 'w1',
  reference: 'W-2026-0012',
  trackId: 'new_media',
  title: { ar: 'إنتاج البودكاست', en: 'Podcast production' },
  trainer: 'Dr Sami Nasser',
  trainerId: null,
  when: { kind: 'timed', start: '2026-12-14T09:00:00+03:00', end: '2026-12-14T13:00:00+03:00' },
  startsAt: Temporal.Instant.from('2026-12-14T09:00:00+03:00'),
  endsAt: Temporal.Instant.from('2026-12-14T13:00:00+03:00'),
  place: 'Gulf Hotel',
  seats: 20,
  perOrganization: 2,
  prerequisite: null,
  prerequisiteTrack: null,
  lastDay: '2026-12-10',
  certificate: true,
  state: 'open',
  reason: null,
  version: 1,
  createdAt: now,
  createdBy: 'centre',
  changedAt: now,
}
const seat = { workshopId: 'w1', seat: 1, memberId: 'health', organizationId: 'health', state: 'taken', since: now, byId: null }
const workshopWork = {
  tracks: builtInTracks,
  people: members.map(m => ({ id: m.id, organizationId: m.organizationId, name: m.name })),
  workshop: null,
  taken: [],
  calendar,
  nameOf: (id: string) => id,
}
const request: SupportRequest = {
  networkId: 'n1',
  id: 'r1',
  reference: 'S-2026-0007',
  kind: 'photography',
  details: 'The walk begins at gate 2',
  activityId: 'a1',
  need: null,
  dueOn: '2026-12-15',
  urgent: false,
  organizationId: 'health',
  memberId: 'health',
  ownerId: 'centre',
  state: 'taken',
  reason: null,
  partnerId: null,
  partnerState: null,
  partnerSince: null,
  askedAt: now,
  doneAt: null,
  settledAt: null,
  settledBy: null,
  changedAt: now,
  version: 2,
}
const requestWork = { activities: [activity], own: 'health', others: false }
const ofRequest = { args: { id: 'r1', v: '2' }, values: {}, load: request }

/** What a form is begun with and works on; one that is not named here is begun with nothing. */
const coverageWork: CoverageWork = {
  activity,
  outlets,
  messages: [{ ref: { of: 'priority', id: 'm1' }, text: { ar: 'الوقاية أولاً', en: 'Prevention first' } }],
  links: ['gdnonline.com/Details/1312345'],
  region: 'BH',
  day: '2026-11-20',
}

const given: Record<string, Omit<Case, 'name' | 'form'>[]> = {
  submit: [{ args: {}, values: {}, load: { activity: null, ownerId: 'health', owner: null, version: null, priorities: [] } }],
  edit: [
    {
      args: { activity: 'a1', version: '3' },
      values: valuesOf(activity, 'en'),
      load: {
        activity,
        ownerId: 'health',
        owner: { ar: 'وزارة الصحة', en: 'Ministry of Health' },
        version: 3,
        priorities: [{ id: 'p1', month: '2026-12', title: { ar: 'صحة الجميع', en: 'Health for all' } }],
      },
    },
  ],
  wording: [
    { args: { id: 'a1', version: '3' }, values: {}, load: { activity, sections: [] } },
    {
      args: { id: 'a1', version: '3' },
      values: { wordingEn: 'Give blood, save three lives', section: { ar: 'فعاليات وطنية', en: 'National events' }, place: 2 },
      load: { activity, sections: [{ ar: 'فعاليات وطنية', en: 'National events' }] },
    },
  ],
  'activity.withdraw': [{ args: { id: 'a1' }, values: {}, load: activity }],
  'review.return': [{ args: { id: 'a1', version: '3' }, values: {}, load: activity }],
  priority: [
    { args: {}, values: {}, load: { priority: null } },
    {
      args: {},
      values: { month: '2026-12', title: 'صحة الجميع', messages: [{ ar: 'الوقاية خير' }, { ar: 'نعم', en: 'Yes' }], rank: 2 },
      load: { priority: null },
    },
  ],
  'meeting.settings': [
    {
      args: { seen: seenOf(settings.meeting) },
      values: {
        rule: settings.meeting.rule,
        time: settings.meeting.time,
        place: settings.meeting.place,
        deadlineWorkingDays: settings.meeting.deadlineWorkingDays,
        reminderSteps: settings.meeting.reminderSteps,
      },
      load: { now, from: now, calendar, zone: settings.zone, was: standingValues(settings.meeting) },
    },
  ],
  'meeting.move': [
    {
      args: { meeting: 'm1', version: '1' },
      values: {},
      load: {
        meeting,
        now,
        zone: settings.zone,
        calendar,
        deadlineFor: (at: Temporal.Instant) => deadlineOf(calendar, dayOf(settings.zone, at), 5),
      },
    },
  ],
  join: [{ args: {}, values: { name: 'Huda Salem' }, load: { organizations } }],
  roster: [
    {
      args: {},
      values: {},
      load: { members, organizations, rosterLanguage: new Map(), joinedAt: new Map(members.map(m => [m.id, now])) },
    },
  ],
  person: [{ args: {}, values: {}, load: { members, organizations } }],
  'person.roles': [
    { args: { id: 'health', seen: 'member' }, values: { roles: ['member'] }, load: { members, organizations, member: members[1] } },
  ],
  'network.settings': [{ args: {}, values: standing, load: { was: standing } }],
  'clash.keep': [{ args: { id: 'c1' }, values: {}, load: { sides: null } }],
  message: [
    { args: {}, values: {}, load: { message: null, priorities: [{ id: 'p1', title: { ar: 'صحة الجميع', en: 'Health for all' } }] } },
  ],
  'message.reword': [
    {
      args: { id: 'b1', v: '1' },
      values: { text: 'الوقاية خير من العلاج', topic: 'الوقاية | Prevention', validUntil: '2026-12-31' },
      load: { message: { state: 'approved', priorityId: null, validUntil: '2026-12-31', version: 1 }, priorities: [] },
    },
  ],
  story: [{ args: {}, values: { headline: 'فحص ١٢٠٠ شخص' }, load: { story: null, activities: tellable } }],
  'story.edit': [
    {
      args: { id: 's1', v: '1' },
      values: {
        activity: 'a1',
        headline: 'Twelve hundred people screened',
        change: 'People who had never been screened were',
        figure: '1,240',
        figureHow: 'Counted at the door',
        quote: 'It took ten minutes',
        quoteBy: 'A visitor',
        consent: 'no',
        month: '2026-11',
      },
      load: { story: null, activities: tellable },
    },
  ],
  'story.return': [{ args: { id: 's1', v: '1' }, values: {}, load: null }],
  'joint.invite': [{ args: { activity: 'a1' }, values: {}, load: { activity, facts: { kind: 'divider' }, with: ['youth', 'works'] } }],
  coverage: [
    { args: { activity: 'a1' }, values: {}, load: coverageWork },
    {
      args: { activity: 'a1' },
      values: { outlet: 'Al Ayam', outletId: 'outlet-al-ayam', medium: 'print', level: 'local', on: '2026-11-20' },
      load: coverageWork,
    },
  ],
  'coverage.change': [
    {
      args: { id: 'c1', v: '1' },
      values: {
        outlet: 'Manama Beat',
        guessed: 'medium level',
        medium: 'news_site',
        level: 'local',
        on: '2026-11-20',
        reach: 45_000,
        reachHow: 'Meltwater',
      },
      load: coverageWork,
    },
  ],
  'coverage.which': [
    { args: { among: 'a1' }, values: { given: 'Al Ayam, GDN' }, load: { offered: [activity], all: [activity], outlets, region: 'BH' } },
  ],
  'outlet.change': [{ args: { id: 'o1', v: '1' }, values: { ar: 'نبض', medium: 'news_site', level: 'local' }, load: outlets[0] }],
  'outlet.into': [{ args: { id: 'o1', v: '1' }, values: {}, load: { from: outlets[0], others: outlets.slice(1, 4) } }],
  'fresh.changed': [{ args: { id: 'q1' }, values: {}, load: null }],
  'joint.decline': [{ args: { id: 'q1' }, values: {}, load: null }],
  'joint.handOver': [{ args: { activity: 'a1', version: '3' }, values: {}, load: { activity, facts: { kind: 'divider' }, version: '3' } }],
  delegate: [{ args: {}, values: {}, load: { colleagues: members } }],
  circular: [
    { args: {}, values: {}, load: circularWork },
    { args: {}, values: { urgency: 'line' }, load: circularWork },
  ],
  'circular.correct': [
    {
      args: { id: 'k1', version: '1' },
      values: { ar: circularSent.text.ar, en: circularSent.text.en, urgency: 'urgent' },
      load: { ...circularWork, circular: circularSent },
    },
  ],
  'circular.answer': [{ args: { id: 'k1', version: '1' }, values: {}, load: null }],
  action: [{ args: {}, values: {}, load: actionWork }],
  'action.change': [{ args: { id: 'f1', v: '2' }, values: followUpValues(followUp), load: { ...actionWork, action: followUp } }],
  'action.done': [{ args: { id: 'f1', v: '2' }, values: {}, load: followUp }],
  'action.drop': [{ args: { id: 'f1', v: '2' }, values: {}, load: followUp }],
  briefing: [{ args: {}, values: {}, load: briefingWork }],
  'briefing.change': [
    { args: { briefing: 'b1', version: '1' }, values: briefingValues(briefing, { language: 'en' }), load: { ...briefingWork, briefing } },
  ],
  'briefing.decline': [{ args: { id: 'b1', version: '1' }, values: {}, load: briefing }],
  'minutes.present': [
    {
      args: { m: 'm1' },
      values: { came: ['health'] },
      load: {
        meetingId: 'm1',
        people: ['health', 'works'].map(id => ({ value: id, label: `Sara of ${id} (${id})`, also: [`سارة ${id}`] })),
      },
    },
  ],
  'agenda.minutes': [{ args: { meeting: 'm1', key: 'plan' }, values: {}, load: { meeting, line: agendaLine } }],
  'agenda.business': [{ args: { meeting: 'm1' }, values: {}, load: { meeting, usual: 5 } }],
  'attendance.instead': [
    { args: { meeting: 'm1', member: 'health', version: '1' }, values: {}, load: { meeting, member: members[1], colleagues: members } },
  ],
  'walk.decision': [{ args: { m: 'm1', l: 'plan' }, values: {}, load: { meetingId: 'm1' } }],
  'decision.change': [{ args: { id: 'd1', v: '1' }, values: { ar: 'توحيد الرسائل', en: 'One voice' }, load: { meetingId: 'm1' } }],
  'walk.action': [{ args: { m: 'm1', l: 'plan' }, values: {}, load: actionWork }],
  'walk.changeAction': [{ args: { id: 'f1', v: '2' }, values: followUpValues(followUp), load: { ...actionWork, action: followUp } }],
  'evaluation.add': [{ args: {}, values: {}, load: figureWork }],
  'evaluation.change': [{ args: { id: 'g1', v: '1' }, values: figureValues(outcomeFigure), load: { things: [], figure: outcomeFigure } }],
  'training.workshop': [{ args: {}, values: {}, load: workshopWork }],
  'training.changeWorkshop': [
    {
      args: { id: 'w1', v: '1' },
      values: workshopValues(workshop, 'en', calendar, '2026-11-24'),
      load: { ...workshopWork, workshop, taken: [seat] },
    },
  ],
  'training.cancelWorkshop': [{ args: { id: 'w1', v: '1' }, values: {}, load: workshop }],
  'training.colleague': [
    { args: { id: 'w1' }, values: {}, load: { workshop, colleagues: members.map(m => ({ id: m.id, name: m.name, organization: null })) } },
  ],
  'training.track': [{ args: {}, values: {}, load: { tracks: builtInTracks } }],
  'training.absent': [
    {
      args: { id: 'w1', n: '1' },
      values: {},
      load: { w: workshop, seats: [seat], names: new Map(members.map(m => [m.id, m.name])), came: new Map(), person: () => 'Huda Salem' },
    },
  ],
  'training.feedback': [{ args: { id: 'w1', token: 't' }, values: {}, load: { workshop } }],
  support: [
    { args: {}, values: {}, load: requestWork },
    {
      args: {},
      values: { kinds: ['photography', 'translation'], activity: 'a1', details: 'Gate 2', dueOn: '2026-12-15', urgent: 'yes' },
      load: requestWork,
    },
  ],
  'support.for': [{ args: {}, values: {}, load: { ...requestWork, own: 'centre', others: true } }],
  'support.change': [{ ...ofRequest, values: requestValues(request), load: { ...request, activities: [], own: '', others: false } }],
  'support.give': [{ ...ofRequest, load: { request, colleagues: members } }],
  'support.pass': [{ ...ofRequest, load: { ...request, centres: ['centre'] } }],
  'support.decline': [ofRequest],
  'support.withdraw': [ofRequest],
  'support.reply': [ofRequest],
  'support.notYet': [ofRequest],
  'support.duty': [{ args: {}, values: { who: 'centre', from: '2026-11-24', until: '2026-11-26' }, load: { colleagues: members } }],
  holiday: [{ args: {}, values: {}, load: { holidays: [] } }],
  hijri: [{ args: {}, values: {}, load: { months: monthsAhead({ hijriShifts: {} }, '2026-11-24'), shifts: {}, holidays: [] } }],
  ramadan: [{ args: {}, values: {}, load: null }],
}

const forms = houseRoutes().routes.forms
export const cases: Case[] = [...forms].flatMap(([id, form]) =>
  (given[id] ?? [{ args: {}, values: {}, load: null }]).map((g, n) => ({ ...g, form, name: n === 0 ? id : `${id}, begun with values` })),
)
/** Forms of the house that are not begun here with what they work on. */
export const missing = [...forms.keys()].filter(id => !Object.hasOwn(given, id))
