/**
 * What a Word file needs and the library that makes it does not write: the direction of each section, what each table is (for screen readers), the
 * document's language, and the network's own present instead of the machine's as when it was made, so that the same document is the same bytes.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export type Finish = {
  title: string
  author: string
  at: string
  language: string
  rightToLeft: readonly boolean[]
  tables: readonly string[]
}

/** A zip file's own times have no zone; none of them means anything here. */
const mtime = new Date(2000, 0, 1)

const types = '[Content_Types].xml'

export function finished(file: Uint8Array, how: Finish): Uint8Array {
  const parts = unzipSync(file)
  const change = (name: string, by: (xml: string) => string) => {
    const part = parts[name]
    if (!part) throw new Error(`a Word file without ${name}`)
    parts[name] = strToU8(by(strFromU8(part)))
  }
  change('word/document.xml', xml => tablesNamed(sectionsTurned(xml, how.rightToLeft), how.tables))
  change('docProps/core.xml', () => coreOf(how))
  // What the parts are is said first: who reads a file as it comes knows from there.
  const { [types]: first, ...rest } = parts
  return zipSync({ ...(first ? { [types]: first } : {}), ...rest }, { mtime, level: 6 })
}

/** In the schema's order the direction stands right before the grid, which every section has. */
function sectionsTurned(xml: string, rightToLeft: readonly boolean[]): string {
  let n = 0
  const out = xml.replaceAll('<w:docGrid', grid => (rightToLeft[n++] ? `<w:bidi/>${grid}` : grid))
  if (n !== rightToLeft.length) throw new Error(`${rightToLeft.length} sections, of which ${n} were found in the Word file`)
  return out
}

function tablesNamed(xml: string, names: readonly string[]): string {
  let n = 0
  const out = xml.replaceAll('</w:tblPr>', end => `<w:tblCaption w:val="${escaped(names[n++] ?? '')}"/>${end}`)
  if (n !== names.length) throw new Error(`${names.length} tables, of which ${n} were found in the Word file`)
  return out
}

/** Characters that XML does not take are left out; they have no shape anyway. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u2066-\u2069]/g, '')
    .replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

const coreOf = ({ title, author, at, language }: Finish): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy><dc:language>${escaped(language)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:modified></cp:coreProperties>`
