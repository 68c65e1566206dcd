/** One correction of what was given: "change the venue to …", «لا، الساعة ١١», "no patron", "add the Ministry of Health as a partner". Pure. */
import type { Edit } from '../model/meaning.ts'
import { fold } from './fold.ts'
import { arabicPlaces } from './parts/places.ts'
import { at, type Phrases, phrases, table } from './phrases.ts'
import {
  additions,
  asWhats,
  buts,
  certaintyWords,
  fields,
  links,
  movers,
  nots,
  openers,
  removals,
  renamings,
  verbs,
  verbsWithIt,
  withouts,
} from './steering-words.ts'
import { isDayWord, isMonthWord } from './time-words.ts'
import { type Token, tokensOf } from './tokens.ts'

const named = table(fields.flatMap(([field, names]) => [...names.en, ...names.ar].map(n => [n, field] as const)))
const [verb, verbWithIt, link, not, but, opener, without, addition, removal, renaming, mover] = [
  verbs,
  verbsWithIt,
  links,
  nots,
  buts,
  openers,
  withouts,
  additions,
  removals,
  renamings,
  movers,
].map(w => phrases(w)) as [Phrases, Phrases, Phrases, Phrases, Phrases, Phrases, Phrases, Phrases, Phrases, Phrases, Phrases]
const asWhat = table(asWhats.flatMap(([field, names]) => [...names.en, ...names.ar].map(n => [n, field] as const)))
const certainty = new Map(certaintyWords.flatMap(([value, names]) => [...names.en, ...names.ar].map(n => [fold(n), value] as const)))

/**
 * Null where the text corrects nothing. Of several in a sentence, whatever words behind "no" are none by themselves; behind another one a field and its
 * value will do.
 */
export function editIn(text: string, where: 'alone' | 'first' | 'further' = 'alone'): Edit | null {
  const t = tokensOf(text)
  let i = 0
  let opened = where === 'further'
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
    renamed(text, t, i) ??
    removed(text, t, i) ??
    addedTo(text, t, i) ??
    byVerb(text, t, i, opened) ??
    byField(text, t, i, opened) ??
    byDenial(text, t, i) ??
    emptied(t, i) ??
    (opened && where === 'alone' ? rest(text, t, i) : null)
  )
}

/** Where the words that begin a correction end; null where none stand there. A field counts behind a joining word alone, with what links it to a value. */
export function headAt(t: readonly Token[], i: number): number | null {
  const field = at(named, t, article(t, i))
  const linked = field && (at(link, t, field.next) ?? (f(t, field.next) === 'في' || isTime(t, field.next, 2) ? { next: field.next } : null))
  if (linked && linked.next < t.length) return linked.next
  for (const p of [renaming, verbWithIt, addition, removal]) {
    const found = at(p, t, i)
    if (found) return found.next
  }
  const found = at(verb, t, i) ?? at(without, t, i)
  return found && at(named, t, article(t, found.next)) ? found.next : null
}

const f = (t: readonly Token[], i: number): string => t[i]?.f ?? ''
const article = (t: readonly Token[], i: number): number => (/^(?:the|a|an|our|its)$/.test(f(t, i)) ? i + 1 : i)
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
function byVerb(text: string, t: Token[], i: number, opened: boolean): Edit | null {
  const it = at(verbWithIt, t, i)
  if (it) {
    const linked = at(link, t, it.next)
    const value = linked?.next ?? it.next
    const sure = certainty.get(fold(words(text, t, value) ?? ''))
    if (sure) return { field: 'certainty', to: sure }
    // "move it to the Gulf Hotel": what is moved to no time is moved to a place.
    if (linked && value < t.length && at(mover, t, i) && !isTime(t, value, t.length)) return { field: 'venue', to: words(text, t, value) }
    if (value >= t.length || !(isTime(t, value) || isPlaced(t, value) || opened)) return null
    return { field: fieldOf(t, value), to: words(text, t, value, denial(t, value)) }
  }
  const v = at(verb, t, i)
  if (!v) return null
  const field = at(named, t, article(t, v.next))
  if (!field) return null
  const linked = at(link, t, field.next)
  const value = (linked && (at(link, t, linked.next) ?? linked).next) ?? field.next
  const to = words(text, t, value, denial(t, value))
  // «لفندق الخليج»: the attached «ل» links.
  const attached = !linked && /^ل[^ل]/.test(f(t, value)) && arabicPlaces.has(f(t, value).slice(1))
  return { field: field.value, to: attached && to ? to.slice(1) : to }
}

/** «المكان مو مركز المعارض، في فندق الخليج», "the date is 5 December", "wrong venue, it is …". */
function byField(text: string, t: Token[], i: number, opened: boolean): Edit | null {
  const field = at(named, t, article(t, i))
  if (!field || field.next >= t.length) return null
  const denied = at(not, t, field.next)
  if (denied) {
    const value = behind(t, denied.next)
    return { field: field.value, to: value === null ? null : words(text, t, value) }
  }
  let value = field.next
  while (/^[,،]$/.test(f(t, value)) && opened) value++
  const linked =
    at(link, t, value) ?? at(verbWithIt, t, value) ?? (f(t, value) === 'في' && field.value === 'venue' ? { next: value } : null)
  const second = linked && at(link, t, linked.next)
  value = second?.next ?? linked?.next ?? value
  // Without "is" a field and a value are a correction behind an opener, or where the value is a time: «الوقت ١١».
  if (!linked && !opened && !(f(t, i) !== 'الساعه' && isTime(t, value) && /^(time|when)$/.test(field.value))) return null
  if (!linked && f(t, i) === 'الساعه') return { field: null, to: words(text, t, i) }
  return value < t.length ? { field: field.value, to: words(text, t, value, denial(t, value)) } : null
}

/** "not the 14th, the 15th", «ليس الأحد بل الاثنين». */
function byDenial(text: string, t: Token[], i: number): Edit | null {
  const denied = at(not, t, i)
  if (!denied) return null
  const value = behind(t, denied.next)
  if (value === null || !(isTime(t, value) || isPlaced(t, value))) return null
  return { field: fieldOf(t, value), to: words(text, t, value) }
}

/** "rename it to …", «سمّها …». */
function renamed(text: string, t: Token[], i: number): Edit | null {
  const r = at(renaming, t, i)
  const value = r && (at(link, t, r.next)?.next ?? r.next)
  return value !== null && value < t.length ? { field: 'title', to: words(text, t, value) } : null
}

/** "drop the patron", «احذف الراعي»; "remove the Ministry of Health from the partners". */
function removed(text: string, t: Token[], i: number): Edit | null {
  const r = at(removal, t, i)
  if (!r) return null
  const field = at(named, t, article(t, r.next))
  if (field && ends(t, field.next)) return { field: field.value, to: null, how: 'empty' }
  const what = asSaid(text, t, r.next)
  return what && { ...what, how: 'remove' }
}

/** "add the Ministry of Health as a partner", «أضف وزارة الصحة شريكاً», "add a spokesperson: …". */
function addedTo(text: string, t: Token[], i: number): Edit | null {
  const a = at(addition, t, i)
  if (!a) return null
  const what = asSaid(text, t, a.next)
  if (what) return { ...what, how: 'add' }
  const field = at(named, t, article(t, a.next))
  const value = field && (at(link, t, field.next)?.next ?? field.next)
  return field && value !== null && value < t.length ? { field: field.value, to: words(text, t, value), how: 'add' } : null
}

/** What stands before "as a partner", "to the partners", «شريكاً», «من الشركاء», which ends the text. */
function asSaid(text: string, t: Token[], from: number): { field: string; to: string } | null {
  for (let k = from + 1; k < t.length; k++) {
    const as = at(asWhat, t, k)
    const to = as && ends(t, as.next) ? words(text, t, from, k) : null
    if (as && to) return { field: as.value, to }
  }
  return null
}
const ends = (t: readonly Token[], i: number): boolean => i >= t.length || (i === t.length - 1 && /^[.!،,]$/.test(f(t, i)))

/** "no patron", «بدون راعي». */
function emptied(t: Token[], i: number): Edit | null {
  const w = at(without, t, i)
  const field = w && at(named, t, article(t, w.next))
  return field && ends(t, field.next) ? { field: field.value, to: null, how: 'empty' } : null
}

function rest(text: string, t: Token[], i: number): Edit | null {
  const to = words(text, t, i, denial(t, i))
  return to && [...to].length > 1 ? { field: fieldOf(t, i), to } : null
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

/** What an activity is asked to be changed by: "drop the patron of …", "rename the book fair to …", «غيّروا معرض الكتاب إلى …». Names may begin with such a verb. */
export function asksChange(text: string): boolean {
  const t = tokensOf(text)
  let i = 0
  while (i < 3 && /^(please|kindly|can|could|you|فضلا|رجاء|يرجي|ارجو)$/.test(f(t, i))) i++
  const taken = at(removal, t, i)
  if (taken && at(named, t, article(t, taken.next))) return true
  const v = at(renaming, t, i) ?? at(verb, t, i)
  if (!v) return false
  const links = t.slice(v.next).some(x => /^(to|into|الي)$/.test(x.f))
  const told = /^(the|our|my|this|its|a)$/.test(f(t, v.next)) || at(named, t, v.next) !== null || /[\u0621-\u064a]/.test(f(t, i))
  return links && told
}
