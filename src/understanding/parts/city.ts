/** The city of a place: one its own words say, one that stands behind a comma, and one said apart from it («ورشة في المحرق يوم ٧ ديسمبر في بيت الشعر»). */
import type { Context } from '../../model/meaning.ts'
import { beginsAt, claim, endsAt, isCapital, isFree, opensPart, parts, type Sentence } from '../sentence.ts'
import { tokensOf } from '../tokens.ts'
import { isArabic, isRank } from './bodies.ts'
import { isActivity } from './kinds.ts'
import { namesIn } from './names.ts'
import { anyActivity, type Candidate, endsLikePlace, knownCity, placeEnd, wordAt } from './place-names.ts'
import { isRemark } from './remarks.ts'

/** The city that the name of a place says: of «فندق هيلتون دبي» it is «دبي»; null where it says none. */
export function cityOf(place: string, context: Context): string | null {
  const t = tokensOf(place)
  return namesIn(t, context).flatMap(found => found.find(n => n.what === 'city')?.name ?? [])[0] ?? null
}

/** ", Muharraq", «، مدينة صحار»: the city behind a comma belongs to the place. */
export function withCity(s: Sentence, c: Candidate): number {
  if (!/^[,،(-]$/.test(wordAt(s, c.next)) || s.owner[c.next] !== null) return c.next
  const from = c.next + 1
  if (from >= s.t.length || s.owner[from] !== null || isRemark(s.t, from) || isRank(s, from) || opensPart(s, from)) return c.next
  const city = knownCity(s, from)
  if (city && endsAt(s, city.next)) return city.next
  if (/^(مدينه|محافظه|منطقه|ولايه|اماره|فندق|مركز|مجمع)$/.test(wordAt(s, from))) return placeEnd(s, from)
  const j = placeEnd(s, from)
  // «مبنى الإدارة، الصخير».
  if (/^ال/.test(wordAt(s, from)) && j - from === 1 && endsAt(s, j) && !isActivity(s.t, from)) return j
  if (isArabic(wordAt(s, from)) || !isCapital(s, from) || !endsAt(s, j)) return c.next
  return (j - from <= 2 && !anyActivity(s, from, j)) || endsLikePlace(s, from) ? j : c.next
}

export function cityIn(s: Sentence, i: number, j: number): string | null {
  for (let k = i; k < j; k++) {
    const city = knownCity(s, k)
    if (city && city.next <= j) return city.name
  }
  return null
}

/** "(Riffa)", "in Riffa", «بالمحرق»: a city that stands for itself where the place was said elsewhere. */
export function cityBeside(s: Sentence): string | null {
  for (let k = 0; k < s.t.length; k++) {
    const city = isFree(s, k, k + 1) ? knownCity(s, k) : undefined
    if (!city || !isFree(s, k, city.next) || !endsAt(s, city.next)) continue
    const led = /^(في|in)$/.test(wordAt(s, k - 1)) && isFree(s, k - 1, k) ? k - 1 : k
    if (!beginsAt(s, led) && !((led < k || /^ب/.test(wordAt(s, k))) && isWhere(s, led, city.next))) continue
    claim(s, led, city.next, 'venue')
    return city.name
  }
  return null
}

/** Said of where it is and not of what it is about ("Report on investment in Dubai"): the time stands next to it, and no subject before it. */
function isWhere(s: Sentence, i: number, next: number): boolean {
  if (s.owner[next] !== 'time' && next < s.t.length) return false
  for (let k = i - 1; k >= 0 && !parts(s, k); k--) if (/^(on|about|of|for|عن|حول|بشان)$/.test(wordAt(s, k))) return false
  return true
}
