/** "We would like ten minutes to present …": the form of a briefing, declared once, for asking for one and for changing it. */

import { z } from 'zod'
import type { Briefing, BriefingText } from '../../db/agenda.ts'
import * as agendaDb from '../../db/agenda.ts'
import * as meetingsDb from '../../db/meetings.ts'
import { choiceField, clean, inOther, textField } from '../dialogue/fields.ts'
import { type Asking, type Choice, type Field, form, type Gathered, type Values } from '../dialogue/form.ts'
import { longestLink, readLink } from '../dialogue/link.ts'
import { record } from '../dialogue/record.ts'
import { onlyFor, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Said } from '../locales/speak.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import { briefingMinutes } from '../model/agenda.ts'
import { holds } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import type { View } from '../model/view.ts'
import { languageOfLine } from '../plan/key-messages.ts'
import { dayOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { askedCard, changedMeanwhile, tellCentre } from './briefings.ts'
import { readBriefing } from './read-briefing.ts'

/** `meetings` are those it can be for, the next first; `briefing` is the one that is changed. */
export type Work = { briefing: Briefing | null; meetings: { id: string; day: string }[] }

/** Meetings ahead that are offered. */
const ahead = 3

const number = (said: string): number | null => {
  const read = readBriefing(said).minutes
  if (read !== null) return read
  const digits = /\d+/.exec(fold(said))
  // "Ten" alone is as good as "ten minutes".
  return digits ? Number(digits[0]) : readBriefing(`${said} minutes`).minutes
}

const outOfRange: Said = { key: 'briefing.length', values: { least: briefingMinutes.least, most: briefingMinutes.most } }
const fits = (n: number): boolean => n >= briefingMinutes.least && n <= briefingMinutes.most

const minutesField: Field = {
  label: 'briefing.minutes',
  ask: 'briefing.askMinutes',
  need: 'offered',
  schema: z.number().int(),
  has: () => true,
  read: said => {
    const n = number(said)
    return n !== null && fits(n) ? ok({ minutes: n }) : fail(outOfRange)
  },
  show: (values, { speak }) => speak.say('agenda.minutes', { n: minutesIn(values) }),
  inputs: values => ({ id: 'minutes', kind: 'text', max: 12, value: String(minutesIn(values)) }),
}

const minutesIn = (values: Partial<Values>): number => (typeof values.minutes === 'number' ? values.minutes : briefingMinutes.usual)

const linkField: Field = {
  ...textField('link', { label: 'briefing.link', ask: 'briefing.askLink', hint: 'briefing.hintLink', need: 'asked', max: longestLink }),
  read: said => {
    const url = /(?:https?|ftp):\/\/\S+|www\.\S+/i.exec(said)?.[0]
    // "Twenty minutes, please" is said to this question too: it is taken for what it is, and the link asked for again.
    const { minutes } = url ? { minutes: null } : readBriefing(said)
    if (minutes !== null) return fits(minutes) ? ok({ minutes }) : fail(outOfRange)
    const read = readLink(url ?? said)
    return read.ok ? ok({ link: read.value }) : read
  },
}

const meetingField: Field = {
  ...choiceField('meeting', {
    label: 'briefing.meeting',
    ask: 'briefing.askMeeting',
    need: 'offered',
    options: (asking, load) => meetingsOf(asking, load),
  }),
  has: () => true,
  show: (values, { speak }, load) => {
    const { meetings } = load as Work
    const found = meetings.find(m => m.id === values.meeting) ?? meetings[0]
    return found ? speak.day(found.day) : null
  },
}
const meetingsOf = ({ speak }: Asking, load: unknown): Choice[] =>
  (load as Work).meetings.map(m => ({ value: m.id, label: speak.day(m.day), also: [speak.shortDay(m.day), m.day] }))

export const mayAsk = (turn: Turn): boolean => holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')
/** Whose briefing it is; the centre may change any. */
export const mayChange = (turn: Turn, b: Briefing): boolean =>
  holds(turn.reader, 'coordinator') || (holds(turn.reader, 'member') && b.organizationId === turn.reader.organizationId)

/** Meetings that have not begun, the next first. */
export async function openMeetings(turn: Turn): Promise<Meeting[]> {
  return (await meetingsDb.upcoming(turn.db, turn.network.id, turn.now)).filter(m => m.state === 'planned').slice(0, ahead)
}

const fields: Record<string, Field> = {
  title: textField('title', { label: 'briefing.title', ask: 'briefing.askTitle', need: 'required', min: 3, max: 200 }),
  presenter: textField('presenter', {
    label: 'briefing.presenter',
    ask: 'briefing.askPresenter',
    hint: 'briefing.hintPresenter',
    need: 'required',
    min: 2,
    max: 120,
  }),
  minutes: minutesField,
  link: linkField,
  otherTitle: inOther(
    'title',
    textField('otherTitle', { label: 'briefing.otherTitle', ask: 'briefing.askOtherTitle', need: 'offered', min: 3, max: 200 }),
  ),
  meeting: meetingField,
}

export const briefingForm = form<Values, Work>({
  id: 'briefing',
  title: 'briefing.form',
  submit: 'briefing.send',
  confirm: true,
  fields,
  async load(turn, args) {
    if (!mayAsk(turn)) return { ok: false, view: onlyFor(turn.speak, 'member') }
    const meetings = (await openMeetings(turn)).map(m => ({ id: m.id, day: dayOf(turn.network.settings.zone, m.startsAt).toString() }))
    if (meetings.length === 0) return { ok: false, view: warn(turn.speak, 'meeting.none') }
    if (!args.briefing) return { ok: true, value: { briefing: null, meetings } }
    const found = await changeable(turn, args.briefing, args.version)
    return 'refused' in found ? { ok: false, view: found.refused } : { ok: true, value: { briefing: found.briefing, meetings } }
  },
  gather,
  check: (values, _asking, { meetings }) =>
    typeof values.meeting === 'string' && !meetings.some(m => m.id === values.meeting)
      ? [{ field: 'meeting', said: { key: 'briefing.notThatMeeting' } }]
      : [],
  async outcome(turn, args) {
    const saved = mayAsk(turn) ? await agendaDb.briefing(turn.db, turn.network.id, args.briefing ?? args.draft ?? '') : null
    return saved && mayChange(turn, saved) ? askedCard(turn, saved) : null
  },
  save: (values, turn, work, args) =>
    work.briefing ? change(values, turn, work.briefing, work) : ask(values, turn, args.draft ?? turn.ids(), work),
})

/** Changing one: what could be skipped when it was asked for is not asked again. */
export const changeForm = form<Values, Work>({
  ...briefingForm,
  id: 'briefing.change',
  submit: 'dialogue.save',
  fields: { ...fields, link: { ...linkField, need: 'offered' } },
})

/** The briefing as the person's card showed it, as long as its meeting has not begun; else what to say. */
export async function changeable(
  turn: Turn,
  id: string | undefined,
  version: string | undefined,
): Promise<{ briefing: Briefing } | { refused: View }> {
  const b = id ? await agendaDb.briefing(turn.db, turn.network.id, id) : null
  if (!b || !mayChange(turn, b)) return { refused: warn(turn.speak, 'briefing.gone') }
  const m = await meetingsDb.byId(turn.db, turn.network.id, b.meetingId)
  if (!m || meetingsDb.hasBegun(m, turn.now)) return { refused: warn(turn.speak, 'briefing.begun') }
  if (b.state === 'withdrawn') return { refused: warn(turn.speak, 'briefing.withdrawnAlready', { title: turn.speak.pick(b.title) }) }
  return String(b.version) === version ? { briefing: b } : { refused: await changedMeanwhile(turn, b, Number(version)) }
}

function gather(said: string, _asking: Asking, values: Partial<Values>, work: Work): Gathered<Values> {
  const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
  const read = readBriefing(said)
  // Of a title that stands a sentence says another only by its name: "the title is …".
  if (read.title && (read.titled || !values.title)) out.values.title = read.title
  if (read.presenter) out.values.presenter = clean(read.presenter)
  if (read.minutes !== null) {
    if (fits(read.minutes)) out.values.minutes = read.minutes
    else out.problems.push({ field: 'minutes', said: outOfRange })
  }
  if (read.link) {
    const link = readLink(read.link)
    if (link.ok) out.values.link = link.value
    else out.problems.push({ field: 'link', said: link.problem })
  }
  const second = work.meetings[1]
  if (second && /\b(?:meeting after(?: the)? next|the one after)\b|الاجتماع (?:بعد القادم|الذي يليه)/iu.test(said))
    out.values.meeting = second.id
  return out
}

const string = (v: unknown): string | undefined => (typeof v === 'string' && v.trim() ? v.trim() : undefined)

/** What a draft says: its title is of the language it is written in. */
function textOf(values: Values, turn: Turn, work: Work): BriefingText {
  const title = string(values.title) ?? ''
  const first = languageOfLine(title, turn.language)
  return {
    title: { [first]: title, [first === 'ar' ? 'en' : 'ar']: string(values.otherTitle) },
    presenter: string(values.presenter) ?? '',
    minutes: minutesIn(values),
    link: string(values.link) ?? null,
    meetingId: string(values.meeting) ?? work.meetings[0]?.id ?? '',
  }
}

/** A briefing as the values of its form. */
export function valuesOf(b: Briefing, turn: Pick<Turn, 'language'>): Values {
  const first = b.title[turn.language] ? turn.language : turn.language === 'ar' ? 'en' : 'ar'
  const values: Values = {
    title: b.title[first],
    otherTitle: b.title[first === 'ar' ? 'en' : 'ar'],
    presenter: b.presenter,
    minutes: b.minutes,
    link: b.link ?? undefined,
    meeting: b.meetingId,
  }
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))
}

async function ask(values: Values, turn: Turn, id: string, work: Work): Promise<View> {
  const text = textOf(values, turn, work)
  const row = {
    networkId: turn.network.id,
    id,
    organizationId: turn.reader.organizationId,
    askedBy: turn.member.id,
    askedAt: turn.now,
    ...text,
  }
  const made = await agendaDb.addBriefing(turn.db, row)
  const saved = await agendaDb.briefing(turn.db, turn.network.id, id)
  if (!saved) return warn(turn.speak, 'briefing.gone')
  if (!made) return askedCard(turn, saved)
  await record(turn, turn.member.id, { entity: 'briefing', id, action: 'asked', after: saved })
  await tellCentre(turn, saved, 'briefing.askedTold')
  return askedCard(turn, saved, 'briefing.asked')
}

/** What is longer, or at another meeting, the centre looks at again; what else changes it only hears of. */
async function change(values: Values, turn: Turn, before: Briefing, work: Work): Promise<View> {
  const text = textOf(values, turn, work)
  const again = text.minutes > before.minutes || text.meetingId !== before.meetingId || before.state === 'declined'
  const state = again && !holds(turn.reader, 'coordinator') ? ('asked' as const) : before.state
  const reason = state === 'declined' ? before.reason : null
  if (!(await agendaDb.changeBriefing(turn.db, before, turn.now, { text, state, reason }))) {
    const now = await agendaDb.briefing(turn.db, turn.network.id, before.id)
    return now ? changedMeanwhile(turn, now, before.version) : warn(turn.speak, 'briefing.gone')
  }
  const saved: Briefing = { ...before, ...text, state, reason, changedAt: turn.now, version: before.version + 1 }
  await record(turn, turn.member.id, { entity: 'briefing', id: before.id, action: 'changed', before, after: saved })
  await tellCentre(turn, saved, 'briefing.changedTold')
  return askedCard(turn, saved, 'briefing.changed')
}

export const begin = (b: Briefing, turn: Turn, dialog: boolean) => ({
  begin: { form: 'briefing.change', args: { briefing: b.id, version: String(b.version) }, values: valuesOf(b, turn), dialog },
})
