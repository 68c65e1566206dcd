/** What is a place and where its name ends: the nouns of places, the names the network knows, and how both languages build one. */
import { endsAt, isCapital, nameEnd, type Sentence } from '../sentence.ts'
import { bare } from '../tokens.ts'
import { isArabic } from './bodies.ts'
import { isActivity } from './kinds.ts'
import { arabicPlaces, englishPlaces, placePlurals, platforms } from './places.ts'
import { isRemark } from './remarks.ts'

/** From `i` (the preposition, if there is one) the words of the place begin at `from` and end at `next`. `claimed` is false where the title keeps them. */
export type Candidate = { i: number; from: number; next: number; rank: number; claimed?: boolean }

export const wordAt = (s: Sentence, i: number): string => s.t[i]?.f ?? ''

/** The first word of a place, with or without what is attached to it. */
export const isPlaceNoun = (w: string): boolean => bare(w).some(b => arabicPlaces.has(b))

export const knownPlace = (s: Sentence, i: number) => (s.known[i] ?? []).find(n => n.what !== 'organization' || n.whole)

export const knownCity = (s: Sentence, i: number) => (s.known[i] ?? []).find(n => n.what === 'city')

export const knownVenue = (s: Sentence, i: number) => (s.known[i] ?? []).find(n => n.what === 'venue')

export const stripped = (w: string): string => w.replace(/^ال/, '')

/** «جميع المدارس الحكومية», «مركز …», a place or city that is known, a body's own seat. */
export function isPlace(s: Sentence, i: number): boolean {
  const w = wordAt(s, i)
  if (/^(جميع|كافه|مختلف|كل|عدد)$/.test(w)) return placePlurals.has(stripped(wordAt(s, i + 1)))
  if (placePlurals.has(stripped(w)) && /^ال/.test(w)) return true
  return isPlaceNoun(w) || knownPlace(s, i) !== undefined || platforms.has(stripped(w))
}

/** English: the phrase that begins here ends with a noun of a place: "the media centre", "Dana Hall". */
export function endsLikePlace(s: Sentence, i: number): boolean {
  const end = placeEnd(s, i)
  // "Prince Khalifa park Riffa".
  let j = end
  // "City Centre Mall gate 3".
  if (j > i + 1 && s.t[j - 1]?.kind === 'number' && englishPlaces.has(wordAt(s, j - 2))) j--
  for (let k = end - 1; k > i && k > end - 3; k--) if (knownCity(s, k)?.next === end) j = k
  for (let k = i; k < j; k++) {
    const w = wordAt(s, k)
    if (w === 'of' || w === 'for' || w === 'in') return k > i && (englishPlaces.has(wordAt(s, k - 1)) || placePlurals.has(wordAt(s, k - 1)))
    // "Conference Centre" is a place, "food fair market" may not be.
    if (isActivity(s.t, k) && !englishPlaces.has(w) && !(isCapital(s, k) && englishPlaces.has(wordAt(s, j - 1)))) return false
  }
  const last = wordAt(s, j - 1)
  return englishPlaces.has(last) || placePlurals.has(last) || (j - i > 1 && englishPlaces.has(wordAt(s, i)) && isCapital(s, i))
}

export const anyActivity = (s: Sentence, i: number, j: number): boolean => {
  for (let k = i; k < j; k++)
    if (isActivity(s.t, k) && !arabicPlaces.has(stripped(wordAt(s, k))) && !englishPlaces.has(wordAt(s, k))) return true
  return false
}

export function candidate(s: Sentence, i: number, from: number, rank: number, shown = from): Candidate | null {
  const end = placeEnd(s, from)
  // «في استاد البحرين الوطني نهائي كأس الملك»: what follows a place the network knows and is an activity is none of it.
  const known = knownVenue(s, from)
  const next = known && known.next < end && anyActivity(s, known.next, end) ? known.next : end
  return next > from ? { i: Math.min(i, shown), from: shown, next, rank } : null
}

/** Where the name of a place ends: «في» and "in" go on to a place within a place. */
export function placeEnd(s: Sentence, from: number): number {
  return nameEnd(s, from, k => {
    const w = wordAt(s, k)
    // «مركز … الصحي في البسيتين»: a village at the end.
    if (w === 'في' && k > from + 1 && /^ال..../.test(wordAt(s, k + 1)) && endsAt(s, k + 2) && !isActivity(s.t, k + 1)) return false
    if (w === 'في' && k > from && /^(شوون|اداره|قسم|قطاع|مديريه)$/.test(wordAt(s, k + 1))) return false
    if (/^(في|in)$/.test(w)) return !isPlace(s, k + 1) && !(isCapital(s, k + 1) && w === 'in')
    if (/^(at|on|from|with|مع|من|علي|عبر|by|about|to|بعد|قبل|and|then|but|until|حول|عن|يوم)$/.test(w))
      return !(w === 'and' && isCapital(s, k + 1))
    if (/^(for)$/.test(w)) return !isCapital(s, k + 1)
    if (isRemark(s.t, k) || /^(?:north|south|east|west)bound$/.test(w)) return true
    return isArabic(w) && k > from + 1 && !/^(ال|لل)/.test(w) && isActivity(s.t, k) && !arabicPlaces.has(w) && !endsAt(s, k + 1)
  })
}

/** Whether words that may be the title stand before this piece: one that says what it is, or two of any kind. Nothing is claimed while places are looked for. */
export const titleBefore = (s: Sentence, i: number): boolean => {
  let from = titles.get(s)
  if (from === undefined) {
    const free = s.t.flatMap((x, k) => (s.owner[k] === null && x.kind === 'word' ? [k] : []))
    from = Math.min(free.find(k => isActivity(s.t, k)) ?? s.t.length, free[1] ?? s.t.length)
    titles.set(s, from)
  }
  return i > from
}

const titles = new WeakMap<Sentence, number>()

export const seats = /^(?:وزاره|هييه|موسسه|جمعيه|بنك|مصرف|صندوق|باب|طريق|قناه|شارع|حي|سكن)$/
