/** A document as a Word file, whatever stands in it: nothing of it is lost, no character breaks the file, each section has its direction. */
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Block, type Document, h, p } from '../../src/exports/blocks.ts'
import { wordFile } from '../../src/exports/word.ts'
import { readWord } from './word-file.ts'

const tags = { ar: 'ar-BH', en: 'en-GB' }
const voices = {
  ar: { page: (n: string, of: string) => `صفحة ${n} من ${of}` },
  en: { page: (n: string, of: string) => `Page ${n} of ${of}` },
}

const documentOf = (text: string): Document => ({
  title: text,
  author: text,
  at: '2026-11-24T06:00:00Z',
  sections: (['ar', 'en'] as const).map(language => ({
    language,
    cover: { above: 'above', title: 'title', below: 'below', running: text, facts: [] },
    blocks: [
      h(1, text),
      p(text),
      { kind: 'entry', time: '10:00', title: text, detail: text },
      { kind: 'list', numbered: false, items: [{ text, detail: text }] },
      { kind: 'facts', facts: [{ label: 'label', value: text }] },
      { kind: 'table', name: text, columns: [{ title: text, share: 1 }], rows: [[[{ text }]]] },
    ],
  })),
})

/** What may be said of a text once it is printed: without marks of direction and what XML does not take. */
const plain = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u200e\u200f\ufffe\uffff\u2066-\u2069\u202a-\u202e]/g, '').replace(/\u00a0/g, ' ')

test('any text comes back whole from every place it can stand in', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'وزارة',
      ' Gulf Hotel ',
      '⁨A-2026-0142⁩',
      '<w:t>',
      '&amp;',
      '"',
      "'",
      '١٠:٠٠ صباحاً',
      '10:00 am',
      '\u2068',
      '\u2069',
      '\u0001',
      '\ufffe',
      ' (',
      ') ',
      '٪',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async pieces => {
      const text = pieces
        .join('')
        .replace(/[\n\r\t]/g, ' ')
        .toWellFormed()
      const word = readWord(await wordFile(documentOf(text), tags, voices))
      expect(word.sections.map(s => s.includes('<w:bidi/>'))).toEqual([true, false])
      const found = word.paragraphs.filter(x => plain(x.text).includes(plain(text)))
      // A heading, a paragraph, an entry and its detail, a line and its detail, a fact, a header and a cell; in each section.
      if (plain(text).trim()) expect(found.length).toBeGreaterThanOrEqual(18)
      for (const xml of Object.values(word.parts)) expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      expect(word.parts['docProps/core.xml']?.match(/<dc:title>/g)).toHaveLength(1)
    }),
    { seed: 20261125, numRuns: 40 },
  )
})

test('a text of several lines keeps them, in one paragraph', async () => {
  const { body } = readWord(await wordFile(documentOf('one\ntwo\n\nfour'), tags, voices))
  expect(body).toMatch(/one<\/w:t><\/w:r><w:r><w:rPr>[^r]*<\/w:rPr><w:br\/><w:t[^>]*>two<\/w:t>/)
})

test('the parts’ kinds come first in the file; the same document is the same bytes', async () => {
  const bytes = await wordFile(documentOf('x'), tags, voices)
  expect(new TextDecoder('latin1').decode(bytes.slice(30, 49))).toBe('[Content_Types].xml')
  expect(await wordFile(documentOf('x'), tags, voices)).toEqual(bytes)
})

const bodyOf = async (blocks: Block[]): Promise<string> => {
  const cover = { above: 'a', title: 't', below: 'b', running: 'r', facts: [] }
  const document: Document = { title: 't', author: 'a', at: '2026-11-24T06:00:00Z', sections: [{ language: 'en', cover, blocks }] }
  return strFromU8(unzipSync(await wordFile(document, tags, voices))['word/document.xml'] ?? new Uint8Array())
}
/** The paragraph in which a text stands. */
const paragraphWith = (xml: string, text: string): string => xml.split('<w:p>').find(one => one.includes(`>${text}<`)) ?? ''
const cellsOf = (...texts: string[]) => texts.map(text => (text ? [{ text }] : []))

test('the line under a heading goes with what it speaks of, and a short table stays on one page', async () => {
  const rows = ['one', 'two', 'three'].map(text => cellsOf(text))
  const xml = await bodyOf([
    h(1, 'Agenda'),
    h(2, 'Echo'),
    p('10:10', 'subtle'),
    { kind: 'list', numbered: false, items: [{ text: 'a point' }] },
    p('after'),
    { kind: 'table', name: 'short', columns: [{ title: 'Column', share: 1 }], rows },
    h(2, 'Alone'),
    p('the end'),
  ])
  const keeps = (text: string) => paragraphWith(xml, text).includes('<w:keepNext/>')
  expect(['10:10', 'after', 'Column', 'one', 'two', 'three', 'the end'].map(keeps)).toEqual([true, true, true, true, true, false, false])
})

test('a column that may be left out is, where nothing stands in it; the end of a last table makes no page of its own', async () => {
  const columns = [
    { title: 'Day', share: 1 },
    { title: 'Headline', share: 1, optional: true },
    { title: 'Note', share: 1 },
  ]
  const empty = await bodyOf([{ kind: 'table', name: 'n', columns, rows: [cellsOf('Sunday', '', '')] }])
  expect([empty.includes('>Headline<'), empty.includes('>Note<')]).toEqual([false, true])
  const filled = await bodyOf([{ kind: 'table', name: 'n', columns, rows: [cellsOf('Sunday', 'Told', '')] }])
  expect([filled.includes('>Headline<'), filled.includes('>Told<')]).toEqual([true, true])
  expect(/<\/w:tbl><w:p>.*?w:line="20" w:lineRule="exact".*?<\/w:p><w:sectPr/.test(filled)).toBe(true)
})
