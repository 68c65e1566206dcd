/** A text that says first that it is a decision or an action, and then a colon: "action for health: …", «قرار: …». Pure. */
import { fold } from './fold.ts'

/** No head is longer; characters. */
const longestHead = 300

/** `to` are the words that say whose, null where none do; `body` what stands after the colon, which may be nothing. */
export type Label = { label: 'decision' | 'action'; to: string | null; body: string }

const labels: Readonly<Record<Label['label'], ReadonlySet<string>>> = {
  decision: new Set(['decision', 'decisions', 'decided', 'قرار', 'القرار', 'قرارات', 'القرارات', 'تقرر', 'قررنا']),
  action: new Set(['action', 'follow-up', 'followup', 'اجراء', 'الاجراء']),
}
/** What is said around the word: "add a follow-up action item", «سجّل إجراء متابعة جديد». */
const around = new Set(
  'a an the new add record note log follow up item point action no no. number رقم we جديد جديده متابعه المتابعه سجل سجلوا اضف اضيفوا دون دونوا اكتب'.split(
    ' ',
  ),
)
const owners = new Set(['to', 'for', 'on', 'الي', 'علي', 'من'])

/** Said without the word: "We agreed: …", «تم الاتفاق على: …». */
const agreed =
  /^(?:(?:we|it was|the meeting) agreed(?: that| to| on)?|(?:تم الاتفاق|اتفقنا|اتفق المجتمعون|اتفق الاجتماع)(?: علي| علي ان)?)$/

/** Null where the text does not begin so: "Decision day: …" is no decision. */
export function labelOf(text: string): Label | null {
  const said = text.trimStart()
  const found = /[:：\n]|\s[-–—]\s/.exec(said.slice(0, longestHead))
  if (!found) return null
  const body = said.slice(found.index + found[0].length).trim()
  if (agreed.test(fold(said.slice(0, found.index)))) return { label: 'decision', to: null, body }
  const words = said.slice(0, found.index).split(/\s+/).filter(Boolean)
  let label: Label['label'] | null = null
  let at = 0
  for (; at < words.length; at++) {
    const f = fold(words[at] ?? '')
    const named = (['decision', 'action'] as const).find(l => labels[l].has(f))
    if (named) label ??= named
    else if (!around.has(f) && !/^\d{1,4}$/.test(f)) break
  }
  if (!label) return null
  const rest = words.slice(at)
  // «لوزارة الصحة»: the particle is part of the word.
  if (rest.length > 0 && (label === 'decision' || !(owners.has(fold(rest[0] ?? '')) || /^ل./.test(fold(rest[0] ?? ''))))) return null
  return { label, to: rest.length > 0 ? rest.join(' ') : null, body }
}
