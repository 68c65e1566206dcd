/** Two or more activities in one sentence: where the one ends and the next begins, told by the days and by what is said between them. */
import type { Mention } from '../model/meaning.ts'
import { dayFirst } from './day-first.ts'
import { daysIn, type Item, itemOf, type Reading, small } from './items.ts'
import { isActivity } from './parts/kinds.ts'
import { isRemark } from './parts/remarks.ts'
import { arabicVerb, englishVerb } from './parts/verbs.ts'
import { wordSet } from './phrases.ts'
import { type Token, tokensOf } from './tokens.ts'

const joining = wordSet('كما وبعدها وبعده وبعدين and ثم then plus also كذلك وكذلك ايضا وايضا و & بالاضافه')

/** Two or more in a sentence: «زيارة المصنع يوم ٩ …، ومؤتمر الجودة يوم ١٦ …». Each must say what it is and when. */
export function inSentence(text: string, r: Reading): Item[] | null {
  if (text.length > longestSentence) return null
  const t = tokensOf(text)
  const cuts = byDays(text, t, r)
  const starts = [0, ...cuts]
  for (let n = starts.length - 1; n >= 0; n--) {
    const [i, next] = [starts[n] ?? 0, starts[n + 1]]
    const from = n === 0 ? 0 : beginning(text, t, i)
    const end = next === undefined ? text.length : (t[next - 1]?.end ?? text.length)
    const within = between(text.slice(from, end), r)
    const first = t.findIndex(x => x.start >= from)
    starts.splice(n + 1, 0, ...within.map(k => first + k))
  }
  if (starts.length < 2) return null
  return starts.map((i, n) => {
    const next = starts[n + 1]
    return itemOf(text, [
      { start: n === 0 ? 0 : beginning(text, t, i), end: next === undefined ? text.length : (t[next - 1]?.end ?? text.length) },
    ])
  })
}

/** The tokens at which an activity begins with its day, behind one that has said what it is and when. Each stretch between two is read once. */
function byDays(text: string, t: Token[], r: Reading): number[] {
  const may = dayFirst(t)
  if (may.length === 0) return []
  const dated = [0, ...may].map((i, n) => {
    const end = t[(may[n] ?? t.length) - 1]?.end ?? text.length
    return daysIn(text.slice(n === 0 ? 0 : beginning(text, t, i), end), r).length > 0
  })
  const cuts: number[] = []
  let day = dated[0]
  may.forEach((k, n) => {
    if (day && dated[n + 1] && tells(t, cuts.at(-1) ?? 0, k)) cuts.push(k)
    else day ||= dated[n + 1]
  })
  return cuts
}
/** Says what it is, or what is done: "we open the library". */
const tells = (t: Token[], i: number, j: number): boolean =>
  says(t, i, j) ||
  t.slice(i, j).some((x, n) => arabicVerb(x.f)?.kind || (/^(we|will)$/.test(t[i + n - 1]?.f ?? '') && englishVerb(x.f)?.kind))

/** Where activities begin within a piece of a sentence, each behind the day of the one before: its tokens. */
function between(text: string, r: Reading): number[] {
  const t = tokensOf(text)
  // Two activities say twice what they are, or that another follows: reading the days costs more than looking for that.
  const twoSaid = t.filter((_, i) => isActivity(t, i)).length >= 2
  if (!twoSaid && !t.some((x, i) => goesOn.has(x.f) || adds(t, i) > 0) && !(asksFor(t) && andThe(t, 0, t.length))) return []
  const days = daysIn(text, r)
  if (days.length < 2) return []
  const cuts: number[] = []
  let from = 0
  for (let k = 0; k + 1 < days.length; k++) {
    const cut = cutBetween(t, from, days[k] as Mention, days[k + 1] as Mention, days[k + 2])
    if (cut === null) continue
    cuts.push(cut)
    from = cut
  }
  return cuts
}
const longestSentence = 1200

/** Where the next activity begins between two days: a joining word or sign with an activity on both of its sides. */
function cutBetween(t: Token[], from: number, a: Mention, b: Mention, c: Mention | undefined): number | null {
  const aStart = t.findIndex(x => x.start >= a.at)
  const aEnd = t.findIndex(x => x.start >= a.at + a.text.length)
  const bStart = t.findIndex(x => x.start >= b.at)
  if (aEnd < 0 || bStart < 0 || aEnd > bStart) return null
  const bEnd = t.findIndex(x => x.start >= b.at + b.text.length)
  const end = c ? t.findIndex(x => x.start >= c.at) : t.length
  const before =
    says(t, from, aStart) ||
    (asksFor(t) && andThe(t, aEnd, bStart) && names(t, from, aStart)) ||
    (t.slice(aEnd, bStart).some((x, n) => goesOn.has(x.f) || adds(t, aEnd + n) > 0) && names(t, from, aStart))
  // "On 9 December the visit and on 16 December the conference": the day comes first.
  if (!before) {
    if (bEnd < 0 || !says(t, bEnd, end)) return null
    for (let k = bStart; k > aEnd; k--) if (joins(t, k) && onlySmall(t, k, bStart) && says(t, aEnd, k)) return k
    return null
  }
  for (let k = aEnd; k < bStart; k++) {
    if (!joins(t, k)) continue
    let i = k + (joining.has(t[k]?.f ?? '') || t[k]?.kind === 'sign' ? 1 : 0)
    let on = goesOn.has(t[k]?.f ?? '') || adds(t, k) > 0
    if (adds(t, k) > 1) i = k + adds(t, k)
    while (goesOn.has(t[i]?.f ?? '')) {
      on = true
      i++
    }
    if ((says(t, i, bStart) || (on && names(t, i, bStart))) && leadsTo(t, i)) return k
  }
  return null
}

/** "Please add the siren test on … and the school visit on …": of what is asked to be written down the first may be called anything. */
const asksFor = (t: Token[]): boolean => t.slice(0, 3).some(x => asked.has(x.f))
const asked = wordSet('please add kindly log register include أضيفوا أضف سجلوا سجل أدرجوا نود نرجو يرجى الرجاء لدينا عندنا we')
const andThe = (t: Token[], i: number, j: number): boolean => {
  for (let k = i; k < j; k++)
    if ((t[k]?.f === 'and' && /^(the|a|an)$/.test(t[k + 1]?.f ?? '')) || (/^و.../.test(t[k]?.f ?? '') && isActivity(t, k)))
      return says(t, k, j)
  return false
}

/** What follows a joining word is an activity, soon: «ومؤتمر الجودة», "and the quality conference". */
const leadsTo = (t: Token[], i: number): boolean => !isRemark(t, i)
const says = (t: Token[], i: number, j: number): boolean => {
  for (let k = i; k < j; k++) if (isActivity(t, k) && !/^(day|يوم|run|night|evening|نشر)$/.test(t[k]?.f ?? '')) return true
  return false
}
/** Words that say that another activity follows, whatever it is called. */
const goesOn = wordSet('; ؛ also then plus كما ثم وبعدها كذلك وكذلك ايضا وايضا')
/** "… as well as the folk games festival", "… and a party for orphans". */
const adds = (t: Token[], k: number): number =>
  t[k]?.f === 'as' && t[k + 1]?.f === 'well' && t[k + 2]?.f === 'as'
    ? 3
    : t[k]?.f === 'and' && /^(a|an|another|our|launch|open|sign|host|hold|inaugurate|publish|celebrate)$/.test(t[k + 1]?.f ?? '')
      ? 1
      : 0
/** Two words or more that may name an activity. */
const names = (t: Token[], i: number, j: number): boolean =>
  t.slice(i, j).filter(x => x.kind === 'word' && !small.has(x.f) && !joining.has(x.f)).length >= 2
const onlySmall = (t: Token[], i: number, j: number): boolean => {
  for (let k = i; k < j; k++)
    if (t[k]?.kind === 'word' && !small.has(t[k]?.f ?? '') && !small.has((t[k]?.f ?? '').replace(/^و/, '')) && !joining.has(t[k]?.f ?? ''))
      return false
  return true
}
const joins = (t: Token[], k: number): boolean => {
  const f = t[k]?.f ?? ''
  return (
    joining.has(f) ||
    adds(t, k) > 0 ||
    f === ';' ||
    f === '؛' ||
    (f === '.' && !(t[k + 1]?.tight ?? true)) ||
    (/^و.../.test(f) && isActivity(t, k)) ||
    /^ويوم$/.test(f) ||
    ((f === '،' || f === ',') && !(t[k + 1]?.tight ?? false))
  )
}

/** The first character of an item, past the joining sign, word or letter. */
function beginning(text: string, t: Token[], i: number): number {
  let k = i
  while (k < t.length && (t[k]?.kind === 'sign' || joining.has(t[k]?.f ?? '') || adds(t, k) > 0)) k += Math.max(1, adds(t, k))
  const x = t[k]
  if (!x) return text.length
  return /^و/.test(x.f) && k === i + (t[i]?.kind === 'sign' ? 1 : 0) && !/^(ورش|وزار|وفد)/.test(x.f) ? x.start + 1 : x.start
}
