/** Places told by what is done there: what is visited, opened or cleaned is where it is, and a host has it at home. */
import { wordSet } from '../phrases.ts'
import { beginsAt, isCapital, nameEnd, parts, type Sentence, written } from '../sentence.ts'
import { bare } from '../tokens.ts'
import { arabicNameEnd, isArabic, isBody, isRank } from './bodies.ts'
import { isActivity } from './kinds.ts'
import { type Candidate, candidate, endsLikePlace, isPlace, isPlaceNoun, knownCity, seats, wordAt } from './place-names.ts'
import { arabicPlaces, englishPlaces } from './places.ts'

/** What is gone to is where it is: «زيارة وفد … إلى هيئة الثقافة», "visit of … to BACA". */
const goings = wordSet(
  'زياره الزياره زيارات رحله جوله الجوله جولات قافله اخلاء نقل انتقال وصول visit visits tour trip convoy walkabout moving move relocation relocating travels travel travelling flies heads يتوجه تتوجه سيتوجه يسافر تسافر يغادر تغادر سفر مغادره',
)

export function reached(s: Sentence, i: number): Candidate | null {
  const w = wordAt(s, i)
  // «زيارة معالي الوزير لمستشفى جدحفص»; «جولة تفتيشية على سوق المنامة».
  if (/^ل[^ل]/.test(w) && isPlaceNoun(w.slice(1)) && !arabicPlaces.has(w)) return goingTo(s, i) ? told(candidate(s, i, i, 46)) : null
  if (w === 'علي') return isPlace(s, i + 1) && goingTo(s, i) ? candidate(s, i, i + 1, 46) : null
  if (!/^(الي|to)$/.test(w)) return atFair(s, i)
  const from = wordAt(s, i + 1) === 'the' ? i + 2 : i + 1
  if (!isPlace(s, from) && !isBody(s, from) && !endsLikePlace(s, from) && !(isCapital(s, from) && !isRank(s, from))) return null
  return goingTo(s, i) ? told(candidate(s, i, from, 46)) : null
}

/** Fairs and festivals, on which others do something of their own. */
const fairs = wordSet('معرض مهرجان اكسبو جيتكس سوق كرنفال')
/** Who is there is no place, and neither is what is said: «تكريم الفائزين في مهرجان …», «في معرض رده». */
const thoseAt = /^(?:ال|لل|بال|وال).*(?:ين|ون|ات)$|^(?:ال)?(?:مشارك|تسجيل|اشتراك|حضور|فوز|نتائج|جوائز|مساهم|دور)ه?$/
const spoken = wordSet('حديثه حديثها رده ردها الحديث الرد كلمته كلمتها تعليقه')

/** «محاضرة … في معرض الشارقة للكتاب», «جناح الوزارة في معرض جيتكس دبي»: what is named like an activity is the place of one that was named before it. */
function atFair(s: Sentence, i: number): Candidate | null {
  if (wordAt(s, i) !== 'في' || !fairs.has(wordAt(s, i + 1)) || spoken.has(wordAt(s, i + 2)) || thoseAt.test(wordAt(s, i - 1))) return null
  let own = false
  for (let k = i - 1; k >= 0 && !parts(s, k); k--) {
    // «نشارك في معرض …»: the fair is what it is.
    if (/^(?:و?س?[ينتا])شارك$/.test(wordAt(s, k))) return null
    own ||= isActivity(s.t, k) || stands.has(wordAt(s, k))
  }
  const c = own ? candidate(s, i, i + 1, 37) : null
  return c && c.next - c.from > 1 ? c : null
}
const stands = wordSet('جناح ركن منصتنا جناحنا ركننا')

/** «زيارة وزير العمل لمصنع ألبا»: a title says where a visit goes, if that is short. */
const told = (c: Candidate | null): Candidate | null => c && { ...c, claimed: c.next - c.i > 4 }

function goingTo(s: Sentence, i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 12 && !parts(s, k); k--) if (bare(wordAt(s, k)).some(b => goings.has(b))) return true
  return false
}

/** «افتتاح مركز سترة الصحي», "opening of the new Sitra Health Centre", «جولة في …» stays with the place: it is its own venue and the title keeps it. */
const openings = wordSet(
  'افتتاح تدشين تشغيل توسعه تنظيف تجميل اغلاق مسار ترميم صيانه closure diversion restoration renovation refurbishment opening inauguration reopening tour tours inspection inspects visits opens inaugurates inaugurate',
)

const papers = wordSet('اتفاقيه عقد مشروع خطه برنامج مناقصه contract agreement plan tender for on')

/** Verbs of opening; who opens may stand between the verb and the place. */
const opens = /^و?(?:س|ب|ح)?[نيت](?:فتتح|فتح|تفقد|دشن)$/

const newly = wordSet('of the new a newly renovated first second phase الجديد')

export function opened(s: Sentence, i: number): Candidate | null {
  const willOpen = wordAt(s, i) === 'open' && /^(will|shall|to|we)$/.test(wordAt(s, i - 1))
  if (!opens.test(wordAt(s, i)) && !willOpen && !bare(wordAt(s, i)).some(b => openings.has(b))) return null
  // "Maternity hospital opening": in English it may stand before.
  const next = /^(full|partial|temporary|official|soft|grand|night)$/.test(wordAt(s, i - 1)) ? i - 1 : i
  if (
    /^(opening|inauguration|reopening|closure|diversion)$/.test(wordAt(s, i)) &&
    next > 0 &&
    englishPlaces.has(wordAt(s, next - 1)) &&
    !parts(s, next - 1)
  ) {
    let k = next - 1
    while (k > 0 && !beginsAt(s, k)) k--
    return { i: k, from: k, next, rank: 20, claimed: false }
  }
  // «توقيع اتفاقية صيانة الجسر» is signed elsewhere.
  if (bare(wordAt(s, i - 1)).some(b => papers.has(b)) || (wordAt(s, i + 1) === 'of' && !parts(s, i - 1) && papers.has(wordAt(s, i - 2))))
    return null
  let from = i + 1
  while (opens.test(wordAt(s, i)) && /^(patron|owner|time)$/.test(s.owner[from] ?? '')) from++
  while (newly.has(wordAt(s, from)) && !parts(s, from)) from++
  const place = isArabic(wordAt(s, from)) ? isPlaceNoun(wordAt(s, from)) && !isActivity(s.t, from) : endsLikePlace(s, from)
  // «المكتبة الرقمية» stands nowhere.
  if (
    /^(?:ال)?(?:رقمي|الكتروني|افتراضي|متنقل)ه?$/.test(
      [1, 2].map(k => wordAt(s, from + k)).find(w => /متنقل|رقمي|كتروني|فتراضي/.test(w)) ?? '',
    ) ||
    /^(digital|virtual|electronic|online|mobile)$/.test(wordAt(s, from))
  )
    return null
  if (!place || /^(فرع|باب|at|in|on|by|for)$/.test(wordAt(s, from))) return null
  const j = nameEnd(
    s,
    from,
    k =>
      (/^(في|بعد|قبل|جزييا|كليا|موقتا|امام|at|in|on|after|for)$/.test(wordAt(s, k)) ||
        (/^ب/.test(wordAt(s, k)) && isPlaceNoun(wordAt(s, k).slice(1)))) &&
      !(
        /^(في|in)$/.test(wordAt(s, k)) &&
        (knownCity(s, k + 1) ||
          /^(مدينه|محافظه|منطقه)$/.test(wordAt(s, k + 1)) ||
          (isCapital(s, k + 1) && /^(town|city|village|district)$/.test(wordAt(s, k + 2))))
      ),
  )
  return j > from ? { i: from, from, next: j, rank: 20, claimed: false } : null
}

/** «يستضيف نادي المالكية البطولة»: whoever hosts has it at home, where that is a place. */
export function hostOf(s: Sentence): string | null {
  for (let i = 0; i + 1 < s.t.length; i++)
    if (/^(?:س|وس|و)?[يت]ستضيف$/.test(wordAt(s, i)) && isPlaceNoun(wordAt(s, i + 1)) && !seats.test(wordAt(s, i + 1)))
      return written(s, i + 1, arabicNameEnd({ ...s, owner: s.owner.map(() => null) }, i + 1))
  return null
}
