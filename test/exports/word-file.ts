/** A Word file as a second reader sees it: its parts unzipped, its paragraphs with what is said of them. */
import { strFromU8, unzipSync } from 'fflate'

export type WordParagraph = { text: string; style: string; rtl: boolean; runs: { text: string; rtl: boolean; language: string }[] }

/** @throws where it is no Word file. */
export function readWord(bytes: Uint8Array) {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
  const body = parts['word/document.xml']
  if (!body) throw new Error('no Word file')
  const plain = (xml: string) =>
    xml
      .replaceAll(/<w:tab\/>/g, '\t')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
  const paragraphs = [...body.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, xml = '']): WordParagraph => {
    const properties = /<w:pPr>(.*?)<\/w:pPr>/s.exec(xml)?.[1] ?? ''
    const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = '']) => ({
      text: plain(run),
      rtl: /<w:rtl\/>/.test(run),
      language: /<w:lang [^>]*?w:(?:val|bidi)="([^"]+)"/.exec(run)?.[1] ?? '',
    }))
    return {
      text: runs
        .map(r => r.text)
        .join('')
        .replaceAll('\u00a0', ' '),
      style: /<w:pStyle w:val="([^"]+)"/.exec(properties)?.[1] ?? '',
      rtl: /<w:bidi\/>/.test(properties),
      runs: runs.filter(r => r.text),
    }
  })
  const tables = [...body.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, xml = '']) => ({
    rtl: /<w:tblPr>.*?<w:bidiVisual\/>.*?<\/w:tblPr>/s.test(xml),
    name: /<w:tblCaption w:val="([^"]*)"/.exec(xml)?.[1] ?? '',
    headerRows: (xml.match(/<w:tblHeader\/>/g) ?? []).length,
    rows: (xml.match(/<w:tr>/g) ?? []).length,
  }))
  return {
    parts,
    body,
    paragraphs,
    tables,
    text: paragraphs.map(p => p.text).join('\n'),
    sections: [...body.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(m => m[0]),
  }
}
