/**
 * The one fold of spelling: what people write differently and mean alike becomes the same text. A mapping of single characters, so that the
 * same can be written in SQL as lower(translate(…)): marks are removed, alef, ya, hamza seats and ta marbuta join, digits become 0–9.
 */

/** Removed: tashkeel (U+064B–U+0652, U+0670), tatweel (U+0640), zero-width and direction marks. */
const removed = /[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const from = 'أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹گچپڤ‘’“”'
const to = `اااايهوي01234567890123456789كجبف''""`

const map = new Map<string, string>()
for (let i = 0; i < from.length; i++) map.set(from[i] ?? '', to[i] ?? '')

/** Whether a text has letters of Arabic; its digits and marks are none. */
export const hasArabic = (text: string): boolean => /[\u0621-\u064a]/.test(text)

/** One character folded; the empty text where it is removed. */
const foldChar = (c: string): string => map.get(c) ?? c

const mapped = new RegExp(`[${from}]`, 'g')
const inAscii = /^[\0-\x7f]*$/

/** Folds a text: lower case, spaces run together and trimmed. */
export function fold(text: string): string {
  // Half of what is folded is English, to which nothing of the mapping applies.
  const plain = inAscii.test(text) ? text : text.normalize('NFKC').replace(removed, '').replace(mapped, foldChar)
  return plain.toLowerCase().replace(/\s+/g, ' ').trim()
}
