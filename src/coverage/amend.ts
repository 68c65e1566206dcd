/** What a sentence corrects of the appearances on a card: which of them it speaks of, by number, by outlet or by what it denies, and what is said instead. Pure. */
import { clean } from '../dialogue/fields.ts'
import type { Asking, Values } from '../dialogue/form.ts'
import { fold } from '../understanding/fold.ts'
import { which } from '../understanding/which.ts'
import { dayOf, dayWithin, reachIn, toneOf, toneWithin, totalIn } from './facts.ts'
import { indexOf, outletIn, string, type Work } from './fields.ts'
import { linksIn } from './links.ts'
import { levelIn, mediumIn, namedIn } from './outlets.ts'
import { titleOf } from './pieces.ts'

/** Places among the appearances, from 0, and what becomes of them; `values` are empty where it is not said what. */
export type Amendment = { places: number[]; leave: boolean; values: Values }

/**
 * Null where a text corrects none of them, or does not tell which. `alone`: no card of them is open, so that a sentence that only holds a day or a tone may
 * speak of something else.
 */
export function amendmentOf(
  text: string,
  all: readonly Partial<Values>[],
  asking: Asking,
  work: Work,
  how: 'open' | 'alone' = 'open',
): Amendment | null {
  const said = bared(text)
  if (/\n/.test(said)) return null
  const about = numbered(said, all.length) ?? named(said, all, work) ?? denying(said, all) ?? oneWith(text, all)
  if (about?.leave) return { places: about.places, leave: true, values: {} }
  const [place, further] = about?.places ?? (all.length === 1 && isCorrection(text) ? [0] : [])
  if (place === undefined || further !== undefined) return null
  const values = (about && how === 'open' ? within : valuesSaid)(about?.rest ?? said, all[place] ?? {}, asking, work)
  return Object.keys(values).length > 0 ? { places: [place], leave: false, values } : null
}

/** Whether a text says by its form that something is to be otherwise, or to go: what it names is then nothing further. */
export const isCorrection = (text: string): boolean => {
  const said = bared(text)
  return opener.test(clean(text)) || sidesOf(said).denied !== null || leaving.test(fold(said)) || of.test(said)
}

type About = { places: number[]; leave: boolean; rest: string }

const opener =
  /^(?:(?:no|nope|sorry|wait|actually|correction|oops|i meant?|لا|عفوا|عفواً|معذرة|تصحيح|أقصد|اقصد|نقصد|قصدي|للتصحيح|لحظة)(?:\s*[،,:؛.–—-]+\s*|\s+(?!one\b|coverage\b|link\b|توجد|يوجد|أحد|احد)))+/iu
const polite = /^(?:please|kindly|could you|can you|يرجى|الرجاء|أرجو|ارجو|لو سمحتم?|من فضلكم?)[،,]?\s+/iu
const bared = (text: string): string => clean(text).replace(opener, '').replace(polite, '').trim()
const leaving =
  /^(?:remove|delete|drop|leave out|take out|take off|without|not)(?= )(?!.*\bbut\b)|^(?:احذف|احذفوا|حذف|شيل|شيلوا|امسح|امسحوا|استبعد|استبعدوا|استبعاد|ازل|ازيلوا|ازاله|بدون|الغ|الغوا)(?= )/
/** "the reach of the first", «عنوان الثانية»: what is said of one, before which. */
const of =
  /^(?:the |its )?(?<of>reach|audience|views|title|headline|link|url|tone|sentiment|date|day|outlet|paper|medium|level)(?: of| for| in)\s+(?=the |number|no\.? ?\d|#|first|second|third|last)|^(?:ال)?(?<of2>وصول|مشاهدات|عنوان|رابط|نبرة|تاريخ|يوم|وسيلة|نوع|مستوى)\s+(?=(?:(?:التغطية|الخبر|المادة|القصاصة|التقرير)\s+)?(?:ال(?:أول|اول|ثان|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|أخير|اخير)|رقم))/iu

/** An appearance by its number: "the second piece is …", «رابط الثالثة …». */
function numbered(said: string, count: number): About | null {
  const label = of.exec(said)
  const plain = said
    .slice(label?.[0].length ?? 0)
    .replace(
      /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) (?:piece|appearance|article|clipping|story|report)\b/iu,
      '$1 one',
    )
    .replace(
      /(?<!\p{L})(?:التغطية|الخبر|المادة|القصاصة|التقرير)\s+(?=ال(?:أول|اول|ثان|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|أخير|اخير))/u,
      '',
    )
  const w = which(plain)
  if (!w || ofCalendar.test(plain) || w.places === 'all') return null
  const places = w.places.map(p => (p < 0 ? count : p) - 1)
  if (places.some(p => p < 0 || p >= count)) return null
  return { places, leave: w.leave, rest: label ? `${label.groups?.of ?? label.groups?.of2} ${w.rest}` : w.rest }
}

/** "The first Sunday": a day by its number. */
const ofCalendar =
  /^(?:the )?\w+ (?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|week|day|half|quarter)\b|^(?:السبت|الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|الأسبوع|الاسبوع|اليوم)\s/iu

/** By its outlet: "Al Ayam was on 4 December", "it was Al Watan, not GDN", «احذف الوطن». */
function named(said: string, all: readonly Partial<Values>[], work: Work): About | null {
  const { told, denied } = sidesOf(said)
  const leave = denied === null && leaving.test(fold(said))
  const wrong = denied === null ? [] : standingIn(denied, all, work)
  const [only] = wrong
  if (only && wrong.length === 1) return { places: [only.place], leave: false, rest: told }
  const standing = standingIn(told, all, work)
  // Two in one paper cannot be told apart by its name.
  if (new Set(standing.map(s => `${s.start}`)).size < standing.length) return null
  if (leave) return standing.length > 0 ? { places: standing.map(s => s.place), leave, rest: '' } : null
  const [one] = standing
  if (!one || standing.length > 1) return null
  const rest = `${told.slice(0, one.start)} ${told.slice(one.end)}`.trim()
  const others = namedIn(rest, indexOf(work.outlets)).length
  // A name beside another is a list; with a link or a title it is told anew.
  if (others > 0 || (denied === null && (linksIn(rest).length > 0 || /[«"“:：–—|]/.test(rest)))) return null
  return { places: [one.place], leave: false, rest }
}

/** By what is denied of it: «ليست سلبية بل محايدة», where one alone is negative. */
function denying(said: string, all: readonly Partial<Values>[]): About | null {
  const { told, denied } = sidesOf(said)
  const tone = denied === null ? null : (toneOf(denied) ?? toneWithin(denied))
  const fits = tone ? all.flatMap((v, place) => (v.tone === tone ? [place] : [])) : []
  return fits.length === 1 ? { places: fits, leave: false, rest: told } : null
}

/** "No, the reach was 12,000", where one alone has a reach. */
function oneWith(text: string, all: readonly Partial<Values>[]): About | null {
  const said = bared(text)
  const key = !opener.test(clean(text))
    ? null
    : linksIn(said).length > 0
      ? 'link'
      : titled.test(said)
        ? 'title'
        : reachIn(said)
          ? 'reach'
          : null
  const fits = key ? all.flatMap((v, place) => (v[key] !== undefined ? [place] : [])) : []
  return fits.length === 1 ? { places: fits, leave: false, rest: said } : null
}

/** Which of them a text names by their outlets, and where. */
function standingIn(text: string, all: readonly Partial<Values>[], work: Work): { place: number; start: number; end: number }[] {
  const listed = namedIn(text, indexOf(work.outlets))
  return all.flatMap((v, place) => {
    const id = string(v.outletId)
    const here = id ? listed.find(n => n.outlet.id === id) : undefined
    if (here) return [{ place, start: here.start, end: here.end }]
    const name = id ? null : string(v.outlet)
    const at = name ? text.toLowerCase().indexOf(name.toLowerCase()) : -1
    return name && at >= 0 ? [{ place, start: at, end: at + name.length }] : []
  })
}

const nots = String.raw`(?:\b(?:is |was |it's |it is |it was )?not\b|\bisn't\b|\bwasn't\b|(?<!\p{L})و?(?:ليست|ليس|مو|مب|مش|موب|ما كانت|لم تكن|لم يكن)(?!\p{L}))(?:\s+(?:in|on|at|في|من|على|عبر))?`
const denials: readonly RegExp[] = [
  // "not X but Y", «ليست س بل ص».
  new RegExp(
    String.raw`^(?<before>.*?)${nots}\s+(?<denied>.+?)\s*[،,;؛]?\s*(?:\bbut(?: rather)?\b|\bit (?:is|was)\b|\brather\b|(?<!\p{L})(?:بل|و?إنما|و?انما|ولكن|لكن)(?!\p{L}))\s*(?:in |on |at |في |من |هي |هو )?(?<told>.+)$`,
    'iu',
  ),
  // "Y, not X", "Y instead of X", «ص وليس س», «ص بدل س».
  new RegExp(
    String.raw`^(?<told>.+?)\s*[،,;؛]?\s*(?:\band\s+)?(?:${nots}|\brather than\b|\binstead of\b|(?<!\p{L})(?:ولا|لا|بدل|بدلا من|بدلاً من|عوضا عن|عوضاً عن)(?!\p{L})(?:\s+في)?)\s+(?<denied>.+)$`,
    'iu',
  ),
  // "replace X with Y", «استبدلوا س بـ ص», «غيروا س إلى ص».
  /^(?:replace|change|swap|correct)\s+(?<denied>.+?)\s+(?:with|by|to|for|into)\s+(?<told>.+)$/iu,
  /^(?:استبدلوا|استبدل|استبدال|غيّر|غير|غيروا|تغيير|بدلوا|بدل|صححوا|صحح|عدلوا|عدل)\s+(?<denied>.+?)\s+(?:(?:إلى|الى)\s+|بـ\s?|لـ\s?|ب(?=ال|\p{L}{3}))(?<told>.+)$/u,
  // "X should be Y", «س الصحيح ص».
  /^(?<denied>.+?)\s+(?:should (?:be|read|say|have been)|(?:is|was) (?:really|actually|in fact)|→|->|=>|(?:و?الصحيح|المقصود)(?: هو| هي)?|(?:يفترض|ينبغي|يجب) أن (?:يكون|تكون))\s+(?<told>.+)$/iu,
]

/** Characters; what is longer is pasted, and corrects nothing. */
const longest = 300

/** What a sentence says, and what it says is not so; null where it denies nothing. */
function sidesOf(said: string): { told: string; denied: string | null } {
  const groups = said.length > longest ? undefined : denials.map(r => r.exec(said)?.groups).find(g => g)
  return groups
    ? { told: `${groups.before ?? ''} ${groups.told}`.replace(/\s+/g, ' ').trim(), denied: groups.denied ?? '' }
    : { told: said, denied: null }
}

const lead =
  /^(?:its? |the )?(?:(?:it|that|this) (?:is|was|ran|appeared)|it's|(?:date|day|tone|sentiment|level|medium|outlet|paper)(?: (?:is|was|should be))?|was published|was aired|is|was|should be|had|has|ran|appeared|one|هو|هي|كان|كانت|نشر|نشرت|صدر|صدرت|التاريخ|تاريخ|يوم|النبرة|نبرة|المستوى|مستوى|النوع|نوع|الوسيلة|وسيلة|بل|في|خبر)(?=\s|[:：]|$)\s*[:：]?\s*/iu
const titled = /^(?:the )?(?:title|headline|العنوان|عنوان\p{L}*)(?:\s+(?:is|was|should be|هو))?\s*[:：]?\s*/iu
/** Words; of what is longer, a tone or a day may be part of a title. */
const fewWords = 7

/** What a correction says of one appearance, whose values are known. */
export function valuesSaid(text: string, values: Partial<Values>, asking: Asking, work: Work): Values {
  const said = sidesOf(bared(text)).told
  const link = linksIn(said)[0]
  if (link) return { link: link.link, host: link.host }
  const title = titled.test(said) ? titleOf(said.replace(titled, '')) : null
  if (title) return { title }
  const total = typeof values.together === 'number' ? totalIn(said) : null
  if (total) return { together: total.reach, togetherHow: total.how ?? undefined }
  const reach = reachIn(said)
  if (reach) return { reach: reach.reach, ...(reach.how ? { reachHow: reach.how } : {}) }
  let bare = said
  for (let n = 0; n < 2; n++) bare = bare.replace(lead, '')
  const day = dayOf(bare, asking.context)
  if (day) return { on: day }
  const tone = toneOf(bare)
  if (tone) return { tone }
  const words = bare.split(/\s+/).length
  const listed = namedIn(bare, indexOf(work.outlets))
  if (listed.length === 1 && words <= 8) return outletIn(bare, asking, work, string(values.host)) ?? {}
  if (listed.length > 0) return {}
  if (words > 4) return {}
  const level = levelIn(bare)
  const medium = mediumIn(bare)
  return { ...(level ? { level } : {}), ...(medium ? { medium } : {}), ...(level || medium ? { guessed: undefined } : {}) }
}

/** The same of what speaks of one appearance by its number or its name: a few words that hold a tone or a day, or a name nobody listed, are no title. */
function within(text: string, values: Partial<Values>, asking: Asking, work: Work): Values {
  const plain = valuesSaid(text, values, asking, work)
  if (Object.keys(plain).length > 0) return plain
  const { told } = sidesOf(text)
  if (told.split(/\s+/).length > fewWords) return {}
  const tone = toneWithin(told)
  const day = dayWithin(told, asking.context)
  return { ...(tone ? { tone } : {}), ...(day ? { on: day } : {}) }
}
