/**
 * Several activities in one message: a numbered or bulleted list, the rows of a pasted table, blocks parted by empty lines, or two in a sentence.
 * A heading line is no item; the date or place it names belongs to each item that has none. One activity with two dates, and a programme of sessions
 * within one, stay one.
 */
import type { Context, Mention } from '../model/meaning.ts'
import { fold } from './fold.ts'
import { daysIn, type Item, most, type Reading, timesIn } from './items.ts'
import { isActivity } from './parts/kinds.ts'
import { isRemark } from './parts/remarks.ts'
import { at, phrases, wordSet } from './phrases.ts'
import { rows } from './tables.ts'
import { type Token, tokensOf } from './tokens.ts'

type Line = { start: number; end: number; text: string; marked: boolean }

/** The activities of a text, `most` at most, and how many stand beyond those. */
export function itemsOf(text: string, context: Context): { items: Item[]; beyond: number } {
  const r: Reading = { context, times: new Map() }
  const items = rows(text, r) ?? blocks(text, r) ?? listed(text, r) ?? numbered(text, r) ?? inSentence(text, r)
  if (!items || items.length < 2) return { items: [whole(text)], beyond: 0 }
  return { items: items.slice(0, most), beyond: Math.max(0, items.length - most) }
}

const whole = (text: string): Item => ({ text, pieces: [{ own: 0, from: 0 }] })

/** Where something at a place of an item stands in the message. */
export function placeIn(item: Item, place: number): number {
  const piece = item.pieces.findLast(p => p.own <= place) ?? item.pieces[0]
  return piece ? piece.from + place - piece.own : place
}

/** An item out of pieces of the message, one behind the other, parted by a line. */
function itemOf(text: string, spans: { start: number; end: number }[]): Item {
  const item: Item = { text: '', pieces: [] }
  for (const { start, end } of spans) {
    if (item.text) item.text += '\n'
    item.pieces.push({ own: item.text.length, from: start })
    item.text += text.slice(start, end)
  }
  return item
}

const mark =
  /^\s*(?:[-–—•*·▪●◦]\s*|\(?[0-9٠-٩]{1,2}\s*[.)\-–:،]\s+|\(?[0-9٠-٩]{1,2}[.)]|(?:أولا|ثانيا|ثالثا|رابعا|خامسا|أولاً|ثانياً|ثالثاً|رابعاً|first|second|third|fourth)\s*[:،,]\s*|[a-hA-Hأبجد][.)]\s+)/u

function linesOf(text: string): Line[] {
  const out: Line[] = []
  let start = 0
  for (const raw of text.split('\n')) {
    const found = mark.exec(raw.slice(0, 24))
    const skip = found?.[0].length ?? raw.length - raw.trimStart().length
    const end = start + raw.trimEnd().length
    if (raw.trim())
      out.push({ start: start + skip, end: Math.max(end, start + skip), text: raw.slice(skip).trimEnd(), marked: found !== null })
    start += raw.length + 1
  }
  return out
}

/** Whether words remain that may be a title when the times are taken away. */
function titled(text: string, r: Reading): boolean {
  const t = tokensOf(text)
  const times = timesIn(text, r)
  const left = t.filter(x => x.kind === 'word' && !times.some(m => x.start >= m.at && x.start < m.endAt) && !small.has(x.f))
  return left.length > 0 && !isRemark(t, 0)
}
const small = wordSet('on at in the from to of and يوم في من الى الي الساعه و بتاريخ الموافق تاريخ date time day')

/** «فعاليات ديسمبر:», "December activities:", "Programme:": what a heading speaks of. */
const headings = phrases({
  ar: [
    'فعاليات',
    'فعالياتنا',
    'الفعاليات',
    'أنشطة',
    'أنشطتنا',
    'الأنشطة',
    'برامج',
    'قائمة',
    'خطة',
    'خطتنا',
    'لدينا',
    'عندنا',
    'سجلوا',
    'يرجى',
    'نرجو',
    'الرجاء',
    'أضيفوا',
    'مناسبات',
    'السلام عليكم',
    'مرحبا',
    'إليكم',
    'التالية',
    'الآتي',
    'التالي',
    'أدناه',
  ],
  en: [
    'activities',
    'events',
    'our',
    'please',
    'kindly',
    'here are',
    'hello',
    'hi',
    'dear',
    'list',
    'plan',
    'following',
    'we have',
    'upcoming',
    'below',
    'calendar',
  ],
})
const programme = phrases({
  ar: [
    'برنامج الحفل',
    'برنامج المؤتمر',
    'برنامج الفعالية',
    'البرنامج',
    'جدول الأعمال',
    'أجندة',
    'الجلسات',
    'جلسات',
    'فقرات',
    'محاور',
    'المحاور',
    'يتضمن',
    'تتضمن',
    'ويتضمن',
    'وتتضمن',
    'يشمل',
    'وتشمل',
    'تشمل',
  ],
  en: ['programme', 'program', 'agenda', 'sessions', 'schedule of the day', 'run of show', 'includes', 'including', 'topics', 'speakers'],
})
const holdsAny = (t: readonly Token[], p: ReturnType<typeof phrases>): boolean => t.some((_, i) => at(p, t, i) !== null)

/** A numbered or bulleted list, or one activity a line. */
function listed(text: string, r: Reading): Item[] | null {
  const lines = linesOf(text)
  if (lines.length < 2) return null
  const marked = lines.filter(l => l.marked).length
  const first = lines.findIndex(l => l.marked)
  if (marked >= 2) {
    const head = lines.slice(0, first)
    return grouped(text, head, lines.slice(first), l => l.marked, r)
  }
  // Without marks each line must be an activity of its own: a title and a day.
  const dated = lines.map(l => daysIn(l.text, r).length > 0 && titled(l.text, r))
  if (dated.filter(Boolean).length < 2) return null
  // «جدولنا لشهر يناير», "January schedule": a stretch at the head of days is no activity unless it says so.
  const tokens = (l: Line) => tokensOf(l.text)
  const start = dated.findIndex(
    (d, i) =>
      d &&
      (daysIn(lines[i]?.text ?? '', r).some(m => m.certainty !== 'approximate') ||
        tokens(lines[i] as Line).some((_, k, t) => isActivity(t, k))),
  )
  if (start < 0 || dated.slice(start).filter(Boolean).length < 2) return null
  if (lines.slice(start).some((l, i) => fieldLabel.test(l.text) && i > 0)) return null
  return grouped(text, lines.slice(0, start), lines.slice(start), l => dated[lines.indexOf(l)] ?? false, r)
}
/** «التاريخ: …», "Venue: …": lines of one activity. */
const fieldLabel =
  /^\s*(?:التاريخ|الوقت|المكان|الموقع|العنوان|الراعي|الموعد|الفعالية|اليوم|date|time|venue|place|location|title|patron|event|when|where|day)\s*[:：]/iu

/** «أ) … ب) …», "1. … 2. …" within a line: marks that count on from the first, each before an activity with its day. */
const inner =
  /(?:^|[\s:،,;؛])\(?(?:([0-9٠-٩]{1,2}|[a-hأبجدهو])[.)\-–]|(أولا|ثانيا|ثالثا|رابعا|خامسا|ال(?:أولى|ثانية|ثالثة|رابعة|خامسة)|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?)ً?\s?[:،,])\s/giu
function numbered(text: string, r: Reading): Item[] | null {
  const found: { at: number; from: number }[] = []
  for (const m of text.matchAll(inner)) {
    const mark = fold(m[1] ?? '')
    const counted = ordinals.findIndex(o => m[2]?.toLowerCase().startsWith(o)) % 5
    const n = m[2]
      ? counted + 1
      : /[0-9]/.test(mark)
        ? Number(mark)
        : /[a-h]/.test(mark)
          ? mark.charCodeAt(0) - 96
          : letters.indexOf(mark) + 1
    if (n === found.length + 1) found.push({ at: m.index, from: m.index + m[0].length })
  }
  if (found.length < 2) return null
  const lineOf = (start: number, end: number, marked: boolean): Line => ({
    start,
    end: start + text.slice(start, end).trimEnd().length,
    text: text.slice(start, end).trimEnd(),
    marked,
  })
  const head = text.slice(0, found[0]?.at ?? 0).trim() ? [lineOf(0, found[0]?.at ?? 0, false)] : []
  const body = found.map(({ from }, i) => lineOf(from, found[i + 1]?.at ?? text.length, true))
  if (body.filter(l => daysIn(l.text, r).length > 0 && titled(l.text, r)).length < body.length) return null
  return grouped(text, head, body, () => true, r)
}
const letters = 'ابجدهو'
const ordinals = [
  'أولا',
  'ثانيا',
  'ثالثا',
  'رابعا',
  'خامسا',
  'الأولى',
  'الثانية',
  'الثالثة',
  'الرابعة',
  'الخامسة',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
]

/** Lines put together to items: one begins where `begins` says, the others belong to the one before. The heading lends its day and its place. */
function grouped(text: string, head: Line[], body: Line[], begins: (l: Line) => boolean, r: Reading): Item[] | null {
  const headText = head.map(l => l.text).join('\n')
  const headTokens = tokensOf(headText)
  const shared = head.length > 0 ? daysIn(headText, r) : []
  const groups: Line[][] = []
  for (const line of body) {
    if (begins(line) || groups.length === 0) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  const dated = groups.map(g => daysIn(g.map(l => l.text).join('\n'), r).length > 0)
  const named = groups.map(g => titled(g[0]?.text ?? '', r))
  if (named.filter(Boolean).length < 2) return null
  // The points of one activity: a programme, or its particulars, under a heading that is itself the activity.
  if (holdsAny(headTokens, programme)) return null
  const ownTitle = headTokens.some((_, i) => isActivity(headTokens, i)) && !holdsAny(headTokens, headings)
  if (ownTitle && !dated.every(Boolean)) return null
  if (dated.filter(Boolean).length < 2 && shared.length === 0) {
    // A list without days is one of activities where it is called so, or where each says what it is.
    if (
      !groups.every(g => {
        const t = tokensOf(g[0]?.text ?? '')
        return t.some((_, i) => isActivity(t, i))
      })
    )
      return null
  }
  if (groups.every(g => fieldLabel.test(g[0]?.text ?? ''))) return null
  return groups.map((g, i) => {
    const spans = g.map(({ start, end }) => ({ start, end }))
    const lent = lendable(head, headText, shared, dated[i] ?? false, g)
    return itemOf(text, [...spans, ...lent])
  })
}

/** Of a heading, the day for an item that has none, and the place for one that names none: «فعاليات ٩ ديسمبر في مركز المعارض:». */
function lendable(head: Line[], headText: string, shared: Mention[], dated: boolean, item: Line[]): { start: number; end: number }[] {
  if (head.length === 0) return []
  const out: { start: number; end: number }[] = []
  const from = (place: number): number => {
    let own = 0
    for (const l of head) {
      if (place < own + l.text.length + 1) return l.start + place - own
      own += l.text.length + 1
    }
    return head.at(-1)?.start ?? 0
  }
  const day = shared[0]
  if (day && !dated) out.push({ start: from(day.at), end: from(day.at) + day.text.length })
  const place = headPlace(headText, shared)
  if (place && !hasPlace(item.map(l => l.text).join('\n'))) out.push({ start: from(place.start), end: from(place.end - 1) + 1 })
  return out
}
const placeWord = /(?:^|\s)(?:في|at|in|@|المكان:|venue:)\s+\S/iu
const hasPlace = (text: string): boolean =>
  placeWord.test(text) ||
  /(?:^|\s)ب(?:مركز|فندق|قاعة|مقر|مسرح|متحف|جامعة|مجمع)/u.test(text) ||
  /[،,]\s*(?:مركز|فندق|قاعة|مسرح|متحف|مجمع)/u.test(text)
function headPlace(text: string, times: Mention[]): { start: number; end: number } | null {
  for (const word of [' في ', ' at ', ' in ', ' @ ']) {
    const i = text.toLowerCase().indexOf(word)
    if (i < 0) continue
    const rest = text.slice(i + word.length)
    const stop = rest.search(/[:،,\n(]|\s(?:يوم|on|من|from)\s/u)
    const end = i + word.length + (stop < 0 ? rest.length : stop)
    if (times.some(m => i + word.length <= m.at + m.text.length && end > m.at)) continue
    return { start: i + 1, end }
  }
  return null
}

/** Blocks parted by empty lines, each with a day of its own. */
function blocks(text: string, r: Reading): Item[] | null {
  const spans: { start: number; end: number }[] = []
  let start = 0
  for (const block of text.split(/\n[ \t]*\n/)) {
    const at = text.indexOf(block, start)
    if (block.trim()) spans.push({ start: at, end: at + block.length })
    start = at + block.length
  }
  if (spans.length < 2) return null
  const dated = spans.filter(b => daysIn(text.slice(b.start, b.end), r).length > 0 && titled(text.slice(b.start, b.end), r))
  if (dated.length < 2) return null
  // A block that is itself a list is read line by line.
  if (dated.some(b => linesOf(text.slice(b.start, b.end)).filter(l => l.marked).length > 1)) return null
  return dated.map(b => itemOf(text, [b]))
}

const joining = wordSet('كما وبعدها وبعده وبعدين and ثم then plus also كذلك وكذلك ايضا وايضا و & بالاضافه')

/** Two or more in a sentence: «زيارة المصنع يوم ٩ …، ومؤتمر الجودة يوم ١٦ …». Each must say what it is and when. */
function inSentence(text: string, r: Reading): Item[] | null {
  const t = tokensOf(text)
  if (text.length > longestSentence) return null
  // Two activities say twice what they are, or that another follows: reading the days costs more than looking for that.
  if (t.filter((_, i) => isActivity(t, i)).length < 2 && !t.some((x, i) => goesOn.has(x.f) || adds(t, i) > 0)) return null
  const days = daysIn(text, r)
  if (days.length < 2) return null
  const cuts: number[] = []
  let from = 0
  for (let k = 0; k + 1 < days.length; k++) {
    const cut = cutBetween(t, from, days[k] as Mention, days[k + 1] as Mention, days[k + 2])
    if (cut === null) continue
    cuts.push(cut)
    from = cut
  }
  if (cuts.length === 0) return null
  const starts = [0, ...cuts]
  return starts.map((i, n) => {
    const next = starts[n + 1]
    return itemOf(text, [
      { start: n === 0 ? 0 : beginning(text, t, i), end: next === undefined ? text.length : (t[next - 1]?.end ?? text.length) },
    ])
  })
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
