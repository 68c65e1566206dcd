/** What is said of an appearance beside its outlet and title: how many it reached and how that was counted, its tone, its day. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Tone } from '../model/coverage.ts'
import type { Context } from '../model/meaning.ts'
import { fold } from '../understanding/fold.ts'
import { readWhen } from '../understanding/read.ts'

/** Digits and their signs as English writes them; every character stays in its place. */
export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹٬٫]/g, c => {
    const n = '٠١٢٣٤٥٦٧٨٩'.indexOf(c) >= 0 ? '٠١٢٣٤٥٦٧٨٩'.indexOf(c) : '۰۱۲۳۴۵۶۷۸۹'.indexOf(c)
    return n >= 0 ? String(n) : c === '٬' ? ',' : '.'
  })

const times: readonly [RegExp, number][] = [
  [/^(?:k|thousand|ألف|الف|آلاف|الاف|ألفا|ألفًا|الفا)$/iu, 1_000],
  [/^(?:m|mn|million|مليون|ملايين|مليونا|مليونًا)$/iu, 1_000_000],
]
const scales = 'k|thousand|mn|million|m|ألفًا|ألفا|ألف|الفا|الف|آلاف|الاف|مليونًا|مليونا|مليون|ملايين'
const units =
  'unique visitors|unique users|page ?views|impressions|listens|streams|viewers|views|readers|listeners|followers|subscribers|copies|visitors|visits|plays|مشاهدات|مشاهدة|مشاهدين|مشاهد|قارئًا|قارئا|قارئ|قراء|قراءة|مستمعًا|مستمعا|مستمعين|مستمع|متابعين|متابعًا|متابعا|متابع|متابعة|نسخة|نسخ|زائرًا|زائرا|زائر|زوار|زيارة|زيارات|ظهور|انطباع|استماع|استماعات'
const figure = String.raw`(?:(?<![\p{L}\p{N}])(?<n>\d{1,3}(?:[, ]\d{3})+|\d+(?:[.,]\d{1,2})?)(?:\s*(?<scale>(?:${scales})(?![\p{L}])))?|(?<![\p{L}])(?<word>مليوني|مليون|ألفي|ألفا|ألف))`
const counted = new RegExp(String.raw`${figure}\s*(?:من ال)?(?<unit>(?:${units}))(?![\p{L}])(?:\s*\((?<how>[^()\n]{2,40})\))?`, 'iu')
const label = `(?:estimated |total |potential )?(?:audience|reach)|(?:نسبة |مدى |حجم )?(?:الوصول|وصول|المشاهدة)(?: (?:التقديرية|التقديري|المقدرة|الإجمالي|الاجمالي))?|الجمهور|reached|وصلت|وصل`
const labelled = new RegExp(
  String.raw`(?<![\p{L}])(?:${label})(?![\p{L}])\s*(?:[:：=]|of|was|is|إلى|نحو|بلغ|حوالي|about|around|approx\.?)?\s*(?:about |around |نحو |حوالي |إلى |ل\u0640?\s?)?${figure}(?:\s+(?<unit>(?:${units}))(?![\p{L}]))?(?:\s*\((?<how>[^()\n]{2,40})\)|\s*[،,]?\s+(?:according to|as counted by|measured by|via|by|per|source[:：]|حسب|بحسب|وفق|وفقا ل|وفقًا ل|المصدر[:：])\s*(?<by>[^\n،,;؛()|–—]{2,40}))?`,
  'iu',
)

/** A number of people, and how it was counted in the words of whoever says it (null: it was not said); `start` and `end` where it stands. */
export type Reach = { reach: number; how: string | null; start: number; end: number }
/** No number of people is larger. */
const mostPeople = 2_000_000_000
/** Of what is said without a unit, no smaller number is an audience. */
const fewest = 100

export function reachIn(text: string): Reach | null {
  const plain = plainDigits(text)
  const found = labelled.exec(plain) ?? counted.exec(plain)
  const g = found?.groups
  if (!found || !g) return null
  const scale = times.find(([r]) => r.test(g.scale ?? ''))?.[1] ?? 1
  const words: Record<string, number> = { ألف: 1_000, ألفا: 2_000, ألفي: 2_000, مليون: 1_000_000, مليوني: 2_000_000 }
  const written = (g.n ?? '').trim()
  // "1,5 million" has a fraction; "45,000" has none.
  const n = g.word
    ? (words[g.word] ?? 0)
    : Number(/^\d{1,3}(?:[, ]\d{3})+$/.test(written) ? written.replace(/[, ]/g, '') : written.replace(',', '.'))
  const reach = Math.round(n * scale)
  // "Reached 3 schools" counts no audience.
  if (!(reach >= (g.unit ? 1 : fewest)) || reach > mostPeople) return null
  const how = [g.unit, g.how ?? g.by].flatMap(h => (h?.trim() ? [h.trim()] : [])).join(' – ')
  return { reach, how: how || null, start: found.index, end: found.index + found[0].length }
}

const inAll =
  /\b(?:total|combined|overall|cumulative|aggregate|in all|altogether|in total|put together|all together)\b|(?<!\p{L})(?:(?:ال)?[إا]جمالي(?:ة|ه|اً|ا)?|مجموع|المجموع|[إا]جمالاً|مجتمع[ةه]|(?:ال)?كلي[ةه]?|معاً|معا|جميعها|جميعاً)(?!\p{L})/iu

/** Behind the number, and before how it was counted. */
const behind =
  /\s+(?:in all|altogether|in total|put together|all together|combined|overall|(?:في |ب)?المجموع|[إا]جمالاً|مجتمع[ةه]|معاً|معا|جميعاً)(?=\s|$)/giu
/** Where a clause begins to speak of it; what stands before may name outlets. */
const ofTotal =
  /\b(?:with|reaching)\b|\b(?:a |the )?(?:total|combined|overall|cumulative|aggregate|reach\w*|audience|in all)\b|(?<!\p{L})(?:[وب]|وب)?(?:ال)?(?:وصول|[إا]جمالي|مجموع|مشاهد|جمهور)|[\d٠-٩]/iu

/** What was reached by all that a text tells of, where it says so ("reach 120,000 in all"), and the text without it; null where it says no such thing. */
export function totalIn(text: string): { reach: number; how: string | null; rest: string } | null {
  let at = 0
  for (const clause of text.split(/(\n|[.;؛](?=\s|$)|[،,](?=\s))/u)) {
    const found = inAll.test(clause) ? reachIn(clause.replace(behind, '').replace(/\breaching\b/gi, 'reached ')) : null
    if (found) {
      const before = Math.max(clause.search(ofTotal), 0)
      return { reach: found.reach, how: found.how, rest: text.slice(0, at + before) + text.slice(at + clause.length) }
    }
    at += clause.length
  }
  return null
}

/** A number that stands by itself and is large, or said in thousands: it counts an audience, and nobody said how. */
export function numberAlone(said: string): number | null {
  const plain = plainDigits(said.trim())
  if (!new RegExp(String.raw`^(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d{1,2})?\s*(?:${scales}))$`, 'iu').test(plain)) return null
  return reachIn(`reach ${plain}`)?.reach ?? null
}

const tones: Readonly<Record<Tone, ReadonlySet<string>>> = {
  positive: new Set(['positive', 'ايجابي', 'ايجابيه', 'ايجابيا', 'favourable', 'favorable']),
  neutral: new Set(['neutral', 'محايد', 'محايده', 'حيادي', 'حياديه', 'balanced', 'متوازن', 'متوازنه']),
  negative: new Set(['negative', 'سلبي', 'سلبيه', 'unfavourable', 'critical', 'ناقد']),
}
/** The tone that a few words by themselves say: "positive", «النبرة: إيجابية». */
export function toneOf(said: string): Tone | null {
  const f = fold(said)
    .replace(/^(?:(?:the )?(?:tone|sentiment)(?: is| was)?|(?:ال)?(?:نبره|طابع|اتجاه|لهجه|تغطيه|خبر|انطباع))\s*[:：-]?\s*/u, '')
    .replace(/\s*(?:tone|coverage|sentiment)$/, '')
    .replace(/[().,،]/g, '')
    .trim()
  return (Object.keys(tones) as Tone[]).find(t => tones[t].has(f)) ?? null
}

/** The tone that is said among other words: "in a positive tone", «والنبرة إيجابية». */
export function toneWithin(said: string): Tone | null {
  const words = fold(said).split(/[^\p{L}]+/u)
  const named = words.some(w => /^(?:tone|sentiment|و?(?:ال|ب)?نبره.*)$/.test(w))
  const of = (w: string): Tone | null =>
    (Object.keys(tones) as Tone[]).find(t => tones[t].has(w.replace(/^و/, ''))) ??
    (named && /^(?:good|جيده|طيبه)$/.test(w) ? 'positive' : null)
  return words.map(of).find(t => t !== null) ?? null
}

/** The day that a heading says among its words, YYYY-MM-DD. */
export function dayWithin(said: string, context: Context): string | null {
  const m = readWhen(said, context).find(w => !w.timeOnly && ['day', 'hour', 'minute'].includes(w.grain) && w.certainty !== 'approximate')
  return m ? past(m.start.slice(0, 10), m.text, context) : null
}

/** Words around a day. */
const around =
  /^(?:on|in|at|dated?|published|issue|العدد|الصادر|صادر|of|the|date|day|it|is|was|be|ran|appeared|aired|كان|كانت|هو|هي|نشرت|صدر|صدرت|في|بتاريخ|تاريخ|يوم|عدد|بعدد|الموافق|نشر|م|هـ|ه)$/u

/** The day that a few words by themselves say, YYYY-MM-DD, and never a coming one where the year was not said; null where they say more, or none. */
export function dayOf(said: string, context: Context): string | null {
  const text = said.trim().replace(/[().]/g, ' ')
  if (!text.trim() || text.length > 60) return null
  const [m] = readWhen(text, context)
  if (!m || m.timeOnly || !['day', 'hour', 'minute'].includes(m.grain) || m.certainty === 'approximate') return null
  const rest = `${text.slice(0, m.at)} ${text.slice(m.at + m.text.length)}`
  const left = (rest.match(/[\p{L}\p{N}]+/gu) ?? []).filter(w => !around.test(fold(w)))
  if (left.length > 0) return null
  return past(m.start.slice(0, 10), text, context)
}

/** The nearest such day that is not ahead: what appeared has appeared. */
function past(day: string, said: string, context: Context): string {
  const today = Temporal.PlainDate.from(context.now.slice(0, 10))
  let at = Temporal.PlainDate.from(day)
  if (Temporal.PlainDate.compare(at, today) <= 0 || /\d{4}/.test(plainDigits(said))) return at.toString()
  const step = /\d/.test(plainDigits(said)) ? { years: 1 } : { days: 7 }
  for (let n = 0; n < 60 && Temporal.PlainDate.compare(at, today) > 0; n++) at = at.subtract(step)
  return at.toString()
}

/** A page of a paper, which says nothing that is kept. */
export const isPage = (said: string): boolean =>
  /^(?:p|pp|pg|page|pages|ص|صفحه|الصفحه)\s*[.:]?\s*[\d\s\-–,]+$|^(?:front page|الصفحه الاولي|صفحه اولي)$/.test(
    fold(said).replace(/[()]/g, '').trim(),
  )
