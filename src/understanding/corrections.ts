/** A sentence that corrects or takes back a decision or an action: "correct the last action: due on Sunday", «عدّل القرار الأخير: …». Pure. */
import { asks } from './features.ts'
import { wordSet } from './phrases.ts'
import { type Token, tokensOf } from './tokens.ts'

/** `which` counts from 1; `body` is what it says of it, as it was written, and may be nothing. */
export type Correction = { what: 'decision' | 'action'; which: 'last' | number; removes: boolean; body: string }

const polite = wordSet(
  'please kindly no sorry can could you i we want need to wish would like يرجي الرجاء نرجو لا عفوا اريد نريد نود ابي نبي ان , ،',
)
const changes = wordSet(
  `correct change edit fix amend update reword rephrase move set make
   صحح صححوا نصحح تصحيح عدل عدلوا نعدل تعديل غير غيروا نغير تغيير بدل بدلوا حدث حدثوا اجعل اجعلوا خل خلوا انقل انقلوا`,
)
const removes = wordSet(
  'remove delete drop undo strike cancel withdraw احذف احذفوا نحذف حذف الغ الغوا نلغي الغاء اشطب اشطبوا شيل شيلوا تراجع',
)
/** What of it is changed: "the due date of the last action". */
const parts = wordSet(
  'the due date day deadline owner organization organisation text wording of for on from out back موعد تاريخ نص صياغه جهه يوم علي عن',
)
const last = wordSet('last latest previous')
const lastArabic = wordSet('الاخير الاخيره السابق')
const actions = wordSet('action الاجراء اجراء')
const decisions = wordSet('decision القرار قرار')
const more = wordSet('item point follow up متابعه المتابعه')
const numbering = wordSet('no number # . رقم')
/** Between it and what it is to be. */
const links = wordSet(': ، , - – to is as into should must shall be now الي ليكون ليصبح لتكون هو هي يكون يصبح اصبح بحيث')

const kindOf = (f: string): Correction['what'] | null => (actions.has(f) ? 'action' : decisions.has(f) ? 'decision' : null)

/** Where the action or decision that is meant stands among the tokens. */
function target(t: readonly Token[], from: number): { what: Correction['what']; which: Correction['which']; next: number } | null {
  let i = from
  while (t[i]?.f === 'the') i++
  const first = last.has(t[i]?.f ?? '') || t[i]?.f === 'اخر'
  if (first) i++
  // "The last follow-up action"
  while (first && (more.has(t[i]?.f ?? '') || t[i]?.f === '-')) i++
  const what = kindOf(t[i]?.f ?? '')
  if (!what) return null
  i++
  while (more.has(t[i]?.f ?? '')) i++
  if (first) return { what, which: 'last', next: i }
  if (lastArabic.has(t[i]?.f ?? '')) return { what, which: 'last', next: i + 1 }
  while (numbering.has(t[i]?.f ?? '')) i++
  const n = t[i]
  return n?.kind === 'number' && n.n > 0 ? { what, which: n.n, next: i + 1 } : null
}

/** Null where a text corrects neither. "Action 3: …" is a new one, under its own head. */
export function correctionIn(text: string): Correction | null {
  if (asks(text)) return null
  const t = tokensOf(text)
  let i = 0
  while (polite.has(t[i]?.f ?? '')) i++
  const told =
    removes.has(t[i]?.f ?? '') || (t[i]?.f === 'take' && t[i + 1]?.f === 'out') ? 'removes' : changes.has(t[i]?.f ?? '') ? 'changes' : null
  if (told) i++
  const start = i
  while (told && parts.has(t[i]?.f ?? '') && !target(t, i)) i++
  const found = target(t, i) ?? target(t, start)
  if (!found) return null
  const linked = links.has(t[found.next]?.f ?? '')
  const { what, which } = found
  let at = found.next
  while (links.has(t[at]?.f ?? '')) at++
  const body = text.slice(t[at]?.start ?? text.length).trim()
  if (!told && (!body || (which !== 'last' && (!linked || t[found.next]?.kind === 'sign')))) return null
  if (told === 'removes') return body ? null : { what, which, removes: true, body: '' }
  return { what, which, removes: false, body }
}
