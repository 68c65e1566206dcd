/** A message that is longer than is read at a time: a list of activities is read in two parts. */
import type { Context } from '../model/meaning.ts'
import { type Item, most } from './items.ts'
import { itemsOf } from './lists.ts'
import { readable } from './tokens.ts'

/**
 * The activities of a message of any length. A list is read in two parts, each as long as is read at a time and ending with a line; what stands beyond
 * them is counted by its lines.
 */
export function itemsIn(text: string, context: Context): { items: Item[]; beyond: number } {
  const end = partEnd(text, 0)
  const head = itemsOf(text.slice(0, end), context)
  if (head.items.length < 2 || !text.slice(end).trim()) return head
  const last = partEnd(text, end)
  const tail = itemsOf(text.slice(end, last), context)
  const placed = tail.items.map(item => ({ ...item, pieces: item.pieces.map(p => ({ ...p, from: p.from + end })) }))
  const items = [...head.items, ...placed]
  const unread = text
    .slice(last)
    .split('\n')
    .filter(l => l.trim()).length
  return { items: items.slice(0, most), beyond: head.beyond + tail.beyond + Math.max(0, items.length - most) + unread }
}

/** Where a part that begins somewhere ends: behind the last line that fits in it whole. */
function partEnd(text: string, from: number): number {
  if (text.length - from <= readable) return text.length
  const line = text.lastIndexOf('\n', from + readable - 1)
  return line > from ? line + 1 : from + readable
}
