/** A title as it stands by itself: «ننظم معرضاً فنياً» tells of «معرض فني». Pure. */
import { isActivity } from './parts/kinds.ts'
import { tokensOf } from './tokens.ts'

/** The accusative's mark on an Arabic word: «معرضاً», «لقاءً», «ورشةً». */
const marked = /(?:اً|ًا|(?<=[ةءى])ً)$/u

/** What an activity is called by how long it is: «يوماً مفتوحاً». */
const times = /^(?:يوم|أسبوع|اسبوع|شهر|موسم|عام)(?:اً|ًا)$/u

/** The first word of an Arabic title and the adjectives behind it without the mark of an object; any other title as it is. */
export function nominative(title: string): string {
  const words = title.split(' ')
  const [first = ''] = words
  if (!marked.test(first) || !(isActivity(tokensOf(first), 0) || times.test(first))) return title
  const end = words.findIndex(w => !marked.test(w))
  return words.map((w, i) => (end < 0 || i < end ? w.replace(marked, '') : w)).join(' ')
}
