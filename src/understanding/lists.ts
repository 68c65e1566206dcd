/**
 * Several activities in one message: a numbered or bulleted list, the rows of a pasted table, blocks parted by empty lines, or two in a sentence.
 * A heading line is no item; the date or place it names belongs to each item that has none. One activity with two dates, and a programme of sessions
 * within one, stay one.
 */
import type { Context, Mention } from '../model/meaning.ts'
import { fold } from './fold.ts'
import { inSentence } from './in-sentence.ts'
import { daysIn, type Item, itemOf, most, type Reading, small, timesIn } from './items.ts'
import { isActivity } from './parts/kinds.ts'
import { isRemark } from './parts/remarks.ts'
import { at, phrases } from './phrases.ts'
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
