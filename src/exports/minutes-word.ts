/** Minutes as they are handed out on paper: when and where, who said they would come, what was decided line by line, and a table of the actions. */
import { Temporal } from 'temporal-polyfill'
import * as minutesDb from '../../db/minutes.ts'
import { together } from '../actions/show.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { MinutedLine, MinutesContent } from '../model/minutes.ts'
import type { Bilingual, Language, Reader } from '../model/people.ts'
import { dayOf, wall } from '../time/zone.ts'
import { type Block, h, type Line, lineIn, p, type Section } from './blocks.ts'
import { withHijri } from './look-ahead.ts'
import type { Made } from './made.ts'
import { wordOf } from './word-of.ts'

/** The present version; null where there are none of that number. */
export async function minutesWord(scene: Scene, reader: Reader, number: number, languages: readonly Language[]): Promise<Made | null> {
  const kept = await minutesDb.byNumber(scene.db, reader, number)
  if (!kept) return null
  const { zone } = scene.network.settings
  return wordOf(scene, {
    title: speak => titleOf(speak, zone, number, kept.content),
    sections: languages.map(language => minutesSection(scene.voice(language), { zone, network: scene.network.name }, kept)),
  })
}

const dayOfMeeting = (zone: string, { startsAt }: MinutesContent): Temporal.PlainDate => dayOf(zone, Temporal.Instant.from(startsAt))

const titleOf = (speak: Speak, zone: string, number: number, content: MinutesContent): string =>
  speak.say('word.minutesOf', { number, day: speak.day(dayOfMeeting(zone, content)) })

export function minutesSection(
  speak: Speak,
  of: { zone: string; network: Bilingual },
  { number, version, content }: Pick<minutesDb.Minutes, 'number' | 'version' | 'content'>,
): Section {
  const { zone } = of
  const clock = (at: string): string => wall(zone, Temporal.Instant.from(at)).toPlainTime().toString({ smallestUnit: 'minute' })
  const day = dayOfMeeting(zone, content)
  const hijri = speak.hijri(day)
  const place = speak.pick(content.place)
  return {
    language: speak.language,
    cover: {
      above: speak.pick(of.network),
      title: speak.say('word.minutesTitle'),
      below: speak.say('word.meetingOf', { day: speak.day(day) }),
      running: titleOf(speak, zone, number, content),
      facts: [
        { label: speak.say('activity.reference'), value: speak.number(number) },
        { label: speak.say('word.hours'), value: speak.hours(clock(content.startedAt), content.closedAt ? clock(content.closedAt) : null) },
        ...(place ? [{ label: speak.say('meeting.place'), value: place }] : []),
        ...(hijri ? [{ label: speak.say('activity.hijri'), value: hijri }] : []),
        ...(version > 1 ? [{ label: speak.say('word.version'), value: speak.say('word.correctedTimes', { n: version - 1 }) }] : []),
      ],
    },
    blocks: [...attendance(content, speak), ...discussed(content, speak), ...agreed(content, speak)],
  }
}

function attendance({ attendance: came, attended }: MinutesContent, speak: Speak): Block[] {
  if (!came || came.length === 0) return []
  const title = speak.say(attended ? 'minutes.attended' : 'minutes.attendance')
  return [
    h(1, title),
    {
      kind: 'table',
      name: title,
      columns: [
        { title: speak.say('activity.owner'), share: 40 },
        { title: speak.say('word.people'), share: 60 },
      ],
      rows: came.map(a => [[{ text: speak.pick(a.organization) }], [{ text: speak.list(a.people.map(x => speak.pick(x))) }]]),
    },
  ]
}

/** Lines in the order in which they were come to; what is said of one stands under it. */
function discussed({ lines }: MinutesContent, speak: Speak): Block[] {
  return [
    h(1, speak.say('word.discussed')),
    ...lines.flatMap((line, n): Block[] => [
      h(2, `${speak.number(n + 1)}. ${line.title ? line.title[speak.language] : speak.say('word.otherMatters')}`),
      ...(line.skipped ? [p(speak.say('word.passedOver'), 'subtle')] : saidOf(line, speak)),
    ]),
  ]
}

function saidOf({ decisions, actions }: MinutedLine, speak: Speak): Block[] {
  return [
    ...(decisions.length > 0
      ? [
          p(speak.say('word.decisions'), 'strong'),
          { kind: 'list' as const, numbered: false, items: decisions.map(d => ({ text: speak.pick(d.text) })) },
        ]
      : []),
    ...(actions.length > 0
      ? [
          p(speak.say('word.actions'), 'strong'),
          {
            kind: 'list' as const,
            numbered: true,
            items: together(actions).map(([a, ...more]) => ({
              text: speak.say('word.actionLine', { _number: numberOf([a, ...more], speak), text: speak.pick(a.text) }),
              detail: `${more.length > 0 ? ownersOf([a, ...more], speak) : ownerOf(a, speak)} · ${speak.day(a.dueOn)}`,
            })),
          },
        ]
      : []),
    ...(decisions.length + actions.length === 0 ? [p(speak.say('word.nothingRecorded'), 'subtle')] : []),
  ]
}

type Agreed = MinutedLine['actions'][number]
const ownerOf = (a: Agreed, speak: Speak): string =>
  [a.organization, ...(a.member ? [a.member] : [])].map(n => speak.pick(n)).join(speak.language === 'ar' ? '، ' : ', ')

/** What was agreed in one sentence for several: all its numbers, and all that owe it. */
const numberOf = (all: readonly Agreed[], speak: Speak): string =>
  all.length > 1
    ? speak.say('action.numbers', { first: all[0]?.number ?? 0, last: all.at(-1)?.number ?? 0 })
    : speak.number(all[0]?.number ?? 0)
const ownersOf = (all: readonly Agreed[], speak: Speak): string => speak.list(all.map(a => speak.pick(a.organization)))

/** Owners named in a cell; above, where they were agreed, all of them are. */
const mostOwners = 5

/** All the actions in one place, for whoever follows them up. */
function agreed({ lines }: MinutesContent, speak: Speak): Block[] {
  const all = lines.flatMap(l => l.actions).sort((a, b) => a.number - b.number)
  const title = speak.say('word.actions')
  if (all.length === 0) return [h(1, title), p(speak.say('word.noActions'), 'subtle')]
  return [
    h(1, title),
    {
      kind: 'table',
      name: title,
      columns: [
        { title: speak.say('activity.reference'), share: 14 },
        { title: speak.say('word.action'), share: 38 },
        { title: speak.say('activity.owner'), share: 26 },
        { title: speak.say('word.due'), share: 22 },
      ],
      rows: together(all).map(([a, ...more]): Line[][] => [
        [{ text: numberOf([a, ...more], speak) }],
        [lineIn(a.text, speak.language) ?? { text: '' }],
        [
          {
            text: more.length < mostOwners ? ownersOf([a, ...more], speak) : speak.say('action.organizationsCount', { n: more.length + 1 }),
          },
          ...(a.member ? [{ text: speak.pick(a.member), tone: 'subtle' as const }] : []),
        ],
        withHijri(a.dueOn, speak)
          .split(' · ')
          .map((text, n) => ({ text, tone: n === 0 ? ('normal' as const) : ('subtle' as const) })),
      ]),
    },
  ]
}
