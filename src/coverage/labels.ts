/** The labels of a monitoring sheet, "Title: …" or «الرابط: …», and the rows of a table whose columns bear them. Pure. */

const labels = {
  outlet:
    /^(?:outlet|source|media|media outlet|medium name|publication|channel|newspaper|paper|الجريدة|الوسيلة|الوسيلة الإعلامية|المصدر|الصحيفة|القناة|الجهة الناشرة|الموقع)$/iu,
  title: /^(?:title|headline|subject|العنوان|عنوان الخبر|عنوان|الخبر|الموضوع)$/iu,
  link: /^(?:link|url|web ?link|الرابط|رابط|رابط الخبر|رابط المادة)$/iu,
  date: /^(?:date|published|publish date|publication date|التاريخ|تاريخ النشر|تاريخ)$/iu,
  reach:
    /^(?:(?:estimated |est\. |potential |total )?(?:reach|readership)|audience|views|impressions|circulation|التوزيع|عدد القراء|القراء|الوصول|مدى الوصول|نسبة الوصول|المشاهدات|عدد المشاهدات|الجمهور)$/iu,
  tone: /^(?:tone|sentiment|impact|النبرة|الطابع|الاتجاه|اتجاه الخبر|الانطباع|التأثير|طبيعة الخبر)$/iu,
  medium: /^(?:type|media type|medium|نوع الوسيلة|النوع)$/iu,
} as const
export type Label = keyof typeof labels

const labelNamed = (said: string): Label | null => (Object.keys(labels) as Label[]).find(l => labels[l].test(said.trim())) ?? null

/** A line that begins with a label, and what stands behind it. */
export function labelled(line: string): { label: Label; value: string } | null {
  const found = /^\s*[*_]*([\p{L} ]{2,24}?)[*_]*\s*[:：]\s*[*_]*(.*)$/u.exec(line)
  if (!found) return null
  const label = labelNamed((found[1] ?? '').trim())
  return label ? { label, value: (found[2] ?? '').trim() } : null
}

const strokes = '|\t'
/** What parts the cells of a row: strokes and tabs, or the sign a comma-separated file has. */
const separators = [strokes, ',', ';', '؛']
function cellsOf(line: string, separator: string): string[] {
  if (separator === strokes) return line.replace(/^\||\|$/g, '').split(/\s*[|\t]\s*/)
  return [...line.matchAll(new RegExp(`(?:^|${separator})\\s*(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g'))].map(m =>
    (m[1]?.replaceAll('""', '"') ?? m[2] ?? '').trim(),
  )
}

/** A column: its label, and what its head says in brackets ("Reach (est. readership)"), which is how it was counted. */
export type Columns = { separator: string; heads: ({ label: Label; how: string | null } | null)[] }

/** The head of a table; null where a line is none. */
export function columnsOf(line: string): Columns | null {
  for (const separator of separators) {
    const heads = cellsOf(line, separator).map(cell => {
      const [, said = cell, how = null] = /^(.*?)\s*\(([^()]{2,40})\)$/.exec(cell) ?? []
      const label = labelNamed(said)
      return label && { label, how }
    })
    if (heads.length >= 3 && heads.filter(Boolean).length >= 2 && heads.some(h => h?.label === 'outlet')) return { separator, heads }
  }
  return null
}

/** A row under such a head as a sheet of labels; null where it has other cells, the empty string where it rules a line or sums up. */
export function rowOf(line: string, { separator, heads }: Columns): string | null {
  const cells = cellsOf(line, separator)
  if (cells.length !== heads.length) return null
  if (cells.every(c => /^:?-{2,}:?$/.test(c)) || cells.some(c => /^(?:total|sum|المجموع|الإجمالي|الاجمالي)$/iu.test(c))) return ''
  return heads.flatMap((h, i) => (h ? [`${h.label}: ${withHow(cells[i] ?? '', h)}`] : [])).join('\n')
}
const withHow = (cell: string, { label, how }: { label: Label; how: string | null }): string =>
  label === 'reach' && how && /[\d٠-٩]/.test(cell) && !cell.includes('(') ? `${cell} (${how})` : cell
