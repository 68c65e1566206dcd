/** How much of a line's lists a card shows: as many rows as a phone has room for, or a page of them. Pure. */
import type { Part } from '../model/view.ts'

type List = Extract<Part, { kind: 'list' }>
export type Shown = { parts: Part[]; left: number }

const isList = (p: Part): p is List => p.kind === 'list'
export const rowsOf = (parts: readonly Part[]): number => parts.reduce((n, p) => n + (isList(p) ? p.items.length : 0), 0)

/** `most` rows, shared among the lists as evenly as they need them; `left` rows are not shown. */
export function fitted(parts: readonly Part[], most: number): Shown {
  const lists = parts.filter(isList)
  const shares = new Map<List, number>(lists.map(l => [l, 0]))
  for (let rows = Math.min(most, rowsOf(parts)); rows > 0; )
    for (const l of lists) {
      const has = shares.get(l) ?? 0
      if (rows === 0 || has === l.items.length) continue
      shares.set(l, has + 1)
      rows--
    }
  return of(parts, l => ({ from: 0, to: shares.get(l) ?? 0 }))
}

/** The rows from `from` on, counted through all lists, `most` of them. */
export function paged(parts: readonly Part[], from: number, most: number): Shown {
  const starts = new Map<List, number>()
  let at = 0
  for (const l of parts.filter(isList)) {
    starts.set(l, at)
    at += l.items.length
  }
  const within = (l: List, row: number): number => Math.max(0, Math.min(l.items.length, row - (starts.get(l) ?? 0)))
  return { parts: of(parts, l => ({ from: within(l, from), to: within(l, from + most) })).parts, left: Math.max(0, at - from - most) }
}

/** What stands right before a list is its heading, and goes where nothing of a list that has rows is shown. */
function of(parts: readonly Part[], rows: (l: List) => { from: number; to: number }): Shown {
  let left = 0
  const shown = parts.flatMap((p, i): Part[] => {
    const next = parts[i + 1]
    if (isList(p)) {
      const { from, to } = rows(p)
      left += p.items.length - Math.max(0, to - from)
      return to > from ? [{ ...p, items: p.items.slice(from, to) }] : []
    }
    const heads = p.kind === 'text' && next !== undefined && isList(next) && next.items.length > 0
    const { from, to } = heads ? rows(next) : { from: 0, to: 1 }
    return to > from ? [p] : []
  })
  return { parts: shown, left }
}
