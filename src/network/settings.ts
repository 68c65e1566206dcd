/** What an admin sets of the network itself: its names, zone, weekend, working hours, digits, the Hijri date, the order of day and month. */
import { z } from 'zod'
import * as people from '../../db/people.ts'
import { choiceField, choicesField, clean, numberField, textField } from '../dialogue/fields.ts'
import { type Asking, type Field, form, type Gathered, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { facts, notice, onlyFor, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import { actionDaysOf, agendaRulesOf, freshDaysOf, keepOf, type Settings } from '../model/settings.ts'
import type { Part, View } from '../model/view.ts'
import { fold, hasArabic } from '../understanding/fold.ts'
import { type StatedSetting, settingNamed, settingsIn } from '../understanding/settings-said.ts'
import { hoursSaid } from './holidays-show.ts'
import { hoursIn } from './hours.ts'
import { type Sector, sectorsField } from './sectors.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** A network works on two days a week at least. */
const longestWeekend = 5
/** Working days ahead of something at which it may be asked about or reminded of at most: three months. */
const longestAhead = 60
/** Days for which sent messages are kept: a month at least, so that nobody is asked again what they answered; ten years at most. */
const keptDays = { min: 30, max: 3650 }

/** The settings as the form's values. */
export function valuesOf(turn: Pick<Turn, 'network'>): Values {
  const { name, settings } = turn.network
  return {
    nameAr: name.ar,
    nameEn: name.en,
    zone: settings.zone,
    weekend: settings.weekend.map(String),
    hours: settings.workingHours,
    digits: settings.digits,
    hijri: settings.hijri ? 'shown' : 'hidden',
    order: settings.dayMonthOrder,
    freshDays: freshDaysOf(settings),
    sectors: settings.sectors ?? [],
    inviteDays: agendaRulesOf(settings).inviteDays,
    actionDays: actionDaysOf(settings),
    messageDays: keepOf(settings).messageDays,
  }
}

/** What the settings were when the form was begun; a form begun on older ones is refused. */
const seenOf = (turn: Pick<Turn, 'network'>): string => JSON.stringify(Object.values(valuesOf(turn)))

/** An IANA zone by its name, or by its city: "Asia/Bahrain", "Bahrain". Null for none. */
export function zoneIn(said: string): string | null {
  const wanted = fold(said).replaceAll(' ', '_')
  const zones = Intl.supportedValuesOf('timeZone')
  const named = zones.find(z => fold(z) === wanted) ?? zones.find(z => fold(z.slice(z.lastIndexOf('/') + 1)) === wanted)
  if (named) return named
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said.trim() }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

const zoneField: Field = {
  label: 'settings.zone',
  ask: 'settings.askZone',
  hint: 'settings.hintZone',
  need: 'required',
  schema: z.string(),
  read(said) {
    const zone = zoneIn(clean(said).slice(0, 60))
    return zone ? ok({ zone }) : fail({ key: 'settings.notAZone', values: { said: said.slice(0, 60) } })
  },
  show: values => (typeof values.zone === 'string' ? values.zone : null),
  inputs: values => ({ id: 'zone', kind: 'text', max: 60, value: typeof values.zone === 'string' ? values.zone : undefined }),
}

const hoursSchema = z.object({ from: z.string(), to: z.string() })
const hoursField: Field = {
  label: 'settings.hours',
  ask: 'settings.askHours',
  need: 'required',
  schema: hoursSchema,
  read(said) {
    const hours = hoursIn(said)
    if (!hours) return fail({ key: 'holidays.badHours', values: { said: said.slice(0, 60) } })
    return hours.from < hours.to ? ok({ hours }) : fail({ key: 'holidays.hoursEndFirst' })
  },
  show(values, { speak }) {
    const had = hoursSchema.safeParse(values.hours)
    return had.success ? hoursSaid(speak, had.data) : null
  },
  inputs(values) {
    const had = hoursSchema.safeParse(values.hours)
    return { id: 'hours', kind: 'text', max: 40, value: had.success ? `${had.data.from}–${had.data.to}` : undefined }
  },
}

const name = (id: 'nameAr' | 'nameEn') =>
  textField(id, {
    label: id === 'nameAr' ? 'settings.nameAr' : 'settings.nameEn',
    ask: id === 'nameAr' ? 'settings.askNameAr' : 'settings.askNameEn',
    need: 'asked',
    min: 2,
    max: 120,
  })

/** A sentence that states settings; each is read as the answer to its own question would be. */
function gather(said: string, asking: Asking, values: Partial<Values>): Gathered<Values> {
  const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
  for (const stated of settingsIn(said)) {
    const name = stated.field === 'name' ? (hasArabic(stated.said) ? 'nameAr' : 'nameEn') : stated.field
    const read = fields[name].read(valueSaid(stated), asking, { ...values, ...out.values }, null)
    if (read.ok) Object.assign(out.values, read.value)
    else out.problems.push({ field: name, said: read.problem })
  }
  if (Object.keys(out.values).length > 0 || out.problems.length > 0) return out
  // One that is named with a value nobody can read is asked for, with what was wrong.
  const named = settingNamed(said)
  const read = named ? fields[named.field].read(named.said, asking, values, null) : null
  return named && read && !read.ok ? { ...out, problems: [{ field: named.field, said: read.problem }] } : out
}

/** The words of a choice between two, as its own question takes them. */
function valueSaid({ field, said }: StatedSetting): string {
  if (field === 'digits') return /latin|western|english|latn|لاتيني|غربي|انجليزي/i.test(fold(said)) ? 'latn' : 'arab'
  if (field === 'hijri') return /hide|hidden|without|\bno\b|stop|remove|drop|اخف|بدون|احذف|لا |بلا/i.test(fold(said)) ? 'hidden' : 'shown'
  return said
}

const fields = {
  nameAr: name('nameAr'),
  nameEn: name('nameEn'),
  zone: zoneField,
  weekend: choicesField('weekend', {
    label: 'settings.weekend',
    ask: 'settings.askWeekend',
    need: 'asked',
    options: ({ speak }) => weekdays.map(d => ({ value: String(d), label: speak.weekday(d) })),
  }),
  hours: hoursField,
  digits: choiceField('digits', {
    label: 'settings.digits',
    ask: 'settings.askDigits',
    need: 'required',
    options: ({ speak }) =>
      (['arab', 'latn'] as const).map(d => ({
        value: d,
        label: speak.say('settings.digitsAre', { _digits: d === 'arab' ? '٠١٢٣' : '0123' }),
      })),
  }),
  hijri: choiceField('hijri', {
    label: 'settings.hijri',
    ask: 'settings.askHijri',
    need: 'required',
    options: ({ speak }) => (['shown', 'hidden'] as const).map(h => ({ value: h, label: speak.say('settings.hijriIs', { _hijri: h }) })),
  }),
  order: choiceField('order', {
    label: 'settings.order',
    ask: 'settings.askOrder',
    need: 'required',
    options: ({ speak }) =>
      (['day-month', 'month-day'] as const).map(o => ({
        value: o,
        label: speak.say('settings.orderIs', { day: speak.day(o === 'day-month' ? '2026-04-03' : '2026-03-04') }),
      })),
  }),
  freshDays: numberField('freshDays', {
    label: 'settings.freshDays',
    ask: 'settings.askFreshDays',
    need: 'offered',
    min: 1,
    max: longestAhead,
  }),
  sectors: sectorsField,
  inviteDays: numberField('inviteDays', {
    label: 'settings.inviteDays',
    ask: 'settings.askInviteDays',
    need: 'offered',
    min: 1,
    max: longestAhead,
  }),
  actionDays: numberField('actionDays', {
    label: 'settings.actionDays',
    ask: 'settings.askActionDays',
    need: 'offered',
    min: 1,
    max: longestAhead,
  }),
  messageDays: numberField('messageDays', {
    label: 'settings.messageDays',
    ask: 'settings.askMessageDays',
    need: 'offered',
    ...keptDays,
  }),
} satisfies Record<string, Field>

/** What stands, beside which the card shows what changes. */
type Load = { was: Values }

export const networkForm = form<Values, Load>({
  id: 'network.settings',
  title: 'settings.title',
  submit: 'dialogue.save',
  confirm: true,
  fields,
  gather,
  was: (_asking, load) => load.was,
  async load(turn, args) {
    if (!holds(turn.reader, 'admin')) return { ok: false, view: onlyFor(turn.speak, 'admin') }
    if (args.seen === seenOf(turn)) return { ok: true, value: { was: valuesOf(turn) } }
    return { ok: false, view: view(turn.language, [notice('warning', turn.speak.say('settings.changedMeanwhile')), standing(turn)]) }
  },
  check(values) {
    const days = Array.isArray(values.weekend) ? values.weekend : []
    if (days.length > longestWeekend)
      return [{ field: 'weekend', said: { key: 'settings.weekendTooLong', values: { max: longestWeekend } } }]
    return values.nameAr || values.nameEn ? [] : [{ field: 'nameAr', said: { key: 'dialogue.required' } }]
  },
  stands: async turn => (holds(turn.reader, 'admin') ? [standing(turn)] : []),
  save,
})

export async function settingsCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!holds(turn.reader, 'admin')) return { views: [onlyFor(turn.speak, 'admin')] }
  const said = settingsIn(asked.text).length > 0 || settingNamed(asked.text) ? { text: asked.text } : {}
  return { begin: { form: 'network.settings', args: { seen: seenOf(turn) }, values: valuesOf(turn), ...said, dialog: asked.dialog } }
}

/** The settings as they stand. */
const standing = (turn: Turn): Part => {
  const values = valuesOf(turn)
  return facts(Object.values(fields).map((f): [string, string | null] => [turn.speak.say(f.label), f.show(values, turn, null)]))
}

async function save(values: Values, turn: Turn): Promise<View> {
  const { network, speak } = turn
  const was = { ...valuesOf(turn) }
  const text = (v: unknown) => (typeof v === 'string' && v.trim() ? v.trim() : undefined)
  const named = { ar: text(values.nameAr), en: text(values.nameEn) }
  const set: Pick<
    Settings,
    'zone' | 'weekend' | 'workingHours' | 'digits' | 'hijri' | 'dayMonthOrder' | 'freshDays' | 'sectors' | 'agenda' | 'actionDays' | 'keep'
  > = {
    zone: String(values.zone),
    weekend: weekdays.filter(d => Array.isArray(values.weekend) && values.weekend.map(String).includes(String(d))),
    workingHours: hoursSchema.parse(values.hours),
    digits: values.digits === 'latn' ? 'latn' : 'arab',
    hijri: values.hijri === 'shown',
    dayMonthOrder: values.order === 'month-day' ? 'month-day' : 'day-month',
    freshDays: typeof values.freshDays === 'number' ? values.freshDays : freshDaysOf(network.settings),
    actionDays: typeof values.actionDays === 'number' ? values.actionDays : actionDaysOf(network.settings),
    sectors: Array.isArray(values.sectors) ? (values.sectors as Sector[]) : [],
    agenda: { ...network.settings.agenda, ...(typeof values.inviteDays === 'number' ? { inviteDays: values.inviteDays } : {}) },
    keep: { ...network.settings.keep, ...(typeof values.messageDays === 'number' ? { messageDays: values.messageDays } : {}) },
  }
  const zoneWas = network.settings.zone
  await people.setNetwork(turn.db, network.id, named, set)
  network.name = named
  Object.assign(network.settings, set)
  Object.assign(turn.calendar, { zone: set.zone, weekend: set.weekend, workingHours: set.workingHours })
  const is = valuesOf(turn)
  if (JSON.stringify(was) === JSON.stringify(is)) return view(turn.language, [notice('info', speak.say('settings.same')), standing(turn)])
  await record(turn, turn.member.id, { entity: 'settings', id: 'network', action: 'changed', before: was, after: is })
  if (set.zone !== zoneWas) await turn.emit({ kind: 'zone.changed', by: turn.member.id })
  await turn.emit({ kind: 'calendar.changed' })
  return view(turn.language, [notice('good', speak.say('settings.saved')), standing(turn)])
}

/** "Announce here", said in a channel: editions are posted there from now on, on that platform. */
export async function announceHereCommand(turn: Turn): Promise<Answer> {
  const { speak, place, account } = turn
  if (!holds(turn.reader, 'coordinator') && !holds(turn.reader, 'admin')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  if (place.kind !== 'channel') return { views: [warn(speak, 'settings.sayItThere')] }
  const before = turn.network.settings.channels[account.platform] ?? null
  const channel = { space: account.space, id: place.id, ...(place.detail ? { detail: place.detail } : {}) }
  await people.setChannel(turn.db, turn.network.id, account.platform, channel)
  turn.network.settings.channels[account.platform] = channel
  await record(turn, turn.member.id, {
    entity: 'settings',
    id: 'channel',
    action: 'changed',
    before: before && { platform: account.platform, id: before.id },
    after: { platform: account.platform, id: channel.id },
  })
  return { views: [view(turn.language, [notice('good', speak.say('settings.announcedHere'))])] }
}
