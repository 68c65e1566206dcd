/** A text that says first what it is and for whom, and then a colon: "circular to the observers: …", «تعميم عاجل: …». Pure. */
import { fold } from './fold.ts'
import { bare } from './tokens.ts'

/**
 * `to` are the words that say for whom, null where none do; `line` where it is a line to take, with the words that say on what; `body` is what stands
 * after the colon, which may be nothing.
 */
export type Head = { urgent: boolean; to: string | null; line: { on: string | null } | null; body: string }

/** No head is longer; characters. */
const longestHead = 300

const circular = new Set(['circular', 'تعميم'])
const urgent = new Set(['urgent', 'عاجل', 'عاجله', 'عاجلا'])
/** Said beside it, and meaning no more than it does. */
const beside = new Set(['a', 'an', 'the', 'new', 'important', 'جديد', 'هام', 'مهم', 'اداري'])
/** What a line to take is called. */
const lines: readonly (readonly string[])[] = [
  ['line', 'to', 'take'],
  ['lines', 'to', 'take'],
  ['توجيه', 'اعلامي'],
  ['رد', 'موحد'],
  ['الرد', 'موحد'],
  ['موقف', 'موحد'],
  ['رساله', 'موحده'],
]
const on = new Set(['on', 'about', 'regarding', 'concerning', 'حول', 'عن', 'بشان', 'بخصوص'])
const leads = new Set(['to', 'for', 'الي', 'علي', 'لكل', 'لكافه'])

/** Null where the text does not begin so: "Circular economy forum: …" tells of a forum. */
export function headOf(text: string): Head | null {
  const said = text.trimStart()
  const end = said.slice(0, longestHead).search(/[:：\n]/)
  if (end < 0) return null
  const words = said.slice(0, end).split(/\s+/).filter(Boolean)
  const folded = words.map(fold)
  let at = 0
  let isUrgent = false
  let named = false
  let line = false
  for (; at < words.length; at++) {
    const f = folded[at] ?? ''
    if (urgent.has(f)) isUrgent = true
    else if (!named && bare(f).some(w => circular.has(w))) named = true
    else if (!named && calls(folded, at)) {
      named = line = true
      at += calls(folded, at) - 1
    } else if (!beside.has(f) && f !== '') break
  }
  if (!named) return null
  const rest = words.slice(at)
  const first = folded[at] ?? ''
  const body = said.slice(end + 1).trim()
  if (line && on.has(first) && rest.length > 1) return { urgent: isUrgent, to: null, line: { on: rest.slice(1).join(' ') }, body }
  // «للمتابعين», «لوزارة الصحة»: the particle is part of the word.
  if (rest.length > 0 && !leads.has(first) && !/^ل./.test(first)) return null
  return { urgent: isUrgent, to: rest.length > 0 ? rest.join(' ') : null, line: line ? { on: null } : null, body }
}

/** How many words from here call it a line to take; 0 where they do not. */
const calls = (folded: readonly string[], at: number): number =>
  lines.find(words => words.every((w, i) => bare(folded[at + i] ?? '').includes(w)))?.length ?? 0
