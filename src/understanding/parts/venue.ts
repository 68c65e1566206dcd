/**
 * The venue and its city. Every place a text may name is a candidate with a rank; the best is taken. A place is told by the word before it («في», "at", "on
 * Bahrain TV"), by its own first word («مركز …»), by the network's knowing it, or by standing apart behind the time. What is opened is its own venue.
 */
import type { Parts } from '../../model/meaning.ts'
import { at, phrases, wordSet } from '../phrases.ts'
import { beginsAt, claim, endsAt, isCapital, isFree, opensPart, parts, type Sentence, written } from '../sentence.ts'
import { bare } from '../tokens.ts'
import { isArabic, isBody, isRank } from './bodies.ts'
import { cityBeside, cityIn, withCity } from './city.ts'
import { hostOf, opened, reached } from './happens-where.ts'
import { isActivity, kindOf } from './kinds.ts'
import {
  anyActivity,
  type Candidate,
  candidate,
  endsLikePlace,
  isPlace,
  isPlaceNoun,
  knownCity,
  knownPlace,
  knownVenue,
  placeEnd,
  seats,
  stripped,
  titleBefore,
  wordAt,
} from './place-names.ts'
import { arabicPlaces, englishPlaces, placePlurals, platforms } from './places.ts'
import { isRemark } from './remarks.ts'
import { isThird } from './verbs.ts'

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
    'x space',
    'x spaces',
    'youtube live',
    'linkedin live',
    'tiktok live',
    'insta live',
    'live stream',
  ],
})

/** A service or lesson may itself be "online": then it is what, and not how. */
const whatIsOnline = wordSet(
  'خدمه الخدمه خدمات تعليم التعليم تعلم العمل عمل منصه المنصه تجديد تطبيق نظام service services learning work platform renewal app system portal shop store working licence',
)

export function readVenue(s: Sentence, out: Parts): void {
  const all = candidates(s)
  const found = all.filter(c => !(isAnyPark(s, c) && all.some(other => other.i > c.next && other.rank >= 60)))
  const best = found.reduce<Candidate | null>((a, b) => (!a || b.rank >= a.rank ? b : a), null)
  if (!best) {
    out.venue = hostOf(s)
    return
  }
  // "Dana Hall, Gulf Hotel": a place within the place, said before it.
  const inner = found.find(
    c =>
      (c.next === best.i || (c.next + 1 === best.i && /^[,،]$/.test(wordAt(s, c.next)))) &&
      c !== best &&
      !s.line[best.i] &&
      c.claimed !== false &&
      c.rank >= Math.min(60, best.rank - 3),
  )
  if (inner) Object.assign(best, { i: inner.i, from: inner.from })
  const next = withCity(s, best)
  out.venue = unattached(s, best.from, next)
  out.city = cityIn(s, best.from, next)
  if (best.claimed === false) return
  claim(s, best.i, next, 'venue')
  out.city ??= cityBeside(s)
}

/** "Chess in the Park, Andalus Garden, …": a place by one common word, where another has its name, is a word of the title. */
const isAnyPark = (s: Sentence, c: Candidate): boolean =>
  c.next === c.from + 1 &&
  englishPlaces.has(wordAt(s, c.from)) &&
  wordAt(s, c.from - 1) === 'the' &&
  wordAt(s, c.i) === 'in' &&
  !beginsAt(s, c.i)

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

/** «المكان: …», "Venue: …". */
const labels = phrases({
  ar: ['المكان', 'الموقع', 'مكان الفعالية', 'مكان الانعقاد', 'القاعة'],
  en: ['venue', 'location', 'place', 'where'],
})

function labelled(s: Sentence, i: number): Candidate | null {
  const label = at(labels, s.t, i)
  if (!label || !beginsAt(s, i) || wordAt(s, label.next) !== ':') return null
  return candidate(s, i, label.next + 1, 100)
}

const arabicBefore = wordSet('في ف داخل عند وفي لدي')

const onWhat = wordSet('كورنيش شاطئ شاطي ممشي مسرح ارض ملعب ساحل مضمار حلبه واجهه خشبه استاد')

/** What is entered, and is no place of the entering. */
const entered = wordSet('تسجيل مشاركه اشتراك التحاق قبول مساهمه registration enrolment enrollment participation')

const articles = wordSet('the our his her their its @ : your')
/** More of them before one place is no sentence. */
const mostArticles = 3

/** «في …», «بفندق …», «عبر زوم», "at the …", "on Bahrain TV", "@ …". */
function preposed(s: Sentence, i: number, timed: boolean): Candidate | null {
  const w = wordAt(s, i)
  const late = timed ? 5 : 0
  let from = i + 1
  while (from <= i + mostArticles && articles.has(wordAt(s, from)) && s.owner[from] === null) from++
  const head = wordAt(s, from)
  if (isArabic(w)) {
    if (w === 'عبر' || w === 'وعبر') return candidate(s, i, i + 1, 50 + late, i)
    if (w === 'علي' && (platforms.has(stripped(head)) || onWhat.has(stripped(head))))
      return candidate(s, i, from, (platforms.has(stripped(head)) ? 50 : 78) + late)
    if (w === 'من' && (timed || setsOut.test(wordAt(s, i - 1))) && isPlaceNoun(head)) return candidate(s, i, from, 70)
    // «التسجيل في النادي الصيفي»: what one registers for.
    if (w === 'في' && bare(wordAt(s, i - 1)).some(b => entered.has(b))) return null
    if (arabicBefore.has(w)) return isPlace(s, from) ? candidate(s, i, from, 80 + late) : timed ? atTheEnd(s, i) : null
    if (/^وبجميع$|^بجميع$|^بكافه$|^بمختلف$/.test(w) && placePlurals.has(stripped(head))) return candidate(s, i, i, 80 + late)
    // «بمركز …», «بالمركز الصحي», «بالدمام».
    if (/^و?بموقع$/.test(w) && !/^(?:ال)?كتروني|^الالكتروني$|^الجديد$/.test(wordAt(s, i + 1))) return candidate(s, i, i, 78 + late)
    if (/^ب/.test(w) && w.length > 3 && !opensPart(s, i)) {
      const inner = w.slice(1)
      // «نشارك بجناح في معرض …».
      if (inner === 'جناح' && wordAt(s, i + 1) === 'في') return null
      if ((isPlaceNoun(inner) || attachedCity(s, i)) && !arabicPlaces.has(w)) return candidate(s, i, i, 80 + late)
    }
    return null
  }
  if (w === 'at' || w === '@') {
    if (
      // "… the pleasure of your company at its careers day".
      /^(company|presence|attendance)$/.test(wordAt(s, i - 1)) ||
      s.t[from]?.kind === 'number' ||
      (s.owner[from] ?? null) !== null ||
      /^(least|risk|most|first|last|all|noon|half|work|six|seven|eight|nine|ten)$/.test(head)
    )
      return null
    if (takesPartIn(s, i, from)) return null
    return isCapital(s, from) || from > i + 1 || endsLikePlace(s, from) || isArabic(head) || timed ? candidate(s, i, from, 80 + late) : null
  }
  if (w === 'in' || w === 'inside' || w === 'within') {
    if (isRank(s, from) || entered.has(wordAt(s, i - 1))) return null
    if (/^all$/.test(head) || knownPlace(s, from) || endsLikePlace(s, from) || isPlace(s, from)) return candidate(s, i, from, 80 + late)
    if ((timed || /^(held|place)$/.test(wordAt(s, i - 1))) && isCapital(s, from)) return candidate(s, i, from, 75)
    return town(s, i, from)
  }
  if (w === 'on' || w === 'via' || w === 'through' || w === 'over' || w === 'by') {
    if (/^(via)$/.test(w)) return candidate(s, i, from, 50 + late)
    for (let k = from; k < from + 4 && !endsAt(s, k); k++)
      if (platforms.has(wordAt(s, k)))
        return /^(tv|x)$/.test(wordAt(s, k)) || k > from || isCapital(s, k) || platforms.has(head) ? candidate(s, i, from, 50 + late) : null
    if (w === 'on' && endsLikePlace(s, from) && (!isActivity(s.t, from) || isCapital(s, from))) return candidate(s, i, from, 60 + late)
    if (w === 'over' && isCapital(s, from) && endsLikePlace(s, from)) return { ...(candidate(s, i, from, 40) as Candidate), claimed: false }
    return null
  }
  if (w === 'across' || w === 'throughout' || w === 'around' || w === 'along')
    return isCapital(s, from) || from > i + 1 || head === 'all'
      ? candidate(s, i, head === 'all' || w === 'along' ? from : i + 1, 65 + late)
      : null
  // "starting from King Hamad Park".
  if (w === 'from' && (timed || setsOut.test(wordAt(s, i - 1))) && endsLikePlace(s, from)) return candidate(s, i, from, 66)
  return null
}

/** «ينطلق من ممشى …», "sets off from the park". */
const setsOut = /^(?:س?[يت]نطلق|س?[يت]بدا|starts?|starting|off|departs?|leaves?)$/

/** "… speaks at the World Governments Summit in Dubai": somebody takes part in what others hold, and its name is no place. */
function takesPartIn(s: Sentence, i: number, from: number): boolean {
  let end = from
  while (end < from + longestEvent && !parts(s, end) && !/^(in|on|from|with|for)$/.test(wordAt(s, end))) end++
  const last = wordAt(s, end - 1)
  if (end - from < 2 || !isCapital(s, end - 1) || !isActivity(s.t, end - 1) || englishPlaces.has(last)) return false
  let begin = i
  while (!beginsAt(s, begin)) begin--
  const told = kindOf(s.t.slice(begin, i))
  return told === null || told === 'speech' || told === 'broadcast'
}
/** Tokens of the name of an event. */
const longestEvent = 8

/** "Desert clean-up in Sakhir on Friday": a short name before the time; what is taught "in Arabic" is no place. */
function town(s: Sentence, i: number, from: number): Candidate | null {
  const c = candidate(s, i, from, 36)
  if (!c || c.next - from > 2 || !(endsAt(s, c.next) || /^(on|from|this|next)$/.test(wordAt(s, c.next)))) return null
  if (anyActivity(s, from, c.next) || !properWords(s, from, c.next)) return null
  for (let k = i - 1; k >= 0 && k > i - 6 && !parts(s, k); k--) if (taught.has(wordAt(s, k))) return null
  return titleBefore(s, i) && !tongues.test(wordAt(s, from)) ? c : null
}
const taught = wordSet(
  'course training workshop diploma certificate degree exam lesson lessons class classes programme lecture masterclass test skills investment innovation',
)
const tongues = /^(arabic|english|french|german|spanish|urdu|hindi|chinese|python|java|excel|ai|it|hr)$/

/** What something is held in that is no place: «في إطار», «في ذكرى», «في نسخته الثالثة». */
const inWhat = wordSet(
  'اطار مجال ذكري ختام نسخته نسختها دورته دورتها سياق ظل حال تمام بدايه نهايه اول جو اجواء حدود غضون نفس هذا هذه كل موضوع مجالات وقت حضور عامها عامه',
)

/** «… ٩ صباحاً في الدفاع المدني»: a short definite name behind the time and «في», and nothing behind it, is a place. */
function atTheEnd(s: Sentence, i: number): Candidate | null {
  const c = candidate(s, i, i + 1, 38)
  if (!c || c.next - c.from > 3 || !endsAt(s, c.next) || anyActivity(s, c.from, c.next)) return null
  // «… ١٧ ديسمبر في سيتي سنتر»: two words that end the text.
  if (c.next === s.t.length && c.next - c.from === 2 && !inWhat.has(wordAt(s, c.from))) return titleBefore(s, i) ? c : null
  for (let k = c.from; k < c.next; k++) if (!/^ال../.test(wordAt(s, k))) return null
  return titleBefore(s, i) ? c : null
}

const attachedCity = (s: Sentence, i: number) =>
  knownCity(s, i) && !(s.known[i] ?? []).some(n => n.what === 'city' && n.name === written(s, i, n.next)) ? knownCity(s, i) : undefined

/** A piece that stands apart — after a comma, a dash, the time — and is a place by its first word, by its last, or by its standing at the end. */
function apart(s: Sentence, i: number, timed: boolean): Candidate | null {
  if (!beginsAt(s, i) || s.t[i]?.kind !== 'word' || isRemark(s.t, i)) return null
  const w = wordAt(s, i)
  // "the Gulf Hotel", said alone.
  const article = w === 'the' ? knownVenue(s, i + 1) : undefined
  if (article && endsAt(s, article.next)) return candidate(s, i, i + 1, 70)
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
    if (arabicPlaces.has(w) || (isPlaceNoun(w) && !/^[بول]/.test(w.replace(/^ال/, ''))))
      return candidate(s, i, i, isBody(s, i) && !timed ? 45 : 70 + late)
    if (/^(جميع|كافه|كل|مختلف)$/.test(w) && placePlurals.has(stripped(wordAt(s, i + 1)))) return candidate(s, i, i, 70 + late)
    // «١٠:٠٠ص المرفأ المالي»: a definite name behind the time, with nothing but itself.
    return timed && /^ال/.test(w) && j - i <= 4 && !anyActivity(s, i, j) && titleBefore(s, i) ? candidate(s, i, i, 42) : null
  }
  if (w === 'all' && placePlurals.has(wordAt(s, j - 1))) return candidate(s, i, i, 70 + late)
  // ", MS Teams,".
  if (isCapital(s, i) && j - i <= 3 && platforms.has(wordAt(s, j - 1)) && endsAt(s, j) && properWords(s, i, j) && !anyActivity(s, i, j))
    return candidate(s, i, i, 60)
  // "Monday: kids coding camp": small letters with nothing before them are what it is.
  if (!isCapital(s, i) && !titleBefore(s, i)) return null
  if (timed && rooms.has(wordAt(s, j - 1)) && j - i <= 4) return candidate(s, i, i, 66)
  if (anyActivity(s, i, j) && !(isCapital(s, i) && englishPlaces.has(wordAt(s, j - 1))) && !(timed && properName(s, i, j))) return null
  if (endsLikePlace(s, i) && (isCapital(s, i) || timed)) return candidate(s, i, i, 68 + late)
  return isCapital(s, i) && titleBefore(s, i) && j - i <= 6 && !isRank(s, i) && timed ? candidate(s, i, i, 42) : null
}

const asking = wordSet('please kindly pls thanks thank join see looking hope')

/** "Exhibition World": a short name in capitals, at the end of its piece, that does not end with an activity. */
const properWords = (s: Sentence, i: number, j: number): boolean => {
  for (let k = i; k < j; k++) if (!isCapital(s, k)) return false
  return true
}
const properName = (s: Sentence, i: number, j: number): boolean => {
  return properWords(s, i, j) && j - i >= 2 && j - i <= 4 && endsAt(s, j) && !isActivity(s.t, j - 1) && titleBefore(s, i)
}

/** Rooms are named by what is done in them: "training room". */
const rooms = wordSet('room hall auditorium lounge theatre centre center')

/**
 * «ورشة تدريبية للمتطوعين مقر الهلال الأحمر»: a definite noun takes no other behind it, so that a noun of a place there begins the place, though nothing
 * parts them. Seats of bodies alone («وزارة …») may be whose it is.
 */
function behindDefinite(s: Sentence, i: number): Candidate | null {
  const [before, w] = [wordAt(s, i - 1), wordAt(s, i)]
  if (!arabicPlaces.has(w) || beginsAt(s, i) || !/^(?:ال|لل|بال|وال)../.test(before) || seats.test(w)) return null
  if (!titleBefore(s, i) || opensPart(s, i) || isRank(s, i - 1)) return null
  const c = candidate(s, i, i, 35)
  return c && c.next - i >= 2 ? c : null
}

type Piece = { what: boolean; event: boolean }
/** Of the piece between two partings that a token stands in: whether it names what may itself be online, and whether an activity. Found once for each. */
function pieceAt(s: Sentence, i: number): Piece {
  let pieces = piecesOf.get(s)
  if (!pieces) {
    pieces = []
    let piece: Piece | null = null
    for (let n = 0; n < s.t.length; n++) {
      const parted = parts(s, n)
      if (parted) piece = null
      else {
        piece ??= { what: false, event: false }
        piece.what ||= bare(wordAt(s, n)).some(b => whatIsOnline.has(b))
        piece.event ||= isActivity(s.t, n)
      }
      pieces.push(piece)
    }
    piecesOf.set(s, pieces)
  }
  return pieces[i] ?? { what: false, event: false }
}
const piecesOf = new WeakMap<Sentence, (Piece | null)[]>()

/** «عن بعد», "online", a webinar: how it is held, not what it is about. */
function how(s: Sentence, i: number): Candidate | null {
  const word = at(online, s.t, i)
  if (!word) return null
  const { what, event } = pieceAt(s, i)
  if (what) return null
  const alone = beginsAt(s, i) && endsAt(s, word.next)
  if (!alone && !event) return null
  return {
    i,
    from: i,
    next: word.next,
    rank: 30,
    claimed:
      alone ||
      (beginsAt(s, word.next) &&
        !/^(ig|insta|instagram|facebook|x|twitter|youtube|linkedin|tiktok|webinar|virtual|افتراضي.*|الافتراضي.*)$/.test(wordAt(s, i))),
  }
}

/** «بمركز المعارض» is «مركز المعارض»; «بالدمام» is «الدمام». */
function unattached(s: Sentence, i: number, j: number): string {
  const name = written(s, i, j)
  const w = wordAt(s, i)
  if (!isArabic(w)) return name
  if (/^ب(جميع|كافه|مختلف|موقع)$/.test(w)) return name.slice(1)
  if (/^وب/.test(w) && isPlaceNoun(w.slice(2))) return name.slice(2)
  if (/^ب/.test(w) && !arabicPlaces.has(w) && (isPlaceNoun(w.slice(1)) || /^بال/.test(w) || attachedCity(s, i))) return name.slice(1)
  if (/^ل[^ل]/.test(w) && isPlaceNoun(w.slice(1))) return name.slice(1)
  return name
}
