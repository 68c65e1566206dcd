/** A pasted text taken apart into entries: numbered lines, bullets, paragraphs, a line for each link; and the headings above them. Pure. */

import type { Context } from '../model/meaning.ts'
import { fold } from '../understanding/fold.ts'
import { dayOf, dayWithin } from './facts.ts'
import { type Columns, columnsOf, labelled, rowOf } from './labels.ts'
import { linksIn } from './links.ts'
import { courtesy, exact, isName } from './names.ts'
import { type Known, mediumIn, namedIn } from './outlets.ts'

/** `marked`: a number or a bullet stood before it. `heading` is the section it stands in; `on` the day that a heading said. */
export type Entry = { text: string; marked: boolean; heading: string; on: string | null }

const marker =
  /^\s*(?:[•●▪◾◼■□▫◦‣🔹🔸🔷🔶✅📌📰📺📻📱➤►▶*·–—-]\ufe0f?\s*(?=\S)(?!\d)|\(?[\d٠-٩]{1,2}\s*[.)\-–_:]\s*(?![\d٠-٩])|[\d]\ufe0f?\u20e3\s*|#\d{1,2}\s+|\([a-z]\)\s+)/u
const ordinal = /^\s*(?:أولا|اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا)[ً\u064b]?\s*[:،.\-–]?\s*/u
const headings =
  /(?:^|[\s(/])(?:و?(?:ال)?(?:صحف|صحافه|رصد|مواقع|وكالات|قنوات|وسايل|تلفزيون|اذاعه|تواصل|اجتماعي|اعلاميه|اعلامي|اجمالي|مجموع|عدد))(?=$|[\s:)/])|\b(?:press|newspapers?|dailies|media|monitoring|report|social|broadcast|television|radio|agencies|websites?|online|international|regional|local|print|coverage|total|sites|clippings|summary)\b/
const everyHeading = new RegExp(headings.source, 'g')
const longestHeading = 9
/** The line above a monitoring message, whatever sign stands before it: «📌 رصد إعلامي – الثلاثاء ١ ديسمبر». */
const reportLine = /(?:^|\s)(?:ال)?(?:رصد|تقرير)(?=\s)|\bmonitoring\b|\breport\b/

/** "Not covered: Al Bilad", «لم تنشر: …»: what is named there carried nothing. */
const notCovered =
  /^(?:not covered|no coverage|did not (?:cover|publish|run)|لم (?:تغط|تنشر|ينشر|يغط)\p{L}*|بدون تغطيه|دون تغطيه)(?=\s*[:：]|\s+(?:by|in|من|في)(?=\s)|\s*$)/u

/** "Newspapers: Al Ayam, Al Bilad", «وكالات: رويترز», "TV: Al Arabiya – a live report": a section and what stands in it, on one line. */
function sectionOf(line: string, known: Known): { heading: string; list: string } | null {
  const found = /^([^:：\n]{2,40}?)\s*[:：]\s*(?!\/\/)(\S.*)$/u.exec(line.replace(marker, ''))
  const [, head = '', list = ''] = found ?? []
  if (!found || labelled(line) || mediumIn(head) === null || !ofSection(head) || namedIn(head, known).length > 0) return null
  return { heading: head, list }
}
/** Every word of it says of what kind the outlets are. */
const ofSection = (head: string): boolean =>
  fold(head)
    .split(/[\s/،,&]+/)
    .filter(Boolean)
    .every(w => sectionWord.test(w))
const sectionWord =
  /^(?:local|regional|international|gulf|arab|arabic|english|foreign|national|daily|dailies|news|print|press|newspapers?|papers?|tv|television|channels?|radio|stations?|agency|agencies|wires?|web|websites?|sites?|online|social|media|podcasts?|blogs?|portals?|and|و|و?(?:ال)?(?:صحف|صحيفه|جريده|جرايد|صحافه|قناه|قنوات|تلفزيون|فضاييه|فضاييات|اذاعه|اذاعات|راديو|وكاله|وكالات|انباء|موقع|مواقع|اخباريه|الكترونيه|بودكاست|منصات|حساب|حسابات|تواصل|اجتماعي|اجتماعيه|محليه|خليجيه|عربيه|دوليه|اقليميه|عالميه|يوميه))$/

const bareLink = (line: string): boolean => {
  const links = linksIn(line)
  if (links.length !== 1) return false
  const [l] = links
  return (
    (line.slice(0, l?.at) + line.slice(l?.end)).replace(/[\p{L}]{0,8}\s*[:：]/u, '').replace(/[\s()[\]<>🔗👉📎.:–—-]/gu, '').length === 0
  )
}

/** A heading names no outlet and holds no link; it may say a day. */
function headingIn(line: string, known: Known, context: Context): { heading: string; on: string | null } | null {
  if (linksIn(line).length > 0) return null
  const bare = line
    .replace(ordinal, '')
    .replace(marker, '')
    .replace(/[*_#=]+/g, '')
    .trim()
  const day = dayOf(bare, context)
  if (day) return { heading: '', on: day }
  const words = bare.split(/\s+/).filter(Boolean)
  const closes = /[:：]\s*$/.test(bare)
  if (words.length > longestHeading && !closes) return null
  if (namedIn(bare, known).length > 0 && !closes) return null
  // "Al Ayam:" alone names an outlet whose title stands below it.
  if (closes && namedIn(bare, known).length > 0 && words.length <= 4) return null
  // "Bahrain hosts first regional AI summit" has a word of it and is a title.
  if (words.length > 4 && !closes && (fold(bare).match(everyHeading) ?? []).length < 2 && dayWithin(bare, context) === null) return null
  if (!headings.test(fold(bare)) || (/[:：]\s*\S/.test(bare) && !/^\s*(?:total|الإجمالي|المجموع|عدد)/iu.test(bare))) return null
  return { heading: bare, on: dayWithin(bare, context) }
}

/** Stars and strokes of bold and slanted letters, as phones send them; a star before a space is a bullet. */
const plain = (text: string): string =>
  text
    .replace(/(^|[\s(«"•–-])([*_~])(\S(?:[^*_~\n]*\S)?)\2(?=$|[\s)»".:،,;–-])/gmu, '$1$3')
    .replace(/(?:[\u{1f300}-\u{1faff}\u2600-\u27bf]\ufe0f?)+\s*$/gmu, '')

/** Runs of spaces and of one sign say no more than one of them, and are read in no time. */
export const tidied = (text: string): string =>
  text
    .replace(/\r/g, '')
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/^[^\S\n]*(?:>\s*)+/gmu, '')
    .replace(/^[^\S\n]*(?:(?:fwd?|re)\s*:\s*)+/gimu, '')
    .replace(/^[^\S\n]*\[([^\]\n]{2,40})\]\s+(?=\S)/gmu, '$1 – ')
    .replace(/\t{2,}/g, '\t')
    .replace(/([^\p{L}\p{N}\s])\1{3,}/gu, '$1$1$1')
    .replace(/\n\s*\n\s*/g, '\n\n')

/** Lines that are read of one message. */
export const mostRead = 250
/** Lines of one entry: more are none. */
const mostLines = 30

export function entriesOf(text: string, known: Known, context: Context): Entry[] {
  const lines = plain(text)
    .replace(/\r/g, '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .split('\n')
  const marks = lines.filter(l => marker.test(l)).length
  const out: Entry[] = []
  let cur: Entry | null = null
  let heading = ''
  let on: string | null = null
  let gap = false
  /** Of a table that has begun. */
  let columns: Columns | null = null
  let height = 0
  const begin = (said: string, marked: boolean) => {
    height = 1
    const { day, rest } = dayFirst(said, context)
    cur = { text: rest, marked, heading, on: day ?? on }
    out.push(cur)
  }
  for (const raw of lines.slice(0, mostRead)) {
    const line = raw.trim()
    if (!line || /^[-–—_=*·.~]{2,}$/.test(line)) {
      gap = true
      continue
    }
    const table = columnsOf(line)
    if (table) {
      columns = table
      continue
    }
    const row = columns && rowOf(line, columns)
    if (row !== null) {
      if (row) begin(row, true)
      continue
    }
    const bare = line.replace(marker, '')
    if (notCovered.test(fold(bare))) continue
    const section = sectionOf(line, known)
    if (section) {
      const above = heading
      heading = section.heading
      begin(section.list, true)
      heading = above
      gap = false
      continue
    }
    if (line.split(' ').length <= 3 && courtesy(line)) continue
    const label = labelled(bare)
    // In a sheet whose every line has a bullet, the labels say where the next begins.
    const marked = marker.test(line) && !label
    const said = label ? bare : line
    if (label?.label === 'date' && !cur) {
      on = dayOf(label.value, context) ?? on
      continue
    }
    const head: { heading: string; on: string | null } | null =
      label || (marked && marks > 1 && !ordinal.test(line) && !reportLine.test(fold(line))) ? null : headingIn(line, known, context)
    if (head && !(cur && !gap && head.on !== null && !head.heading && tells(cur, known))) {
      // A day that stands by itself under an entry is that entry's.
      if (head.heading) heading = head.heading
      if (head.on) on = head.on
      cur = null
    } else if (marked) begin(bare, true)
    else {
      const above = cur as Entry | null
      const source = above && !gap && isTitle(above, known) ? sourceIn(line, known, context) : null
      if (above && source) above.text = `title: ${above.text}\n${source}`
      else if (above && height < mostLines && joins(said, above, { gap, marks, known, context })) {
        above.text += `\n${said}`
        height++
      } else begin(said, false)
    }
    gap = false
  }
  return out
}

/** Whether an entry tells of anything at all, or is a line above those that do. */
const tells = (entry: Entry, known: Known): boolean =>
  entry.marked ||
  entry.text.includes('\n') ||
  namedIn(entry.text, known).length > 0 ||
  linksIn(entry.text).length > 0 ||
  (isTitle(entry, known) && !headings.test(fold(entry.text)))

/** "28/11 WAM – …", "Yesterday: Al Bilad …": the day a line begins with, and what stands behind it. */
function dayFirst(line: string, context: Context): { day: string | null; rest: string } {
  const found = /^(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|[\d٠-٩\p{L} ]{3,24}?(?=\s*[:：]))\s*[:：]?\s+(?=\S)/u.exec(line)
  const day = found && dayOf(found[1] ?? '', context)
  return day ? { day, rest: line.slice(found[0].length) } : { day: null, rest: line }
}

/** Whether a line goes on with what stands above it. */
function joins(
  line: string,
  cur: Entry,
  { gap, marks, known, context }: { gap: boolean; marks: number; known: Known; context: Context },
): boolean {
  const label = labelled(line)
  // A label that is there already begins the next sheet.
  if (label) return !cur.text.split('\n').some(l => labelled(l)?.label === label.label)
  if (bareLink(line)) return linksIn(cur.text).length === 0
  if (dayOf(line, context)) return true
  if (gap) return false
  const head = namedIn(line.slice(0, 60), known)[0]
  if (head && head.start <= 12) return false
  if (cur.marked) return true
  // "Al Ayam", then its title on a line of its own.
  return (
    marks === 0 &&
    linksIn(cur.text).length === 0 &&
    linksIn(line).length === 0 &&
    cur.text.split(/\s+/).length <= 4 &&
    namedIn(cur.text, known).length === 1 &&
    (line.match(/\p{L}{2,}/gu) ?? []).length >= 3
  )
}

/** A line of some words that names no outlet and holds no link may be the title of what the next line says. */
const isTitle = ({ text }: Entry, known: Known): boolean =>
  !text.includes('\n') && linksIn(text).length === 0 && namedIn(text, known).length === 0 && (text.match(/\p{L}{2,}/gu) ?? []).length >= 3
/** "Zawya, 19 November 2026", «صحيفة الوطن - ٢٤ نوفمبر» as a sheet: an outlet and perhaps its day, and nothing else; one that is not listed has a day. */
function sourceIn(line: string, known: Known, context: Context): string | null {
  const pieces = line.split(/\s*[،,(|]\s*|\s+[–—-]\s+/).filter(Boolean)
  const days = pieces.filter(piece => dayOf(piece.replace(')', ''), context) !== null)
  const [outlet, ...more] = pieces.filter(piece => !days.includes(piece))
  if (!outlet || more.length > 0 || !(exact(outlet, known) !== null || (days.length > 0 && isName(outlet)))) return null
  return [`outlet: ${outlet}`, ...days.map(d => `date: ${d.replace(')', '')}`)].join('\n')
}
