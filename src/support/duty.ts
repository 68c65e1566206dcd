/** The centre's duty: who is reached at any hour. Coordinators set it, in a sentence or a form; everybody may ask who it is. */
import { Temporal } from 'temporal-polyfill'
import * as supportDb from '../../db/support.ts'
import { standIns } from '../delivery/away.ts'
import { holders, tell } from '../delivery/promise.ts'
import { choiceField, dayField } from '../dialogue/fields.ts'
import { type Asking, form, type Gathered, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Member } from '../model/people.ts'
import type { Duty } from '../model/support.ts'
import type { View } from '../model/view.ts'
import { named } from '../network/away.ts'
import { dayOf } from '../time/zone.ts'
import { readWhen } from '../understanding/read.ts'
import { colleagueChoices } from './forms.ts'
import { isCentre } from './keep.ts'
import { onDuty } from './on-duty.ts'
import { namesOf } from './show.ts'

export type DutyWork = { colleagues: readonly Member[] }

/** Nobody is on duty for longer; days. */
const longest = 60

/** "Until Thursday", «لين الخميس»: the day is its last. */
const until = /(?:\b(?:until|till|til|to|through|thru|up to)|حتى|حتي|لين|إلى|الى|لغاية|لحد|ليوم)\s*(?:يوم\s*)?$/iu

/** Who is put on duty by name: "put Noura on duty", «حط نورة مناوبة». */
const puts =
  /\b(?:put|set|make|place|assign)\s+(\p{Lu}[\p{L} .'-]{1,50}?)\s+on\s+(?:duty|call)\b|(?:حط|حطوا|ضع|ضعوا|عين|عينوا|خل|خلوا)\s+([\u0621-\u064a ]{2,50}?)\s+مناوب/u

/** Whose duty a sentence sets, and on which days. */
export function gatherDuty(said: string, asking: Asking, _values: Partial<Values>, { colleagues }: DutyWork): Gathered<Values> {
  const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
  const who = named(said, colleagues)
  if (who) out.values.who = who
  const stranger = who ? null : (puts.exec(said)?.[1] ?? puts.exec(said)?.[2])
  if (stranger) out.problems.push({ field: 'who', said: { key: 'support.dutyNobody', values: { name: stranger.slice(0, 60) } } })
  const day = asking.context.now.slice(0, 10)
  const times = readWhen(said, asking.context).filter(m => !m.timeOnly)
  const [first, second] = times
  if (!first) return out
  const last = (m: typeof first) => (m.end ?? m.start).slice(0, 10)
  const from = first.start.slice(0, 10)
  if (second && until.test(said.slice(0, second.at))) Object.assign(out.values, { from, until: last(second) })
  else if (until.test(said.slice(0, first.at)) && from === last(first)) Object.assign(out.values, { from: day, until: last(first) })
  else Object.assign(out.values, { from: [from, day].sort()[1], until: last(first) })
  return out
}

export const dutyForm = form<Values, DutyWork>({
  id: 'support.duty',
  title: 'support.dutyForm',
  submit: 'dialogue.save',
  confirm: true,
  fields: {
    who: choiceField('who', {
      label: 'support.dutyWho',
      ask: 'support.askDutyWho',
      need: 'required',
      options: ({ speak }, load) => colleagueChoices(speak, (load as DutyWork).colleagues),
    }),
    from: dayField('from', { label: 'support.dutyFrom', ask: 'support.askDutyFrom', need: 'required' }),
    until: dayField('until', { label: 'support.dutyUntil', ask: 'support.askDutyUntil', need: 'required' }),
  },
  async load(turn) {
    if (!isCentre(turn)) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
    return { ok: true, value: { colleagues: await holders(turn, 'coordinator') } }
  },
  gather: gatherDuty,
  check(values) {
    const { from, until: to } = values
    if (typeof from !== 'string' || typeof to !== 'string') return []
    if (to < from) return [{ field: 'until', said: { key: 'support.dutyEndFirst' } }]
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
    return days > longest ? [{ field: 'until', said: { key: 'support.dutyTooLong', values: { max: longest } } }] : []
  },
  async outcome(turn, args) {
    const saved = args.draft && isCentre(turn) ? await supportDb.dutyById(turn.db, turn.network.id, args.draft) : null
    return saved && dutyView(turn)
  },
  async save(values, turn, { colleagues }, args) {
    const member = colleagues.find(m => m.id === values.who)
    if (!member) return warn(turn.speak, 'support.gone')
    const { zone } = turn.network.settings
    const starts = Temporal.PlainDate.from(String(values.from)).toZonedDateTime(zone).toInstant()
    const row: Omit<Duty, 'endedAt'> = {
      networkId: turn.network.id,
      id: args.draft ?? turn.ids(),
      memberId: member.id,
      from: Temporal.Instant.compare(starts, turn.now) < 0 ? turn.now : starts,
      until: Temporal.PlainDate.from(String(values.until)).add({ days: 1 }).toZonedDateTime(zone).toInstant(),
      setAt: turn.now,
      setBy: turn.member.id,
    }
    if (!(await supportDb.addDuty(turn.db, row))) return dutyView(turn)
    await record(turn, turn.member.id, { entity: 'support', id: row.id, action: 'duty', after: row })
    if (member.id !== turn.member.id)
      await tell(turn, [member], language => {
        const speak = turn.voice(language)
        return view(language, [
          notice('info', speak.say('support.dutyYou', { from: speak.day(String(values.from)), until: speak.day(String(values.until)) })),
        ])
      })
    const said = turn.speak.say('support.dutySaved', {
      name: turn.speak.pick(member.name),
      from: turn.speak.day(String(values.from)),
      until: turn.speak.day(String(values.until)),
    })
    const shown = await dutyView(turn)
    return { ...shown, parts: [notice('good', said), ...shown.parts] }
  },
})

/** The last day of a duty: it ends as that day does. */
const lastDay = (turn: Turn, d: Duty): string => dayOf(turn.network.settings.zone, d.until.subtract({ seconds: 1 })).toString()

/** Who is on duty now; for the centre what is planned too. */
export async function dutyView(turn: Turn): Promise<View> {
  const { speak } = turn
  const now = await onDuty(turn)
  const instead = now ? (await standIns(turn, [now.member], turn.now)).get(now.member.id) : undefined
  const said = now
    ? instead
      ? speak.say('support.onDutyInstead', {
          name: speak.pick(instead.name),
          other: speak.pick(now.member.name),
          day: speak.day(lastDay(turn, now.duty)),
        })
      : speak.say('support.onDuty', { name: speak.pick(now.member.name), day: speak.day(lastDay(turn, now.duty)) })
    : speak.say('support.nobodyOnDuty')
  const planned = isCentre(turn) ? await supportDb.dutiesFrom(turn.db, turn.network.id, turn.now) : []
  const names = await namesOf(
    turn,
    planned.map(d => d.memberId),
  )
  return view(turn.language, [
    heading(speak.say('support.dutyTitle')),
    text(said),
    ...(isCentre(turn) ? [] : [text(speak.say('support.dutyHow'), 'subtle' as const)]),
    list(
      planned.map(d => ({
        text: speak.say('support.dutyLine', {
          name: speak.pick(names.get(d.memberId) ?? {}),
          from: speak.day(dayOf(turn.network.settings.zone, d.from)),
          until: speak.day(lastDay(turn, d)),
        }),
        actions: [button(speak, 'support.dutyEnd', 'support.dutyEnd', { id: d.id }, { style: 'danger' })],
      })),
    ),
    actions(isCentre(turn) ? [button(speak, 'support.dutySet', 'support.duty', {}, { opensForm: true })] : []),
  ])
}

export async function dutyEndPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  if (!isCentre(turn)) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const duty = args.id ? await supportDb.dutyById(turn.db, turn.network.id, args.id) : null
  if (duty && (await supportDb.endDuty(turn.db, turn.network.id, { id: duty.id }, turn.now)) > 0)
    await record(turn, turn.member.id, { entity: 'support', id: duty.id, action: 'duty.ended', before: duty })
  return { replace: await dutyView(turn) }
}

/** A question about duty, a duty that is set, or one that is taken back. */
export async function dutyCommand(turn: Turn, asked: Asked, deed: 'who' | 'set' | 'end'): Promise<Answer> {
  if (deed === 'who' && !isCentre(turn)) return { views: [await dutyView(turn)] }
  const colleagues = isCentre(turn) ? await holders(turn, 'coordinator') : []
  const who = named(asked.text, colleagues)
  if (deed === 'end') {
    if (!isCentre(turn)) return { views: [onlyFor(turn.speak, 'coordinator')] }
    const all = await supportDb.dutiesFrom(turn.db, turn.network.id, turn.now)
    const ended = who ? all.filter(d => d.memberId === who) : all.length === 1 ? all : []
    for (const d of ended) await dutyEndPress(turn, { id: d.id })
    return { views: [await dutyView(turn)] }
  }
  // «المناوبة هذا الأسبوع: نورة», "Talal is on duty from Sunday": a name that is told and not asked about.
  if (deed === 'set' || (who && !/[?؟]/.test(asked.text))) {
    if (!isCentre(turn)) return { views: [onlyFor(turn.speak, 'coordinator')] }
    return { begin: { form: 'support.duty', text: asked.text, values: {}, dialog: asked.dialog } }
  }
  return { views: [await dutyView(turn)] }
}
