/** Names among words: which words of a piece are an outlet’s name, which may be, and which are a sentence around one. Pure. */
import type { Outlet } from '../model/coverage.ts'
import { fold, hasArabic } from '../understanding/fold.ts'
import { type Known, mediumIn, type Named, namedIn } from './outlets.ts'

/** Of one-word names that are also everyday words («الأيام», «الوطن»), those that stand as names in a sentence. */
export function certain(text: string, names: Named[], others: boolean): Named[] {
  return names.filter(n => {
    const said = text.slice(n.start, n.end)
    if (/\s/.test(said.trim()) || !/^ال/.test(fold(said)) || names.length > 1) return true
    const before = fold(text.slice(0, n.start)).split(' ').at(-1) ?? ''
    const after = fold(text.slice(n.end)).trim().split(' ')[0] ?? ''
    if (/^(?:الماضيه|القادمه|المقبله|الاخيره|العربي|الاولي|الغالي)$/.test(after)) return false
    return others || naming.test(before)
  })
}
const naming =
  /^(?:صحيفه|جريده|قناه|موقع|وكاله|اذاعه|حساب|منصه|من|عبر|علي|و|نشرت|نشرته|نشرتها|كتبت|غطت|غطته|بثت|بثته|نقلت|نقلته|in|by|the|and|on)$/

export const courtesy = (words: string): boolean =>
  /\b(?:regards|thanks|thank you|dear|hello|hi|total|note|fyi|best)\b|(?:^|\s)(?:شكرا|وشكرا|و?مشكور\S*|تحيه|تحياتي|السلام|عليكم|الاخوه|مع|ملاحظه|المجموع|الاجمالي|مرفق)(?=\s|$)/.test(
    fold(words),
  )
export const isTelling = (words: string): boolean =>
  /\b(?:covered|published|ran|posted|here is|here are|wrote|aired|broadcast|reported|also)\b|(?:^|\s)و?(?:نشر|نشرت|نشرته|نشرتها|نشرتنا|غطت|غطته|غطتها|غطتنا|غطاها|بث|بثت|كتب|كتبت|تغطيه|هذه|هذا|حصد|نقل|نقلت|رابط|روابط)(?=\s|$)/.test(
    fold(words),
  )
export const noun = (words: string): boolean => mediumIn(words) !== null && words.trim().split(/\s+/).length > 1
/** A few words that may be a name: in English each begins with a capital letter. */
export function isName(said: string): boolean {
  const words = said
    .replace(/^(?:and |the |و)/i, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
  if (words.length === 0 || words.length > 4 || courtesy(said)) return false
  if (words.some(hasArabic)) return words.length <= 3 || noun(said)
  return (
    words.every(w =>
      /^(?:of|the|and|al|de|for|in|podcast|newspaper|website|site|radio|tv|channel|magazine|blog|\p{Lu}.*|\d[\d.]*)$/u.test(w),
    ) && /\p{Lu}/u.test(said)
  )
}

/** The outlet of a text that names it and says nothing else but what it is. */
export function exact(text: string, known: Known): Outlet | null {
  const names = namedIn(text, known)
  const [only] = names
  if (!only || names.length > 1) return null
  const rest = fold(`${text.slice(0, only.start)} ${text.slice(only.end)}`).replace(/[^\p{L}\p{N} ]/gu, ' ')
  const left = rest.split(/\s+/).filter(w => w && !beside.has(w) && !/^\d+$/.test(w))
  return left.length === 0 ? only.outlet : null
}
const beside = new Set(
  'و the and in on by also a newspaper daily website channel tv radio agency site online صحيفه جريده قناه موقع وكاله اذاعه تلفزيون منصه حساب برنامج في عبر علي من كل كل من ايضا كذلك بعد برضو too'.split(
    ' ',
  ),
)

/** Splits a list at its words for "and", never inside a name that is known. */
export function split(text: string, known: Known): string[] {
  const spans = namedIn(text, known)
  const out: string[] = []
  let from = 0
  const inside = (at: number) => spans.some(s => at >= s.start && at < s.end)
  for (const m of text.matchAll(/\s+(?:and|&)\s+|\s+و\s+|(?<=^|\s)و(?=\S)/gu)) {
    if (inside(m.index + m[0].length - 1)) continue
    const attached = /^و$/.test(m[0])
    // «وبثه» is a verb: only before a known name is the letter a word.
    if (attached && !spans.some(s => s.start === m.index + 1)) continue
    out.push(text.slice(from, m.index))
    from = m.index + m[0].length
  }
  out.push(text.slice(from))
  return out.map(p => p.trim()).filter(Boolean)
}
