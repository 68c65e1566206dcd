/** What the centre put into sections of the edition, each under its name, in the centre's order. It stands under its day and in its owner's table too. Pure. */
import { isolate } from '../locales/speak.ts'
import { sectioned } from '../plan/printed.ts'
import { type Block, h } from './blocks.ts'
import { ownersOf, type Printing } from './look-ahead.ts'
import type { PlanData } from './plan-data.ts'

/** Nothing where the centre made no sections. */
export function sectionBlocks({ activities }: PlanData, { voice }: Printing): Block[] {
  const { speak } = voice
  const { sections } = sectioned(activities, a => a)
  if (sections.length === 0) return []
  return [
    h(1, speak.say('word.sections')),
    ...sections.flatMap(({ name, lines }): Block[] => [
      h(2, speak.pick(name)),
      {
        kind: 'list',
        numbered: false,
        items: lines.map(a => ({
          text: speak.pick(a.title),
          detail: [
            isolate(a.reference),
            speak.shortWhen(a.when),
            ...(a.venue ? [isolate(speak.venue(a.venue))] : []),
            ownersOf(a, voice),
          ].join(' · '),
        })),
      },
    ]),
  ]
}
