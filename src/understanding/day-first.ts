/**
 * Where a further activity of a sentence begins with its day and says right behind it what it is: «… والثلاثاء ورشة توعوية», "… and on Tuesday a workshop",
 * "Wednesday: open house". No comma has to part it from the one before. Days of one activity («الأحد والثلاثاء من ٥ إلى ٧») have nothing of that kind behind them.
 */
import { type Word, wordsOf } from './lexicon.ts'
import { isActivity } from './parts/kinds.ts'
import { arabicVerb, englishVerb, isVerb } from './parts/verbs.ts'
import { wordSet } from './phrases.ts'
import type { Token } from './tokens.ts'
import type { Class } from './words/book.ts'

const says = (w: Word | undefined, ...classes: Class[]): boolean => w?.senses.some(s => classes.includes(s.class)) ?? false

const leads = wordSet('and then plus also & و ثم كما كذلك وكذلك ايضا وايضا . ; ؛ , ،')
const small = wordSet('on the in يوم ويوم في وفي بتاريخ وبتاريخ من وبعد وعقب later also is')
/** «وتقيم يوم ١٥ ديسمبر حفل …», «يعقبهما في ٢٢ ديسمبر معرض»: what is done, before its day. */
const follows = /^و?[يت](?:عقب|لي|تبع)ه?(?:م|ما|ا)?$/

/** Tokens at which an activity begins with its day; the first token of a text is never one. */
export function dayFirst(t: readonly Token[]): number[] {
  const line = wordsOf(t)
  const out: number[] = []
  for (let k = 1; k < t.length; k++) {
    const joined = /^و../.test(t[k]?.f ?? '') && (says(line[k], 'weekday', 'offset') || small.has(t[k]?.f ?? '') || does(t, k))
    if (!joined && !leads.has(t[k]?.f ?? '')) continue
    const at = dayBehind(line, joined ? k : k + 1)
    if (at === null || isOneOfSeveral(line, k)) continue
    const next = dayEnd(line, at)
    // «ويزور الأربعاء مستشفى …»: what is done was said before the day.
    const done = t.slice(k, at).some(x => arabicVerb(x.f)?.kind) && t[next ?? 0]?.kind === 'word'
    if (next === null || !(done || names(t, next, bare(line, k, at)))) continue
    out.push(k)
    k = next - 1
  }
  return out
}

const does = (t: readonly Token[], k: number): boolean =>
  (isVerb(t[k]?.f ?? '') || follows.test(t[k]?.f ?? '')) && !closes.test(t[k]?.f ?? '')
/** «ويختتم الثلاثاء بحفل …»: how the one before ends or goes on. */
const closes = /^و?س?[يت](?:ختتم|نتهي|ستمر|متد|تضمن|شمل|شهد)$/

/** Where the day begins behind a joining word, past «في يوم», "on", and a verb. */
function dayBehind(line: readonly Word[], from: number): number | null {
  for (let i = from; i < from + longestLead && i < line.length; i++) {
    if (says(line[i], 'weekday', 'offset') || dated(line, i)) return i
    if (!small.has(line[i]?.f ?? '') && !does(line, i)) return null
  }
  return null
}
const longestLead = 4

/** "9 December", "7/12". */
const dated = (line: readonly Word[], i: number): boolean =>
  line[i]?.kind === 'number' && (says(line[i + 1], 'month', 'hijri') || (line[i + 1]?.f === '/' && line[i + 2]?.kind === 'number'))

/** Where what is said of the day ends, its date and its hour with it; null where it is a stretch or goes on to another day. */
function dayEnd(line: readonly Word[], from: number): number | null {
  let i = from
  while (i < line.length && i < from + longestDay) {
    const w = line[i]
    if (w?.f === ':' || w?.f === '/' || (w?.f === ',' && w !== line[from]) || w?.kind === 'number') i++
    else if (says(w, ...ofDays)) i += Math.max(1, w?.senses[0]?.length ?? 1)
    else break
  }
  return i > from && i < line.length && !says(line[i], 'to') && !(says(line[i - 1], 'and') && line[i - 1]?.kind === 'word') ? i : null
}
const longestDay = 14
const ofDays: Class[] = [
  'weekday',
  'offset',
  'month',
  'hijri',
  'half',
  'dayPart',
  'oClockWord',
  'at',
  'hour',
  'fraction',
  'oclock',
  'shift',
  'ordinalEnding',
  'alias',
  'hourName',
  'era',
]

/** «يومي الأحد والاثنين», "between Sunday and Tuesday": the second of days that were announced as several. */
function isOneOfSeveral(line: readonly Word[], k: number): boolean {
  for (let i = k - 1; i >= 0 && i > k - 6 && line[i]?.kind !== 'sign'; i--)
    if (/^(?:ب|ل)?(?:يومي|ايام|يومين)$/.test(line[i]?.f ?? '') || says(line[i], 'between')) return true
  return false
}

/** Whether the day stands at once behind another, with no word of its own between: "on Sunday and Tuesday …". */
const bare = (line: readonly Word[], k: number, at: number): boolean =>
  (says(line[k - 1], 'weekday', 'month', 'offset') || line[k - 1]?.kind === 'number') && at === k + 1

const articles = wordSet(
  'a an the our another we he she they there is will have be holding hosting launching opening لدينا عندنا فيه سيكون ستكون بيكون',
)
const preposition = wordSet('on at in from with for of to by until till')
/** What belongs to the activity before it: «ورش مصاحبة له», "the second day of it". */
const ofThatBefore = /^(?:مصاحب|مرافق)ه?$|^(?:له|لها|لهما|فيه|ضمنه|ضمنها|its)$/
const ordinal = /^(?:first|second|third|final|last|الاول|الثاني|الثالث|الاخير)$/
const oneDay = /^(?:day|session|part|اليوم|الجلسه|الجزء)$/

/** Whether an activity is named here: an Arabic one by its first word or behind a verb, an English one by the end of its first phrase. */
function names(t: readonly Token[], from: number, adjacent: boolean): boolean {
  let i = from
  while (articles.has(t[i]?.f ?? '') || (i < from + 2 && isVerb(t[i]?.f ?? '') && !closes.test(t[i]?.f ?? ''))) i++
  const led = i > from
  if (t.slice(i, i + longestPhrase).some(x => ofThatBefore.test(x.f))) return false
  if ([t[i], t[i + 1]].some(x => ordinal.test(x?.f ?? '')) && [t[i], t[i + 1]].some(x => oneDay.test(x?.f ?? ''))) return false
  const f = t[i]?.f ?? ''
  if (/^[\u0621-\u064a]/.test(f)) return isActivity(t, i) || (led && t[i]?.kind === 'word')
  if (led && englishVerb(f)?.kind) return true
  if (adjacent && !led) return false
  // "Tuesday: podcast recording".
  if (t[from - 1]?.f === ':') return t[from]?.kind === 'word' && t[from + 1]?.kind === 'word'
  for (let k = i; k < i + longestPhrase && t[k]?.kind === 'word' && !preposition.has(t[k]?.f ?? ''); k++) if (isActivity(t, k)) return true
  return false
}
const longestPhrase = 6
