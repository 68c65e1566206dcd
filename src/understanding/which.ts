/**
 * Which of several numbered things a message speaks of, and what is left of it to be said of them: "the second at 11", "leave out 3", «احذف الثالثة»,
 * «كلها في مركز المعارض».
 */
import { numbers } from './lexicon.ts'
import { at, phrases, wordSet } from './phrases.ts'
import { fields, links, verbs } from './steering-words.ts'
import { isDayWord, isMonthWord } from './time-words.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * `places` count from 1; -1 is the last. `leave` says that they are to be left out. `marked` is true where a number stands for itself ("number 2",
 * "2: …"), so that it can be nothing else.
 */
export type Which = { places: number[] | 'all'; leave: boolean; rest: string; marked: boolean }

const verb = phrases(verbs)
const link = phrases(links)
const field = phrases(...fields.map(([, names]) => names))
const leaving = phrases({
  en: ['leave out', 'remove', 'drop', 'delete', 'without', 'not', 'skip', 'take out', 'exclude', 'cancel', 'do not submit', "don't submit"],
  ar: [
    'احذف',
    'احذفوا',
    'حذف',
    'استبعد',
    'استبعدوا',
    'استبعاد',
    'بدون',
    'من دون',
    'شيل',
    'شيلوا',
    'ألغ',
    'ألغوا',
    'إلغاء',
    'ما عدا',
    'إلا',
  ],
})
const marker = wordSet('number no item activity event # رقم البند الفعاليه بند فعاليه')
const noun = wordSet('one activity event item الفعاليه فعاليه')
const everything = phrases({
  en: ['all of them', 'all are', 'they are all', "they're all", 'they all are', 'all', 'both of them', 'both are', 'both', 'everything'],
  ar: ['كلها', 'كلهم', 'كلهن', 'جميعها', 'جميعهم', 'الجميع', 'الكل', 'كلتاهما', 'كلاهما', 'الاثنتان', 'كل الفعاليات', 'جميع الفعاليات'],
})
const last = wordSet('last الاخيره الاخير اخر')
const joins = wordSet('and , ، و &')
/** Behind an ordinal these make it an hour, a day, a part of something. */
const otherwise = wordSet(
  'of half week day quarter batch edition phase من عشر عشره ظهرا صباحا مساء عصرا ليلا فجرا ص م و والنصف ونصف ونص والربع وربع الا دورة نسخه السنوي السنويه',
)
/** Before an ordinal these make it an hour or a day. */
const before = wordSet('الساعه ساعه يوم اليوم at on hour')

/** Tokens among which the reference stands: further on it is part of what is said. */
const looked = 7

export function which(text: string): Which | null {
  const t = tokensOf(text)
  return leading(text, t) ?? named(text, t)
}

/** The one place that a text is, and nothing else: "the second", «رقم ٢», "2". */
export function placeOf(text: string): number | null {
  const found = leading(text, tokensOf(text))
  if (!found || found.leave || found.rest || found.places === 'all') return null
  const [place, ...more] = found.places
  return place === undefined || place === 0 || more.length > 0 ? null : place
}

/** What stands first: "2", "2: at 11", "leave out 2 and 3", "all at the Gulf Hotel". */
function leading(text: string, t: readonly Token[]): Which | null {
  const leave = at(leaving, t, 0)
  let i = article(t, leave?.next ?? 0)
  const all = at(everything, t, i)
  if (all) {
    const rest = words(text, t, at(link, t, all.next)?.next ?? all.next)
    return rest || leave ? { places: 'all', leave: leave !== null, rest, marked: false } : null
  }
  const places: number[] = []
  let marked = false
  for (;;) {
    const found = reference(t, i)
    const n = found ?? (t[i]?.kind === 'number' && (leave || places.length > 0) ? { place: t[i]?.n ?? 0, next: i + 1, marked: true } : null)
    if (!n || !(n.place <= 99)) break
    places.push(n.place)
    marked ||= n.marked
    i = n.next
    const next = joins.has(t[i]?.f ?? '') ? article(t, i + 1) : i
    if (next === i || !leave) break
    i = next
  }
  if (places.length > 0 && leave) return i >= t.length ? { places, leave: true, rest: '', marked } : null
  const [only] = places
  if (only !== undefined) return { places: [only], leave: false, rest: words(text, t, at(link, t, sign(t, i))?.next ?? sign(t, i)), marked }
  const first = t[0]
  if (first?.kind !== 'number' || first.n < 1 || first.n > 99) return null
  if (t.length === 1) return { places: [first.n], leave: false, rest: '', marked: true }
  const after = t[1]
  // "2: at 11" and "2) …", but neither "2:30" nor "2.12".
  if (!after || !/^[:.)،,-]$/.test(after.f) || !t[2] || (t[2].tight && t[2].kind === 'number')) return null
  return { places: [first.n], leave: false, rest: words(text, t, 2), marked: true }
}

/** Behind a verb, or a field: "change the second to Tuesday", "the venue of number 2 is …". */
function named(text: string, t: readonly Token[]): Which | null {
  const v = at(verb, t, 0)
  let i = article(t, v?.next ?? 0)
  const told = at(field, t, i)
  i = article(t, told?.next ?? i)
  if (!v && !told) return null
  if (told && /^(of|for|in|في|ل)$/.test(t[i]?.f ?? '')) i = article(t, i + 1)
  const bare =
    t[i]?.kind === 'number' && (at(link, t, i + 1) || i + 1 === t.length) ? { place: t[i]?.n ?? 0, next: i + 1, marked: true } : null
  const found = reference(t, i) ?? (v && !told ? bare : null)
  if (!found || i > looked) return null
  if (!told) {
    const from = at(link, t, found.next)?.next ?? found.next
    return { places: [found.place], leave: false, rest: words(text, t, from), marked: found.marked }
  }
  const head = text.slice(0, t[told.next - 1]?.end ?? 0)
  return { places: [found.place], leave: false, rest: `${head} ${words(text, t, found.next)}`.trim(), marked: found.marked }
}

const article = (t: readonly Token[], i: number): number => (t[i]?.f === 'the' ? i + 1 : i)
const sign = (t: readonly Token[], i: number): number => (/^[:.,،)-]$/.test(t[i]?.f ?? '') ? i + 1 : i)

/** A thing by its number: "number 2", "#2", «رقم ٢», "second one", «الثانية», "last one". */
function reference(t: readonly Token[], i: number): { place: number; next: number; marked: boolean } | null {
  const [token, following] = [t[i], t[i + 1]]
  if (!token) return null
  if (marker.has(token.f) && following?.kind === 'number') return { place: following.n, next: i + 2, marked: true }
  const at = noun.has(token.f) && following ? i + 1 : i
  const ordinal = ordinalOf(t[at]?.f ?? '')
  if (ordinal === null || before.has(t[at - 1]?.f ?? '')) return null
  const next = t[at + 1]
  if (next && (otherwise.has(next.f) || isMonthWord(next.f) || (next.kind === 'number' && next.tight))) return null
  // "last Sunday" is a day.
  if (ordinal === -1 && next && isDayWord(next.f)) return null
  return { place: ordinal, next: next && noun.has(next.f) ? at + 2 : at + 1, marked: at !== i || (next !== undefined && noun.has(next.f)) }
}

const ordinals = wordSet(
  `first second third fourth fifth sixth seventh eighth ninth tenth
   الاول الاولي الثاني الثانيه الثالث الثالثه الرابع الرابعه الخامس الخامسه السادس السادسه السابع السابعه الثامن الثامنه التاسع التاسعه العاشر العاشره`,
)
function ordinalOf(f: string): number | null {
  if (last.has(f)) return -1
  return ordinals.has(f) ? (numbers.get(f) ?? numbers.get(f.slice(2)) ?? null) : null
}

const words = (text: string, t: readonly Token[], i: number): string => {
  const token = t[i]
  return token ? text.slice(token.start).trim() : ''
}
