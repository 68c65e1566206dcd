/** What the plan lacks, for the centre: priorities without an activity, organizations and weeks without anything, in this month and the next. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as planDb from '../../db/plan.ts'
import { nameOf } from '../activities/show.ts'
import { boundsOf } from '../activities/when.ts'
import { actions, button, heading, list, notice, onlyFor, text, view } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { When } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { Weekday } from '../model/settings.ts'
import type { Part } from '../model/view.ts'
import { addMonths, dayOf, monthWindow, thisMonth, weekStart } from '../time/zone.ts'
import { monthsName } from './show.ts'

export type Week = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** The network's weeks that touch some days, each cut to them: a week begins after the weekend. Pure. */
export function weeksOf(first: Temporal.PlainDate, last: Temporal.PlainDate, weekend: readonly Weekday[]): Week[] {
  const out: Week[] = []
  for (let from = first; Temporal.PlainDate.compare(from, last) <= 0; ) {
    const end = weekStart(weekend, from).add({ days: 6 })
    const to = Temporal.PlainDate.compare(end, last) < 0 ? end : last
    out.push({ from, to })
    from = to.add({ days: 1 })
  }
  return out
}

export type Gaps<P, O> = { priorities: P[]; organizations: O[]; weeks: Week[] }

/** Pure. `owners` of an activity are its owner and the partners that accepted. Weeks are those from `today` on: nothing can be planned for what is over. */
export function gapsOf<P extends { id: string }, O extends { id: string }>(
  all: readonly { when: When; owners: readonly string[]; priorityId: string | null }[],
  of: { priorities: readonly P[]; organizations: readonly O[] },
  days: { today: Temporal.PlainDate; last: Temporal.PlainDate; weekend: readonly Weekday[]; zone: string },
): Gaps<P, O> {
  const served = new Set(all.map(a => a.priorityId))
  const busy = new Set(all.flatMap(a => a.owners))
  const stretches = all.map(a => boundsOf(a.when, days.zone))
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(days.zone).toInstant()
  const empty = (w: Week) => {
    const [from, to] = [at(w.from), at(w.to.add({ days: 1 }))]
    return !stretches.some(s => Temporal.Instant.compare(s.startsAt, to) < 0 && Temporal.Instant.compare(s.endsAt, from) > 0)
  }
  return {
    priorities: of.priorities.filter(p => !served.has(p.id)),
    organizations: of.organizations.filter(o => !busy.has(o.id)),
    weeks: weeksOf(days.today, days.last, days.weekend).filter(empty),
  }
}

export async function gapsCommand(turn: Turn): Promise<Answer> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const { zone, weekend } = turn.network.settings
  const window = monthWindow(zone, thisMonth(turn), 2)
  const priorities = await planDb.prioritiesOf(turn.db, turn.reader, window.months)
  const all = await activitiesDb.inWindow(turn.db, turn.reader, window)
  // Who was invited and has not accepted has nothing yet.
  const joined = await planDb.acceptedPartners(
    turn.db,
    turn.network.id,
    all.map(a => a.id),
  )
  const last = Temporal.PlainYearMonth.from(addMonths(thisMonth(turn), 2))
    .toPlainDate({ day: 1 })
    .subtract({ days: 1 })
  const gaps = gapsOf(
    all.map(a => ({ when: a.when, owners: [a.ownerId, ...(joined.get(a.id) ?? [])], priorityId: a.priorityId })),
    { priorities, organizations: turn.organizations.filter(o => o.active && !o.centre) },
    { today: dayOf(zone, turn.now), last, weekend, zone },
  )
  const title = speak.say('gaps.title', { _period: monthsName(window.months, speak) })
  const none = gaps.priorities.length + gaps.organizations.length + gaps.weeks.length === 0
  return {
    views: [
      view(
        turn.language,
        [
          heading(title),
          ...(none ? [notice('good', speak.say('gaps.none'))] : []),
          ...section(
            speak.say('gaps.priorities', { n: gaps.priorities.length }),
            gaps.priorities.map(p => ({ text: speak.pick(p.title), detail: speak.month(p.month) })),
          ),
          ...section(
            speak.say('gaps.organizations', { n: gaps.organizations.length }),
            gaps.organizations.map(o => ({ text: nameOf(turn, o.id) })),
          ),
          ...section(
            speak.say('gaps.weeks', { n: gaps.weeks.length }),
            gaps.weeks.map(w => ({ text: speak.when({ kind: 'days', start: w.from.toString(), end: w.to.toString() }) })),
          ),
          actions([button(speak, 'gaps.plan', 'command', { name: 'plan' })]),
        ],
        title,
      ),
    ],
  }
}

/** Lines of one kind of gap on the card. */
const most = 30

const section = (title: string, lines: { text: string; detail?: string }[]): Part[] =>
  lines.length === 0 ? [] : [text(title, 'strong'), list(lines.slice(0, most))]
