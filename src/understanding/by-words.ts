/** Which of several things a text names by words of their titles. */
import { stem } from './features.ts'
import { tokensOf } from './tokens.ts'

/** Words that name nothing, folded. */
const everyday = new Set(
  'the a an is of to in on at for and or please my our we i it this that with from edit change withdraw cancel في من الي علي عن يا هذا هذه تعديل سحب الغاء فعاليه فعاليات'.split(
    ' ',
  ),
)
/** The stems of what a text names, everyday words left out. */
export const stemsOf = (text: string): string[] => tokensOf(text).flatMap(t => (t.kind === 'word' && !everyday.has(t.f) ? [stem(t.f)] : []))

/** How many words a thing shares with a text: `surely` where they are two, or all of a title; fewer may be anybody's. */
export type Near<T> = { thing: T; score: number; surely: boolean }

/** Those that share most words with the text, two at least or half of one of their titles. */
export function nearest<T>(said: string, all: readonly T[], titles: (thing: T) => readonly string[]): Near<T>[] {
  const words = new Set(stemsOf(said))
  const scored = all.map(thing => {
    const shares = titles(thing).map(title => {
      const own = [...new Set(stemsOf(title))]
      const shared = own.filter(w => words.has(w)).length
      return { score: shared >= 2 || (shared > 0 && shared * 2 >= own.length) ? shared : 0, surely: shared >= 2 || shared === own.length }
    })
    const score = Math.max(0, ...shares.map(s => s.score))
    return { thing, score, surely: shares.some(s => s.score === score && s.surely) }
  })
  const best = Math.max(0, ...scored.map(s => s.score))
  return best === 0 ? [] : scored.filter(s => s.score === best)
}

export const byWords = <T>(said: string, all: readonly T[], titles: (thing: T) => readonly string[]): T[] =>
  nearest(said, all, titles).map(n => n.thing)
