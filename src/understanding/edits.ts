/** Several corrections said in one sentence, parted: "change the time to 5 pm, move it to the Gulf Hotel and add … as a partner". Pure. */
import type { Edit } from '../model/meaning.ts'
import { editIn, headAt } from './edit.ts'
import { wordSet } from './phrases.ts'
import { type Token, tokensOf } from './tokens.ts'

const joins = wordSet(', ، ; ؛ : . and then also & plus و ثم وايضا ايضا كذلك وكذلك كما')
/** What may stand between the joining word and the verb. */
const polite = wordSet('please kindly also then فضلا رجاء ايضا')
/** Their words go on to the end: a description may hold anything. */
const long: ReadonlySet<string> = new Set(['summary', 'significance', 'notes'])

/** Each with its words; none where the sentence makes fewer than two. What no correction is read of keeps its words, to be told so. */
export function editsIn(text: string): (Edit & { said: string })[] {
  const t = tokensOf(text)
  const starts = [0]
  for (let i = 1; i < t.length; i++) {
    const from = joined(t, i)
    if (from === null) continue
    const start = starts.at(-1) ?? 0
    const said = written(text, t, start, i)
    const before = editIn(said, place(starts.length - 1))
    if (before && long.has(before.field ?? '')) break
    if (!before && headAt(t, start) === null && !isOpening(said)) continue
    starts.push(from)
    i = from
  }
  if (starts.length < 2) return []
  const parts = starts.map((from, n) => {
    const said = written(text, t, from, starts[n + 1] ?? t.length)
    return { said, read: said ? editIn(said, place(n)) : null }
  })
  // What stands before the first correction names what it is made of, or opens it: "the fair: change …".
  const read = parts.filter((p, n) => p.said && (p.read || (n > 0 ? true : !isOpening(p.said))))
  return read.filter(p => p.read).length > 1 || (read.length > 1 && read.some(p => p.read))
    ? read.map(({ said, read }) => ({ ...(read ?? { field: null, to: said }), said }))
    : []
}

const place = (n: number) => (n === 0 ? 'first' : 'further')

/** Where a correction begins that is joined to the one before; null where none does. */
function joined(t: readonly Token[], i: number): number | null {
  if (joins.has(t[i]?.f ?? '') && !(t[i]?.kind === 'sign' && t[i + 1]?.tight)) {
    let k = i + 1
    while (joins.has(t[k]?.f ?? '') || polite.has(t[k]?.f ?? '')) k++
    return headAt(t, k) === null ? null : k
  }
  return /^و.../.test(t[i]?.f ?? '') && headAt(t, i) !== null ? i : null
}

/** The words from one token to another as they were written, without the words and signs that join them to what follows. */
function written(text: string, t: readonly Token[], i: number, j: number): string {
  let end = j
  while (end > i && (joins.has(t[end - 1]?.f ?? '') || polite.has(t[end - 1]?.f ?? ''))) end--
  return end > i ? text.slice(t[i]?.start, t[end - 1]?.end).trim() : ''
}

/** "Edit it", «عدّلها», "hello": it names what is to be changed and says nothing of how. */
const isOpening = (said: string): boolean =>
  /^(?:please |kindly |hello |hi |لو سمحت(?:وا)? |من فضلك(?:م)? |رجاء )*(?:edit|change|update|correct|amend|عدل|عدّل|عدلوا|غير|غيّر|حدث|حدّث)?(?:\s?(?:it|this|ها|هذه))?$/iu.test(
    said,
  )
