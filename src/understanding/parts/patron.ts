/** The patron: under whose patronage an activity is held, or who attends, opens or launches it. A crowd that attends is no patron. */
import type { Parts } from '../../model/meaning.ts'
import { at, phrases, table, wordSet } from '../phrases.ts'
import { beginsAt, claim, isCapital, isFree, nameEnd, parts, type Sentence, written } from '../sentence.ts'
import { arabicNameEnd, isArabic, isRank } from './bodies.ts'
import { isActivity } from './kinds.ts'
import { isThird, isVerb } from './verbs.ts'

/** Whoever follows is the patron. */
const under = {
  ar: [
    'برعاية',
    'تحت رعاية',
    'تحت الرعاية الكريمة',
    'تحت الرعاية السامية',
    'برعاية كريمة من',
    'برعاية سامية من',
    'برعاية وحضور',
    'بتشريف',
    'بحضور وتشريف',
    'وبرعاية',
    'يرعاه',
    'يرعاها',
    'يرعى الحفل',
    'يرعى الفعالية',
    'الراعي',
    'راعي الحفل',
    'راعي المناسبة',
    'بتدشين من',
  ],
  en: [
    'under the patronage of',
    'under patronage of',
    'under the high patronage of',
    'under the gracious patronage of',
    'under the auspices of',
    'under the kind patronage of',
    'patronised by',
    'patronized by',
    'patronage of',
    'patron',
    'guest of honour',
    'guest of honor',
    'chief guest',
  ],
}
/** Whoever of rank follows is the patron. */
const present = {
  ar: [
    'بحضور',
    'بمشاركة',
    'يحضره',
    'يحضرها',
    'سيحضره',
    'سيحضرها',
    'بحضور كل من',
    'يفتتحه',
    'يفتتحها',
    'يدشنه',
    'يدشنها',
    'على شرف',
    'يشرفه',
    'من قبل',
    'على يد',
    'بمعية',
    'يفتتح أعماله',
  ],
  en: [
    'in the presence of',
    'in presence of',
    'attended by',
    'with the attendance of',
    'with the participation of',
    'opened by',
    'to be opened by',
    'inaugurated by',
    'to be inaugurated by',
    'launched by',
    'to be attended by',
    'graced by',
    'graced by the presence of',
    'honoured by the presence of',
    'honored by the presence of',
    'with the presence of',
    'to be announced by',
    'to be unveiled by',
    'unveiled by',
    'to be launched by',
    'to be delivered by',
    'delivered by',
    'in attendance',
    'w /',
  ],
}
export const patronOpens = phrases(under, present)
const openers = table([
  ...[...under.ar, ...under.en].map(p => [p, 'anybody'] as const),
  ...[...present.ar, ...present.en].map(p => [p, 'ranked'] as const),
])

/** What somebody of rank does who is the patron of it. */
const acts = wordSet(
  `يلتقي تلتقي سيلتقي ستلتقي يجتمع تجتمع سيجتمع ستجتمع يفتتح تفتتح سيفتتح ستفتتح يدشن تدشن سيدشن ستدشن يرعي ترعي سيرعي سترعي يشهد تشهد سيشهد ستشهد يحضر تحضر سيحضر ستحضر وسيحضر وستحضر ويحضر يطلق تطلق سيطلق ستطلق
   يكرم تكرم سيكرم ستكرم يلقي تلقي سيلقي ستلقي يستقبل تستقبل سيستقبل ستستقبل يزور تزور سيزور ستزور يترأس تترأس يتراس تتراس سيترأس سيتراس يوقع توقع سيوقع يسلم تسلم
   سيسلم يشرف يختتم تختتم سيختتم يعلن تعلن سيعلن افتتح دشن يتفقد تتفقد سيتفقد يضع تضع سيضع ستضع يقوم تقوم سيقوم ستقوم يقص تقص يتقدم ويفتتح ويدشن وسيفتتح يعقد تعقد سيعقد ستعقد يشارك تشارك سيشارك ستشارك يتحدث تتحدث سيتحدث ستتحدث يتفضل تتفضل ويتفضل وتتفضل سيتفضل وسيتفضل`,
)
/** What somebody of rank does: after another name these may be nouns. */
const does = wordSet(
  'patronises patronizes travels flies heads tours inspects meets leads addresses cuts lays unveils hands visits witnesses sees',
)
const englishActs = /^(?:attend|attending|attends|present|expected|open|opens|opening)$/

/** Words after which no name of a person goes on, «في» and "at" among them. */
const stop = wordSet('في علي عبر لحضور لافتتاح at in on from to @ with for by w حفل مؤتمر معرض')

export function readPatron(s: Sentence, out: Parts): void {
  for (let i = 0; i < s.t.length; i++) if (s.owner[i] === null && (opened(s, i, out) || acting(s, i, out))) return
}

/** «برعاية معالي وزير الصحة», "under the patronage of …". */
function opened(s: Sentence, i: number, out: Parts): boolean {
  const opener = at(openers, s.t, i) ?? byWhom(s, i)
  if (!opener) return false
  let from = opener.next
  while (/^(من|of|:|كل|by|,|الكريمه|الساميه)$/.test(s.t[from]?.f ?? '') && s.owner[from] === null) from++
  if (s.t[i]?.f === 'patron' && s.t[opener.next]?.f !== ':') return false
  if (opener.value === 'ranked' && !isRank(s, from)) return false
  // "The Undersecretary for Education": what a rank is for.
  const goesOn = (k: number) => s.t[k]?.f === 'for' && isCapital(s, k + 1) && k - from <= 3
  const name = nameEnd(s, from, k => stop.has(s.t[k]?.f ?? '') && s.t[k - 1]?.f !== 'h' && !goesOn(k))
  const j =
    name > from && isArabic(s.t[from]?.f ?? '') && isRank(s, from) && name - from > 5 ? Math.min(name, arabicNameEnd(s, from)) : name
  if (j <= from || !isFree(s, from, j)) return false
  out.patron = named(s, from, english(s, from, j))
  claim(s, i, english(s, from, j), 'patron')
  return true
}

/** "Opening of the cardiac centre by HH the Crown Prince": who opens it is its patron; who visits or speaks is the matter itself. */
function byWhom(s: Sentence, i: number): { value: 'ranked'; next: number } | null {
  if (s.t[i]?.f !== 'by') return null
  for (let k = i - 1; k >= 0 && k > i - 12 && !parts(s, k); k--)
    if (/^(opening|inauguration|launch|unveiling|reopening)$/.test(s.t[k]?.f ?? '')) return { value: 'ranked', next: i + 1 }
  return null
}

/** "… attending", "… present" at the end of a name are no part of it. */
function english(s: Sentence, from: number, j: number): number {
  let end = j
  while (end > from + 1 && englishActs.test(s.t[end - 1]?.f ?? '')) end--
  return end
}

/** «معالي وزير …»: the attached particle of the first word is no part of the name. */
function named(s: Sentence, i: number, j: number): string {
  const name = written(s, i, j)
  const f = s.t[i]?.f ?? ''
  return /^لل/.test(f) ? `ال${name.slice(2)}` : /^ل(معالي|سعاده|سمو|صاحب|جلاله|وزير|محافظ|رئيس)/.test(f) ? name.slice(1) : name
}

/** «يفتتح معالي وزير الصحة المؤتمر», «وزير الصحة يفتتح …», "the Minister of Health opens …", "Minister of Finance attending". */
function acting(s: Sentence, i: number, out: Parts): boolean {
  const f = s.t[i]?.f ?? ''
  if (acts.has(f) && isRank(s, i + 1) && !parts(s, i + 1)) {
    const j = arabicNameEnd(s, i + 1)
    return take(s, i + 1, Math.min(j, nameEnd(s, i + 1)), out)
  }
  if (!beginsAt(s, i) && !(isArabic(f) ? false : endsBefore(s, i))) return false
  if (!isRank(s, i)) return false
  if (isArabic(f)) {
    const j = arabicNameEnd(s, i)
    const verb = s.t[j]?.f ?? ''
    // Whatever somebody of rank does at the head of a sentence: «وزيرة الصحة تلتقي …».
    return (acts.has(verb) || (/^(?:س|وس)?[يت]/.test(verb) && isVerb(verb))) && !parts(s, j) ? take(s, i, j, out) : false
  }
  for (let j = i + 1; j < i + 14 && (!parts(s, j) || s.owner[j] === 'certainty'); j++) {
    const w = s.t[j]?.f ?? ''
    // "The Minister is expected to …": what says how sure it is was taken already.
    if (s.owner[j] === 'certainty') return take(s, i, j, out)
    if (isThird(w) || englishActs.test(w) || does.has(w)) {
      if (j === i + 1 && /^(general|chair|dr)$/.test(f)) return false
      return take(s, i, j, out, w === 'to' || w === 'will' || w === 'is' || w === 'are' || englishActs.test(w) ? attendance(s, j) : j)
    }
    if (isActivity(s.t, j) && !/^(general|address)$/.test(w)) return false
  }
  return false
}

/** A name begins here that follows a word such as "w/" or "and". */
const endsBefore = (s: Sentence, i: number): boolean => /^(and|with|\/|w)$/.test(s.t[i - 1]?.f ?? '')

/** "to attend", "will attend", "is attending", "in attendance": said of the patron alone, and claimed with the name. Other verbs lead to the title. */
function attendance(s: Sentence, j: number): number {
  let k = j
  while (/^(to|will|is|are|be|also|expected|in)$/.test(s.t[k]?.f ?? '') && !parts(s, k)) k++
  return /^(attend|attending|attends|present|expected|attendance)$/.test(s.t[k]?.f ?? '') ? k + 1 : j
}

function take(s: Sentence, i: number, j: number, out: Parts, until = j): boolean {
  if (!isFree(s, i, j)) return false
  out.patron = named(s, i, j)
  const before = /^(and|with|w|\/)$/.test(s.t[i - 1]?.f ?? '') && until > j ? (s.t[i - 2]?.f === 'w' ? i - 2 : i - 1) : i
  claim(s, before, until, 'patron')
  return true
}
