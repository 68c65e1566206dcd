/** The media echo on paper: its chart with the same in words, the stages with every figure, and a table of the appearances. */
import type { Voice } from '../activities/show.ts'
import { pictureOf } from '../coverage/chart-file.ts'
import { type Echo, type EchoScope, echoOf } from '../coverage/echo.ts'
import { echoParts, titleOf } from '../coverage/echo-show.ts'
import type { Scene } from '../dialogue/turn.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import { levels, mediums } from '../model/coverage.ts'
import type { Language, Reader } from '../model/people.ts'
import { dayOf } from '../time/zone.ts'
import { type Block, blocksOf, h, type Line, type Section } from './blocks.ts'
import type { Made } from './made.ts'
import { wordOf } from './word-of.ts'

/** As it stands, of what the reader may see. */
export async function echoWord(scene: Scene, reader: Reader, scope: EchoScope, languages: readonly Language[]): Promise<Made> {
  const echo = await echoOf(scene, reader, scope)
  const sections: Section[] = []
  for (const language of languages) sections.push(await echoSection(scene, echo, language))
  return wordOf(scene, { title: speak => titleOf({ speak, organizations: scene.organizations }, scope), sections })
}

async function echoSection(scene: Scene, echo: Echo, language: Language): Promise<Section> {
  const voice = { speak: scene.voice(language), organizations: scene.organizations, fault: scene.fault }
  const { speak } = voice
  const hijri = speak.hijri(dayOf(scene.network.settings.zone, scene.now))
  const title = titleOf(voice, echo.scope)
  return {
    language,
    cover: {
      above: speak.pick(scene.network.name),
      title: speak.say('word.echo'),
      below:
        echo.scope.priority || echo.scope.organizationId
          ? title
          : echo.scope.month
            ? speak.months(echo.scope.month, echo.scope.months)
            : '',
      running: title,
      facts: [
        { label: speak.say('word.asOf'), value: speak.instant(scene.now) },
        ...(hijri ? [{ label: speak.say('activity.hijri'), value: hijri }] : []),
      ],
    },
    blocks: [h(1, title), ...(await echoBlocks(voice, echo)), ...appearanceTable(voice, echo)],
  }
}

/** The chart, where there is anything to draw. */
export async function pictureBlocks(voice: Voice & Pick<Scene, 'fault'>, echo: Echo): Promise<Block[]> {
  const picture = await pictureOf(voice, echo, 'paper')
  return picture ? [{ kind: 'picture', png: picture.bytes, ...picture.size, alt: picture.alt }] : []
}

/** The chart, the table it is drawn from, and the stages. */
export async function echoBlocks(voice: Voice & Pick<Scene, 'fault'>, echo: Echo): Promise<Block[]> {
  return [...(await pictureBlocks(voice, echo)), ...mediaTable(voice.speak, echo), ...blocksOf(echoParts(voice, echo, { all: true }), 2)]
}

/** Kinds of media by level; a dash where there is none. */
function mediaTable(speak: Speak, { cells }: Echo): Block[] {
  if (cells.length === 0) return []
  const at = (n: number): Line[] => [{ text: n > 0 ? speak.number(n) : '–' }]
  const shown = mediums.filter(m => cells.some(c => c.medium === m))
  const n = (of: Partial<Echo['cells'][number]>): number =>
    cells.filter(c => (!of.medium || c.medium === of.medium) && (!of.level || c.level === of.level)).reduce((sum, c) => sum + c.n, 0)
  return [
    {
      kind: 'table',
      name: speak.say('echo.chartMedia'),
      columns: [
        { title: speak.say('word.medium'), share: 32 },
        ...levels.map(l => ({ title: speak.say('echo.level', { _level: l }), share: 18 })),
        { title: speak.say('word.inAll'), share: 14 },
      ],
      rows: [
        ...shown.map(medium => [
          [{ text: speak.say('echo.medium', { _medium: medium }) }],
          ...levels.map(level => at(n({ medium, level }))),
          [{ text: speak.number(n({ medium })), tone: 'strong' as const }],
        ]),
        [
          [{ text: speak.say('word.inAll'), tone: 'strong' as const }],
          ...levels.map(level => at(n({ level }))),
          [{ text: speak.number(n({})), tone: 'strong' as const }],
        ],
      ],
    },
  ]
}

/** Every appearance by day: where, what it said, and of which activity. */
function appearanceTable(voice: Voice, echo: Echo): Block[] {
  const { speak } = voice
  if (echo.list.length === 0) return []
  const title = speak.say('word.appearances')
  return [
    h(1, title),
    {
      kind: 'table',
      name: title,
      columns: [
        { title: speak.say('word.date'), share: 16 },
        { title: speak.say('word.outlet'), share: 30 },
        { title: speak.say('word.headline'), share: 30, optional: true },
        { title: speak.say('word.activity'), share: 24 },
      ],
      rows: echo.list.map((a): Line[][] => {
        const of = echo.names.get(a.activityId)
        return [
          [{ text: speak.shortDay(a.on) }],
          [
            { text: speak.pick(a.outlet.name) || a.outlet.id },
            {
              text: `${speak.say('echo.medium', { _medium: a.medium })} · ${speak.say('echo.level', { _level: a.level })}`,
              tone: 'subtle' as const,
            },
          ],
          [
            ...(a.title ? [{ text: a.title }] : []),
            ...(a.link ? [{ text: a.link, tone: 'subtle' as const, language: 'en' as const }] : []),
          ],
          of ? [{ text: speak.pick(of.title) }, ...(of.reference ? [{ text: isolate(of.reference), tone: 'subtle' as const }] : [])] : [],
        ]
      }),
    },
  ]
}
