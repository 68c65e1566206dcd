/** The window day by day: what is on, what runs through it, and the days of which nothing was submitted. Pure. */
import { nameOf, type Voice } from '../activities/show.ts'
import type { Scene } from '../dialogue/turn.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import { type Block, h, p } from './blocks.ts'
import { type Day, dayByDay, type OnDay } from './days.ts'
import type { PlanData } from './plan-data.ts'

/** In whose words a section is printed. `alone`: no other section of the document says the same in the other language. */
export type Printing = { voice: Voice; alone: boolean }

export function dayBlocks(data: PlanData, { voice }: Printing, scene: Pick<Scene, 'calendar' | 'holidays'>): Block[] {
  const { speak } = voice
  const months = dayByDay(data.activities, { days: data.days, calendar: scene.calendar, holidays: scene.holidays })
  return [
    h(1, speak.say('word.dayByDay')),
    ...months.flatMap(({ month, through, days }) => [
      h(2, speak.month(month)),
      ...(through.length > 0 ? [h(3, speak.say('word.through')), ...through.map(a => throughEntry(a, voice))] : []),
      ...days.flatMap(day => blocksOfDay(day, voice)),
    ]),
  ]
}

function blocksOfDay(day: Day, voice: Voice): Block[] {
  const { speak } = voice
  switch (day.kind) {
    case 'full':
      return [
        h(3, withHijri(day.day, speak)),
        ...(day.holiday ? [p(speak.say('word.holiday', { name: speak.pick(day.holiday) }), 'subtle')] : []),
        ...day.entries.map(e => entry(e, day.day, voice)),
      ]
    case 'empty':
      return [h(3, stretch(day, speak)), p(speak.say('word.nothing'), 'subtle')]
    case 'holiday':
      return [h(3, stretch(day, speak)), p(speak.say('word.holiday', { name: speak.pick(day.name) }), 'subtle')]
    default:
      return day satisfies never
  }
}

export const withHijri = (day: string, speak: Speak): string => {
  const hijri = speak.hijri(day)
  return hijri ? `${speak.day(day)} · ${hijri}` : speak.day(day)
}

function stretch({ from, to }: { from: string; to: string }, speak: Speak): string {
  if (from === to) return withHijri(from, speak)
  const when = { kind: 'days', start: from, end: to } as const
  const hijri = speak.whenHijri(when)
  return hijri ? `${speak.when(when)} · ${hijri}` : speak.when(when)
}

function entry({ activity: a, time, goesOn }: OnDay, day: string, voice: Voice): Block {
  const { speak } = voice
  // Its hours where it has an end, its days where it has more than this one.
  const whole = speak.onDay(a.when, day)
  const alone = a.when.kind === 'timed' && a.when.end === null
  return {
    kind: 'entry',
    time: goesOn ? speak.say('word.goesOn') : time ? speak.time(time) : speak.say('word.allDay'),
    title: speak.pick(a.title),
    detail: (goesOn
      ? [isolate(a.reference), speak.shortWhen(a.when), nameOf(voice, a.ownerId)]
      : [isolate(a.reference), alone ? null : whole, ...about(a, voice)]
    )
      .filter(Boolean)
      .join(' · '),
  }
}

const throughEntry = (a: Activity, voice: Voice): Block => ({
  kind: 'entry',
  time: voice.speak.say(a.when.kind === 'span' ? 'word.dayOpen' : 'word.longer'),
  title: voice.speak.pick(a.title),
  detail: [isolate(a.reference), voice.speak.shortWhen(a.when), ...about(a, voice)].join(' · '),
})

/** Where, whose, under whose patronage, and what a reader has to mind. Its number stands first in its line, where no line end can break it. */
function about(a: Activity, voice: Voice): string[] {
  const { speak } = voice
  return [
    a.venue ? isolate(speak.venue(a.venue)) : null,
    ownersOf(a, voice),
    a.patron ? speak.say('word.patron', { name: a.patron }) : null,
    ...marksOf(a, speak),
  ].filter(t => t !== null && t !== '') as string[]
}

export function ownersOf(a: Activity, voice: Voice): string {
  const names = [...[a.ownerId, ...a.partnerIds].map(id => nameOf(voice, id)), ...a.otherPartners]
  return names.length > 1 ? voice.speak.list(names) : (names[0] ?? '')
}

/** What a plan on paper says of how sure an activity is; what is between its owner and the centre (late, returned) is not printed. */
export function marksOf(a: Activity, speak: Speak): string[] {
  return [
    a.lifecycle === 'planned' ? null : speak.say('activity.lifecycle', { _lifecycle: a.lifecycle }),
    a.certainty === 'confirmed' ? null : speak.say('activity.certainty', { _certainty: a.certainty }),
    a.visibility === 'network'
      ? null
      : a.embargoUntil
        ? speak.say('activity.embargoed', { until: speak.instant(a.embargoUntil) })
        : speak.say('activity.centreOnly'),
  ].filter(t => t !== null)
}
