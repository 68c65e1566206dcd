/** A file as a table of cells: Excel's by read-excel-file, comma-separated text by csv-parse. Reads bytes and nothing else; what cannot be read is a sentence. */
import { CsvError, parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import type { Said } from '../locales/speak.ts'
import { fail, ok, type Result } from '../model/result.ts'

/** `wall`: a typed date or time as wall time of nowhere, YYYY-MM-DDTHH:MM:SS. */
export type Cell = string | number | boolean | { wall: string } | null
/** `line` counts from 1, as a spreadsheet and a text editor show it. */
export type Line = { line: number; cells: Cell[] }
export type Sheet = { name: string; lines: Line[] }

/** Bytes that a workbook may hold once it is unpacked: a small file can be packed from a very large one. */
const mostUnpacked = 60_000_000

export const isWorkbook = (name: string, bytes: Uint8Array): boolean =>
  /\.xlsx$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b && !/\.(docx|pptx|zip)$/i.test(name))
export const isText = (name: string, mime: string): boolean => /\.(csv|tsv|txt)$/i.test(name) || mime === 'text/csv'

export async function readTable(file: { name: string; mime: string; bytes: Uint8Array }): Promise<Result<Sheet[], Said>> {
  const sheets = isWorkbook(file.name, file.bytes) ? await workbook(file) : text(file)
  if (!sheets.ok) return sheets
  return sheets.value.some(s => s.lines.length > 0) ? sheets : fail({ key: 'import.empty', values: { name: file.name } })
}

async function workbook({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<Result<Sheet[], Said>> {
  const broken = fail<Said>({ key: 'import.notAWorkbook', values: { name } })
  try {
    // The directory of the archive alone is read: it says how large each part will be.
    let unpacked = 0
    unzipSync(bytes, {
      filter: part => {
        unpacked += part.originalSize
        return false
      },
    })
    if (unpacked > mostUnpacked) return fail({ key: 'import.tooLarge', values: { name } })
    // Loaded when the first list comes.
    const { default: readExcelFile } = await import('read-excel-file/universal')
    const read = await readExcelFile(new Blob([new Uint8Array(bytes)]))
    return ok(
      read.map(({ sheet, data }) => ({
        name: sheet,
        lines: data
          .map((cells, i) => ({ line: i + 1, cells: cells.map(cellOf) }))
          .filter(({ cells }) => cells.some(c => c !== null && c !== '')),
      })),
    )
  } catch {
    // Whatever the library says of it, the person needs to know that it is no workbook: a password, another format, a damaged file.
    return broken
  }
}

/** The library hands a date over as the instant that its wall time would be in UTC; its types say otherwise. */
function cellOf(c: unknown): Cell {
  if (typeof c === 'string') return tidy(c)
  if (typeof c === 'number' || typeof c === 'boolean') return c
  return typeof c === 'object' && c !== null ? { wall: JSON.stringify(c).slice(1, 20) } : null
}

/** UTF-8 or UTF-16 where the text says so or is so; else what Windows writes Arabic in. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1256').decode(bytes)
  }
}

function text({ name, bytes }: { name: string; bytes: Uint8Array }): Result<Sheet[], Said> {
  let body = decoded(bytes).replace(/\r\n?/g, '\n')
  // A line that tells a spreadsheet program the separator.
  const told = /^"?sep=(.)"?\n/i.exec(body)
  if (told) body = body.slice(told[0].length)
  try {
    const records = parse(body, {
      delimiter: told?.[1] ?? separatorOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const lines = records.map(({ record, info }) => ({
      // The parser counts to a record's last line; a quoted cell may hold line ends.
      line: info.lines - (record.join('').split('\n').length - 1) + (told ? 1 : 0),
      cells: record.map(tidy),
    }))
    return ok([{ name, lines: lines.filter(l => l.cells.some(c => c !== '')) }])
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return fail({ key: 'import.badQuotes', values: { name, line: Number(error.lines ?? 1) + (told ? 1 : 0) } })
  }
}

/** What the first lines hold most of, outside quotes. */
function separatorOf(body: string): string {
  const bare = body.slice(0, 2000).replace(/"[^"]*"/g, '')
  const counts = ['\t', ',', ';', '،'].map(s => ({ s, n: bare.split(s).length - 1 }))
  return counts.reduce((best, c) => (c.n > best.n ? c : best)).s
}

/** Direction marks, unusual blanks and control characters, which spreadsheets leave in cells; line ends stay. */
const tidy = (cell: string): string =>
  cell
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
