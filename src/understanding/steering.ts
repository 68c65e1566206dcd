/** Words that steer an open conversation, when they are the whole message; sentences that put an answer off; and corrections, which may name a field: «لا، الساعة ١١», "make the venue …". */
import type { Steering } from '../model/meaning.ts'
import type { Language } from '../model/people.ts'
import { fold } from './fold.ts'
import { arabicPlaces } from './parts/places.ts'
import { at, type Phrases, phrases, table } from './phrases.ts'
import { buts, fields, links, nots, openers, puttingOff, verbs, verbsWithIt, wholes, withouts } from './steering-words.ts'
import { isDayWord, isMonthWord } from './time-words.ts'
import { type Token, tokensOf } from './tokens.ts'

type Plain = Exclude<Steering['kind'], 'change'>
type Change = Extract<Steering, { kind: 'change' }>

const plain = new Map<string, Plain>(
  (Object.keys(wholes) as Plain[]).flatMap(kind => [...wholes[kind].en, ...wholes[kind].ar].map(w => [fold(w), kind] as const)),
)
const named = table(fields.flatMap(([field, names]) => [...names.en, ...names.ar].map(n => [n, field] as const)))
const [verb, verbWithIt, link, not, but, opener, without] = [verbs, verbsWithIt, links, nots, buts, openers, withouts].map(w =>
  phrases(w),
) as [Phrases, Phrases, Phrases, Phrases, Phrases, Phrases, Phrases]

/** Characters that are looked at. */
const looked = 400

export function steering(text: string, _language: Language): Steering | null {
  const said = text.slice(0, looked).trim()
  const whole = fold(said)
    .replace(/[.!،,؟?]+$/, '')
    .trim()
  const kind = plain.get(whole || fold(said))
  if (kind) return { kind }
  const putsOff = whole.length <= longestPuttingOff ? puttingOff.find(([, says]) => says.test(whole.replace(/[,،]/g, ''))) : undefined
  return putsOff ? { kind: putsOff[0] } : correctionIn(said)
}
/** Characters. */
const longestPuttingOff = 80

/** Only what a text corrects. What is asked corrects nothing. */
export const correctionIn = (said: string): Change | null => (/[?؟]$/.test(said.trim()) ? null : correction(said.slice(0, looked).trim()))

function correction(text: string): Change | null {
  const t = tokensOf(text)
  let i = 0
  let opened = false
  for (let n = 0; n < 4; n++) {
    const o = at(opener, t, i)
    if (!o || o.next >= t.length || (i === 0 && fieldWithout(t, i))) break
    // «لا توجد فعاليات» denies; it corrects nothing.
    if (/^(لا|no)$/.test(t[i]?.f ?? '') && !/^[,،.;-]$/.test(t[o.next]?.f ?? '') && !mayCorrect(t, o.next)) break
    opened = true
    i = o.next
    while (/^[,،.;:-]$/.test(t[i]?.f ?? '')) i++
  }
  return (
    byVerb(text, t, i, opened) ?? byField(text, t, i, opened) ?? byDenial(text, t, i) ?? emptied(t, i) ?? (opened ? rest(text, t, i) : null)
  )
}

const f = (t: readonly Token[], i: number): string => t[i]?.f ?? ''
const article = (t: readonly Token[], i: number): number => (f(t, i) === 'the' ? i + 1 : i)
const fieldWithout = (t: readonly Token[], i: number): boolean => {
  const w = at(without, t, i)
  return w !== null && at(named, t, article(t, w.next))?.next === t.length
}

/** "no at 11", «لا الساعة ١١», «لا المكان …»: what may follow a bare no. */
const mayCorrect = (t: readonly Token[], i: number): boolean =>
  at(named, t, article(t, i)) !== null ||
  at(verb, t, i) !== null ||
  at(verbWithIt, t, i) !== null ||
  at(not, t, i) !== null ||
  isTime(t, i, 2)

/** The words from a token to the end, or to another token, as they were written. */
function words(text: string, t: readonly Token[], i: number, j = t.length): string | null {
  const said = text
    .slice(t[i]?.start ?? text.length, t[j - 1]?.end ?? text.length)
    .replace(/[.!،,]+$/, '')
    .trim()
  return said || null
}

/** "change the venue to …", «خلها ١١», "make it 11", "move it to Sunday". */
function byVerb(text: string, t: Token[], i: number, opened: boolean): Change | null {
  const it = at(verbWithIt, t, i)
  if (it) {
    const value = at(link, t, it.next)?.next ?? it.next
    if (value >= t.length || !(isTime(t, value) || isPlaced(t, value) || opened)) return null
    return { kind: 'change', field: fieldOf(t, value), to: words(text, t, value, denial(t, value)) }
  }
  const v = at(verb, t, i)
  if (!v) return null
  const field = at(named, t, article(t, v.next))
  if (!field) return null
  const linked = at(link, t, field.next)
  const value = linked?.next ?? field.next
  const to = words(text, t, value, denial(t, value))
  // «لفندق الخليج»: the attached «ل» links.
  const attached = !linked && /^ل[^ل]/.test(f(t, value)) && arabicPlaces.has(f(t, value).slice(1))
  return { kind: 'change', field: field.value, to: attached && to ? to.slice(1) : to }
}

/** «المكان مو مركز المعارض، في فندق الخليج», "the date is 5 December", "wrong venue, it is …". */
function byField(text: string, t: Token[], i: number, opened: boolean): Change | null {
  const field = at(named, t, article(t, i))
  if (!field || field.next >= t.length) return null
  const denied = at(not, t, field.next)
  if (denied) {
    const value = behind(t, denied.next)
    return { kind: 'change', field: field.value, to: value === null ? null : words(text, t, value) }
  }
  let value = field.next
  while (/^[,،]$/.test(f(t, value)) && opened) value++
  const linked =
    at(link, t, value) ?? at(verbWithIt, t, value) ?? (f(t, value) === 'في' && field.value === 'venue' ? { next: value } : null)
  const second = linked && at(link, t, linked.next)
  value = second?.next ?? linked?.next ?? value
  // Without "is" a field and a value are a correction behind an opener, or where the value is a time: «الوقت ١١».
  if (!linked && !opened && !(f(t, i) !== 'الساعه' && isTime(t, value) && /^(time|when)$/.test(field.value))) return null
  if (!linked && f(t, i) === 'الساعه') return { kind: 'change', field: null, to: words(text, t, i) }
  return value < t.length ? { kind: 'change', field: field.value, to: words(text, t, value, denial(t, value)) } : null
}

/** "not the 14th, the 15th", «ليس الأحد بل الاثنين». */
function byDenial(text: string, t: Token[], i: number): Change | null {
  const denied = at(not, t, i)
  if (!denied) return null
  const value = behind(t, denied.next)
  if (value === null || !(isTime(t, value) || isPlaced(t, value))) return null
  return { kind: 'change', field: fieldOf(t, value), to: words(text, t, value) }
}

/** "no patron", «بدون راعي». */
function emptied(t: Token[], i: number): Change | null {
  const w = at(without, t, i)
  const field = w && at(named, t, article(t, w.next))
  return field && field.next === t.length ? { kind: 'change', field: field.value, to: null } : null
}

function rest(text: string, t: Token[], i: number): Change | null {
  const to = words(text, t, i, denial(t, i))
  return to && [...to].length > 1 ? { kind: 'change', field: fieldOf(t, i), to } : null
}

/** Where the right value begins behind what is denied. */
function behind(t: Token[], from: number): number | null {
  for (let k = from; k < t.length; k++) {
    const b = at(but, t, k)
    if (!b) continue
    let value = b.next
    for (let n = 0; n < 3; n++) value = at(but, t, value)?.next ?? value
    return value < t.length ? value : null
  }
  return null
}

/** "…, not the museum" behind a value is no part of it. */
function denial(t: Token[], from: number): number {
  for (let k = from + 1; k < t.length; k++) if (/^[,،]$/.test(f(t, k)) && at(not, t, k + 1)) return k
  return t.length
}

const isTime = (t: readonly Token[], i: number, within = 4): boolean =>
  t
    .slice(i, i + within)
    .some(x => x.kind === 'number' || /^(noon|midday|الظهر|ظهرا|الساعه)$/.test(x.f) || isDayWord(x.f) || isMonthWord(x.f))
const isPlaced = (t: readonly Token[], i: number): boolean =>
  /^(at|in|on|في|@)$/.test(f(t, i)) || arabicPlaces.has(f(t, i).replace(/^[بل]/, ''))

/** The field a value without a name belongs to, where it could be misread: a bare hour, a bare day. All else is read as a sentence. */
function fieldOf(t: readonly Token[], i: number): string | null {
  const said = t.slice(i).filter(x => x.f !== 'the' && x.f !== 'at')
  const [first, second] = said
  if (first?.kind !== 'number') return null
  if (said.length === 1 && first.n >= 1 && first.n <= 24) return 'time'
  return said.length === 2 && /^(st|nd|rd|th)$/.test(second?.f ?? '') ? 'when' : null
}
