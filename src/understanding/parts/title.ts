/** The title: what remains when every other part has been claimed, without the words by which people tell of an activity. */
import type { Kind } from '../../model/activity.ts'
import { numbers } from '../lexicon.ts'
import { at, wordSet } from '../phrases.ts'
import { beginsAt, endsAt, isCapital, opensPart, parts, type Sentence, written } from '../sentence.ts'
import { isMonthWord } from '../time-words.ts'
import { bare, type Token } from '../tokens.ts'
import { isArabic, isBody, isBodyNoun, isBodyWord } from './bodies.ts'
import { isActivity, isKindAlone } from './kinds.ts'
import { arabicPlaces, englishPlaces } from './places.ts'
import { isRemark } from './remarks.ts'
import { asides, generic, joins, joinsOverSign, openings, requests, tails, timeWords } from './title-words.ts'
import { arabicVerb, englishVerb, isThird, isVerb, type Verb } from './verbs.ts'

/** `told` is what the verbs say of the kind where the title itself does not. */
export type Title = { i: number; j: number; text: string; told: Kind | null }
type Piece = { i: number; j: number; noun: string | null; told: Kind | null; from: number }

export function readTitle(s: Sentence, labelled: { i: number; j: number } | null): Title | null {
  const pieces = piecesOf(s, labelled)
  if (pieces.length === 0) return null
  const best = pieces.reduce((a, b) => (weight(s, b) > weight(s, a) ? b : a))
  const title = whole(s, best, pieces)
  return title && withSubject(s, title, best, pieces)
}

/** «اليوم العالمي للتطوع …: جلسة نقاشية»: a title that is a kind alone takes along what stands elsewhere of its subject. */
function withSubject(s: Sentence, title: Title, best: Piece, pieces: readonly Piece[]): Title {
  if (title.j !== best.j || best.noun || !isKindAlone(s.t, best.i, best.j)) return title
  const subject = pieces
    .filter(p => p !== best && p.j - p.i > 1 && p.j - p.i <= longestSubject && weight(s, p) >= 1)
    .reduce<Piece | null>((most, p) => (most && weight(s, most) >= weight(s, p) ? most : p), null)
  if (!subject) return title
  const said = written(s, subject.i, subject.j)
  return { ...title, text: subject.i < best.i ? `${said}: ${title.text}` : `${title.text}: ${said}` }
}
/** Tokens. */
const longestSubject = 10

/** The unclaimed pieces, tidied. A piece that is nothing but a verb lends its noun to the next. */
function piecesOf(s: Sentence, labelled: { i: number; j: number } | null): Piece[] {
  const out: Piece[] = []
  let carried: Verb | null = null
  let i = labelled?.i ?? 0
  const end = labelled?.j ?? s.t.length
  while (i < end) {
    if (parts(s, i)) {
      i++
      continue
    }
    let j = i + 1
    while (j < end && !endsAt(s, j)) j++
    const piece = tidy(s, i, j)
    const verb: Verb | null = piece.verb ?? carried
    if (piece.i < piece.j) {
      const noun = verb && nounNeeded(s, piece, verb) ? verb.noun : null
      out.push({ i: piece.i, j: piece.j, noun, told: verb?.kind ?? null, from: i })
      carried = null
    } else carried = verb
    i = j
  }
  return out.filter(p => /\p{L}{2}/u.test(written(s, p.i, p.j)))
}

const nounNeeded = (s: Sentence, p: { i: number; j: number }, verb: Verb): boolean => {
  if (!verb.noun) return false
  const first = bare(s.t[p.i]?.f ?? '')
  if (verb.noun === 'الاحتفال' || verb.noun === 'المشاركة' || verb.noun === 'الكشف') return false
  if (!verb.ofPlaces) return !isActivity(s.t, p.i) || verb.noun === 'تكريم'
  if (first.some(b => arabicPlaces.has(b) && !isActivity(s.t, p.i))) return true
  for (let k = p.i; k < p.j; k++) if (englishPlaces.has(s.t[k]?.f ?? '') && !isActivity(s.t, k)) return true
  return false
}

/** Takes openings, verbs and endings off a piece. */
function tidy(s: Sentence, from: number, to: number): { i: number; j: number; verb: Verb | null } {
  let [i, j] = [from, to]
  let verb = null as Verb | null
  let asked = false
  const f = (k: number) => s.t[k]?.f ?? ''
  i = pastReason(s, i, j)
  for (let n = 0; n < longestLead && i < j; n++) {
    if (separates.has(f(i))) {
      i++
      continue
    }
    // "1.", «٢-»: the number of an item is no word of it.
    if (s.t[i]?.kind === 'number' && i === 0 && /^[.)\-–]$/.test(f(i + 1))) {
      i += 2
      continue
    }
    const opening = at(openings, s.t, i)
    if (opening && opening.next <= j && !keepsOpening(s, i, opening.next, j, n)) {
      asked ||= requests.has(f(i))
      i = opening.next
      continue
    }
    // «بأن الوزارة بصدد تنظيم …»: who it is has no name here.
    if (/^(بان|ان)$/.test(f(i - 1)) && /^ال/.test(f(i)) && isBodyNoun(f(i)) && (isVerb(f(i + 1)) || f(i + 1) === 'بصدد')) {
      i++
      continue
    }
    if (asked && generic.has(f(i)) && (i + 1 >= j || isActivity(s.t, i + 1) || /^(جديد|جديده|new|is|on|for)$/.test(f(i + 1)))) {
      i++
      continue
    }
    const done = n === 0 || (n === 1 && f(i - 1) === 'the') ? doneBy(s, i, j) : null
    if (done) {
      verb = done.verb
      i = done.next
      continue
    }
    const said: Verb | null = isArabic(f(i)) ? arabicVerb(f(i)) : verbHere(s, i, n)
    if (said) {
      verb = saysMore(verb, said)
      i++
      continue
    }
    // «نشارك بجناح في معرض …»: with what, before in what.
    if (timeWords.has(f(i)) || (verb && /^ب(?:جناح|ركن|وفد|فريق)$/.test(f(i)) && f(i + 1) === 'في')) {
      i++
      continue
    }
    break
  }
  // "… is now in our calendar": where it stands.
  for (let k = i + 2; k < j; k++) if (/^(is|are)$/.test(f(k)) && standing.has(f(k + 1))) j = k
  while (j > i) {
    const x = s.t[j - 1]
    if (!x) break
    // "… to be published".
    if (/ed$/.test(x.f) && f(j - 2) === 'be' && f(j - 3) === 'to' && j - 3 > i) {
      j -= 3
      continue
    }
    // «عن بعد» is no preposition; "kick-off" and "Q&A" are one word.
    if ((x.f === 'بعد' && f(j - 2) === 'عن') || (x.tight && (f(j - 2) === '-' || f(j - 2) === '&'))) break
    // "Some time in December", "at some point this month".
    if ((x.f === 'time' || x.f === 'point') && f(j - 2) === 'some') j -= 2
    else if (separates.has(x.f) || tails.has(x.f) || timeWords.has(x.f) || isVerb(x.f)) j--
    else break
  }
  return { i, j, verb }
}
const longestLead = 24
const standing = wordSet('now in on due planned scheduled confirmed back')

/** «نظراً لسوء الأحوال الجوية تم نقل …», "Because of the weather the fair …": why it was moved is no part of what it is. */
function pastReason(s: Sentence, i: number, j: number): number {
  const f = (k: number) => s.t[k]?.f ?? ''
  if (/^(نظرا|بسبب|لظروف)$/.test(f(i))) {
    for (let k = i + 1; k < j - 1; k++) if (/^(تم|تاجل|تاجلت|ناجل|ننقل|نقلنا|اجلنا|تقرر|ستنقل|سينقل)$/.test(f(k))) return k
    return i
  }
  if (!/^(because|due|owing)$/.test(f(i)) || !/^(of|to)$/.test(f(i + 1))) return i
  for (let k = i + 3; k < Math.min(j - 1, i + 10); k++) if (/^(the|our|a)$/.test(f(k))) return k
  return i
}
/** Signs at the ends of a piece that are no words of a title. */
const separates = new Set([...'-–—.,،;؛:()[]|•*=·/!?؟'])
/** Of «ننوي إطلاق …» and "plan to open" the verb that says more. */
const saysMore = (had: Verb | null, said: Verb): Verb => (had && (had.noun || !(said.kind || said.noun)) ? had : said)

/** «إعلان نتائج …» and «تسجيل …» may be the title itself, "new" and "the" may be its first words within a name. */
function keepsOpening(s: Sentence, i: number, next: number, j: number, n: number): boolean {
  const f = s.t[i]?.f ?? ''
  if (next >= j) return false
  // «إعلان نتائج …» is one; «إعلان عن ورشة» tells of the ورشة.
  if (f === 'اعلان') return n === 0 && s.t[next]?.f !== 'عن'
  if (/^(نقل|عقد|تسجيل|تنفيذ|تنظيم|اقامه|اعلان|حضور|بدء|تحديث|موعد|تاجيل)$/.test(f)) {
    // At the head of a sentence, without a request before it, the noun may be the activity: «تسجيل أول حالة …» is; «إقامة حفل» is the حفل.
    return !isActivity(s.t, next) && n === 0
  }
  if (f === 'انطلاق') return !isActivity(s.t, next)
  if (/^(schedule|register|record|note|all|team|update|save|reminder|upcoming)$/.test(f))
    return isCapital(s, i) && isCapital(s, next) && n === 0 && i > 0
  return false
}

/** An English verb counts behind "we are", "will" and the like, or where the name of its doer was claimed before it. */
function verbHere(s: Sentence, i: number, n: number): Verb | null {
  const verb = englishVerb(s.t[i]?.f ?? '')
  if (!verb) return null
  const f = s.t[i]?.f ?? ''
  if (/^(the|a|an|our|new|his|her)$/.test(s.t[i - 1]?.f ?? '')) return null
  const claimedBefore = i > 0 && (s.owner[i - 1] === 'patron' || s.owner[i - 1] === 'owner')
  if (n === 0 && !claimedBefore) {
    // "Launching the app": an object follows a gerund; "Launch of", "Opening of", "Training on" are nouns.
    const next = s.t[i + 1]?.f ?? ''
    // "… and launch the app", an item of its own.
    if (i === 0 && verb.kind !== null && /^(the|our)$/.test(next)) return verb
    if (!/ing$/.test(f)) return null
    return verb.noun === null && (/^(the|a|an|our|new)$/.test(next) || s.t[i + 1]?.kind === 'number') ? verb : null
  }
  if (/ing$/.test(f) && verb.noun !== null && !verb.ofPlaces && !claimedBefore) return null
  // "is launch day": a noun with another behind it is left alone.
  if (
    /^(launch|run|tour|visit|open|sign|release|mark|meet|host|start|stage|plan|present|chair|deliver|give|have|hold|join|attend|organise|organize|publish|announce|celebrate|receive|honour|honor|inaugurate|unveil|roll|kick|take|conduct|arrange|distribute|invite|begin|intend)$/.test(
      f,
    ) &&
    !claimedBefore
  )
    return /^(to|will|shall|'ll|we|please|and|also)$/.test(s.t[i - 1]?.f ?? '') || /^(we'll|i'll)$/.test(s.t[i - 1]?.f ?? '') ? verb : null
  return verb
}

/** "Bahrain will take part in …", "The Kingdom hosts …": what its doer does is told, where a name in capitals stands before the verb. */
function doneBy(s: Sentence, i: number, j: number): { verb: Verb; next: number } | null {
  if (!isCapital(s, i)) return null
  let body = false
  for (let k = i; k < Math.min(j - 2, i + 6); k++) {
    const f = s.t[k]?.f ?? ''
    if (k > i && (f === 'will' || f === 'to' || isThird(f))) {
      const verb = englishVerb(f === 'will' || f === 'to' ? (s.t[k + 1]?.f ?? '') : f)
      const next = f === 'will' || f === 'to' ? k + 2 : k + 1
      // "The fair opens on Sunday"; "the directorate opens the library".
      const itself = startsOnly.has(s.t[next - 1]?.f ?? '') && !(body && /^(the|a|an|its)$/.test(s.t[next]?.f ?? ''))
      return verb && !isCapital(s, k) && !itself ? { verb, next } : null
    }
    body ||= isBodyWord(f)
    if (!(isCapital(s, k) || /^(the|of|and|al)$/.test(f) || isBodyWord(f)) || isActivity(s.t, k) || parts(s, k)) return null
  }
  return null
}
/** What an activity does itself. */
const startsOnly = wordSet('start starts begin begins kick kicks run runs open opens')

const weight = (s: Sentence, p: Piece): number => {
  let n = 0
  let activity = false
  for (let k = p.i; k < p.j; k++) {
    if (s.t[k]?.kind === 'word') n++
    if (isActivity(s.t, k)) activity = true
  }
  // "Please note that the conference takes place …": the asking is a remark, and what it is asked to note may be the activity.
  const noted = activity && p.i > p.from + 1 && /^(please|kindly)$/.test(s.t[p.from]?.f ?? '')
  const remark = (isRemark(s.t, p.from) && !noted) || isRemark(s.t, p.i) || isHeading(s, p)
  const body = isBody(s, p.i) && !activity
  // «احتفالاً باليوم الوطني», "attended by school students": said beside the activity.
  const beside =
    at(asides, s.t, p.from) !== null ||
    opensPart(s, p.from) ||
    (p.from > 0 && !s.line[p.from] && /^(with|ومعه|ومعها|يليه|ويليه)$/.test(s.t[p.from]?.f ?? ''))
  return (
    Math.min(n, 6) * 0.5 +
    (activity ? 3 : 0) +
    (headed(s, p, activity) ? 3 : 0) +
    (p.told ? 2 : 0) -
    (remark ? 10 : 0) -
    (body ? 2 : 0) -
    (beside ? 5 : 0) -
    p.i * 0.01
  )
}

/** "Doors open at 6 and the run starts at 7: family marathon", "Young readers' award: entries close 3 December, …": the colon says which of them is the name. */
function headed(s: Sentence, p: Piece, activity: boolean): boolean {
  const behind = p.j + 1
  if (s.t[p.j]?.f === ':' && (s.owner[behind] === 'aside' || isRemark(s.t, behind))) return beginsAt(s, p.from) && !isBody(s, p.i)
  if (!activity || s.t[p.from - 1]?.f !== ':') return false
  const last = s.t[p.from - 2]
  if (s.line[p.from] || s.line[p.from - 1] || (s.owner[p.from - 2] !== 'time' && !timeWords.has(last?.f ?? '') && last?.kind !== 'number'))
    return false
  for (let k = p.from - 2; k >= 0 && s.t[k]?.f !== ':'; k--) if (s.owner[k] === 'time') return true
  return false
}

/** «ثلاث فعاليات», "two events": how many there are, and no title. */
function isHeading(s: Sentence, p: Piece): boolean {
  let counted = false
  for (let k = p.i; k < p.j; k++) {
    const f = s.t[k]?.f ?? ''
    if (s.t[k]?.kind === 'number' || numbers.has(f) || isMonthWord(f)) counted = true
    else if (!several.has(f)) return false
  }
  return counted
}
const several = wordSet('فعاليات انشطه فعاليتان فعاليتين events activities things upcoming our in for new')

/** The piece with what goes on behind a claimed one, in its own words. */
function whole(s: Sentence, best: Piece, pieces: Piece[]): Title | null {
  let text = written(s, best.i, best.j)
  let j = best.j
  for (let n = pieces.indexOf(best) + 1; n < pieces.length; n++) {
    const next = pieces[n]
    if (!next) break
    const f = s.t[next.from]?.f ?? ''
    const cut = signBetween(s, j, next.from)
    if (!(cut ? joinsOverSign : joins).has(f) && !(!cut && /^لل?./.test(f) && isArabic(f) && next.from === next.i)) break
    // The opening («عن», "of") was taken off as such: it is what joins.
    const more = written(s, next.from, next.j)
    if (more.split(/\s+/).length > 9) break
    text = `${text} ${more}`
    j = next.j
  }
  // "Lecture: The story of Dilmun".
  const next = pieces[pieces.indexOf(best) + 1]
  if (
    j === best.j &&
    best.j - best.i <= longestHead &&
    isActivity(s.t, best.i) &&
    s.t[j]?.f === ':' &&
    next?.from === j + 1 &&
    !isRemark(s.t, next.from)
  ) {
    text = `${text}: ${written(s, next.from, next.j)}`
    j = next.j
  }
  const w = s.t[best.i]?.f ?? ''
  // «العام الماضي …، ومعرض هذا العام …»: what joins is no letter of it.
  if (/^و(?!رش|فد|ضع|زار|كال)/.test(w) && (s.sign[best.i - 1] ?? false) && isActivity([{ ...(s.t[best.i] as Token), f: w.slice(1) }], 0))
    text = text.slice(1)
  // «نحتفل بيوم الشجرة», «تشارك في معرض …»: what is left of the verb's own preposition goes.
  if (best.told !== undefined && /^ب(يوم|ال|ذكري|عيد)/.test(w) && best.i > best.from) text = text.slice(1)
  // «سيقوم معالي الوزير | بافتتاح …», «نفيدكم | بزيارة …».
  else if (
    /^ب(?!ال)/.test(w) &&
    isActivity([{ ...(s.t[best.i] as Token), f: w.slice(1) }], 0) &&
    (best.i > best.from || s.owner[best.i - 1] === 'patron' || s.owner[best.i - 1] === 'owner')
  )
    text = text.slice(1)
  else if (/^ل(ل|موتمر|ملتقي|معرض|ورشه|حفل|ندوه|منتدي|اجتماع|مهرجان)/.test(w) && best.i > best.from)
    text = w.startsWith('لل') ? `ال${text.slice(2)}` : text.slice(1)
  // "Signing of a contract": behind its noun the object keeps its article.
  const article = s.t[best.i - 1]
  if (best.noun && article && best.i > best.from && /^(a|an|the)$/.test(article.f) && !(article.f === 'the' && isCapital(s, best.i)))
    text = `${article.f} ${text}`
  if (best.noun) text = /[a-z]$/.test(best.noun) ? `${best.noun} ${text}`.replace(/ of of /, ' of ') : `${best.noun} ${text}`
  text = text.replace(/[.!؟?،,;:]+$/u, '').trim()
  return [...text].length >= 3 ? { i: best.i, j, text: [...text].slice(0, longestTitle).join(''), told: best.told } : null
}
const longestTitle = 200
/** Tokens of what it is, before a colon and what it is about: "Workshop for journalists: reading the state budget". */
const longestHead = 4

const signBetween = (s: Sentence, i: number, j: number): boolean => {
  for (let k = i; k < j; k++) if ((s.sign[k] && s.owner[k] === null) || s.line[k]) return true
  return false
}
