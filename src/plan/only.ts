/** What of the plan alone is asked for: one kind of activity, one place, one patron, what is not sure yet. */
import { organizationOf } from '../activities/gather.ts'
import { placesOf } from '../clashes/compare.ts'
import type { Asked, Turn } from '../dialogue/turn.ts'
import { type Activity, type Kind, kinds } from '../model/activity.ts'
import { alike, wordOf } from '../understanding/alike.ts'
import { organizationIn } from '../understanding/arguments.ts'
import { fold } from '../understanding/fold.ts'
import { kindOf } from '../understanding/parts/kinds.ts'
import { tokensOf } from '../understanding/tokens.ts'

export type Only = { kind?: Kind; venue?: string; patron?: string; certainty?: 'open' | 'confirmed' }

const notSure =
  /\b(?:tentative|unconfirmed|provisional|not (?:yet )?(?:confirmed|fixed|sure|certain))\b|(?:غير|لم)\s(?:ال)?(?:ت)?(?:[اأ]?ك?موكد|ي?موكد|توكد|يوكد|محسوم|ثابت)|مبدي[يه]/
const sure = /\bconfirmed\b|موكد/
/** Kinds whose name is also said of the plan and the meeting themselves, unless there are several of them. */
const ambiguous: Partial<Record<Kind, RegExp>> = {
  event: /^$/,
  other: /^$/,
  meeting: /\bmeetings\b|اجتماعات|لقاءات/,
  publication: /\b(?:publications|reports)\b|منشورات|تقارير|اصدارات/,
}

const isMeant = (kind: Kind, said: string): boolean => ambiguous[kind]?.test(said) ?? true

/** "Launches" and "visits" are verbs where something is told, and kinds where it is asked for. */
const several: readonly [RegExp, Kind][] = [
  [/\blaunches\b/, 'launch'],
  [/\bvisits\b/, 'visit'],
]
const kindIn = (said: string): Kind | null => kindOf(tokensOf(said)) ?? several.find(([word]) => word.test(said))?.[1] ?? null

/** What a question names beside the stretch and the organization; `all` are the activities it may be answered with. */
export function onlyIn(turn: Turn, asked: Asked, all: readonly Activity[]): Only {
  const said = fold(asked.text)
  const { venue, city, patron } = asked.meaning.activity
  const { organization } = asked.meaning.arguments
  const kind = kindIn(withoutNames(turn, organization, said))
  const only: Only = {}
  if (kind && isMeant(kind, said)) only.kind = kind
  // What is read as a place counts where it is known, or somebody goes there: «عند وزارة الداخلية» is none.
  const { cities } = turn.context.names
  const place = [venue, city].find(
    p => p && !organization && (cities.some(c => fold(c) === fold(p)) || knownIn(turn, p) || all.some(a => isAt(turn, a, p))),
  )
  if (place) only.venue = knownIn(turn, place) ?? place
  if (patron) only.patron = patron
  if (notSure.test(said)) only.certainty = 'open'
  else if (sure.test(said)) only.certainty = 'confirmed'
  return only
}

/** Whether a question names anything of the sort, before the plan is looked into. */
export function mayName({ text, meaning }: Asked): boolean {
  const { venue, city, patron } = meaning.activity
  const said = fold(text)
  const kind = kindIn(said)
  return Boolean((kind && isMeant(kind, said)) || venue || city || patron || notSure.test(said) || sure.test(said))
}

export const isAny = (only: Only): boolean => Object.keys(only).length > 0

export const fits = (turn: Turn, a: Activity, only: Only): boolean =>
  (only.kind === undefined || a.kind === only.kind) &&
  (only.venue === undefined || isAt(turn, a, only.venue)) &&
  (only.patron === undefined || isUnder(turn, a, only.patron)) &&
  (only.certainty === undefined || (a.certainty === 'confirmed') === (only.certainty === 'confirmed'))

/** The exhibitions of the "Tourism and Exhibitions Authority" are part of its name. */
function withoutNames(turn: Turn, organization: string | undefined, said: string): string {
  const id = organization && organizationOf(organization, { context: turn.context })
  const names = turn.context.names.organizations.find(o => o.id === id)?.names ?? []
  return names
    .map(fold)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ' '), said)
}

/** The place of the network's list whose name stands in what was said; null where none does. */
const knownIn = (turn: Turn, said: string): string | null =>
  turn.context.names.venues.find(v => ` ${fold(said)} `.includes(` ${fold(v)} `)) ?? null

/** At a place by any name the network knows it by; else where one of the two is part of the other. */
function isAt(turn: Turn, a: Activity, place: string): boolean {
  const placeOf = placesOf(turn.network.settings)
  const wanted = placeOf(place)
  return [a.venue, a.city].some(said => {
    const stands = placeOf(said)
    return (
      stands !== '' &&
      wanted !== '' &&
      (stands === wanted || ` ${stands} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${stands} `))
    )
  })
}

const courtesies = new Set(
  'his her the of excellency highness royal he hh hrh معالي سعاده سمو صاحب صاحبه السمو الملكي الشيخ الشيخه جلاله'.split(' '),
)
const officeIn = (said: string) => tokensOf(said).flatMap(t => (t.kind === 'word' && !courtesies.has(t.f) ? [wordOf(t.f)] : []))
/** Every word of the office or name that was said stands in that of the patron; or both are of one organization ("the Minister of Health", «معالي وزيرة الصحة»). */
function isUnder(turn: Turn, a: Activity, patron: string): boolean {
  const [of, said] = [organizationIn(a.patron ?? '', turn.context), organizationIn(patron, turn.context)]
  if (of && of === said) return true
  const own = officeIn(a.patron ?? '')
  const wanted = officeIn(patron)
  return wanted.length > 0 && wanted.every(w => own.some(o => alike(w, o)))
}

/** In words, for the line under the plan's title. */
export function onlySaid({ speak }: Turn, only: Only): string {
  return speak.list([
    ...(only.kind ? [speak.say('plan.onlyKind', { _kind: only.kind })] : []),
    ...(only.certainty ? [speak.say('plan.onlyCertainty', { _certainty: only.certainty })] : []),
    ...(only.venue ? [speak.say('plan.onlyAt', { venue: only.venue })] : []),
    ...(only.patron ? [speak.say('plan.onlyUnder', { patron: only.patron })] : []),
  ])
}

/** As short arguments of a button, and back. */
export const onlyArgs = (only: Only): Record<string, string> => ({
  ...(only.kind ? { k: only.kind } : {}),
  ...(only.venue ? { v: only.venue.slice(0, 100) } : {}),
  ...(only.patron ? { p: only.patron.slice(0, 100) } : {}),
  ...(only.certainty ? { c: only.certainty } : {}),
})
export function onlyOf(args: Record<string, string>): Only {
  const kind = kinds.find(k => k === args.k)
  return {
    ...(kind ? { kind } : {}),
    ...(args.v ? { venue: args.v } : {}),
    ...(args.p ? { patron: args.p } : {}),
    ...(args.c === 'open' || args.c === 'confirmed' ? { certainty: args.c } : {}),
  }
}
