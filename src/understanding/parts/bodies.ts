/** Names of organizations and of dignitaries as the language builds them, so that no list of them is needed. */
import { wordSet } from '../phrases.ts'
import { isCapital, parts, type Sentence } from '../sentence.ts'
import { bare } from '../tokens.ts'
import { isActivity } from './kinds.ts'
import { arabicPlaces } from './places.ts'
import { isVerb } from './verbs.ts'

/** Arabic nouns that begin the name of an organization. */
const arabicBodies = wordSet(
  `وزاره هيئه مجلس مؤسسه جمعيه جامعه كليه معهد مركز بنك مصرف صندوق شركه مجموعه غرفه بلديه محافظه اداره اللجنه لجنه امانه ديوان اتحاد منظمه وكاله رابطه نادي
   مدرسه اكاديميه برنامج بعثه سفاره مديريه نقابه مستشفي قياده الحرس جهاز سلطه دائره مفوضيه اولمبياد معهد مكتب هلال مدينه مبادره مطار بورصه متحف حلبه اوقاف الاوقاف فرقه اوركسترا جوقه`,
)
const englishBodies = wordSet(
  `ministry authority council chamber society association foundation university college institute centre center company bank corporation club union federation
   commission committee directorate department municipality governorate agency organisation organization fund group academy embassy bureau board secretariat
   crescent cross band orchestra choir troupe court parliament hospital programme school trust office police`,
)
/** Words that begin the name of somebody of rank. */
const arabicRanks = wordSet(
  `معالي سعاده سمو سموه صاحب صاحبه جلاله فخامه دوله وزير وزيره وزراء محافظ رئيس رئيسه الشيخ الشيخه الامير الاميره ولي وكيل وكيله نائب السفير سفير امين عميد الملك ملك قرينه
   الفريق اللواء العميد العقيد الدكتور الدكتوره النائب حاكم السلطان سلطان مدير مديره المدير الوزير الوزيره الرئيس المحافظ الوكيل المستشار مستشار القائد قائد المهندس
   المفتي القائم رئيسا امير ممثل مندوب عاهل العاهل نجل`,
)
const englishRanks = wordSet(
  `minister governor president prime sheikh shaikh sheikha shaikha undersecretary chief crown prince princess king queen speaker ambassador mayor chairman
   chairwoman chairperson chair ceo deputy dean general lieutenant major colonel brigadier secretary rector director dr prof professor commander emir amir sultan
   ruler excellency highness majesty assistant`,
)
/** "Health minister", "Parliament speaker": ranks in small letters too. */
const alwaysRanks = wordSet('minister ambassador speaker governor undersecretary mayor')
const honorifics = wordSet('h he hh hrh hm his her their the')

const heads = (f: string, set: ReadonlySet<string>): boolean => bare(f).some(b => set.has(b))

/** Whether the name of an organization begins at a token. */
export function isBody(s: Sentence, i: number): boolean {
  const f = s.t[i]?.f ?? ''
  if (/^[\u0621-\u064a]/.test(f)) return heads(f, arabicBodies) || (s.known[i] ?? []).some(k => k.what === 'organization' && k.whole)
  return englishBodyEnd(s, i) !== null
}

/** English: a run of capitalized words and little ones among them, with a word of a body in it, or a name the network knows. */
function englishBodyEnd(s: Sentence, i: number): number | null {
  const start = s.t[i]?.f === 'the' ? i + 1 : i
  const known = (s.known[start] ?? []).find(k => k.what === 'organization' && k.whole)
  let body = false
  let j = start
  let last = start
  for (; !parts(s, j) && j < start + 12; j++) {
    const f = s.t[j]?.f ?? ''
    if (j > start && s.line[j]) break
    if (isCapital(s, j) || s.t[j]?.kind === 'sign') {
      if (englishBodies.has(f)) body = true
      if (s.t[j]?.kind !== 'sign') last = j + 1
    } else if (englishBodies.has(f) && j === start) {
      body = true
      last = j + 1
    } else if (!(j > start && little.has(f))) break
  }
  if (known && known.next >= last) return known.next
  return body && last > start ? last : (known?.next ?? null)
}
const little = new Set(['of', 'for', 'and', 'the', '&', 'al', 'bin'])

/** Whether an Arabic word is a noun of bodies: «هيئة», «الجمعية». */
export const isBodyNoun = (f: string): boolean => heads(f, arabicBodies)

/** "King Abdulaziz Foundation": a body that has its name from somebody of rank; "Chairman of the Council" is a person. */
export function namesBody(s: Sentence, i: number): boolean {
  const from = s.t[i]?.f === 'the' ? i + 1 : i
  const j = englishBodyEnd(s, from)
  if (j === null || !englishBodies.has(s.t[j - 1]?.f ?? '')) return false
  for (let k = from; k < j; k++) if (/^(of|for)$/.test(s.t[k]?.f ?? '')) return false
  return true
}

/** Whether an English word is one of bodies: Ministry, Society. */
export const isBodyWord = (f: string): boolean => englishBodies.has(f)

/** Whether the name of somebody of rank begins at a token. */
export function isRank(s: Sentence, i: number): boolean {
  const f = (s.t[i]?.f ?? '').replace(/'s$/, '')
  if (/^[\u0621-\u064a]/.test(f)) return heads(f, arabicRanks)
  if (englishRanks.has(f)) return true
  // "the Health Minister".
  if (f === 'the' && isCapital(s, i + 1) && isRank(s, i + 1)) return true
  // "H.E. the Minister", "HH Sheikh", "His Highness", "the Crown Prince", "Health Minister".
  for (let k = i; k < i + 7 && (honorifics.has(s.t[k]?.f ?? '') || s.t[k]?.f === 'e' || s.t[k]?.f === 'm' || s.t[k]?.f === '.'); k++)
    if (englishRanks.has(s.t[k + 1]?.f ?? '') || /^(he|hh|hrh|hm)$/.test(s.t[k]?.f ?? '')) return k > i || f !== 'he' || isCapital(s, i)
  if (isCapital(s, i) && [1, 2].some(k => alwaysRanks.has(s.t[i + k]?.f ?? '') && between(s, i + 1, i + k))) return true
  return isCapital(s, i) && [1, 2, 3].some(k => englishRanks.has(s.t[i + k]?.f ?? '') && isCapital(s, i + k) && between(s, i + 1, i + k))
}
const between = (s: Sentence, i: number, j: number): boolean => {
  for (let k = i; k < j; k++) if (!isCapital(s, k) || parts(s, k)) return false
  return true
}

/** Words that stand before the whole of a name and need another noun behind them. */
const constructs = wordSet('شؤون مجلس إدارة رعاية خدمة تنمية بيت عام ديوان دار حرس شيوخ هيئة وزارة')
/** People's first words of honour, after which a name follows. */
const beforeNames = wordSet(
  'الشيخ الشيخه الامير الاميره الملك الدكتور الدكتوره السلطان المهندس السيد السيده الفريق اللواء العميد العقيد النائب الاستاذ',
)

/**
 * Where an Arabic name of a body or a dignitary ends, when no sign parts it from what follows: «يفتتح معالي وزير الصحة | المؤتمر الخليجي».
 * A noun takes its complement, then «و…» of the same name, adjectives of relation («الوطني») and «لل…»; a person takes a name, and «بن …».
 */
export function arabicNameEnd(s: Sentence, i: number): number {
  const f = (k: number) => s.t[k]?.f ?? ''
  const over = (k: number) => parts(s, k) || (k > i && (s.line[k] ?? false)) || isVerb(f(k))
  let j = i
  for (let n = 0; n < 6 && !over(j); n++) {
    // Rank upon rank: «صاحب السمو الملكي ولي العهد رئيس مجلس الوزراء».
    if (n > 0 && !beforeNames.has(f(j)) && !(heads(f(j), arabicRanks) && !/^ال/.test(f(j)))) break
    j = oneName(s, j, over)
  }
  return j
}

function oneName(s: Sentence, i: number, over: (k: number) => boolean): number {
  const f = (k: number) => s.t[k]?.f ?? ''
  const known = (s.known[i] ?? []).find(k => k.what !== 'city' && k.whole)
  let j = i + 1
  if (known && known.next > j) return adjectives(s, known.next, over)
  if (beforeNames.has(f(i))) {
    if (!over(j) && !isActivity(s.t, j)) j++
    while (/^(بن|بنت|ال|ابن)$/.test(f(j)) && !over(j + 1)) j += 2
    if (!over(j) && /^ال/.test(f(j)) && !isActivity(s.t, j) && !heads(f(j), arabicRanks)) j++
    return j
  }
  const definite = /^ال/.test(f(i))
  if (!definite && !over(j)) {
    // «معالي وزير»: the honorific takes the whole of the rank behind it.
    if (
      /^(معالي|سعاده|سمو|جلاله|فخامه|دوله|ممثل|مندوب|قرينه|نجل)$/.test(bareHead(f(i))) &&
      (heads(f(j), arabicRanks) || beforeNames.has(f(j)))
    )
      return oneName(s, j, over)
    for (let n = 0; n < 3 && !over(j); n++) {
      if (beforeNames.has(f(j))) return oneName(s, j, over)
      const construct = constructs.has(f(j)) || (!/^ال/.test(f(j)) && n === 0 && arabicPlaces.has(f(j)))
      j++
      if (!construct) break
    }
  }
  return adjectives(s, j, over)
}
const bareHead = (f: string): string => bare(f).at(-1) ?? f

function adjectives(s: Sentence, from: number, over: (k: number) => boolean): number {
  const f = (k: number) => s.t[k]?.f ?? ''
  let j = from
  for (let n = 0; n < 6 && !over(j); n++, j++) {
    const w = f(j)
    const more =
      ((/^وال/.test(w) && !heads(w.slice(1), arabicBodies)) ||
        /^لل/.test(w) ||
        (/^ال.*(ي|يه)$/.test(w) && w.length > 4) ||
        /^(الاعلي|العامه|العام|العليا|الاول|الثاني)$/.test(w)) &&
      !(isActivity(s.t, j) && !/^لل/.test(w))
    if (!more) break
  }
  return j
}

/** Where the name of a body or a dignitary ends, in either language, when nothing parts it from what follows. */
export function bodyEnd(s: Sentence, i: number): number {
  if (/^[\u0621-\u064a]/.test(s.t[i]?.f ?? '')) return arabicNameEnd(s, i)
  return englishBodyEnd(s, i) ?? i + 1
}

export const isArabic = (f: string): boolean => /^[\u0621-\u064a]/.test(f)
