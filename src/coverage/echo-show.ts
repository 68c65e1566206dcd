/** How the echo is said: by the stages of evaluation, every figure with what is known of it. The same lines on a card, on paper and in a meeting. */
import { nameOf, type Voice } from '../activities/show.ts'
import { facts, heading, list, notice, text } from '../dialogue/say.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import { type MediumSide, media, type Tone, tones } from '../model/coverage.ts'
import { addedStages, type OutcomeFigure, type Stage } from '../model/evaluation.ts'
import type { Action, Part } from '../model/view.ts'
import { addMonths } from '../time/zone.ts'
import { type Echo, type EchoScope, isCollected } from './echo.ts'
import { sideCounts } from './echo-count.ts'

/** Outlets and key messages said on a card. */
const most = 5

export function titleOf({ speak, organizations }: Voice, { month, months, organizationId, priority }: EchoScope): string {
  const _period = month ? speak.months(month, months) : ''
  if (priority) return speak.say('echo.titleOfPriority', { title: speak.pick(priority.title), month: speak.month(priority.month) })
  return organizationId
    ? speak.say('echo.titleOf', { name: nameOf({ speak, organizations }, organizationId), _period })
    : speak.say('echo.title', { _period })
}

/** "September to November" is spoken of as a period; a month and a year by themselves. */
const isPeriod = ({ months }: EchoScope): boolean => months !== 1 && months !== 12

/** Known parts of a sum, "local 8, regional 3": figures stay beside what they count. */
const pairs = (speak: Speak, all: readonly { name: string; n: number }[]): string =>
  all.map(({ name, n }) => speak.say('echo.one', { _name: name, n })).join(speak.language === 'ar' ? '، ' : ', ')

export const sides = Object.keys(media) as MediumSide[]

/** "Traditional media: 12 (local 8, regional 4)", and under it which media. */
function sideLine(speak: Speak, echo: Echo, side: MediumSide): { text: string; detail: string } | null {
  const { n, levels, mediums } = sideCounts(echo, side)
  if (n === 0) return null
  return {
    text: speak.say('echo.sideLine', {
      _side: speak.say('echo.side', { _side: side }),
      n,
      _levels: pairs(
        speak,
        levels.map(l => ({ name: speak.say('echo.level', { _level: l.value }), n: l.n })),
      ),
    }),
    detail: pairs(
      speak,
      mediums.map(m => ({ name: speak.say('echo.medium', { _medium: m.value }), n: m.n })),
    ),
  }
}
export const sideLines = (speak: Speak, echo: Echo) => sides.flatMap(side => sideLine(speak, echo, side) ?? [])

/** On paper a stage is a heading of its own. */
const stage = (speak: Speak, _stage: Stage, paper: boolean): Part => {
  const said = speak.say('echo.stage', { _stage })
  return paper ? heading(said) : text(said, 'strong')
}

function inputParts(speak: Speak, { achieved: a }: Echo, paper: boolean): Part[] {
  const n = (count: number, always = false) => (count > 0 || always ? speak.say('echo.activities', { n: count }) : null)
  return [
    stage(speak, 'inputs', paper),
    facts([
      [speak.say('echo.planned'), n(a.planned, true)],
      [speak.say('echo.held'), n(a.held, true)],
      [speak.say('echo.changed'), n(a.changed)],
      [speak.say('echo.moved'), n(a.moved)],
      [speak.say('echo.off'), n(a.off)],
      [speak.say('echo.unsaid'), n(a.unsaid)],
      [speak.say('echo.ahead'), n(a.ahead)],
    ]),
  ]
}

/** How far the coverage is known; what is not known is said, and that it is no zero. */
export function knownParts(speak: Speak, { known, achieved: { held } }: Pick<Echo, 'known' | 'achieved'>): Part[] {
  if (held === 0) return []
  const n = (count: number) => (count > 0 ? speak.say('echo.activities', { n: count }) : null)
  return [
    facts([
      [
        speak.say('echo.collected'),
        known.collected > 0 ? speak.say('echo.ofHeld', { n: known.collected, held }) : speak.say('echo.activities', { n: 0 }),
      ],
      [speak.say('echo.none'), n(known.none)],
      [speak.say('echo.waiting'), n(known.waiting)],
      [speak.say('echo.notAsked'), n(known.notAsked)],
    ]),
    ...(known.collected > 0 && known.waiting + known.notAsked > 0 ? [text(speak.say('echo.notZero'), 'subtle')] : []),
  ]
}

/** "12 more than in October, for which 9 of 14 activities had coverage collected"; null where there is nothing to say of a month before. */
export function comparison(speak: Speak, echo: Echo): string | null {
  const { month, months } = echo.scope
  if (!month) return null
  const { before } = echo
  const former = speak.months(addMonths(month, -months), months)
  if (!before) return speak.say(isPeriod(echo.scope) ? 'echo.nothingBeforeSpan' : 'echo.nothingBefore', { month: former })
  const more = echo.appearances - before.appearances
  const { known } = before
  return speak.say(isPeriod(echo.scope) ? 'echo.comparedSpan' : 'echo.compared', {
    _difference: speak.say('echo.difference', { _way: more > 0 ? 'more' : more < 0 ? 'fewer' : 'same', n: Math.abs(more) }),
    month: former,
    n: known.collected,
    held: known.collected + known.none + known.waiting + known.notAsked,
  })
}

/** "7 positive …": null where no tone is known. */
export function toneSaid(speak: Speak, echo: Echo): string | null {
  const said = tones.filter(t => echo.tones[t] > 0)
  const name = (_tone: Tone) => speak.say('echo.toneName', { _tone })
  return said.length === 0
    ? null
    : speak.say('echo.toneLine', {
        _tones: pairs(
          speak,
          said.map(t => ({ name: name(t), n: echo.tones[t] })),
        ),
        n: said.reduce((n, t) => n + echo.tones[t], 0),
        all: echo.appearances,
      })
}

/** Reach by how it was counted, and for how many it is not known. */
function reachParts(speak: Speak, echo: Echo): Part[] {
  if (echo.reach.length === 0) return []
  const unknown = echo.appearances - echo.reach.reduce((n, r) => n + r.n, 0)
  return [
    text(speak.say('echo.reach'), 'strong'),
    list(
      echo.reach.map(r => ({
        text: speak.say('echo.reachLine', {
          _total: speak.number(r.total),
          how: r.how || speak.say('echo.reachHowUnknown'),
          n: r.n,
        }),
      })),
    ),
    ...(echo.reach.length > 1 ? [text(speak.say('echo.reachApart'), 'subtle')] : []),
    ...(unknown > 0 ? [text(speak.say('echo.reachUnknown', { n: unknown }), 'subtle')] : []),
  ]
}

function outputParts(speak: Speak, echo: Echo, all: boolean): Part[] {
  if (!isCollected(echo)) return [stage(speak, 'outputs', all), notice('info', speak.say('echo.nothing')), ...knownParts(speak, echo)]
  const shown = all ? echo.outlets.length : most
  const rest = echo.outlets.length - shown
  const compared = comparison(speak, echo)
  const tone = toneSaid(speak, echo)
  return [
    stage(speak, 'outputs', all),
    text(speak.say('echo.appearances', { n: echo.appearances })),
    ...(compared ? [text(compared, 'subtle')] : []),
    list(sideLines(speak, echo)),
    ...knownParts(speak, echo),
    ...(echo.outlets.length > 0
      ? [
          text(speak.say('echo.outlets'), 'strong'),
          list(
            echo.outlets.slice(0, shown).map(o => ({ text: speak.say('echo.outletLine', { name: speak.pick(o.name) || o.id, n: o.n }) })),
          ),
          ...(rest > 0 ? [text(speak.say('echo.moreOutlets', { n: rest }), 'subtle')] : []),
        ]
      : []),
    ...(echo.heard.length > 0
      ? [
          text(speak.say('echo.messages'), 'strong'),
          list(
            echo.heard.slice(0, all ? echo.heard.length : most).map(m => ({
              text: speak.say('echo.messageLine', { text: speak.pick(m.text), _times: speak.say('echo.times', { n: m.n }) }),
            })),
          ),
        ]
      : []),
    ...(tone ? [facts([[speak.say('echo.tone'), tone]])] : []),
    ...reachParts(speak, echo),
  ]
}

/** A figure with its unit; a percentage as the language writes it. */
export function figureSaid(speak: Speak, { figure, unit }: Pick<OutcomeFigure, 'figure' | 'unit'>): string {
  const number = speak.number(figure)
  if (unit === '%' || unit === '٪') return speak.language === 'ar' ? `${number}٪` : `${number}%`
  return unit ? speak.say('echo.figureUnit', { _figure: number, unit }) : number
}

/** "1,200 people registered for screening", and how, until when, of what, by whom. */
export function figureLine(voice: Voice, f: OutcomeFigure, names: Echo['names']): { text: string; detail: string } {
  const { speak } = voice
  const of = names.get(f.activityId ?? f.priorityId ?? '')
  return {
    text: speak.say('echo.figureLine', { _figure: figureSaid(speak, f), what: f.what }),
    detail: [
      speak.say('echo.figureHow', { how: f.how }),
      speak.say('echo.figureUntil', { day: speak.day(f.until) }),
      of ? isolate(of.reference ?? speak.pick(of.title)) : null,
      isolate(nameOf(voice, f.organizationId)),
    ]
      .filter(Boolean)
      .join(' · '),
  }
}

function figureParts(voice: Voice, echo: Echo, paper: boolean, actionsOf: (f: OutcomeFigure) => Action[]): Part[] {
  if (echo.figures.length === 0) return [text(voice.speak.say('echo.noFigures'), 'subtle')]
  return addedStages.flatMap(s => {
    const own = echo.figures.filter(f => f.stage === s)
    return own.length === 0
      ? []
      : [stage(voice.speak, s, paper), list(own.map(f => ({ ...figureLine(voice, f, echo.names), actions: actionsOf(f) })))]
  })
}

/** All of it but its title. `all`: for paper, with every outlet and message; `actionsOf` gives the buttons of a figure. */
export function echoParts(
  voice: Voice,
  echo: Echo,
  { all = false, actionsOf = () => [] }: { all?: boolean; actionsOf?: (f: OutcomeFigure) => Action[] } = {},
): Part[] {
  const { speak } = voice
  return [
    ...(echo.soFar && echo.scope.month
      ? [
          text(
            speak.say(isPeriod(echo.scope) ? 'echo.soFarSpan' : 'echo.soFar', { month: speak.months(echo.scope.month, echo.scope.months) }),
            'subtle',
          ),
        ]
      : []),
    ...inputParts(speak, echo, all),
    ...outputParts(speak, echo, all),
    ...figureParts(voice, echo, all, actionsOf),
  ]
}

/** The chart as a sentence, for whoever does not see it. */
export function altOf(voice: Voice, echo: Echo): string {
  const { speak } = voice
  return speak.say('echo.chartAlt', {
    _title: titleOf(voice, echo.scope),
    _total: speak.say('echo.appearances', { n: echo.appearances }),
    _media: sideLines(speak, echo)
      .map(l => `${l.text}: ${l.detail}`)
      .join(speak.language === 'ar' ? '؛ ' : '; '),
  })
}
