/** The clashes wing: what is said before saving, the list of open clashes, what else is on at a time, and letting one stand. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import type { Near } from '../../db/clashes.ts'
import * as clashesDb from '../../db/clashes.ts'
import { lineOf } from '../activities/show.ts'
import { firstDayOf, whenOf } from '../activities/when.ts'
import { holders, tell } from '../delivery/promise.ts'
import { textField } from '../dialogue/fields.ts'
import { form } from '../dialogue/form.ts'
import { divider, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Wing } from '../dialogue/wing.ts'
import type { When } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { isWorkingDay } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { advise, daySaid, nearby, rulesOf } from './advise.ts'
import { ofCalendar, stretchesOf } from './compare.ts'
import { eyeOf, mergePress, mergeYesPress, openClash, settled } from './settle.ts'
import { clashView, type Sides } from './show.ts'
import { reach } from './slots.ts'
import { onEvents, redraw, seenBy, sidesOf } from './watch.ts'

/** Clashes on one card. */
const shown = 8

async function clashesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const at = asked.meaning.when.find(m => !m.timeOnly)
  const when = at ? whenOf(at) : null
  if (when) return { views: [await atTime(turn, when)] }
  const { speak } = turn
  const coordinator = holds(turn.reader, 'coordinator')
  const all = await clashesDb.open(turn.db, turn.network.id, coordinator ? undefined : [turn.reader.organizationId])
  const parts: Part[] = [heading(speak.say('clash.list', { n: all.length }))]
  for (const clash of all.slice(0, shown)) {
    const sides = await sidesOf(turn, clash)
    if (!sides) continue
    const eye = await eyeOf(turn, sides)
    const one = clashView(turn, speak, sides, eye)
    parts.push(divider, ...one.parts.map(p => (p.kind === 'heading' ? text(p.text, 'strong') : p)))
  }
  return { views: [view(turn.language, parts)] }
}

/** "Is anything on then?": what the reader may see, and that there is more. */
async function atTime(turn: Turn, when: When): Promise<View> {
  const { speak } = turn
  const { zone } = turn.network.settings
  // A span asks about all of its days.
  const asked = stretchesOf(when.kind === 'span' ? { kind: 'days', start: when.start, end: when.end } : when, zone)
  const near = await nearby(turn, when, [])
  const then = near.filter(other => stretchesOf(other.when, zone).some(s => asked.some(a => s.from < a.to && a.from < s.to)))
  const days = when.kind === 'span' ? [] : ofCalendar(when, rulesOf(turn), turn.calendar, turn.holidays)
  const quiet = then.length > 0 || days.length > 0 ? quietDays(turn, when, near) : []
  const seen = await activitiesDb.byIds(
    turn.db,
    turn.reader,
    then.filter(o => o.seen).map(o => o.id),
  )
  return view(turn.language, [
    heading(speak.when(when)),
    text(speak.say('clash.onDay', { n: seen.length })),
    ...days.map(d => daySaid(turn, d)),
    list(seen.map(a => lineOf(a, turn))),
    ...(quiet.length > 0 ? [text(speak.say('clash.quiet', { _days: speak.list(quiet.map(d => speak.shortDay(d))) }), 'subtle')] : []),
    ...(then.length > seen.length ? [notice('warning', speak.say('clash.andSensitive'))] : []),
  ])
}

/** How many days are offered on which nothing is planned. */
const offered = 3
/** The first working days from a time on that nothing touches, of those that were looked at. */
function quietDays(turn: Turn, when: When, near: readonly Pick<Near, 'when'>[]): Temporal.PlainDate[] {
  const { zone } = turn.network.settings
  const taken = new Set(near.flatMap(n => stretchesOf(n.when, zone).flatMap(s => s.days)))
  const first = Temporal.PlainDate.from(firstDayOf(when, zone))
  return Array.from({ length: reach }, (_, n) => first.add({ days: n }))
    .filter(d => isWorkingDay(turn.calendar, d) && !taken.has(d.toString()) && Temporal.PlainDate.compare(d, dayOf(zone, turn.now)) > 0)
    .slice(0, offered)
}

type Kept = { sides: Sides }
const keepForm = form<Record<string, unknown>, Kept>({
  id: 'clash.keep',
  title: 'clash.keepTitle',
  submit: 'dialogue.save',
  confirm: false,
  fields: { note: textField('note', { label: 'clash.note', ask: 'clash.askNote', need: 'required', min: 2, max: 500, long: true }) },
  async load(turn, args) {
    const found = await openClash(turn, args.id)
    return 'sides' in found ? { ok: true, value: found } : { ok: false, view: found.refused }
  },
  outcome: async (turn, args) => {
    const found = await openClash(turn, args.id)
    return 'refused' in found ? found.refused : null
  },
  async save(values, turn, { sides }) {
    const note = String(values.note)
    const { clash, activities } = sides
    if (!(await settled(turn, clash, 'kept', note))) return warn(turn.speak, 'clash.settledAlready')
    await redraw(turn, clash.id)
    const now = await clashesDb.byId(turn.db, turn.network.id, clash.id)
    const after: Sides = { clash: now ?? clash, activities }
    const owners = await holders(turn, 'member', [...new Set(activities.map(a => a.ownerId))])
    const seen = new Map<string, ReadonlySet<string>>()
    for (const { organizationId } of owners) seen.set(organizationId, await seenBy(turn, after, organizationId, false))
    await tell(
      turn,
      owners.filter(m => m.id !== turn.member.id),
      (language, m) =>
        clashView(turn, turn.voice(language), after, {
          organizationId: m.organizationId,
          coordinator: false,
          seen: seen.get(m.organizationId) ?? new Set(),
        }),
    )
    return clashView(turn, turn.speak, after, await eyeOf(turn, after))
  },
})

export const wing: Wing = {
  commands: { clashes: clashesCommand },
  forms: [keepForm],
  presses: {
    'clash.merge': mergePress,
    'clash.merge.yes': mergeYesPress,
    'clash.keep': async (turn, args, how) => {
      const found = await openClash(turn, args.id)
      return 'refused' in found
        ? { views: [found.refused] }
        : { begin: { form: 'clash.keep', args: { id: args.id ?? '' }, dialog: how.dialog } }
    },
  },
  events: onEvents,
  advice: { submit: advise, edit: advise },
}
