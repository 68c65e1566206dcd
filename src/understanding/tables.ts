/** Rows of a pasted table: each is an activity, its cells known by the names of their columns where there is a row of names. */
import { hasArabic } from './fold.ts'
import { daysIn, type Item, type Reading } from './items.ts'
import { at, table } from './phrases.ts'
import { tokensOf } from './tokens.ts'

/** Names of a table's columns, and the word that leads each cell so that its part is known. */
const columns = table<'title' | 'date' | 'time' | 'venue' | 'patron' | 'other'>([
  ...['الفعالية', 'النشاط', 'العنوان', 'اسم الفعالية', 'activity', 'event', 'title', 'name', 'الاسم'].map(w => [w, 'title'] as const),
  ...['التاريخ', 'اليوم', 'الموعد', 'date', 'day', 'when', 'اليوم والتاريخ'].map(w => [w, 'date'] as const),
  ...['الوقت', 'الساعة', 'time', 'hour'].map(w => [w, 'time'] as const),
  ...['المكان', 'الموقع', 'القاعة', 'venue', 'place', 'location', 'where'].map(w => [w, 'venue'] as const),
  ...['الراعي', 'برعاية', 'patron', 'patronage'].map(w => [w, 'patron'] as const),
  ...['م', 'رقم', '#', 'no', 'ملاحظات', 'notes', 'الجهة', 'organization', 'status', 'الحالة', 'kind', 'type', 'النوع'].map(
    w => [w, 'other'] as const,
  ),
])
type Column = 'title' | 'date' | 'time' | 'venue' | 'patron' | 'other'
const leads: Record<Column, { ar: string; en: string } | null> = {
  title: null,
  date: null,
  time: null,
  venue: { ar: 'المكان: ', en: 'Venue: ' },
  patron: { ar: 'الراعي: ', en: 'Patron: ' },
  other: null,
}

/** Rows of a table: cells parted by tabs, pipes or semicolons. */
export function rows(text: string, r: Reading): Item[] | null {
  const lines = text.split('\n')
  const divider = ['\t', '|', ';'].find(
    d =>
      lines.filter(l => l.split(d).filter(c => c.trim()).length >= 3 || (d !== ';' && l.split(d).filter(c => c.trim()).length >= 2))
        .length >= 2,
  )
  if (!divider) return null
  const out: Item[] = []
  let names: (Column | null)[] = []
  let start = 0
  for (const line of lines) {
    const cells: { start: number; end: number }[] = []
    let from = start
    for (const cell of line.split(divider)) {
      const trimmed = cell.trim()
      const lead = cell.length - cell.trimStart().length
      cells.push({ start: from + lead, end: from + lead + trimmed.length })
      from += cell.length + 1
    }
    start += line.length + 1
    if (line.startsWith(divider)) cells.shift()
    const filled = cells.filter(c => c.end > c.start)
    if (filled.length < 2 || filled.every(c => /^[-:=\s]+$/.test(text.slice(c.start, c.end)))) continue
    const header = cells.map(c => columnOf(text.slice(c.start, c.end)))
    if (out.length === 0 && header.filter(Boolean).length >= 2) {
      names = header
      continue
    }
    const row = rowOf(text, cells, names)
    if (names.length > 0 || (/\p{N}/u.test(row.text) && daysIn(row.text, r).length > 0)) out.push(row)
  }
  return out.length > 1 ? out : null
}

function columnOf(cell: string): Column | null {
  const t = tokensOf(cell)
  const found = t.length > 0 ? at(columns, t, 0) : null
  return found && found.next >= t.length ? found.value : null
}

function rowOf(text: string, cells: { start: number; end: number }[], names: (Column | null)[]): Item {
  const item: Item = { text: '', pieces: [] }
  cells.forEach(({ start, end }, i) => {
    const cell = text.slice(start, end)
    if (!cell || names[i] === 'other' || (i === 0 && /^[0-9٠-٩]{1,2}[.)]?$/.test(cell))) return
    const lead = names[i] ? leads[names[i]] : null
    if (item.text) item.text += '\n'
    item.text += lead ? (hasArabic(cell) ? lead.ar : lead.en) : ''
    item.pieces.push({ own: item.text.length, from: start })
    item.text += cell
  })
  return item
}
