/** How the centre arranges an agenda: the minutes of a line, the order of the lines, points of other business. */
import * as agendaDb from '../../db/agenda.ts'
import * as meetingsDb from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { choiceField, inOther, numberField, textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, heading, notice, numbered, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { dayName } from '../meetings/cards.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import { holds } from '../model/people.ts'
import { agendaRulesOf } from '../model/settings.ts'
import type { View } from '../model/view.ts'
import { languageOfLine } from '../plan/key-messages.ts'
import { type AgendaLine, agendaOf, businessKey, endOf, minutesOf } from './agenda.ts'
import { stepped } from './order.ts'
import { lineTitle } from './show.ts'

/** Minutes a line may take. */
const mostMinutes = 180
/** Points of other business on one agenda. */
const mostBusiness = 20

const byOf = (turn: Turn, m: Meeting, key: string) => ({
  networkId: turn.network.id,
  meetingId: m.id,
  key,
  addedAt: turn.now,
  addedBy: turn.member.id,
})

/** Keeps the order of an agenda's lines. */
export async function reorder(turn: Turn, m: Meeting, keys: readonly string[]): Promise<void> {
  for (const [at, key] of keys.entries()) await agendaDb.keepLine(turn.db, byOf(turn, m, key), { position: at + 1 })
  await record(turn, turn.member.id, { entity: 'agenda', id: m.id, action: 'ordered', after: { keys } })
}

/** A meeting whose agenda the centre may still arrange: one that is not over. */
async function arrangeable(turn: Turn, id: string | undefined): Promise<{ meeting: Meeting } | { refused: View }> {
  if (!holds(turn.reader, 'coordinator')) return { refused: onlyFor(turn.speak, 'coordinator') }
  const meeting = id ? await meetingsDb.byId(turn.db, turn.network.id, id) : null
  if (!meeting || meeting.state === 'skipped') return { refused: warn(turn.speak, 'dialogue.stale') }
  if (endOf(turn, meeting).epochMilliseconds <= turn.now.epochMilliseconds)
    return { refused: warn(turn.speak, 'agenda.over', { day: dayName(turn, turn.speak, meeting) }) }
  return { meeting }
}

/** Whether the lines take longer than the meeting; null where they fit. */
export const tooLong = (scene: Scene, lines: readonly AgendaLine[]): { n: number; most: number } | null => {
  const [n, most] = [minutesOf(lines), scene.network.settings.meeting.minutes]
  return n > most ? { n, most } : null
}

/** Each line with what can be done to it. */
async function arrangeView(turn: Turn, m: Meeting, note?: string): Promise<View> {
  const { speak } = turn
  const lines = await agendaOf(turn, m, turn.reader)
  const long = tooLong(turn, lines)
  const on = (key: string) => ({ meeting: m.id, key })
  return view(turn.language, [
    ...(note ? [notice('good' as const, note)] : []),
    heading(speak.say('agenda.arrangeTitle', { day: dayName(turn, speak, m) })),
    ...(long ? [notice('warning' as const, speak.say('agenda.tooLong', long))] : []),
    numbered(
      speak,
      lines.map((line, n) => ({
        text: lineTitle(speak, line),
        detail: speak.say('agenda.minutes', { n: line.minutes }),
        actions: [
          ...(n > 0 ? [button(speak, 'agenda.up', 'agenda.move', { ...on(line.key), at: String(n), to: 'up' })] : []),
          ...(n < lines.length - 1 ? [button(speak, 'agenda.down', 'agenda.move', { ...on(line.key), at: String(n), to: 'down' })] : []),
          button(speak, 'agenda.setMinutes', 'agenda.minutes', on(line.key)),
          ...(line.kind === 'business' ? [button(speak, 'agenda.remove', 'agenda.remove', on(line.key), { style: 'danger' })] : []),
        ],
      })),
    ),
    actions([
      button(speak, 'agenda.addBusiness', 'agenda.add', { meeting: m.id }),
      button(speak, 'agenda.show', 'agenda.show', { meeting: m.id }, { style: 'primary' }),
    ]),
  ])
}

const onMeeting =
  (then: (turn: Turn, m: Meeting, args: Record<string, string>, how: { dialog: boolean }) => Promise<Answer>): PressHandler =>
  async (turn, args, how) => {
    const found = await arrangeable(turn, args.meeting)
    return 'refused' in found ? { views: [found.refused] } : then(turn, found.meeting, args, how)
  }

/** One step from where the card showed it; pressed again, or after others moved lines, it only shows how they stand. */
async function move(turn: Turn, m: Meeting, args: Record<string, string>): Promise<Answer> {
  await agendaDb.holdAgenda(turn.db, turn.network.id, m.id)
  const keys = (await agendaOf(turn, m, turn.reader)).map(l => l.key)
  const stands = keys.indexOf(args.key ?? '')
  if (stands >= 0 && String(stands) === args.at) await reorder(turn, m, stepped(keys, keys[stands] ?? '', args.to === 'up' ? -1 : 1))
  return { replace: await arrangeView(turn, m) }
}

async function remove(turn: Turn, m: Meeting, args: Record<string, string>): Promise<Answer> {
  const key = /^business:.+$/.exec(args.key ?? '')?.[0]
  const line = (await agendaOf(turn, m, turn.reader)).find(l => l.key === key)
  if (line?.kind !== 'business') return { replace: await arrangeView(turn, m) }
  await agendaDb.dropLine(turn.db, turn.network.id, m.id, line.key)
  await record(turn, turn.member.id, { entity: 'agenda', id: m.id, action: 'removed', before: { key, text: line.text } })
  return { replace: await arrangeView(turn, m, turn.speak.say('agenda.removed', { text: turn.speak.pick(line.text) })) }
}

type OnLine = { meeting: Meeting; line: AgendaLine }

async function lineOf(turn: Turn, args: Record<string, string>): Promise<OnLine | { refused: View }> {
  const found = await arrangeable(turn, args.meeting)
  if ('refused' in found) return found
  const line = (await agendaOf(turn, found.meeting, turn.reader)).find(l => l.key === args.key)
  return line ? { meeting: found.meeting, line } : { refused: warn(turn.speak, 'agenda.noLine') }
}

export const minutesForm = form<Values, OnLine>({
  id: 'agenda.minutes',
  title: 'agenda.minutesTitle',
  submit: 'dialogue.save',
  confirm: false,
  fields: {
    minutes: numberField('minutes', { label: 'agenda.length', ask: 'agenda.askMinutes', need: 'required', min: 1, max: mostMinutes }),
    every: choiceField('every', {
      label: 'agenda.every',
      ask: 'agenda.every',
      need: 'offered',
      options: ({ speak }) => (['this', 'every'] as const).map(e => ({ value: e, label: speak.say('agenda.everyIs', { _every: e }) })),
    }),
  },
  async load(turn, args) {
    const found = await lineOf(turn, args)
    return 'refused' in found ? { ok: false, view: found.refused } : { ok: true, value: found }
  },
  about: ({ speak }, { line }) => [text(lineTitle(speak, line), 'strong')],
  outcome: async (turn, args) => {
    const found = await arrangeable(turn, args.meeting)
    return 'refused' in found ? found.refused : arrangeView(turn, found.meeting)
  },
  async save(values, turn, { meeting, line }) {
    await setMinutes(turn, meeting, line, Number(values.minutes), values.every === 'every')
    return arrangeView(
      turn,
      meeting,
      turn.speak.say('agenda.minutesSet', { title: lineTitle(turn.speak, line), n: Number(values.minutes) }),
    )
  },
})

/** Of this meeting; or of every meeting from now on, which a briefing has no length for but its own. */
export async function setMinutes(turn: Turn, m: Meeting, line: AgendaLine, minutes: number, every = false): Promise<void> {
  const usual = every && line.kind !== 'briefing'
  await agendaDb.keepLine(turn.db, byOf(turn, m, line.key), { minutes: usual ? null : minutes })
  if (usual) {
    const { network } = turn
    const agenda = { ...network.settings.agenda, minutes: { ...network.settings.agenda?.minutes, [line.kind]: minutes } }
    await people.setNetwork(turn.db, network.id, network.name, { agenda })
    network.settings.agenda = agenda
  }
  await record(turn, turn.member.id, {
    entity: 'agenda',
    id: m.id,
    action: 'minutes',
    before: { key: line.key, minutes: line.minutes },
    after: { key: line.key, minutes, ...(usual ? { every: true } : {}) },
  })
}

export const businessForm = form<Values, { meeting: Meeting; usual: number }>({
  id: 'agenda.business',
  title: 'agenda.businessTitle',
  submit: 'agenda.addBusiness',
  confirm: false,
  fields: {
    point: textField('point', { label: 'agenda.point', ask: 'agenda.askPoint', need: 'required', min: 3, max: 200 }),
    otherPoint: inOther(
      'point',
      textField('otherPoint', { label: 'agenda.otherPoint', ask: 'agenda.askOtherPoint', need: 'asked', min: 3, max: 200 }),
    ),
    minutes: numberField('minutes', { label: 'agenda.length', ask: 'agenda.askMinutes', need: 'offered', min: 1, max: mostMinutes }),
  },
  async load(turn, args) {
    const found = await arrangeable(turn, args.meeting)
    if ('refused' in found) return { ok: false, view: found.refused }
    const { business: usual } = agendaRulesOf(turn.network.settings).minutes
    const has = (await agendaDb.keptLines(turn.db, turn.network.id, found.meeting.id)).filter(k => k.key.startsWith('business:'))
    if (has.length >= mostBusiness) return { ok: false, view: warn(turn.speak, 'agenda.fullBusiness', { most: mostBusiness }) }
    return { ok: true, value: { meeting: found.meeting, usual } }
  },
  outcome: async (turn, args) => {
    const found = await arrangeable(turn, args.meeting)
    return 'refused' in found ? found.refused : arrangeView(turn, found.meeting)
  },
  async save(values, turn, { meeting }, args) {
    const said = String(values.point).trim()
    const first = languageOfLine(said, turn.language)
    const other = typeof values.otherPoint === 'string' && values.otherPoint.trim() ? values.otherPoint.trim() : null
    const words = first === 'ar' ? { textAr: said, textEn: other } : { textEn: said, textAr: other }
    const key = businessKey(args.draft ?? turn.ids())
    const minutes = typeof values.minutes === 'number' ? { minutes: values.minutes } : {}
    await agendaDb.keepLine(turn.db, byOf(turn, meeting, key), { ...words, ...minutes })
    await record(turn, turn.member.id, { entity: 'agenda', id: meeting.id, action: 'added', after: { key, ...words, ...minutes } })
    return arrangeView(turn, meeting, turn.speak.say('agenda.added', { text: said }))
  },
})

/** Buttons of the centre alone. */
export const arrangePresses: Record<string, PressHandler> = {
  'agenda.arrange': onMeeting(async (turn, m) => ({ replace: await arrangeView(turn, m) })),
  'agenda.move': onMeeting(move),
  'agenda.remove': onMeeting(remove),
  'agenda.minutes': async (turn, args, how) => {
    const found = await lineOf(turn, args)
    if ('refused' in found) return { views: [found.refused] }
    const { meeting, line } = found
    return {
      begin: { form: 'agenda.minutes', args: { meeting: meeting.id, key: line.key }, values: {}, dialog: how.dialog },
    }
  },
  'agenda.add': onMeeting(async (_turn, m, _args, how) => ({
    begin: { form: 'agenda.business', args: { meeting: m.id }, dialog: how.dialog },
  })),
}
