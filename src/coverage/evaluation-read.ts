/** A sentence that tells a figure of what came of communication: what it is of, its stage, how much, of what, how it was counted, until when. Pure. */

import { Temporal } from 'temporal-polyfill'
import { type AddedStage, addedStages } from '../model/evaluation.ts'
import type { Context } from '../model/meaning.ts'
import { referenceIn } from '../understanding/arguments.ts'
import { fold } from '../understanding/fold.ts'
import { readWhen } from '../understanding/read.ts'

/** Whatever is absent was not said. `until` is a day, YYYY-MM-DD. */
export type FigureSaid = {
  reference?: string
  /** What stands before the figure: it may name what it is of. */
  before: string
  stage?: AddedStage
  figure?: number
  unit?: string
  what?: string
  how?: string
  until?: string
}

/** Larger than anybody on earth, and no figure of ours. */
export const mostFigure = 1e12
/** Characters that are read: what is longer is no answer. */
const readable = 1000

const stageSaid: Record<AddedStage, RegExp> = {
  out_takes: /out-? ?takes?\b|تلقي|وعي|فهم/,
  outcomes: /\bout-?comes?\b|نتاي?ج|نتيجه/,
  impact: /\bimpacts?\b|(^| )[بول]*(ال)?اثر/,
}
/** The stage a text names; of several the first in the text. */
export function stageIn(text: string): AddedStage | null {
  const f = fold(text.slice(0, readable))
  const found = addedStages.flatMap(stage => {
    const at = stageSaid[stage].exec(f)?.index
    return at === undefined ? [] : [{ stage, at }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.stage ?? null
}

const size: readonly [RegExp, number][] = [
  [/^\s*(?:thousand\b|k\b|[اأإ]لف\b|آلاف|الاف|ألف|الف)/iu, 1e3],
  [/^\s*(?:million\b|m\b|mn\b|مليون|ملايين)/iu, 1e6],
  [/^\s*(?:billion\b|bn\b|مليار)/iu, 1e9],
]
/** Of whole numbers «٢٥ ألفاً» and «مليوناً» end otherwise. */
const ending = /^(?:اً|ا|ً)(?=\s|$)/u
const digits = '[0-9٠-٩]'
const number = new RegExp(
  `(?<![\\p{L}0-9٠-٩.-])(${digits}{1,3}(?:[,٬،]${digits}{3})+|${digits}{1,13})(?:[.٫](${digits}{1,4}))?(?![0-9٠-٩])`,
  'u',
)
const western = (s: string): string => s.replace(/[٠-٩]/g, d => String('٠١٢٣٤٥٦٧٨٩'.indexOf(d)))

/** The first figure of a text with where it stands; its unit is a sign right behind it. */
export function figureIn(text: string): { figure: number; unit: string | null; at: number; end: number } | null {
  const said = text.slice(0, readable)
  const found = number.exec(said)
  if (!found?.[1]) return null
  const whole = western(found[1]).replace(/[,٬،]/g, '')
  let figure = Number(`${whole}${found[2] ? `.${western(found[2])}` : ''}`)
  let end = found.index + found[0].length
  for (const [word, times] of size) {
    const more = word.exec(said.slice(end))
    if (!more) continue
    figure *= times
    end += more[0].length
    end += ending.exec(said.slice(end))?.[0].length ?? 0
    break
  }
  const sign = /^\s?(%|٪|percent\b|per cent\b|في المئة|في المائة|بالمئة|بالمائة)/iu.exec(said.slice(end))
  if (sign) end += sign[0].length
  return figure <= mostFigure ? { figure: Math.round(figure * 1e4) / 1e4, unit: sign ? '%' : null, at: found.index, end } : null
}

const untilSaid = /(?:^|[\s,،;؛(])(?:counted )?(?:until|up to|as of|till|by the end of|حتى يوم|حتى تاريخ|حتى|لغاية|إلى غاية)(?=\s)/giu
/** Characters behind "until" in which its day begins. */
const near = 8

/** A day that is behind us: one said without its year is the last such one. */
function behind(day: string, said: string, today: string): string {
  if (day <= today || /\d{4}/.test(fold(said))) return day
  return Temporal.PlainDate.from(day).subtract({ years: 1 }).toString()
}

/** The first day said, YYYY-MM-DD, as one that has been; of a stretch its last. */
export function pastDayIn(text: string, context: Context): { day: string; at: number; end: number } | null {
  const said = text.slice(0, readable)
  const m = readWhen(said, context).find(x => !x.timeOnly)
  if (!m) return null
  return { day: behind((m.end ?? m.start).slice(0, 10), m.text, context.now.slice(0, 10)), at: m.at, end: m.at + m.text.length }
}

/** "Until 20 November": the day, and where it stands with its word. */
function untilIn(text: string, context: Context): { day: string; at: number; end: number } | null {
  for (const word of [...text.matchAll(untilSaid)].slice(-3).reverse()) {
    const from = word.index + word[0].length
    const found = pastDayIn(text.slice(from), context)
    if (found && found.at <= near) return { day: found.day, at: word.index, end: from + found.end }
  }
  return null
}
/** The day until which something was counted, as an answer says it. */
export const untilDay = (text: string, context: Context): string | null =>
  (untilIn(text.slice(0, readable), context) ?? pastDayIn(text, context))?.day ?? null

const howSaid =
  /(?:^|[\s,،;؛(])((?:as )?(?:counted|measured|reported|recorded|surveyed) (?:by|from|in|at|through|with)\s+|according to\s+|source:?\s+|(?:بحسب|وفق|وفقاً ل|وفقا ل|حسب|كما عدّت(?:ه|ها)?\s|كما عدت(?:ه|ها)?\s|بقياس|بإحصاء|باحصاء|أحصتها|احصتها|أحصاها|احصاها|المصدر:?)\s*)/iu
const trimmed = (t: string): string =>
  t
    .replace(/^[\s,،;؛:.–-]+/u, '')
    .slice(0, readable)
    .replace(/[\s,،;؛:.(–-]{1,60}$/u, '')

/** Everything of a sentence. Its head ("add an outcome figure for A-2026-0142:") names the stage and what it is of, and is no part of the measure. */
export function readFigure(text: string, context: Context): FigureSaid {
  const out: FigureSaid = { before: text.slice(0, readable) }
  let said = text.slice(0, readable)
  const reference = referenceIn(said)
  if (reference) out.reference = reference
  const stage = stageIn(said)
  if (stage) out.stage = stage
  // A number of an activity is no figure.
  said = said.replace(/[A-Za-z]-[0-9٠-٩]{4}-[0-9٠-٩]{3,6}/gu, r => '#'.repeat(r.length))
  const colon = /[:：](?![/0-9٠-٩])/u.exec(said)
  const head = colon ? said.slice(0, colon.index) : ''
  let body = colon && !number.test(head) ? said.slice(colon.index + 1) : said
  const until = untilIn(body, context)
  if (until) {
    out.until = until.day
    body = `${body.slice(0, until.at)}${body.slice(until.end)}`
  }
  const found = figureIn(body)
  if (!found) return out
  out.figure = found.figure
  out.before = `${head} ${body.slice(0, found.at)}`
  if (found.unit) out.unit = found.unit
  const rest = body.slice(found.end)
  const how = howSaid.exec(rest)
  const what = trimmed(how ? rest.slice(0, how.index) : rest).replace(/^(?:of|من)\s+(?=\p{L})/iu, m => (found.unit ? '' : m))
  if (what && /\p{L}{2}/u.test(what)) out.what = what
  if (how) {
    const by = trimmed(rest.slice(how.index + how[0].length))
    if (by) out.how = by
  }
  return out
}
