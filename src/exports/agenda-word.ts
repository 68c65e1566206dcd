/** The agenda of a meeting as it is handed out on paper: when and where, an overview of its lines with their times, and what each is about. */
import type { Temporal } from 'temporal-polyfill'
import * as meetingsDb from '../../db/meetings.ts'
import { ownerOf, stateOf } from '../actions/show.ts'
import type { Voice } from '../activities/show.ts'
import { type AgendaLine, agendaOf, endOf, minutesOf } from '../agenda/agenda.ts'
import { lineParts, lineTitle } from '../agenda/show.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { type Meeting, windowOf } from '../meetings/occurrences.ts'
import type { Language, Reader } from '../model/people.ts'
import { monthsName } from '../plan/show.ts'
import { dayOf, wall } from '../time/zone.ts'
import { type Block, blocksOf, h, type Line, lineIn, type Section } from './blocks.ts'
import { changeTable } from './changes-blocks.ts'
import { pictureBlocks } from './echo-word.ts'
import type { Printing } from './look-ahead.ts'
import type { Made } from './made.ts'
import { textBlocks } from './priority-blocks.ts'
import { wordOf } from './word-of.ts'

/** Of what the reader may see; null where there is no such meeting. */
export async function agendaWord(scene: Scene, reader: Reader, meetingId: string, languages: readonly Language[]): Promise<Made | null> {
  const meeting = await meetingsDb.byId(scene.db, scene.network.id, meetingId)
  if (!meeting || reader.roles.length === 0) return null
  const lines = await agendaOf(scene, meeting, reader)
  const heard = lines.find(line => line.kind === 'echo')
  const echo = heard?.kind === 'echo' ? heard.echo : null
  const sections: Section[] = []
  for (const language of languages) {
    const voice = { speak: scene.voice(language), organizations: scene.organizations, fault: scene.fault }
    const chart = echo ? await pictureBlocks(voice, echo) : []
    sections.push(agendaSection(scene, meeting, lines, language, { alone: languages.length === 1, chart }))
  }
  return wordOf(scene, { title: speak => titleOf(scene, speak, meeting), sections })
}

const titleOf = (scene: Scene, speak: Speak, m: Meeting): string =>
  speak.say('word.agendaOf', { day: speak.day(dayOf(scene.network.settings.zone, m.startsAt)) })

/** `chart` is that of the echo, for the line that tells of it. */
function agendaSection(
  scene: Scene,
  m: Meeting,
  lines: readonly AgendaLine[],
  language: Language,
  { alone, chart }: { alone: boolean; chart: readonly Block[] },
): Section {
  const speak = scene.voice(language)
  const { zone, meeting } = scene.network.settings
  const clock = (at: Temporal.Instant): string => wall(zone, at).toPlainTime().toString({ smallestUnit: 'minute' })
  const day = dayOf(zone, m.startsAt)
  const hijri = speak.hijri(day)
  const place = speak.pick(meeting.place)
  const voice: Voice = { speak, organizations: scene.organizations }
  const facts = [
    { label: speak.say('word.hours'), value: speak.hours(clock(m.startsAt), clock(endOf(scene, m))) },
    ...(place ? [{ label: speak.say('meeting.place'), value: place }] : []),
    ...(hijri ? [{ label: speak.say('activity.hijri'), value: hijri }] : []),
    { label: speak.say('meeting.covers'), value: monthsName(windowOf(scene, m).months, speak) },
    { label: speak.say('word.length'), value: speak.say('word.minutes', { n: minutesOf(lines) }) },
  ]
  const overview: Block = {
    kind: 'table',
    name: speak.say('word.agenda'),
    columns: [
      { title: speak.say('word.time'), share: 18 },
      { title: speak.say('word.line'), share: 64 },
      { title: speak.say('word.length'), share: 18 },
    ],
    rows: lines.map(line => [
      [{ text: speak.time(clock(line.startsAt)) }],
      [{ text: lineTitle(speak, line), tone: 'strong' as const }],
      [{ text: speak.say('word.minutes', { n: line.minutes }) }],
    ]),
  }
  return {
    language,
    cover: {
      above: speak.pick(scene.network.name),
      title: speak.say('word.agenda'),
      below: speak.say('word.meetingOf', { day: speak.day(day) }),
      running: titleOf(scene, speak, m),
      facts,
    },
    blocks: [
      h(1, speak.say('word.agenda')),
      overview,
      ...lines.flatMap((line, n) => [
        h(2, `${speak.number(n + 1)}. ${lineTitle(speak, line)}`),
        {
          kind: 'paragraph' as const,
          tone: 'subtle' as const,
          text: `${speak.time(clock(line.startsAt))} · ${speak.say('word.minutes', { n: line.minutes })}`,
        },
        ...(line.kind === 'echo' ? chart : []),
        ...contentOf(line, { voice, alone }),
      ]),
    ],
  }
}

/** What a line is about. A chat counts what paper has room for: all the actions and changes, and the priorities with their messages. */
function contentOf(line: AgendaLine, printing: Printing): Block[] {
  const { speak, organizations } = printing.voice
  if (line.kind === 'actions') return [actionTable(line, printing.voice)]
  if (line.kind === 'changes') {
    const voice = { speak, organizations: [...line.organizations, ...organizations] }
    return [changeTable(lineTitle(speak, line), line.changes, { ...printing, voice })]
  }
  if (line.kind === 'priorities')
    return line.priorities.flatMap((p, n) => [
      h(3, `${speak.number(n + 1)}. ${speak.pick(p.title)} (${speak.month(p.month)})`),
      ...textBlocks(p, printing),
    ])
  return blocksOf(lineParts(printing.voice, line), 3)
}

/** Every action with whose it is, when it is due and what came of it. */
function actionTable(line: Extract<AgendaLine, { kind: 'actions' }>, voice: Voice): Block {
  const { speak } = voice
  return {
    kind: 'table',
    name: lineTitle(speak, line),
    columns: [
      { title: speak.say('activity.reference'), share: 14 },
      { title: speak.say('word.action'), share: 38 },
      { title: speak.say('activity.owner'), share: 26 },
      { title: speak.say('word.due'), share: 22 },
    ],
    rows: line.actions.map((a): Line[][] => [
      [{ text: speak.number(a.number) }],
      [lineIn(a.text, speak.language) ?? { text: '' }, ...(a.note ? [{ text: a.note, tone: 'subtle' as const }] : [])],
      [{ text: ownerOf(voice, a, line.names) }],
      [
        { text: speak.shortDay(a.dueOn) },
        {
          text: stateOf(speak, a, line.day) ?? speak.say('action.state', { _state: a.state }),
          tone: a.state === 'open' ? ('strong' as const) : ('subtle' as const),
        },
      ],
    ]),
  }
}
