/** A workbook of sheets with typed cells, written by write-excel-file: right to left where it is Arabic, its header frozen and filtered. */
import { Temporal } from 'temporal-polyfill'
import type { Feature, SheetData } from 'write-excel-file/universal'
import type { Language } from '../model/people.ts'
import type { Settings } from '../model/settings.ts'
import type { Cell } from './columns.ts'

export const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Table = {
  /** At most 31 characters, none of []:*?/\ (a limit of the format). */
  name: string
  language: Language
  columns: { label: string; width: number }[]
  rows: Cell[][]
}

/**
 * Windows' numbers of the Arabic of each region, which a number format names to get that region's month names. Before them stands the shape of digits:
 * 2000000 is ٠–٩.
 */
const arabicOf: Record<string, number> = {
  SA: 0x0401,
  IQ: 0x0801,
  EG: 0x0c01,
  LY: 0x1001,
  DZ: 0x1401,
  MA: 0x1801,
  TN: 0x1c01,
  OM: 0x2001,
  YE: 0x2401,
  SY: 0x2801,
  JO: 0x2c01,
  LB: 0x3001,
  KW: 0x3401,
  AE: 0x3801,
  BH: 0x3c01,
  QA: 0x4001,
}
const arabIndic = 0x2000000
const british = 0x0809

type Formats = { day: string; time: string; number: string; align: 'left' | 'right' }

/** How a sheet of a language shows its cells; all of them stand at the side where it is begun to be read. */
function formats(language: Language, { region, digits }: Pick<Settings, 'region' | 'digits'>): Formats {
  const number = language === 'ar' ? (arabicOf[region] ?? 0x0401) + (digits === 'arab' ? arabIndic : 0) : british
  const of = (pattern: string) => `[$-${number.toString(16).toUpperCase()}]${pattern}`
  return { day: of('ddd d mmm yyyy'), time: of('hh:mm'), number: of('#,##0.####'), align: language === 'ar' ? 'right' : 'left' }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Sheets count days from here (ECMA-376, part 1, 18.17.4.1); what makes a number a date is its format. */
const zero = Temporal.PlainDate.from('1899-12-30')
const dayNumber = (day: string): number => zero.until(day, { largestUnit: 'days' }).days

/** What stands in a cell, as the library takes it; a time of day is a part of one. */
function written(cell: Cell, as: Formats): SheetData[number][number] {
  if (cell === null) return null
  if ('day' in cell) return { value: dayNumber(cell.day), type: Number, format: as.day, align: as.align, ...plain }
  if ('time' in cell) return { value: minutesOf(cell.time) / 1440, type: Number, format: as.time, align: as.align, ...plain }
  if ('number' in cell) return { value: cell.number, type: Number, format: as.number, align: as.align, ...plain }
  // What a person wrote is text, whatever it begins with.
  return { value: cell.text, type: String, wrap: true, align: as.align, ...plain }
}
const plain = { alignVertical: 'top' } as const
const head = { fontWeight: 'bold', backgroundColor: '#E7EFEC', alignVertical: 'center', wrap: true } as const

/** The height is given, for not every program works it out; the first cell of a row carries it. */
function inRow(row: readonly Cell[], { columns }: Table, as: Formats): SheetData[number] {
  const lines = row.map((cell, i) => (cell && 'text' in cell ? Math.ceil(cell.text.length / ((columns[i]?.width ?? 1) - 1)) : 1))
  const height = Math.min(Math.max(...lines) * linePoints + 3, highest)
  const [first, ...rest] = row.map(cell => written(cell, as))
  return [first && typeof first === 'object' && 'value' in first ? { ...first, height } : first, ...rest]
}
/** Points of a line of text, and of the highest row there may be. */
const linePoints = 15
const highest = 409

/** The filter of the whole table, and two pages of A3 (paper 8) beside each other as wide as it: the library has no option of its own for either, and lets its sheets be added to. */
const filteredAndFitted = (tables: readonly Table[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform(xml, _options, { sheetIndex }) {
          const table = tables[sheetIndex]
          if (!table) return xml
          return xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('</sheetData>', `</sheetData><autoFilter ref="${area(table)}"/>`)
            .replace(/<pageSetup paperSize="\d+" /, '<pageSetup paperSize="8" fitToWidth="2" fitToHeight="0" ')
        },
      },
      'xl/workbook.xml': {
        // The library leaves an empty list of names, and Excel takes a second one for damage.
        transform: xml =>
          xml
            .replace(/<definedNames\s*\/>/, '')
            .replace('</sheets>', `</sheets><definedNames>${tables.map(namesOf).join('')}</definedNames>`),
      },
    },
  },
})

const area = (table: Table): string => `A1:${letters(table.columns.length)}${table.rows.length + 1}`

/** The filter by its own name, which Excel asks for, and the header on each printed page. */
function namesOf(table: Table, index: number): string {
  const sheet = `'${table.name.replace(/'/g, "''").replace(/&/g, '&amp;').replace(/</g, '&lt;')}'`
  const fixed = area(table).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!${fixed}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$1</definedName>`,
  ].join('')
}

/** The nth column, from 1: A … Z, AA … */
const letters = (n: number): string =>
  n <= 26 ? String.fromCharCode(64 + n) : letters(Math.floor((n - 1) / 26)) + letters(((n - 1) % 26) + 1)

export async function workbook(tables: readonly Table[], settings: Pick<Settings, 'region' | 'digits'>): Promise<Uint8Array> {
  const sheets = tables.map(table => {
    const as = formats(table.language, settings)
    return {
      sheet: table.name,
      data: [
        table.columns.map(c => ({ value: c.label, ...head, align: as.align, height: 2 * linePoints + 3 })),
        ...table.rows.map(row => inRow(row, table, as)),
      ],
      columns: table.columns.map(c => ({ width: c.width })),
      rightToLeft: table.language === 'ar',
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    }
  })
  // Loaded by need, as a Word file's library is.
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  const blob = await writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 11, features: [filteredAndFitted(tables)] }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
