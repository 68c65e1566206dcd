/**
 * The venue and its city. Every place a text may name is a candidate with a rank; the best is taken. A place is told by the word before it («في», "at", "on
 * Bahrain TV"), by its own first word («مركز …»), by the network's knowing it, or by standing apart behind the time. What is opened is its own venue.
 */
import type { Parts } from '../../model/meaning.ts'
import { at, phrases, wordSet } from '../phrases.ts'
import { beginsAt, claim, endsAt, isCapital, isFree, nameEnd, opensPart, parts, type Sentence, written } from '../sentence.ts'
import { bare } from '../tokens.ts'
import { arabicNameEnd, isArabic, isBody, isRank } from './bodies.ts'
import { isActivity } from './kinds.ts'
import { arabicPlaces, englishPlaces, placePlurals, platforms } from './places.ts'
import { isRemark } from './remarks.ts'
import { isThird } from './verbs.ts'

/** From `i` (the preposition, if there is one) the words of the place begin at `from` and end at `next`. `claimed` is false where the title keeps them. */
type Candidate = { i: number; from: number; next: number; rank: number; claimed?: boolean }

const online = phrases({
  ar: [
    'عن بعد',
    'عن بُعد',
    'افتراضيا',
    'افتراضي',
    'افتراضية',
    'الافتراضي',
    'الافتراضية',
    'أونلاين',
    'اون لاين',
    'الاتصال المرئي',
    'تقنية الاتصال المرئي',
    'البث المباشر',
    'بث مباشر',
    'بث انستغرام',
    'لايف انستغرام',
    'لايف',
  ],
  en: [
    'online',
    'virtually',
    'virtual',
    'webinar',
    'remotely',
    'via video link',
    'by video conference',
    'ig live',
    'instagram live',
    'facebook live',
    'twitter space',
    'live stream',
  ],
})
/** A service or lesson may itself be "online": then it is what, and not how. */
const whatIsOnline = wordSet(
  'خدمه الخدمه خدمات تعليم التعليم تعلم العمل عمل منصه المنصه تجديد تطبيق نظام service services learning work platform renewal app system portal shop store working licence',
)

export function readVenue(s: Sentence, out: Parts): void {
  const found = candidates(s)
  const best = found.reduce<Candidate | null>((a, b) => (!a || b.rank >= a.rank ? b : a), null)
  if (!best) {
    out.venue = hostOf(s)
    return
  }
  // "Dana Hall, Gulf Hotel": a place within the place, said before it.
  const inner = found.find(
    c =>
      (c.next === best.i || (c.next + 1 === best.i && /^[,،]$/.test(f(s, c.next)))) &&
      c !== best &&
      c.claimed !== false &&
      c.rank >= Math.min(60, best.rank - 3),
  )
  if (inner) Object.assign(best, { i: inner.i, from: inner.from })
  const next = withCity(s, best)
  out.venue = unattached(s, best.from, next)
  out.city = cityIn(s, best.from, next)
  if (best.claimed === false) return
  claim(s, best.i, next, 'venue')
  // "(Riffa)": a city beside the place.
  for (let k = 0; k < s.t.length && !out.city; k++) {
    const city = isFree(s, k, k + 1) ? (s.known[k] ?? []).find(n => n.what === 'city') : undefined
    if (city && beginsAt(s, k) && endsAt(s, city.next)) {
      out.city = city.name
      claim(s, k, city.next, 'venue')
    }
  }
}

function candidates(s: Sentence): Candidate[] {
  const out: Candidate[] = []
  let timed = false
  for (let i = 0; i < s.t.length; i++) {
    if (s.owner[i] === 'time') timed = true
    if (s.owner[i] !== null) continue
    const c =
      labelled(s, i) ?? preposed(s, i, timed) ?? apart(s, i, timed) ?? reached(s, i) ?? opened(s, i) ?? behindDefinite(s, i) ?? how(s, i)
    if (c && isFree(s, c.from, c.next)) {
      out.push(c)
      i = Math.max(i, c.next - 1)
    }
  }
  return out
}

const f = (s: Sentence, i: number): string => s.t[i]?.f ?? ''
/** The first word of a place, with or without what is attached to it. */
const isPlaceNoun = (w: string): boolean => bare(w).some(b => arabicPlaces.has(b))
const knownPlace = (s: Sentence, i: number) => (s.known[i] ?? []).find(n => n.what !== 'organization' || n.whole)
const knownCity = (s: Sentence, i: number) => (s.known[i] ?? []).find(n => n.what === 'city')

/** «المكان: …», "Venue: …". */
const labels = phrases({
  ar: ['المكان', 'الموقع', 'مكان الفعالية', 'مكان الانعقاد', 'القاعة'],
  en: ['venue', 'location', 'place', 'where'],
})
function labelled(s: Sentence, i: number): Candidate | null {
  const label = at(labels, s.t, i)
  if (!label || !beginsAt(s, i) || f(s, label.next) !== ':') return null
  return candidate(s, i, label.next + 1, 100)
}

const arabicBefore = wordSet('في داخل عند وفي لدي')
const onWhat = wordSet('كورنيش شاطئ شاطي ممشي مسرح ارض ملعب ساحل مضمار حلبه واجهه خشبه استاد')
const articles = wordSet('the our his her their its @ : your')
/** More of them before one place is no sentence. */
const mostArticles = 3

/** «في …», «بفندق …», «عبر زوم», "at the …", "on Bahrain TV", "@ …". */
function preposed(s: Sentence, i: number, timed: boolean): Candidate | null {
  const w = f(s, i)
  const late = timed ? 5 : 0
  let from = i + 1
  while (from <= i + mostArticles && articles.has(f(s, from)) && s.owner[from] === null) from++
  const head = f(s, from)
  if (isArabic(w)) {
    if (w === 'عبر' || w === 'وعبر') return candidate(s, i, i + 1, 50 + late, i)
    if (w === 'علي' && (platforms.has(stripped(head)) || onWhat.has(stripped(head))))
      return candidate(s, i, from, (platforms.has(stripped(head)) ? 50 : 78) + late)
    if (w === 'من' && timed && isPlaceNoun(head)) return candidate(s, i, from, 70)
    if (arabicBefore.has(w)) return isPlace(s, from) ? candidate(s, i, from, 80 + late) : timed ? atTheEnd(s, i) : null
    if (/^وبجميع$|^بجميع$|^بكافه$|^بمختلف$/.test(w) && placePlurals.has(stripped(head))) return candidate(s, i, i, 80 + late)
    // «بمركز …», «بالمركز الصحي», «بالدمام».
    if (/^ب/.test(w) && w.length > 3 && !opensPart(s, i)) {
      const inner = w.slice(1)
      if ((isPlaceNoun(inner) || attachedCity(s, i)) && !arabicPlaces.has(w)) return candidate(s, i, i, 80 + late)
    }
    return null
  }
  if (w === 'at' || w === '@') {
    if (
      s.t[from]?.kind === 'number' ||
      (s.owner[from] ?? null) !== null ||
      /^(least|risk|most|first|last|all|noon|half|work|six|seven|eight|nine|ten)$/.test(head)
    )
      return null
    return isCapital(s, from) || from > i + 1 || endsLikePlace(s, from) || isArabic(head) || timed ? candidate(s, i, from, 80 + late) : null
  }
  if (w === 'in' || w === 'inside' || w === 'within') {
    if (isRank(s, from)) return null
    if (/^all$/.test(head) || knownPlace(s, from) || endsLikePlace(s, from) || isPlace(s, from)) return candidate(s, i, from, 80 + late)
    return (timed || /^(held|place)$/.test(f(s, i - 1))) && isCapital(s, from) ? candidate(s, i, from, 75) : null
  }
  if (w === 'on' || w === 'via' || w === 'through' || w === 'over' || w === 'by') {
    if (/^(via)$/.test(w)) return candidate(s, i, from, 50 + late)
    for (let k = from; k < from + 4 && !endsAt(s, k); k++)
      if (platforms.has(f(s, k)))
        return /^(tv|x)$/.test(f(s, k)) || k > from || isCapital(s, k) || platforms.has(head) ? candidate(s, i, from, 50 + late) : null
    if (w === 'on' && endsLikePlace(s, from) && (!isActivity(s.t, from) || isCapital(s, from))) return candidate(s, i, from, 60 + late)
    if (w === 'over' && isCapital(s, from) && endsLikePlace(s, from)) return { ...(candidate(s, i, from, 40) as Candidate), claimed: false }
    return null
  }
  if (w === 'across' || w === 'throughout' || w === 'around' || w === 'along')
    return isCapital(s, from) || from > i + 1 || head === 'all'
      ? candidate(s, i, head === 'all' || w === 'along' ? from : i + 1, 65 + late)
      : null
  // "starting from King Hamad Park".
  if (w === 'from' && timed && endsLikePlace(s, from)) return candidate(s, i, from, 66)
  return null
}
/** «… ٩ صباحاً في الدفاع المدني»: a short definite name behind the time and «في», and nothing behind it, is a place. */
function atTheEnd(s: Sentence, i: number): Candidate | null {
  const c = candidate(s, i, i + 1, 38)
  if (!c || c.next - c.from > 3 || !endsAt(s, c.next) || anyActivity(s, c.from, c.next)) return null
  for (let k = c.from; k < c.next; k++) if (!/^ال../.test(f(s, k))) return null
  return titleBefore(s, i) ? c : null
}
const stripped = (w: string): string => w.replace(/^ال/, '')

const attachedCity = (s: Sentence, i: number) =>
  knownCity(s, i) && !(s.known[i] ?? []).some(n => n.what === 'city' && n.name === written(s, i, n.next)) ? knownCity(s, i) : undefined

/** «جميع المدارس الحكومية», «مركز …», a place or city that is known, a body's own seat. */
function isPlace(s: Sentence, i: number): boolean {
  const w = f(s, i)
  if (/^(جميع|كافه|مختلف|كل|عدد)$/.test(w)) return placePlurals.has(stripped(f(s, i + 1)))
  if (placePlurals.has(stripped(w)) && /^ال/.test(w)) return true
  return isPlaceNoun(w) || knownPlace(s, i) !== undefined || platforms.has(stripped(w))
}

/** English: the phrase that begins here ends with a noun of a place: "the media centre", "Dana Hall". */
function endsLikePlace(s: Sentence, i: number): boolean {
  const j = placeEnd(s, i)
  for (let k = i; k < j; k++) {
    const w = f(s, k)
    if (w === 'of' || w === 'for') return k > i && (englishPlaces.has(f(s, k - 1)) || placePlurals.has(f(s, k - 1)))
    // "Conference Centre" is a place, "food fair market" may not be.
    if (isActivity(s.t, k) && !englishPlaces.has(w) && !(isCapital(s, k) && englishPlaces.has(f(s, j - 1)))) return false
  }
  const last = f(s, j - 1)
  return englishPlaces.has(last) || placePlurals.has(last) || (j - i > 1 && englishPlaces.has(f(s, i)) && isCapital(s, i))
}

/** A piece that stands apart — after a comma, a dash, the time — and is a place by its first word, by its last, or by its standing at the end. */
function apart(s: Sentence, i: number, timed: boolean): Candidate | null {
  if (!beginsAt(s, i) || s.t[i]?.kind !== 'word' || isRemark(s.t, i)) return null
  const w = f(s, i)
  // "… opens Budaiya promenade" behind its doer; "Please come".
  if (isThird(w) || asking.has(w)) return null
  const city = knownCity(s, i)
  if (i === 0 && !(city && endsAt(s, city.next)) && !(knownVenue(s, i) && endsAt(s, knownVenue(s, i)?.next ?? 0))) return null
  const j = placeEnd(s, i)
  if (j <= i) return null
  const late = timed ? 5 : 0
  const venue = knownVenue(s, i)
  if (venue && venue.next >= j - 1) return candidate(s, i, i, 70 + late)
  if (city && city.next === j) return candidate(s, i, i, 40 + late)
  if (isArabic(w)) {
    if ((isActivity(s.t, i) && !(timed && arabicPlaces.has(w))) || !titleBefore(s, i)) return null
    if (isPlaceNoun(w) && !/^[بول]/.test(w.replace(/^(بيت|برج|بورص|بلدي|بحير|بنك|بواب|باب|وزار|واجه|وادي|ال)/, '')))
      return candidate(s, i, i, isBody(s, i) && !timed ? 45 : 70 + late)
    if (/^(جميع|كافه|كل|مختلف)$/.test(w) && placePlurals.has(stripped(f(s, i + 1)))) return candidate(s, i, i, 70 + late)
    // «١٠:٠٠ص المرفأ المالي»: a definite name behind the time, with nothing but itself.
    return timed && /^ال/.test(w) && j - i <= 4 && !anyActivity(s, i, j) && titleBefore(s, i) ? candidate(s, i, i, 42) : null
  }
  if (w === 'all' && placePlurals.has(f(s, j - 1))) return candidate(s, i, i, 70 + late)
  // "Monday: kids coding camp": small letters with nothing before them are what it is.
  if (!isCapital(s, i) && !titleBefore(s, i)) return null
  if (timed && rooms.has(f(s, j - 1)) && j - i <= 4) return candidate(s, i, i, 66)
  if (anyActivity(s, i, j) && !(isCapital(s, i) && englishPlaces.has(f(s, j - 1))) && !(timed && properName(s, i, j))) return null
  if (endsLikePlace(s, i) && (isCapital(s, i) || timed)) return candidate(s, i, i, 68 + late)
  return isCapital(s, i) && titleBefore(s, i) && j - i <= 6 && !isRank(s, i) && timed ? candidate(s, i, i, 42) : null
}
const asking = wordSet('please kindly pls thanks thank join see looking hope')
/** "Exhibition World": a short name in capitals, at the end of its piece, that does not end with an activity. */
const properName = (s: Sentence, i: number, j: number): boolean => {
  for (let k = i; k < j; k++) if (!isCapital(s, k)) return false
  return j - i >= 2 && j - i <= 4 && endsAt(s, j) && !isActivity(s.t, j - 1) && titleBefore(s, i)
}
/** Rooms are named by what is done in them: "training room". */
const rooms = wordSet('room hall auditorium lounge theatre centre center')
const knownVenue = (s: Sentence, i: number) => (s.known[i] ?? []).find(n => n.what === 'venue')

const anyActivity = (s: Sentence, i: number, j: number): boolean => {
  for (let k = i; k < j; k++) if (isActivity(s.t, k) && !arabicPlaces.has(stripped(f(s, k))) && !englishPlaces.has(f(s, k))) return true
  return false
}
/** Whether words that may be the title stand before this piece: one that says what it is, or two of any kind. Nothing is claimed while places are looked for. */
const titleBefore = (s: Sentence, i: number): boolean => {
  let from = titles.get(s)
  if (from === undefined) {
    const free = s.t.flatMap((x, k) => (s.owner[k] === null && x.kind === 'word' ? [k] : []))
    from = Math.min(free.find(k => isActivity(s.t, k)) ?? s.t.length, free[1] ?? s.t.length)
    titles.set(s, from)
  }
  return i > from
}
const titles = new WeakMap<Sentence, number>()

/** What is gone to is where it is: «زيارة وفد … إلى هيئة الثقافة», "visit of … to BACA". */
const goings = wordSet('زياره الزياره زيارات رحله جوله الجوله جولات قافله اخلاء visit visits tour trip convoy walkabout')
function reached(s: Sentence, i: number): Candidate | null {
  const w = f(s, i)
  // «زيارة معالي الوزير لمستشفى جدحفص»; «جولة تفتيشية على سوق المنامة».
  if (/^ل[^ل]/.test(w) && isPlaceNoun(w.slice(1)) && !arabicPlaces.has(w)) return goingTo(s, i) ? told(candidate(s, i, i, 46)) : null
  if (w === 'علي') return isPlace(s, i + 1) && goingTo(s, i) ? candidate(s, i, i + 1, 46) : null
  if (!/^(الي|to)$/.test(w)) return null
  const from = f(s, i + 1) === 'the' ? i + 2 : i + 1
  if (!isPlace(s, from) && !isBody(s, from) && !(isCapital(s, from) && !isRank(s, from))) return null
  return goingTo(s, i) ? told(candidate(s, i, from, 46)) : null
}
/** «زيارة وزير العمل لمصنع ألبا»: a title says where a visit goes, if that is short. */
const told = (c: Candidate | null): Candidate | null => c && { ...c, claimed: c.next - c.i > 4 }
function goingTo(s: Sentence, i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 12 && !parts(s, k); k--) if (bare(f(s, k)).some(b => goings.has(b))) return true
  return false
}

/** «افتتاح مركز سترة الصحي», "opening of the new Sitra Health Centre", «جولة في …» stays with the place: it is its own venue and the title keeps it. */
const openings = wordSet(
  'افتتاح تدشين تشغيل توسعه تنظيف تجميل opening inauguration reopening tour tours inspection inspects visits opens inaugurates inaugurate',
)
/** Verbs of opening; who opens may stand between the verb and the place. */
const opens = /^و?(?:س|ب|ح)?[نيت](?:فتتح|فتح|تفقد|دشن)$/
const newly = wordSet('of the new a newly renovated first second phase الجديد')
function opened(s: Sentence, i: number): Candidate | null {
  const willOpen = f(s, i) === 'open' && /^(will|shall|to|we)$/.test(f(s, i - 1))
  if (!opens.test(f(s, i)) && !willOpen && !bare(f(s, i)).some(b => openings.has(b))) return null
  // "Maternity hospital opening": in English it may stand before.
  if (/^(opening|inauguration|reopening)$/.test(f(s, i)) && i > 0 && englishPlaces.has(f(s, i - 1)) && !parts(s, i - 1)) {
    let k = i - 1
    while (k > 0 && !beginsAt(s, k)) k--
    return { i: k, from: k, next: i, rank: 20, claimed: false }
  }
  let from = i + 1
  while (opens.test(f(s, i)) && (s.owner[from] === 'patron' || s.owner[from] === 'owner')) from++
  while (newly.has(f(s, from)) && !parts(s, from)) from++
  const place = isArabic(f(s, from)) ? isPlaceNoun(f(s, from)) && !isActivity(s.t, from) : endsLikePlace(s, from)
  if (!place || /^(فرع|باب|at|in|on|by|for)$/.test(f(s, from))) return null
  const j = nameEnd(
    s,
    from,
    k =>
      (/^(في|بعد|قبل|at|in|on|after)$/.test(f(s, k)) || (/^ب/.test(f(s, k)) && isPlaceNoun(f(s, k).slice(1)))) &&
      !(
        /^(في|in)$/.test(f(s, k)) &&
        (knownCity(s, k + 1) ||
          /^(مدينه|محافظه|منطقه)$/.test(f(s, k + 1)) ||
          (isCapital(s, k + 1) && /^(town|city|village|district)$/.test(f(s, k + 2))))
      ),
  )
  return j > from ? { i: from, from, next: j, rank: 20, claimed: false } : null
}

/**
 * «ورشة تدريبية للمتطوعين مقر الهلال الأحمر»: a definite noun takes no other behind it, so that a noun of a place there begins the place, though nothing
 * parts them. Seats of bodies alone («وزارة …») may be whose it is.
 */
function behindDefinite(s: Sentence, i: number): Candidate | null {
  const [before, w] = [f(s, i - 1), f(s, i)]
  if (!arabicPlaces.has(w) || beginsAt(s, i) || !/^(?:ال|لل|بال|وال)../.test(before) || seats.test(w)) return null
  if (!titleBefore(s, i) || opensPart(s, i) || isRank(s, i - 1)) return null
  const c = candidate(s, i, i, 35)
  return c && c.next - i >= 2 ? c : null
}
const seats = /^(?:وزاره|هيئه|مؤسسه|موسسه|جمعيه|بنك|مصرف|صندوق|باب|طريق|قناه|شارع|حي|سكن)$/

/** «يستضيف نادي المالكية البطولة»: whoever hosts has it at home, where that is a place. */
function hostOf(s: Sentence): string | null {
  for (let i = 0; i + 1 < s.t.length; i++)
    if (/^(?:س|وس|و)?[يت]ستضيف$/.test(f(s, i)) && isPlaceNoun(f(s, i + 1)) && !seats.test(f(s, i + 1)))
      return written(s, i + 1, arabicNameEnd({ ...s, owner: s.owner.map(() => null) }, i + 1))
  return null
}

/** «عن بعد», "online", a webinar: how it is held, not what it is about. */
function how(s: Sentence, i: number): Candidate | null {
  const word = at(online, s.t, i)
  if (!word) return null
  let k = i
  while (k > 0 && !parts(s, k - 1)) k--
  let event = false
  for (let n = k; !parts(s, n); n++) {
    if (bare(f(s, n)).some(b => whatIsOnline.has(b))) return null
    if (isActivity(s.t, n)) event = true
  }
  const alone = beginsAt(s, i) && endsAt(s, word.next)
  if (!alone && !event) return null
  return {
    i,
    from: i,
    next: word.next,
    rank: 30,
    claimed: alone || (beginsAt(s, word.next) && !/^(ig|instagram|facebook|webinar|virtual|افتراضي.*|الافتراضي.*)$/.test(f(s, i))),
  }
}

function candidate(s: Sentence, i: number, from: number, rank: number, shown = from): Candidate | null {
  const end = placeEnd(s, from)
  // «في استاد البحرين الوطني نهائي كأس الملك»: what follows a place the network knows and is an activity is none of it.
  const known = knownVenue(s, from)
  const next = known && known.next < end && anyActivity(s, known.next, end) ? known.next : end
  return next > from ? { i: Math.min(i, shown), from: shown, next, rank } : null
}

/** Where the name of a place ends: «في» and "in" go on to a place within a place. */
function placeEnd(s: Sentence, from: number): number {
  return nameEnd(s, from, k => {
    const w = f(s, k)
    if (/^(في|in)$/.test(w)) return !isPlace(s, k + 1) && !(isCapital(s, k + 1) && w === 'in')
    if (/^(at|on|from|with|مع|من|علي|عبر|by|about|to|بعد|قبل|and|then|but|until|حول|عن|يوم)$/.test(w))
      return !(w === 'and' && isCapital(s, k + 1))
    if (/^(for)$/.test(w)) return !isCapital(s, k + 1)
    if (isRemark(s.t, k)) return true
    return isArabic(w) && k > from + 1 && !/^(ال|لل)/.test(w) && isActivity(s.t, k) && !arabicPlaces.has(w)
  })
}

/** ", Muharraq", «، مدينة صحار»: the city behind a comma belongs to the place. */
function withCity(s: Sentence, c: Candidate): number {
  if (!/^[,،(-]$/.test(f(s, c.next)) || s.owner[c.next] !== null) return c.next
  const from = c.next + 1
  if (from >= s.t.length || s.owner[from] !== null || isRemark(s.t, from) || isRank(s, from) || opensPart(s, from)) return c.next
  const city = knownCity(s, from)
  if (city && endsAt(s, city.next)) return city.next
  if (/^(مدينه|محافظه|منطقه|ولايه|اماره|فندق|مركز|مجمع)$/.test(f(s, from))) return placeEnd(s, from)
  const j = placeEnd(s, from)
  // «مبنى الإدارة، الصخير».
  if (/^ال/.test(f(s, from)) && j - from === 1 && endsAt(s, j) && !isActivity(s.t, from)) return j
  if (isArabic(f(s, from)) || !isCapital(s, from) || !endsAt(s, j)) return c.next
  return (j - from <= 2 && !anyActivity(s, from, j)) || endsLikePlace(s, from) ? j : c.next
}

function cityIn(s: Sentence, i: number, j: number): string | null {
  for (let k = i; k < j; k++) {
    const city = knownCity(s, k)
    if (city && city.next <= j) return city.name
  }
  return null
}

/** «بمركز المعارض» is «مركز المعارض»; «بالدمام» is «الدمام». */
function unattached(s: Sentence, i: number, j: number): string {
  const name = written(s, i, j)
  const w = f(s, i)
  if (!isArabic(w)) return name
  if (/^ب(جميع|كافه|مختلف)$/.test(w)) return name.slice(1)
  if (/^وب/.test(w) && isPlaceNoun(w.slice(2))) return name.slice(2)
  if (/^ب/.test(w) && !arabicPlaces.has(w) && (isPlaceNoun(w.slice(1)) || /^بال/.test(w) || attachedCity(s, i))) return name.slice(1)
  if (/^ل[^ل]/.test(w) && isPlaceNoun(w.slice(1))) return name.slice(1)
  return name
}
