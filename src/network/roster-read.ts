/**
 * A roster as people give it: CSV or pasted lines, with or without headers in either language, separated by commas, semicolons or tabs.
 * Pure: text in, rows out, or every wrong line with what to write.
 */
import { CsvError, parse } from 'csv-parse/sync'
import type { Said } from '../locales/speak.ts'
import type { Language, Role } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { fold } from '../understanding/fold.ts'

/** `line` counts from 1, as a text editor shows it. Roles hold at least one; language is null where none was given. */
export type RosterRow = { line: number; name: string; email: string; organization: string; roles: Role[]; language: Language | null }
export type WrongLine = { line: number; said: Said }

/** Characters: some ten thousand people. */
export const longestRoster = 1_000_000

const columns = {
  name: ['name', 'full name', 'member', 'member name', 'الاسم', 'اسم', 'الاسم الكامل', 'اسم العضو', 'العضو'],
  email: ['e-mail', 'email', 'mail', 'e-mail address', 'email address', 'البريد الإلكتروني', 'البريد', 'الإيميل', 'إيميل', 'بريد إلكتروني'],
  organization: ['organization', 'organisation', 'entity', 'ministry', 'authority', 'الجهة', 'جهة', 'جهة العمل', 'المؤسسة', 'الوزارة'],
  roles: ['roles', 'role', 'الصفات', 'الصفة', 'الأدوار', 'الدور', 'الصلاحيات', 'الصلاحية'],
  language: ['language', 'lang', 'اللغة', 'لغة'],
} as const
type Column = keyof typeof columns
const order: readonly Column[] = ['name', 'email', 'organization', 'roles', 'language']
const needed: readonly Column[] = ['name', 'email', 'organization']

const roleWords: Record<Role, readonly string[]> = {
  observer: ['observer', 'مراقب', 'مراقبة'],
  member: ['member', 'officer', 'عضو', 'عضوة'],
  coordinator: ['coordinator', 'منسق', 'منسقة'],
  admin: ['admin', 'administrator', 'مدير', 'مديرة', 'مشرف', 'مشرفة', 'مدير النظام', 'مسؤول النظام'],
}
const languageWords: Record<Language, readonly string[]> = {
  ar: ['ar', 'arabic', 'عربي', 'العربية', 'عربية', 'ع'],
  en: ['en', 'english', 'إنجليزي', 'الإنجليزية', 'إنجليزية', 'ان'],
}

/** A table by its folded words, made once: a line may hold as many cells as characters, and each is looked up. */
function finder<K extends string>(table: Record<K, readonly string[]>): (written: string) => K | null {
  const byWord = new Map(
    (Object.entries(table) as [K, readonly string[]][]).flatMap(([key, words]) => words.map(w => [fold(w), key] as const)),
  )
  return written => byWord.get(fold(written)) ?? null
}
const columnOf = finder(columns)
const roleOf = finder(roleWords)
const languageIn = finder(languageWords)

/** Direction marks, unusual blanks and control characters, which spreadsheets leave in cells. */
const tidy = (cell: string): string =>
  cell
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
const latinDigits = (s: string): string => s.replace(/[٠-٩۰-۹]/g, d => String((d.codePointAt(0) ?? 0) & 0xf))

/** Whether a text is a roster rather than a sentence about one: a line of it holds an e-mail between separators. */
export const looksLikeRoster = (text: string): boolean => text.split('\n').some(l => /[,;\t،؛]/.test(l) && /[^\s,;،؛]@[^\s,;،؛]/.test(l))

/** The separator is what the first line holds most of, outside quotes; roles inside a cell hold fewer. */
function separatorOf(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '')
  const counts = ['\t', ',', '،', ';'].map(s => ({ s, n: bare.split(s).length - 1 }))
  return counts.reduce((best, c) => (c.n > best.n ? c : best)).s
}

type Cells = { line: number; cells: string[] }

function records(text: string): Result<Cells[], WrongLine[]> {
  let body = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  let skipped = 0
  // A line that tells a spreadsheet program the separator.
  const told = /^"?sep=(.)"?\n/i.exec(body)
  if (told) {
    body = body.slice(told[0].length)
    skipped = 1
  }
  const firstLine = body.split('\n').find(l => l.trim()) ?? ''
  try {
    const read = parse(body, {
      delimiter: told?.[1] ?? separatorOf(firstLine),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return ok(
      read
        .map(({ record, info }) => ({
          // The parser counts to a record's last line; a quoted cell may hold line ends.
          line: info.lines - (record.join('').split('\n').length - 1) + skipped,
          cells: record.map(tidy),
        }))
        .filter(r => r.cells.some(c => c !== '')),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return fail([{ line: Number(error.lines ?? 1) + skipped, said: { key: 'roster.badQuotes' } }])
  }
}

/** Where each column is; from the header, or in the order name, e-mail, organization, roles, language. */
function layout(first: Cells): Result<{ at: Partial<Record<Column, number>>; header: boolean }, WrongLine[]> {
  const named = first.cells.map(c => columnOf(c))
  if (first.cells.some(c => c.includes('@')) || named.every(n => n === null))
    return ok({ at: Object.fromEntries(order.map((c, i) => [c, i])), header: false })
  const wrong: WrongLine[] = []
  const at: Partial<Record<Column, number>> = {}
  named.forEach((column, i) => {
    const cell = first.cells[i] ?? ''
    if (column === null && cell)
      wrong.push({ line: first.line, said: { key: 'roster.unknownColumn', values: { column: cell.slice(0, 40) } } })
    else if (column !== null && at[column] !== undefined)
      wrong.push({ line: first.line, said: { key: 'roster.doubleColumn', values: { column: cell.slice(0, 40) } } })
    else if (column !== null) at[column] = i
  })
  for (const column of needed)
    if (at[column] === undefined) wrong.push({ line: first.line, said: { key: 'roster.missingColumn', values: { _column: column } } })
  return wrong.length > 0 ? fail(wrong) : ok({ at, header: true })
}

/** Rows of a roster, at least one; or all that is wrong with it, in order of lines. */
export function readRoster(text: string): Result<RosterRow[], WrongLine[]> {
  if (text.length > longestRoster) return fail([{ line: 1, said: { key: 'roster.tooLong', values: { max: longestRoster } } }])
  if (text.includes('\ufffd')) {
    const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length
    return fail([{ line, said: { key: 'roster.badEncoding' } }])
  }
  const split = records(text)
  if (!split.ok) return split
  const [first] = split.value
  if (!first) return fail([{ line: 1, said: { key: 'roster.empty' } }])
  const laid = layout(first)
  if (!laid.ok) return laid
  const { at, header } = laid.value
  const rows: RosterRow[] = []
  const wrong: WrongLine[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of header ? split.value.slice(1) : split.value) {
    const cell = (column: Column) => cells[at[column] ?? -1] ?? ''
    const read = readRow(line, cell, header ? null : cells.slice(order.length).filter(Boolean))
    if (!read.ok) {
      wrong.push(...read.problem)
      continue
    }
    const before = seen.get(read.value.email)
    if (before !== undefined) wrong.push({ line, said: { key: 'roster.doubleEmail', values: { email: read.value.email, line: before } } })
    else seen.set(read.value.email, line)
    rows.push(read.value)
  }
  if (wrong.length > 0) return fail(wrong)
  return rows.length > 0 ? ok(rows) : fail([{ line: first.line, said: { key: 'roster.empty' } }])
}

const shown = (s: string): string => (s.length > 60 ? `${s.slice(0, 60)}…` : s)

/** An e-mail as it is kept. */
export const emailOf = (written: string): string => latinDigits(written).replace(/\s/g, '').toLowerCase()

/** What is wrong with an e-mail that is to be kept; null where nothing is. */
export function emailProblem(email: string): Said | null {
  if (!email) return { key: 'roster.noEmail' }
  const right = /^[^@\s,;<>()]{1,64}@[a-z0-9\p{L}-]+(\.[a-z0-9\p{L}-]+)+$/u.test(email) && email.length <= 200
  return right ? null : { key: 'roster.badEmail', values: { email: shown(email) } }
}

function readRow(line: number, cell: (column: Column) => string, rest: string[] | null): Result<RosterRow, WrongLine[]> {
  const wrong: WrongLine[] = []
  const say = (said: Said) => wrong.push({ line, said })
  const name = cell('name')
  if (!/\p{L}/u.test(name) || name.includes('@')) say({ key: 'roster.badName' })
  else if ([...name].length > 120) say({ key: 'roster.longCell', values: { _column: 'name', max: 120 } })
  const email = emailOf(cell('email'))
  const problem = emailProblem(email)
  if (problem) say(problem)
  const organization = cell('organization')
  if (!/\p{L}/u.test(organization) || organization.includes('@')) say({ key: 'roster.badOrganization' })
  else if ([...organization].length > 200) say({ key: 'roster.longCell', values: { _column: 'organization', max: 200 } })
  const roles: Role[] = []
  for (const written of cell('roles')
    .split(/[;؛,،/+|]/)
    .map(w => w.trim())
    .filter(Boolean)) {
    const role = roleOf(written)
    if (!role) say({ key: 'roster.badRole', values: { role: shown(written) } })
    else if (!roles.includes(role)) roles.push(role)
  }
  const said = cell('language')
  const language = said ? languageIn(said) : null
  if (said && !language) say({ key: 'roster.badLanguage', values: { language: shown(said) } })
  if (rest && rest.length > 0) say({ key: 'roster.tooManyCells', values: { cell: shown(rest[0] ?? '') } })
  return wrong.length > 0 ? fail(wrong) : ok({ line, name, email, organization, roles: roles.length > 0 ? roles : ['member'], language })
}
