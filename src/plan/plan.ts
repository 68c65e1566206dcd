/** The plan as it stands: which stretch and whose was asked for, and a page of it. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as planDb from '../../db/plan.ts'
import { organizationOf } from '../activities/gather.ts'
import { nameOf } from '../activities/show.ts'
import { actions, button, heading, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { holds, type Language } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { addMonths, monthWindow, thisMonth } from '../time/zone.ts'
import { organizationIn } from '../understanding/arguments.ts'
import { fold } from '../understanding/fold.ts'
import { nearMonth } from '../understanding/past-month.ts'
import { editionView, numberOf } from './edition.ts'
import { fits, isAny, mayName, type Only, onlyArgs, onlyIn, onlyOf, onlySaid } from './only.ts'
import { inOrder, opensAt, type Placed, pageOf } from './order.ts'
import { dayParts, monthsName, titleParts } from './show.ts'

/** What of the plan is asked for: whole months, or days (both inclusive); of one organization or of all. */
export type Scope = ({ kind: 'months'; first: Month; months: number } | { kind: 'days'; from: string; to: string }) & {
  organizationId: string | null
  /** Of one kind, place or patron alone, or what is not sure yet. */
  only?: Only
}

const wholeWindow = (turn: Turn, organizationId: string | null = null): Scope => ({
  kind: 'months',
  first: thisMonth(turn),
  months: Math.max(1, turn.network.settings.windowMonths),
  organizationId,
})

const ofLatest = /\b(latest|last|newest) edition\b|(اخر|احدث) اصدار|الاصدار الاخير/
/** Whether the newest edition is asked for, without its number. */
export const saysLatest = (text: string): boolean => ofLatest.test(fold(text))

/** `plan`, with whatever was said of month, days, organization or edition. */
export async function planCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const said = asked.meaning.arguments
  if (said.edition) return { views: [await editionView(turn, numberOf(said.edition), 0)] }
  // Before the first one that is said.
  if (saysLatest(asked.text))
    return { views: [await editionView(turn, (await planDb.latestEdition(turn.db, turn.reader))?.number ?? 0, 0)] }
  const found = scopeSaid(turn, asked)
  if ('view' in found) return { views: [found.view] }
  const only = mayName(asked) ? onlyIn(turn, asked, await activitiesDb.inWindow(turn.db, turn.reader, stretchOf(turn, found.scope))) : {}
  // "Under the patronage of the Minister of Health": whose patron it is, and not whose activity.
  const scope = only.patron && organizationIn(only.patron, turn.context) ? { ...found.scope, organizationId: null } : found.scope
  return { views: [await planView(turn, isAny(only) ? { ...scope, only } : scope, null)] }
}

/** Which stretch and whose is asked for; or what to answer where the organization is not known. */
export function scopeSaid(turn: Turn, asked: Asked): { scope: Scope } | { view: View } {
  const said = asked.meaning.arguments
  let organizationId: string | null = null
  if (said.organization) {
    organizationId = organizationOf(said.organization, { context: turn.context })
    if (!organizationId) return { view: warn(turn.speak, 'plan.noOrganization', { said: said.organization }) }
  }
  const days = daysOf(said.from, said.to)
  const scope: Scope = days
    ? { kind: 'days', ...days, organizationId }
    : said.month
      ? { kind: 'months', first: nearMonth(said.month, thisMonth(turn), asked.text), months: 1, organizationId }
      : wholeWindow(turn, organizationId)
  return { scope }
}

/** Two days in their order, of what was said; null where neither is a day. */
function daysOf(from: string | undefined, to: string | undefined): { from: string; to: string } | null {
  const [a, b] = [day(from) ?? day(to), day(to) ?? day(from)]
  if (!a || !b) return null
  return a <= b ? { from: a, to: b } : { from: b, to: a }
}

const day = (said: string | undefined): string | null => {
  try {
    return said ? Temporal.PlainDate.from(said.slice(0, 10)).toString() : null
  } catch {
    return null
  }
}

/** Buttons Earlier and Later, and those of another month: the card is replaced by what they ask for. */
export async function planPage(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const scope = scopeOf(turn, args)
  const at = args.i === undefined ? null : { from: Number(args.i), ...(args.j === undefined ? {} : { to: Number(args.j) }) }
  return { replace: await planView(turn, scope, at) }
}

/** A scope as short arguments of a button, and back. */
export const argsOf = (scope: Scope): Record<string, string> => ({
  ...(scope.kind === 'months' ? { m: scope.first, n: String(scope.months) } : { f: scope.from, t: scope.to }),
  ...(scope.organizationId ? { o: scope.organizationId } : {}),
  ...(scope.only ? onlyArgs(scope.only) : {}),
})

export function scopeOf(turn: Turn, args: Record<string, string>): Scope {
  const organizationId = turn.organizations.find(o => o.id === args.o)?.id ?? null
  const only = onlyOf(args)
  const more = { organizationId, ...(isAny(only) ? { only } : {}) }
  const days = daysOf(args.f, args.t)
  if (days) return { kind: 'days', ...days, ...more }
  const months = Number(args.n)
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(args.m ?? '') && Number.isInteger(months) && months > 0 && months <= 12)
    return { kind: 'months', first: args.m ?? '', months, ...more }
  return wholeWindow(turn, organizationId)
}

type Stretch = { start: Temporal.Instant; end: Temporal.Instant; months: Month[]; name: string }

export function stretchOf(turn: Turn, scope: Scope, speak = turn.speak): Stretch {
  const { zone } = turn.network.settings
  if (scope.kind === 'months') {
    const w = monthWindow(zone, scope.first, scope.months)
    return { ...w, name: monthsName(w.months, speak) }
  }
  const from = Temporal.PlainDate.from(scope.from)
  const to = Temporal.PlainDate.from(scope.to)
  const first = speak.day(from)
  return {
    start: from.toZonedDateTime(zone).toInstant(),
    end: to.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
    months: [],
    name: scope.from === scope.to ? first : speak.say('plan.days', { _first: first, _last: speak.day(to) }),
  }
}

/** A page of the plan. `at` is the stretch of lines a button asked for; null opens it where what is upcoming begins, with the priorities first. */
export async function planView(turn: Turn, scope: Scope, at: { from: number; to?: number } | null): Promise<View> {
  const { speak } = turn
  const { zone } = turn.network.settings
  const stretch = stretchOf(turn, scope)
  const { only } = scope
  const of = { ownerId: scope.organizationId ?? undefined }
  const [outlines, priorities, fitting] = await Promise.all([
    activitiesDb.outlines(turn.db, turn.reader, stretch, of),
    at === null && !scope.organizationId && !only ? priorityTitles(turn, stretch.months) : [],
    only ? activitiesDb.inWindow(turn.db, turn.reader, stretch, of) : null,
  ])
  const these = only && fitting ? new Set(fitting.filter(a => fits(turn, a, only)).map(a => a.id)) : null
  const all = these ? outlines.filter(o => these.has(o.id)) : outlines
  const placed = inOrder(all, {
    zone,
    start: stretch.start,
    language: turn.language,
    nameOf: id => nameOf(turn, id),
    startsAt: a => a.startsAt,
  })
  const page = pageOf(placed.length, at?.from ?? opensAt(placed, { zone, start: stretch.start, now: turn.now }), at?.to)
  const organization = scope.organizationId ? nameOf(turn, scope.organizationId) : null
  const title = organization
    ? speak.say('plan.titleOf', { organization, _period: stretch.name })
    : speak.say('plan.title', { _period: stretch.name })
  const parts: Part[] = [
    heading(title),
    ...(only ? [text(speak.say('plan.only', { _only: onlySaid(turn, only) }), 'subtle')] : []),
    ...priorities,
  ]
  if (placed.length === 0)
    parts.push(
      text(
        only
          ? speak.say('plan.noneSuch', { _period: stretch.name })
          : organization
            ? speak.say('plan.emptyOf', { organization, _period: stretch.name })
            : speak.say('plan.empty', { _period: stretch.name }),
      ),
    )
  else
    parts.push(
      text(countOf(turn, placed, page), 'subtle'),
      ...dayParts(await whole(turn, placed.slice(page.from, page.to)), speak, turn.now, () => turn),
    )
  if (holds(turn.reader, 'coordinator')) parts.push(...untranslated(turn, placed))
  parts.push(actions(pageButtons(turn, scope, page)), actions(scopeButtons(turn, scope, placed.length === 0)))
  return view(turn.language, parts, title)
}

/** The lines of a page with all that is known of their activities. */
async function whole(turn: Turn, page: Placed<activitiesDb.Outline>[]): Promise<Placed<Activity>[]> {
  const ids = page.map(p => p.activity.id)
  const found = new Map((await activitiesDb.byIds(turn.db, turn.reader, ids)).map(a => [a.id, a]))
  return page.flatMap(({ activity, day }) => {
    const a = found.get(activity.id)
    return a ? [{ activity: a, day }] : []
  })
}

async function priorityTitles(turn: Turn, months: Month[]): Promise<Part[]> {
  const all = await planDb.prioritiesOf(turn.db, turn.reader, months)
  return months.flatMap(month =>
    titleParts(
      month,
      all.filter(p => p.month === month).map(p => p.title),
      turn.speak,
    ),
  )
}

const countOf = (turn: Turn, placed: Placed<unknown>[], page: { from: number; to: number }): string =>
  page.from === 0 && page.to === placed.length
    ? turn.speak.say('plan.count', { n: placed.length })
    : turn.speak.say('plan.shown', { n: placed.length, from: page.from + 1, to: page.to })

/** References said one by one; more than these are counted. */
const named = 20

/** What lacks a title in one of the network's languages, for the centre. */
function untranslated(turn: Turn, placed: readonly Placed<activitiesDb.Outline>[]): Part[] {
  return turn.network.settings.languages.flatMap((language: Language) => {
    const lacking = placed.map(p => p.activity).filter(a => !a.titles.includes(language))
    if (lacking.length === 0) return []
    const references = turn.speak.list(lacking.slice(0, named).map(a => a.reference))
    const _references =
      lacking.length > named
        ? turn.speak.say('plan.andMore', {
            _references: lacking
              .slice(0, named)
              .map(a => a.reference)
              .join(turn.language === 'ar' ? '، ' : ', '),
            n: lacking.length - named,
          })
        : references
    return [text(turn.speak.say('plan.untranslated', { _language: language, n: lacking.length, _references }), 'subtle')]
  })
}

function pageButtons(turn: Turn, scope: Scope, page: ReturnType<typeof pageOf>): Action[] {
  const args = argsOf(scope)
  return [
    ...(page.earlier === null
      ? []
      : [button(turn.speak, 'plan.earlier', 'plan.page', { ...args, i: String(page.earlier), j: String(page.from) })]),
    ...(page.later === null ? [] : [button(turn.speak, 'plan.later', 'plan.page', { ...args, i: String(page.later) })]),
  ]
}

function scopeButtons(turn: Turn, scope: Scope, empty: boolean): Action[] {
  const now = thisMonth(turn)
  const { organizationId, only } = scope
  const such = { organizationId, ...(only ? { only } : {}) }
  const is = (first: Month, months: number) => scope.kind === 'months' && scope.first === first && scope.months === months
  const show = (label: 'plan.thisMonth' | 'plan.nextMonth' | 'plan.whole', to: Scope) => button(turn.speak, label, 'plan.page', argsOf(to))
  const whole = wholeWindow(turn)
  const maySubmit = holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')
  return [
    ...(empty && maySubmit ? [button(turn.speak, 'activity.submitOne', 'activity.submit', {}, { style: 'primary' })] : []),
    ...(is(now, 1) ? [] : [show('plan.thisMonth', { kind: 'months', first: now, months: 1, ...such })]),
    ...(is(addMonths(now, 1), 1) ? [] : [show('plan.nextMonth', { kind: 'months', first: addMonths(now, 1), months: 1, ...such })]),
    ...(whole.kind === 'months' && is(whole.first, whole.months) && !organizationId && !only ? [] : [show('plan.whole', whole)]),
    // The press is of a wing above.
    ...(empty || only ? [] : [button(turn.speak, 'plan.asFile', 'export.ask', argsOf(scope))]),
  ]
}
