/** A workbook's parts as Excel asks for them: it takes an element twice, or out of its order, for a damaged file (ECMA-376, part 1, 18.2 and 18.3). */
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Table, workbook } from '../../src/exports/workbook.ts'

const table = (name: string, language: 'ar' | 'en'): Table => ({
  name,
  language,
  columns: Array.from({ length: 30 }, (_, n) => ({ label: `c${n}`, width: 10 })),
  rows: [Array.from({ length: 30 }, (_, n) => [{ text: '=1+1' }, { day: '2026-12-14' }, { time: '09:30' }][n] ?? null)],
})
const ofSheet = 'sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter mergeCells pageMargins pageSetup headerFooter drawing'
const ofBook = 'workbookPr bookViews sheets definedNames calcPr'

/** The elements right under the root, in their order. */
function children(xml: string): string[] {
  const out: string[] = []
  let depth = 0
  for (const [, close, name = '', , empty] of xml.replace(/<\?.*?\?>/, '').matchAll(/<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (close) depth--
    else {
      if (depth === 1) out.push(name)
      if (!empty) depth++
    }
  }
  return out
}

test('each element stands once and in its order; what is written is text, a day and a time are numbers with a format', async () => {
  const bytes = await workbook([table("Plan & 'more'", 'en'), table('المخطط', 'ar')], { region: 'BH', digits: 'arab' })
  const parts = unzipSync(bytes)
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const [first, second, book] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/workbook.xml'].map(read)
  for (const [xml = '', order] of [
    [first, ofSheet],
    [second, ofSheet],
    [book, ofBook],
  ] as const) {
    const found = children(xml)
    expect(found.length).toBeGreaterThan(3)
    expect(found).toEqual(order.split(' ').filter(name => found.includes(name)))
  }
  expect(first).toContain('<autoFilter ref="A1:AD2"/>')
  expect(second).toContain('rightToLeft="1"')
  expect(book).toContain("'Plan &amp; ''more'''!$A$1:$AD$2")
  expect(first).not.toContain('<f>')
  expect(first).toMatch(/<c r="B2" s="\d+"><v>46370<\/v>/)
  expect(first).toMatch(/<c r="C2" s="\d+"><v>0\.3958/)
})
