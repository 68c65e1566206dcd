/** Clock times and their ranges, read at a token: «الساعة العاشرة والنصف صباحاً», 10:30am, "5 to 7 pm", «من ٩ إلى ١». Pure. */
import { am, noon, numbers, pm } from './lexicon.ts'
import { bare, lookUp, type Token } from './tokens.ts'

export type Clock = { h: number; m: number /** Whether morning or evening was said. */; said: boolean }
export type TimeRead = { from: Clock; to: Clock | null; next: number }

const markers = new Set(['at', '@', 'الساعه', 'ساعه', 'from', 'من', 'between', 'بين', 'السا'])
const strong = new Set(['الساعه', '@', 'at', 'ساعه'])
const till = new Set(['to', 'until', 'till', '-', '–', '—', 'الي', 'حتي', 'لـ', 'ل', 'and', 'لين'])

const half = (f: string | undefined): 'am' | 'pm' | 'noon' | null => {
  if (!f) return null
  for (const b of [f, ...bare(f)]) {
    if (am.has(b)) return 'am'
    if (pm.has(b)) return 'pm'
    if (noon.has(b)) return 'noon'
  }
  return null
}

/** am, pm and their Arabic words at a token; a.m. and p.m. with points too. */
function halfAt(t: Token[], i: number): { half: 'am' | 'pm' | 'noon'; next: number } | null {
  const w = t[i]
  if (!w) return null
  if ((w.f === 'a' || w.f === 'p') && t[i + 1]?.f === '.' && t[i + 2]?.f === 'm')
    return { half: w.f === 'a' ? 'am' : 'pm', next: t[i + 3]?.f === '.' ? i + 4 : i + 3 }
  // «بعد الظهر»، «في المساء»، in the evening
  if ((w.f === 'بعد' || w.f === 'after') && noon.has(t[i + 1]?.f ?? '')) return { half: 'pm', next: i + 2 }
  if ((w.f === 'في' || w.f === 'in') && t[i + 1]) {
    const j = t[i + 1]?.f === 'the' ? i + 2 : i + 1
    const f = t[j]?.f ?? ''
    if (f === 'morning' || am.has(f)) return { half: 'am', next: j + 1 }
    if (f === 'afternoon' || f === 'evening' || pm.has(f)) return { half: 'pm', next: j + 1 }
  }
  const h = half(w.f)
  return h ? { half: h, next: i + 1 } : null
}

/** An hour at a token: a number with minutes, or a word. Null where none stands. */
function hourAt(t: Token[], i: number, words: boolean): { h: number; m: number; next: number; colon: boolean } | null {
  const w = t[i]
  if (!w) return null
  if (w.f === 'noon' || w.f === 'midday') return { h: 12, m: 0, next: i + 1, colon: true }
  if (w.f === 'midnight') return { h: 0, m: 0, next: i + 1, colon: true }
  let h: number
  let m = 0
  let next = i + 1
  let colon = false
  if (w.kind === 'number') {
    h = w.n
    const sep = t[next]
    const min = t[next + 1]
    if (sep && (sep.f === ':' || sep.f === '.') && sep.tight && min?.tight && min.kind === 'number' && min.end - min.start === 2) {
      m = min.n
      next += 2
      colon = sep.f === ':'
    }
  } else if (words) {
    const n = lookUp(numbers, w.f)
    if (n === undefined || n > 12) return null
    h = n
    if (n < 10 && /^عشره?$/.test(t[next]?.f ?? '')) {
      h = n + 10
      next++
    }
  } else return null
  if (h > 24 || m > 59) return null
  const f = t[next]?.f
  if (f === 'والنصف' || f === 'ونص' || f === 'ونصف' || f === 'النصف') {
    m = 30
    next++
  } else if (f === 'والربع' || f === 'وربع') {
    m = 15
    next++
  } else if (f === 'والثلث' || f === 'وثلث') {
    m = 20
    next++
  } else if ((f === 'الا' || f === 'إلا') && /^(ال)?ربعا?$/.test(t[next + 1]?.f ?? '')) {
    m = 45
    h -= 1
    next += 2
  } else if (f === 'الا' && /^(ال)?ثلثا?$/.test(t[next + 1]?.f ?? '')) {
    m = 40
    h -= 1
    next += 2
  }
  return { h, m, next, colon }
}

const place = (h: number, m: number, half: 'am' | 'pm' | 'noon' | null): Clock | null => {
  if (h > 24) return null
  if (half === null) {
    // Unsaid: 1–6 is the afternoon, 7–11 the morning, 12 noon; from 13 on it is said by itself.
    if (h >= 13 || h === 0) return { h: h % 24, m, said: true }
    return { h: h <= 6 ? h + 12 : h, m, said: false }
  }
  if (h > 12) return { h: h % 24, m, said: true }
  if (half === 'am') return { h: h === 12 ? 0 : h, m, said: true }
  if (half === 'noon') return { h: h === 12 || h === 11 || h === 10 ? h : h + 12, m, said: true }
  return { h: h === 12 ? 12 : h + 12, m, said: true }
}

/**
 * A time or a range of times at token `i`. Numbers alone are no times: something must say so (الساعة, at, a colon, am, pm), or `loose`
 * (the answer to "at what time?", or a number after a date and من … إلى).
 */
export function timeAt(t: Token[], i: number, loose = false): TimeRead | null {
  let at = i
  let marked = false
  let ranged = false
  let must = false
  for (; at < i + 3; at++) {
    const f = t[at]?.f
    if (f === undefined) return null
    if (f === 'from' || f === 'من' || f === 'between' || f === 'بين') ranged = true
    else if (strong.has(f)) {
      marked = true
      must = f !== 'at'
    } else if (f === 'الي' || f === 'لساعه' || f === 'للساعه') return null
    else break
  }
  if (at > i && !markers.has(t[at - 1]?.f ?? '')) return null
  const a = hourAt(t, at, marked || ranged || loose)
  if (!a) return null
  const ha = halfAt(t, a.next)
  const afterA = ha?.next ?? a.next
  // A range: "to", a dash, «إلى».
  let to: Clock | null = null
  const next = afterA
  const link = t[afterA]?.f ?? ''
  if (till.has(link) || (/^و/.test(link) && ranged && t[i]?.f === 'بين')) {
    let j = afterA + 1
    if (strong.has(t[j]?.f ?? '')) j++
    const b = hourAt(t, j, marked || ranged || loose)
    const hb = b ? halfAt(t, b.next) : null
    const range = ranged || ha || hb || a.colon || b?.colon || marked || loose
    if (
      b &&
      range &&
      isClockEnd(t, hb?.next ?? b.next, Boolean(hb || b.colon || ha || a.colon || marked || (loose && !isMonthNext(t, b.next))))
    ) {
      const half2 = hb?.half ?? null
      const second = place(b.h, b.m, half2 ?? (ha && ha.half === 'pm' ? 'pm' : null))
      let first = place(a.h, a.m, ha?.half ?? null)
      if (first && second && !ha && half2) {
        // "5 to 7 pm": the first half is the second's, unless that would turn the range round ("9 to 1 pm").
        const same = place(a.h, a.m, half2 === 'noon' ? 'pm' : half2)
        first = same && minutes(same) < minutes(second) ? same : (place(a.h, a.m, 'am') ?? first)
      }
      if (first && second && !half2 && ha?.half === 'am' && minutes(second) <= minutes(first) && b.h <= 12) to = place(b.h, b.m, 'pm')
      else to = second
      if (first && to) return { from: first, to, next: hb?.next ?? b.next }
    }
  }
  const evident = ha || a.colon || marked || loose
  if (!evident || (must && a.h === 0 && a.m === 0 && !a.colon)) return null
  if (marked && t[i]?.f === 'at' && !ha && !a.colon && !looksLikeHour(t, a.next)) return null
  const from = place(a.h, a.m, ha?.half ?? null)
  return from ? { from, to, next } : null
}

const minutes = (c: Clock): number => c.h * 60 + c.m
/** "at 5" is a time unless a unit or a name follows ("at 5 venues"). */
const looksLikeHour = (t: Token[], next: number): boolean =>
  t[next] === undefined ||
  t[next]?.kind !== 'word' ||
  ['on', 'in', 'at', 'until', 'to', 'and', 'for', 'with', 'daily', 'tomorrow', 'next', 'this', 'sharp', 'under', 'please', 'to'].includes(
    t[next]?.f ?? '',
  )
const isMonthNext = (t: Token[], i: number): boolean => /^[a-z]{3,9}$|^[ء-ي]{3,}$/.test(t[i]?.f ?? '') && !half(t[i]?.f)
const isClockEnd = (t: Token[], next: number, sure: boolean): boolean => sure || !isMonthNext(t, next)
