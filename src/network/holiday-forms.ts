/** What the centre changes of the calendar, as forms: a decreed holiday, a Hijri month moved by a day, the hours of Ramadan. */

import { z } from 'zod'
import * as network from '../../db/network.ts'
import * as people from '../../db/people.ts'
import { inBoth } from '../dialogue/both-languages.ts'
import { choiceField, clean, dayField, textField } from '../dialogue/fields.ts'
import { type Asking, type Choice, type Field, form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { list, notice, text, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import { hijriMonths } from '../locales/dates.ts'
import type { Speak } from '../locales/speak.ts'
import { fail, ok } from '../model/result.ts'
import type { Part, View } from '../model/view.ts'
import { type HijriShifts, monthStart } from '../time/hijri.ts'
import { today } from '../time/zone.ts'
import { refreshCalendar } from './calendar.ts'
import { type HijriMonth, monthSaid, monthsAhead, namesOf, wayOf } from './hijri-months.ts'
import { nameMax } from './holiday-said.ts'
import { holidayName, movedHolidays } from './holidays.ts'
import { daysSaid, holidaysView, hoursSaid, mayChange, notAllowed } from './holidays-show.ts'
import { hoursIn } from './hours.ts'

const allowed = <Load>(turn: Turn, value: Load): { ok: true; value: Load } | { ok: false; view: View } =>
  mayChange(turn) ? { ok: true, value } : { ok: false, view: notAllowed(turn) }

/** The list as it is now, under what was just done. Deadlines and reminders follow the new calendar. */
async function changedView(turn: Turn, note: string): Promise<View> {
  await turn.emit({ kind: 'calendar.changed' })
  return holidaysView(turn, notice('good', note))
}

// ---- a decreed holiday ----

const longestHoliday = 30

/** The holidays that stand, which those days may be already. */
type Standing = { holidays: network.Holiday[] }

/** In one language or in both, with a slash between them. */
const nameText = textField('name', {
  label: 'holidays.name',
  ask: 'holidays.nameAsk',
  hint: 'holidays.nameHint',
  need: 'required',
  min: 2,
  max: 2 * nameMax + 3,
})
const nameField: Field = {
  ...nameText,
  read(said, asking, values, load) {
    const long = Object.values(inBoth(clean(said))).find(n => [...n].length > nameMax)
    if (long) return fail({ key: 'dialogue.tooLong', values: { max: nameMax, length: [...long].length } })
    return nameText.read(said, asking, values, load)
  },
}

export const holidayForm = form<Values, Standing>({
  id: 'holiday',
  title: 'holidays.addTitle',
  submit: 'holidays.addSubmit',
  confirm: true,
  fields: {
    name: nameField,
    from: dayField('from', { label: 'holidays.from', ask: 'holidays.fromAsk', need: 'required' }),
    to: dayField('to', { label: 'holidays.to', ask: 'holidays.toAsk', need: 'asked' }),
  },
  load: async turn => allowed(turn, { holidays: await network.holidaysFrom(turn.db, turn.network.id, today(turn)) }),
  card(values, { speak }, { holidays }) {
    const from = String(values.from)
    const to = typeof values.to === 'string' ? values.to : from
    return holidays
      .filter(h => h.from <= to && from <= h.to)
      .map(h => notice('warning', speak.say('holidays.already', { name: speak.pick(holidayName(h)), _days: daysSaid(speak, h) })))
  },
  check(values) {
    if (typeof values.from !== 'string' || typeof values.to !== 'string') return []
    if (values.to < values.from) return [{ field: 'to', said: { key: 'holidays.endFirst' } }]
    const last = monthLater(values.from)
    return values.to > last ? [{ field: 'to', said: { key: 'holidays.tooLong', values: { max: longestHoliday } } }] : []
  },
  outcome: async (turn, args) => {
    const saved = args.draft && mayChange(turn) ? await network.holiday(turn.db, turn.network.id, args.draft) : null
    if (!saved) return null
    return holidaysView(turn, notice('info', turn.speak.say('holidays.addedAlready', { name: turn.speak.pick(holidayName(saved)) })))
  },
  async save(values, turn, _load, args) {
    const name = clean(String(values.name))
    const named = inBoth(name)
    const from = String(values.from)
    const row = {
      networkId: turn.network.id,
      id: args.draft ?? turn.ids(),
      from,
      to: typeof values.to === 'string' ? values.to : from,
      nameAr: named.ar ?? null,
      nameEn: named.en ?? null,
      source: 'decree' as const,
    }
    const added = await network.addHolidays(turn.db, [row])
    if (added === 0) return holidaysView(turn, notice('info', turn.speak.say('holidays.addedAlready', { name })))
    await record(turn, turn.member.id, { entity: 'holiday', id: row.id, action: 'added', after: { ...row } })
    await refreshCalendar(turn)
    return changedView(turn, turn.speak.say('holidays.added', { name: turn.speak.pick(named), _days: daysSaid(turn.speak, row) }))
  },
})

function monthLater(from: string): string {
  const at = new Date(`${from}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + longestHoliday - 1)
  return at.toISOString().slice(0, 10)
}

// ---- a Hijri month, a day earlier or later ----

type Months = { months: HijriMonth[]; shifts: HijriShifts; holidays: network.Holiday[] }

/** No announced month is further from Umm al-Qura than this many days. */
const furthest = 2

const monthLabel = (speak: Speak, m: HijriMonth): string =>
  speak.say('holidays.hijriMonth', { _month: hijriMonths[speak.language][m.month - 1] ?? '', year: m.year })

const monthChoices = (asking: Asking, load: unknown): Choice[] =>
  (load as Months).months.map(m => ({ value: m.key, label: monthLabel(asking.speak, m), also: [...namesOf(m.month)] }))

const plainMonth = choiceField('month', { label: 'holidays.month', ask: 'holidays.monthAsk', need: 'required', options: monthChoices })
const monthField: Field = {
  ...plainMonth,
  read(said, asking, values, load) {
    const found = monthSaid(said, (load as Months).months)
    return found ? ok({ month: found.key }) : plainMonth.read(said, asking, values, load)
  },
}

const wayChoices = (asking: Asking): Choice[] =>
  (['later', 'earlier'] as const).map(way => ({ value: way, label: asking.speak.say('holidays.way', { _way: way }) }))
const plainWay = choiceField('way', { label: 'holidays.wayLabel', ask: 'holidays.wayAsk', need: 'required', options: wayChoices })
const wayField: Field = {
  ...plainWay,
  read(said, asking, values, load) {
    const way = wayOf(said)
    return way ? ok({ way }) : plainWay.read(said, asking, values, load)
  },
}

/** The shifts after the move, where both answers are there. */
function moved(values: Values, load: Months): { month: HijriMonth; days: number; shifts: HijriShifts } | null {
  const month = load.months.find(m => m.key === values.month)
  if (!month || (values.way !== 'earlier' && values.way !== 'later')) return null
  const days = (load.shifts[month.key] ?? 0) + (values.way === 'later' ? 1 : -1)
  return { month, days, shifts: { ...load.shifts, [month.key]: days } }
}

/** Where the month begins then, and which holidays go with it. */
function effect(values: Values, speak: Speak, load: Months): Part[] {
  const to = moved(values, load)
  if (!to) return []
  const start = monthStart({ hijriShifts: to.shifts }, to.month.year, to.month.month).toString()
  const going = movedHolidays(load.holidays, { hijriShifts: load.shifts }, { hijriShifts: to.shifts })
  return [
    text(
      speak.say('holidays.monthBegins', {
        _month: monthLabel(speak, to.month),
        start: speak.day(start),
        before: speak.day(to.month.start),
      }),
    ),
    ...(going.length === 0 ? [text(speak.say('holidays.noneMove'), 'subtle')] : [text(speak.say('holidays.thatMove'), 'strong')]),
    list(
      going.map(g => ({
        text: speak.pick(holidayName(g.holiday)),
        detail: speak.say('holidays.movesTo', { _to: speak.when({ kind: 'days', start: g.from, end: g.to }) }),
      })),
    ),
  ]
}

export const hijriForm = form<Values, Months>({
  id: 'hijri',
  title: 'holidays.monthTitle',
  submit: 'holidays.monthSubmit',
  confirm: true,
  fields: { month: monthField, way: wayField },
  async load(turn) {
    const { shifts } = await people.calendarRows(turn.db, turn.network.id)
    const holidays = await network.holidaysFrom(turn.db, turn.network.id, today(turn))
    return allowed(turn, { months: monthsAhead({ hijriShifts: shifts }, today(turn)), shifts, holidays })
  },
  check(values, _asking, load) {
    const to = moved(values, load)
    return to && Math.abs(to.days) > furthest ? [{ field: 'way', said: { key: 'holidays.tooFar', values: { max: furthest } } }] : []
  },
  card: (values, asking, load) => effect(values, asking.speak, load),
  async save(values, turn, load) {
    const to = moved(values, load)
    if (!to) return warn(turn.speak, 'dialogue.stale')
    const before = load.shifts[to.month.key] ?? 0
    await network.setHijriShift(turn.db, turn.network.id, to.month.key, to.days)
    await record(turn, turn.member.id, {
      entity: 'hijri',
      id: to.month.key,
      action: 'moved',
      before: { days: before },
      after: { days: to.days },
    })
    for (const g of movedHolidays(load.holidays, { hijriShifts: load.shifts }, { hijriShifts: to.shifts })) {
      await network.moveHoliday(turn.db, turn.network.id, g.holiday.id, { from: g.from, to: g.to })
      await record(turn, turn.member.id, {
        entity: 'holiday',
        id: g.holiday.id,
        action: 'moved',
        before: { from: g.holiday.from, to: g.holiday.to },
        after: { from: g.from, to: g.to },
      })
    }
    await refreshCalendar(turn)
    const { speak } = turn
    const start = monthStart({ hijriShifts: to.shifts }, to.month.year, to.month.month).toString()
    return changedView(turn, speak.say('holidays.monthMoved', { _month: monthLabel(speak, to.month), start: speak.day(start) }))
  },
})

// ---- the hours of Ramadan ----

const hoursValue = z.union([z.object({ from: z.string(), to: z.string() }), z.literal('same')])

const hoursField: Field = {
  label: 'holidays.ramadanHours',
  ask: 'holidays.hoursAsk',
  need: 'required',
  schema: hoursValue,
  read(said) {
    const hours = hoursIn(said)
    if (hours === undefined) return fail({ key: 'holidays.badHours', values: { said: said.slice(0, 60) } })
    if (hours === null) return ok({ hours: 'same' })
    return hours.from < hours.to ? ok({ hours }) : fail({ key: 'holidays.hoursEndFirst' })
  },
  show(values, { speak }) {
    const had = hoursValue.safeParse(values.hours)
    return had.success ? hoursSaid(speak, had.data === 'same' ? null : had.data) : null
  },
  inputs(values) {
    const had = hoursValue.safeParse(values.hours)
    return { id: 'hours', kind: 'text', max: 40, value: had.success && had.data !== 'same' ? `${had.data.from}–${had.data.to}` : undefined }
  },
  choices: asking => [{ value: 'same', label: asking.speak.say('holidays.sameHours') }],
}

export const ramadanForm = form<Values, null>({
  id: 'ramadan',
  title: 'holidays.hoursTitle',
  submit: 'dialogue.save',
  confirm: true,
  fields: { hours: hoursField },
  load: async turn => allowed(turn, null),
  async save(values, turn) {
    const given = hoursValue.parse(values.hours)
    const hours = given === 'same' ? null : given
    const before = turn.network.settings.ramadanHours
    await people.setRamadanHours(turn.db, turn.network.id, hours)
    await record(turn, turn.member.id, {
      entity: 'settings',
      id: 'ramadanHours',
      action: 'changed',
      before: { hours: before },
      after: { hours },
    })
    await refreshCalendar(turn, { ramadanHours: hours })
    return changedView(turn, turn.speak.say('holidays.hoursSet', { _hours: hoursSaid(turn.speak, hours) }))
  },
})
