/** A document as a Word file: styles, headings, tables and page numbers that Word and screen readers know as such, each paragraph in its own direction. */
import {
  AlignmentType,
  BorderStyle,
  Document as File,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Language } from '../model/people.ts'
import type { Block, Cover, Document, Line, Section, Tone } from './blocks.ts'
import { finished } from './word-finish.ts'
import { runsOf } from './word-runs.ts'
import { accent, band, entryIndent, line, numbering, pageWidth, styles, type Tags } from './word-styles.ts'

export const wordMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** `page` says "page n of m" around the two numbers, which Word fills in. */
export type Voices = Record<Language, { page: (n: string, of: string) => string }>

export async function wordFile(document: Document, tags: Tags, voices: Voices): Promise<Uint8Array> {
  const file = new File({
    title: document.title,
    creator: document.author,
    styles: styles(tags),
    numbering,
    sections: document.sections.map(section => sectionOf(section, tags, voices)),
  })
  return finished(new Uint8Array(await Packer.toArrayBuffer(file)), {
    title: document.title,
    author: document.author,
    at: document.at,
    language: tags[document.sections[0]?.language ?? 'en'],
    rightToLeft: document.sections.map(s => s.language === 'ar'),
    tables: document.sections.flatMap(s => s.blocks.flatMap(b => (b.kind === 'table' ? [b.name] : []))),
  })
}

const margin = 1134

function sectionOf(section: Section, tags: Tags, voices: Voices): ISectionOptions {
  const pen = penOf(section.language, tags)
  const empty = new Paragraph({ style: 'Running', children: [] })
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: { size: { width: 11906, height: 16838 }, margin: { top: margin + 300, bottom: margin, left: margin, right: margin } },
    },
    headers: {
      first: new Header({ children: [empty] }),
      default: new Header({ children: [pen.paragraph(section.cover.running, { style: 'Running' })] }),
    },
    footers: {
      first: new Footer({ children: [empty] }),
      default: new Footer({ children: [pageNumber(section.language, tags, voices)] }),
    },
    children: [
      ...coverOf(section.cover, pen),
      ...section.blocks.flatMap((block, i) =>
        blockOf(block, pen, { first: i === 0, after: section.blocks[i - 1]?.kind, before: section.blocks[i + 1]?.kind }),
      ),
    ],
  }
}

/** "Page 2 of 9": the words are ours, the numbers Word's own fields. */
function pageNumber(language: Language, tags: Tags, voices: Voices): Paragraph {
  const [n, of] = ['\u0001', '\u0002']
  const children = voices[language]
    .page(n, of)
    .split(/([\u0001\u0002])/)
    .filter(Boolean)
    .map(piece => (piece === n ? PageNumber.CURRENT : piece === of ? PageNumber.TOTAL_PAGES : piece))
  return new Paragraph({
    style: 'Running',
    alignment: AlignmentType.CENTER,
    bidirectional: language === 'ar',
    children: [new TextRun({ children, ...(language === 'ar' ? rtl(tags) : ltr(tags)) })],
  })
}

const rtl = (tags: Tags) => ({ rightToLeft: true, language: { bidirectional: tags.ar } })
const ltr = (tags: Tags) => ({ language: { value: tags.en } })

type Pen = ReturnType<typeof penOf>
type How = ConstructorParameters<typeof Paragraph>[0]

/** Writes paragraphs of a language: bidirectional where it is Arabic, every run in its own direction and language. */
function penOf(language: Language, tags: Tags) {
  const runs = (text: string, of: Language, look: object = {}) =>
    text.split(/\r?\n/).flatMap((line, n) => {
      const all = runsOf(line, of)
      // A line of a text that has several begins anew in the same paragraph, an empty one too.
      return (all.length > 0 ? all : [{ text: '', rtl: of === 'ar' }]).map(
        (run, i) =>
          new TextRun({ text: run.text, ...look, ...(run.rtl ? rtl(tags) : ltr(tags)), ...(n > 0 && i === 0 ? { break: 1 } : {}) }),
      )
    })
  const paragraph = (text: string, how: Exclude<How, string> = {}, { look = {}, of = language }: { look?: object; of?: Language } = {}) =>
    new Paragraph({ ...how, bidirectional: of === 'ar', children: runs(text, of, look) })
  return { language, runs, paragraph }
}

function coverOf(cover: Cover, pen: Pen): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER }
  return [
    pen.paragraph(cover.above, { style: 'CoverAbove', ...centred }),
    pen.paragraph(cover.title, { style: 'Title', ...centred }),
    pen.paragraph(cover.below, { style: 'Subtitle', ...centred }),
    ...cover.facts.map(f => labelled(f, pen, { style: 'CoverFact', ...centred })),
  ]
}

const labelled = ({ label, value }: { label: string; value: string }, pen: Pen, how: Exclude<How, string> = {}): Paragraph =>
  new Paragraph({
    ...how,
    bidirectional: pen.language === 'ar',
    children: [...pen.runs(`${label}: `, pen.language, { bold: true }), ...pen.runs(value, pen.language)],
  })

const styleOf: Record<Tone, string> = { normal: 'Normal', subtle: 'Subtle', strong: 'StrongLine' }
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Where a block stands: the kinds of what comes `after` and `before` which it does; `first` is the first thing behind the title page. */
type Place = { first: boolean; after: Block['kind'] | undefined; before: Block['kind'] | undefined }

/** The first thing begins a page; what leads to a table or a picture stays with it, and so does the line under a heading with what it speaks of. */
function blockOf(block: Block, pen: Pen, at: Place): (Paragraph | Table)[] {
  const leads =
    at.before === 'table' || at.before === 'picture' || (at.after === 'heading' && at.before !== undefined && at.before !== 'heading')
  const place = { ...(at.first ? { pageBreakBefore: true } : {}), ...(leads ? { keepNext: true } : {}) }
  switch (block.kind) {
    case 'heading':
      return [pen.paragraph(block.text, { heading: levels[block.level], ...place })]
    case 'paragraph':
      return [
        pen.paragraph(
          block.text,
          {
            style: styleOf[block.tone],
            ...place,
            ...(block.language && block.language !== pen.language ? { alignment: AlignmentType.END } : {}),
          },
          block.language ? { of: block.language } : {},
        ),
      ]
    case 'list':
      return block.items.flatMap(item => [
        pen.paragraph(
          item.text,
          block.numbered
            ? { style: 'ListLine', keepNext: !!item.detail }
            : { style: 'ListLine', keepNext: !!item.detail, numbering: { reference: 'points', level: 0 } },
        ),
        ...(item.detail ? item.detail.split('\n').map(d => pen.paragraph(d, { style: 'ListDetail' })) : []),
      ])
    case 'entry':
      return [
        new Paragraph({
          style: 'Entry',
          bidirectional: pen.language === 'ar',
          keepNext: block.detail !== '',
          tabStops: [{ type: TabStopType.LEFT, position: entryIndent }],
          children: [
            ...pen.runs(block.time, pen.language, { color: accent }),
            new TextRun({ text: '\t', ...(pen.language === 'ar' ? { rightToLeft: true } : {}) }),
            ...pen.runs(block.title, pen.language, { bold: true }),
          ],
        }),
        ...(block.detail ? [pen.paragraph(block.detail, { style: 'EntryDetail' })] : []),
      ]
    case 'facts':
      return block.facts.map(f => labelled(f, pen, { style: 'ListLine' }))
    case 'picture':
      return [pictureOf(block, pen)]
    case 'table':
      // A document cannot end with a table: what must follow the last one is as low as can be, so that it makes no page of its own.
      return [tableOf(withoutEmpty(block), pen), at.before ? new Paragraph({ style: 'AfterTable', children: [] }) : afterLast()]
    default:
      return block satisfies never
  }
}

/** Pixels of a page's width between its margins, of which Word counts 96 to the inch, and its lines 1,440. */
const pictureWidth = Math.floor((pageWidth / 1440) * 96)
/** So that words stand on its page, too. */
const pictureHeight = 520

function pictureOf({ png, width, height, alt }: Extract<Block, { kind: 'picture' }>, pen: Pen): Paragraph {
  const scale = Math.min(pictureWidth / width, pictureHeight / height)
  const said = alt.replace(/[\u2066-\u2069]/g, '')
  return new Paragraph({
    bidirectional: pen.language === 'ar',
    alignment: AlignmentType.CENTER,
    // A line is as high as the picture in it.
    spacing: { before: 120, after: 200, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: 'chart', title: '', description: said },
      }),
    ],
  })
}

const afterLast = (): Paragraph =>
  new Paragraph({ style: 'AfterTable', spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT }, children: [] })

/** A column that may be left out is, where nothing stands in it. */
function withoutEmpty(block: Extract<Block, { kind: 'table' }>): Extract<Block, { kind: 'table' }> {
  const kept = block.columns.flatMap((c, i) => (c.optional && block.rows.every(row => (row[i] ?? []).every(l => !l.text)) ? [] : [i]))
  const of = <T>(all: readonly T[]): T[] => kept.flatMap(i => all.slice(i, i + 1))
  return { ...block, columns: of(block.columns), rows: block.rows.map(of) }
}

/** Rows of a table that stays on one page. */
const fewRows = 4

function tableOf(block: Extract<Block, { kind: 'table' }>, pen: Pen): Table {
  const shares = block.columns.reduce((sum, c) => sum + c.share, 0)
  const widths = block.columns.map(c => Math.round((pageWidth * c.share) / shares))
  const paragraph = (l: Line, header: boolean, keepNext: boolean) => {
    const foreign = l.language !== undefined && l.language !== pen.language
    return pen.paragraph(
      l.text,
      {
        style: cellStyle[header ? 'strong' : (l.tone ?? 'normal')],
        keepNext,
        ...(foreign && !l.own ? { alignment: AlignmentType.END } : {}),
      },
      l.language ? { of: l.language } : {},
    )
  }
  const cell = (lines: Line[], column: number, header: boolean, keepNext = header) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      ...(header ? { shading: { fill: band } } : {}),
      children:
        lines.length > 0 ? lines.map(l => paragraph(l, header, keepNext)) : [new Paragraph({ style: 'Cell', keepNext, children: [] })],
    })
  return new Table({
    visuallyRightToLeft: pen.language === 'ar',
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    borders: {
      top: { style: BorderStyle.SINGLE, size: 8, color: accent },
      bottom: { style: BorderStyle.SINGLE, size: 8, color: accent },
      left: { style: BorderStyle.NONE },
      right: { style: BorderStyle.NONE },
      insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: line },
      insideVertical: { style: BorderStyle.NONE },
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        keepNext: true,
        children: block.columns.map((c, i) => cell([{ text: c.title }], i, true)),
      }),
      ...block.rows.map((row, n) => {
        const together = block.rows.length <= fewRows && n < block.rows.length - 1
        return new TableRow({ cantSplit: true, children: row.map((lines, i) => cell(lines, i, false, together)) })
      }),
    ],
  })
}

const cellStyle: Record<Tone, string> = { normal: 'Cell', subtle: 'CellSubtle', strong: 'CellStrong' }
