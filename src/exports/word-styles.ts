/** How a Word file looks: fonts, sizes, colours and the named styles that its paragraphs use. */
import { AlignmentType, BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx'
import type { Language } from '../model/people.ts'

/** BCP 47 tags of the languages as the network's region writes them. */
export type Tags = Record<Language, string>

/** On every machine that has Word, with Arabic letters; elsewhere it has a twin of the same widths. */
const font = 'Arial'

/** Dark enough on white and on the band for whoever sees less (WCAG 2.2, 1.4.3: more than 7 to 1). */
export const accent = '1F4E5F'
export const band = 'E6EEF1'
export const line = 'C9D3D8'
const subtle = '555555'

/** Twentieths of a point between the margins of an A4 page. */
export const pageWidth = 9638
/** Where the titles of a day's entries begin, from the paragraph's own side. */
export const entryIndent = 1600

/** Arabic letters look smaller at the same size: theirs is a point more. Half points. */
const sized = (half: number) => ({ size: half, sizeComplexScript: half + 2 })
const spaced = (before: number, after: number) => ({ before, after, line: 276 })

const heading = (half: number, before: number, after: number) => ({
  run: { ...sized(half), bold: true, color: accent, font },
  paragraph: { spacing: spaced(before, after), keepNext: true, keepLines: true },
})

const style = (id: string, name: string, run: object, paragraph: object) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph,
})

export const styles = (tags: Tags): IStylesOptions => ({
  default: {
    document: {
      run: {
        ...sized(21),
        font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
        language: { value: tags.en, bidirectional: tags.ar },
      },
      paragraph: { spacing: spaced(0, 100) },
    },
    title: { run: { ...sized(56), bold: true, color: accent, font }, paragraph: { spacing: spaced(240, 240) } },
    heading1: {
      ...heading(34, 480, 200),
      paragraph: {
        ...heading(34, 480, 200).paragraph,
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: accent, space: 4 } },
      },
    },
    heading2: heading(26, 360, 120),
    heading3: heading(22, 240, 60),
  },
  paragraphStyles: [
    style('Subtitle', 'Subtitle', { ...sized(32), color: accent }, { spacing: spaced(0, 720) }),
    style('CoverAbove', 'Cover Above', { ...sized(30), color: subtle }, { spacing: spaced(3200, 360) }),
    style('CoverFact', 'Cover Fact', sized(24), { spacing: spaced(0, 120) }),
    style('Running', 'Running Head', { ...sized(17), color: subtle }, { spacing: spaced(0, 0) }),
    style('Subtle', 'Subtle', { color: subtle }, {}),
    style('StrongLine', 'Strong Line', { bold: true }, { keepNext: true, spacing: spaced(120, 40) }),
    style('ListLine', 'List Line', {}, { spacing: spaced(0, 60) }),
    style('ListDetail', 'List Detail', { ...sized(19), color: subtle }, { indent: { left: 360 }, spacing: spaced(0, 80) }),
    style('Entry', 'Entry', {}, { indent: { left: entryIndent, hanging: entryIndent }, spacing: spaced(60, 20), keepLines: true }),
    style(
      'EntryDetail',
      'Entry Detail',
      { ...sized(19), color: subtle },
      { indent: { left: entryIndent }, spacing: spaced(0, 120), keepLines: true },
    ),
    style('Cell', 'Cell', sized(19), { spacing: { before: 0, after: 20, line: 252 } }),
    style('CellSubtle', 'Cell Subtle', { ...sized(17), color: subtle }, { spacing: { before: 0, after: 20, line: 252 } }),
    style('CellStrong', 'Cell Strong', { ...sized(19), bold: true }, { spacing: { before: 0, after: 20, line: 252 } }),
    style('AfterTable', 'After Table', sized(8), { spacing: { before: 0, after: 0 } }),
  ],
})

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'points',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 360, hanging: 260 } } },
        },
      ],
    },
  ],
}
