/** The media echo as an Excel file: for each language a sheet of every figure by its stage, and one of the appearances. */
import { nameOf, type Voice } from '../activities/show.ts'
import { type Echo, type EchoScope, echoOf } from '../coverage/echo.ts'
import { titleOf } from '../coverage/echo-show.ts'
import { togetherSaid } from '../coverage/fields.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Key } from '../locales/words.ts'
import { sideOf, tones } from '../model/coverage.ts'
import type { Stage } from '../model/evaluation.ts'
import type { Language } from '../model/people.ts'
import { type Cell, textCell } from './columns.ts'
import type { Made } from './made.ts'
import { fileName } from './plan-sheet.ts'
import { mime, type Table, workbook } from './workbook.ts'

export async function echoSheet(turn: Turn, scope: EchoScope, languages: readonly Language[]): Promise<Made> {
  const echo = await echoOf(turn, turn.reader, scope)
  const tables = languages.flatMap(language => {
    const voice: Voice = { speak: turn.voice(language), organizations: turn.organizations }
    return [figures(voice, echo), appearances(voice, echo)]
  })
  const first = turn.voice(languages.includes(turn.language) ? turn.language : (languages[0] ?? turn.language))
  const name = fileName(titleOf({ speak: first, organizations: turn.organizations }, scope))
  return { name: `${name}.xlsx`, mime, bytes: await workbook(tables, turn.network.settings) }
}

const number = (n: number | null): Cell => (n === null ? null : { number: n })

/** A line of the first sheet: what was counted, and what is said of it. */
type Row = { stage: Stage; what: string; figure: number; unit?: string | null; how?: string; until?: string; of?: string; whose?: string }

function rowsOf(voice: Voice, echo: Echo): Row[] {
  const { speak } = voice
  const { achieved, known } = echo
  const input = (key: Key, figure: number): Row => ({ stage: 'inputs', what: speak.say(key), figure })
  const output = (what: string, figure: number, how?: string): Row => ({ stage: 'outputs', what, figure, ...(how ? { how } : {}) })
  const of = (label: string, name: string): string => `${label}: ${name}`
  return [
    input('echo.planned', achieved.planned),
    input('echo.held', achieved.held),
    input('echo.changed', achieved.changed),
    input('echo.moved', achieved.moved),
    input('echo.off', achieved.off),
    input('echo.unsaid', achieved.unsaid),
    input('echo.ahead', achieved.ahead),
    output(speak.say('echo.collected'), known.collected),
    output(speak.say('echo.none'), known.none),
    output(speak.say('echo.waiting'), known.waiting),
    output(speak.say('echo.notAsked'), known.notAsked),
    output(speak.say('word.appearances'), echo.appearances),
    ...echo.cells.map(c =>
      output(`${speak.say('echo.medium', { _medium: c.medium })} · ${speak.say('echo.level', { _level: c.level })}`, c.n),
    ),
    ...echo.outlets.map(o => output(of(speak.say('word.outlet'), speak.pick(o.name) || o.id), o.n)),
    ...echo.heard.map(m => output(of(speak.say('priority.messages'), speak.pick(m.text)), m.n)),
    ...tones
      .filter(t => echo.tones[t] > 0)
      .map(t => output(of(speak.say('echo.tone'), speak.say('echo.toneName', { _tone: t })), echo.tones[t])),
    ...echo.reach.map(r => output(speak.say('echo.reach'), r.total, r.how || speak.say('echo.reachHowUnknown'))),
    ...echo.figures.map(f => {
      const thing = echo.names.get(f.activityId ?? f.priorityId ?? '')
      return {
        stage: f.stage,
        what: f.what,
        figure: f.figure,
        unit: f.unit,
        how: f.how,
        until: f.until,
        of: thing ? [thing.reference, speak.pick(thing.title)].filter(Boolean).join(' ') : '',
        whose: nameOf(voice, f.organizationId),
      }
    }),
  ]
}

function figures(voice: Voice, echo: Echo): Table {
  const { speak } = voice
  return {
    name: speak.say('sheet.echo'),
    language: speak.language,
    columns: [
      { label: speak.say('figure.stage'), width: 16 },
      { label: speak.say('figure.what'), width: 46 },
      { label: speak.say('figure.figure'), width: 14 },
      { label: speak.say('figure.unit'), width: 10 },
      { label: speak.say('figure.how'), width: 34 },
      { label: speak.say('figure.until'), width: 25 },
      { label: speak.say('figure.of'), width: 44 },
      { label: speak.say('activity.owner'), width: 30 },
    ],
    rows: rowsOf(voice, echo).map(r => [
      textCell(speak.say('echo.stageName', { _stage: r.stage })),
      textCell(r.what),
      number(r.figure),
      textCell(r.unit),
      textCell(r.how),
      r.until ? { day: r.until } : null,
      textCell(r.of),
      textCell(r.whose),
    ]),
  }
}

function appearances(voice: Voice, echo: Echo): Table {
  const { speak } = voice
  return {
    name: speak.say('sheet.appearances'),
    language: speak.language,
    columns: [
      { label: speak.say('word.date'), width: 25 },
      { label: speak.say('word.outlet'), width: 34 },
      { label: speak.say('word.medium'), width: 20 },
      { label: speak.say('sheet.side'), width: 20 },
      { label: speak.say('sheet.level'), width: 14 },
      { label: speak.say('word.headline'), width: 44 },
      { label: speak.say('sheet.link'), width: 44 },
      { label: speak.say('sheet.reach'), width: 14 },
      { label: speak.say('figure.how'), width: 26 },
      { label: speak.say('echo.tone'), width: 12 },
      { label: speak.say('activity.reference'), width: 14 },
      { label: speak.say('word.activity'), width: 44 },
      { label: speak.say('activity.owner'), width: 30 },
    ],
    rows: echo.list.map(a => {
      const of = echo.names.get(a.activityId)
      return [
        { day: a.on },
        textCell(speak.pick(a.outlet.name) || a.outlet.id),
        textCell(speak.say('echo.medium', { _medium: a.medium })),
        textCell(speak.say('echo.side', { _side: sideOf(a.medium) })),
        textCell(speak.say('echo.level', { _level: a.level })),
        textCell(a.title),
        textCell(a.link),
        number(a.reach),
        textCell(a.shared ? togetherSaid(speak, a.shared.reach, a.shared.how) : a.reachHow),
        a.tone ? textCell(speak.say('echo.toneName', { _tone: a.tone })) : null,
        textCell(of?.reference),
        textCell(of ? speak.pick(of.title) : null),
        textCell(of?.ownerId ? nameOf(voice, of.ownerId) : null),
      ]
    }),
  }
}
