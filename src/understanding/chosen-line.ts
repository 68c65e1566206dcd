/** Which lines of a list that was shown an answer chooses by words or days that stand in them, and nothing else is said in it; a place is read elsewhere. Pure. */
import { alike, wordOf } from './alike.ts'
import { wordSet } from './phrases.ts'
import { bare, tokensOf } from './tokens.ts'
import { which } from './which.ts'

/** What is said around a choice, folded where it is looked up. */
const around = wordSet(
  `the a an one ones that this it is was in on at of from for with by to and called named about i we mean meant please activity event
  اللي التي الذي الي هي هو في يوم من عن علي مع اقصد قصدي نقصد هذه هذا تلك ذات فعاليه الفعاليه لو سمحت سمحتوا رجاء فضلا`,
)
/** Words of an answer; a longer text tells of something. */
const most = 12

/** Places of the lines, from 0; none where the text says anything that stands in no line. `labels` are of the buttons, which may be said with it. */
export function chosenLines(text: string, lines: readonly string[], labels: readonly string[]): number[] {
  if (which(text)) return []
  const beside = new Set([...around, ...labels.flatMap(l => tokensOf(l).map(t => t.f))])
  const said = tokensOf(text).filter(t => t.kind !== 'sign' && !bare(t.f).some(f => beside.has(f)))
  if (said.length === 0 || said.length > most) return []
  return lines.flatMap((line, n) => {
    const own = tokensOf(line).flatMap(t => bare(t.f).map(wordOf))
    return said.every(t => bare(t.f).some(f => own.some(o => (t.kind === 'number' ? o.stem === f : alike(o, wordOf(f)))))) ? [n] : []
  })
}
