/**
 * Coverage that is told of in sentences: "The Gazette (28 Nov) ran “…”, and Al Ayam followed the next day with «…»". What stands around an outlet's name, up
 * to where the next is spoken of, is said of it. Pure.
 */
import { Temporal } from 'temporal-polyfill'
import type { Outlet, Tone } from '../model/coverage.ts'
import { fold } from '../understanding/fold.ts'
import type { Reads } from './appearance.ts'
import { dayOf, dayWithin, type Reach, reachIn, toneWithin } from './facts.ts'
import { type Link, linksIn } from './links.ts'
import { exact, isTelling } from './names.ts'
import { type Known, namedIn } from './outlets.ts'

/** One outlet and what is said of it; `outlet` is null where the network lists none of that name. */
export type Told = {
  outlet: Outlet | null
  name: string
  title: string | null
  link: Link | null
  on: string | null
  reach: Reach | null
  tone: Tone | null
}

type Stretch = { start: number; end: number }
type Name = Stretch & { outlet: Outlet | null; name: string }

/** Null where the text does not tell in sentences: a list, a line "outlet – title", names alone. */
export function toldOf(text: string, reads: Reads): Told[] | null {
  if (/\n/.test(text)) return null
  const links = linksIn(text)
  const titles = titlesIn(text, reads.known)
  // What is quoted, and addresses, hold no names and no days.
  const masked = blank(text, [...titles, ...links.map(l => ({ start: l.at, end: l.end }))])
  const names = namesIn(masked, reads)
  const [first] = names
  if (!first || titles.length === 0 || !tells(masked, names, titles)) return null
  const from = [0, ...names.slice(1).map((n, i) => beginOf(masked, names[i]?.end ?? 0, n.start))]
  const within = (s: Stretch, i: number): boolean => s.start >= (from[i] ?? 0) && s.start < (from[i + 1] ?? text.length)
  const all = toneOfAll(masked, names)
  let on: string | null = null
  return names.map((n, i) => {
    const said = masked.slice(from[i], from[i + 1])
    on = nextDay.test(fold(said)) && on ? Temporal.PlainDate.from(on).add({ days: 1 }).toString() : dayWithin(said, reads.context)
    return {
      outlet: n.outlet,
      name: n.name,
      title: titles.find(t => within(t, i))?.title ?? null,
      link: links.find(l => within({ start: l.at, end: l.end }, i)) ?? null,
      on,
      reach: reachIn(said),
      tone: toneWithin(said) ?? all,
    }
  })
}

/** Titles in quotes; in a text of the other letters, words of these that nobody quoted. */
function titlesIn(text: string, known: Known): (Stretch & { title: string })[] {
  const arabic = (text.match(/[\u0621-\u064a]/g) ?? []).length * 2 > (text.match(/\p{L}/gu) ?? []).length
  const quoted = [...text.matchAll(/[«"“]([^«»"“”]{8,200})[»"”]/gu)]
  const found = quoted.length > 0 || !arabic ? quoted : [...text.matchAll(/(?<![\p{L}/.@])([A-Z][\w',’-]*(?: [\w',’-]+){2,20})/gu)]
  return found.flatMap(m => {
    const title = (m[1] ?? '').trim()
    return title.split(/\s+/).length < 3 || exact(title, known) ? [] : [{ title, start: m.index, end: m.index + m[0].length }]
  })
}

const blank = (text: string, stretches: readonly Stretch[]): string =>
  stretches.reduce((said, s) => said.slice(0, s.start) + ' '.repeat(s.end - s.start) + said.slice(s.end), text)

/** Names that are listed, in English also names in capitals of which something is told, in Arabic also those behind the word for what they are. */
function namesIn(masked: string, { known, context }: Reads): Name[] {
  const listed: Name[] = namedIn(masked, known).map(n => ({ ...n, name: '' }))
  const others = [stranger, arabicStranger, arabicTitled]
    .flatMap(r => [...masked.matchAll(r)])
    .flatMap((m): Name[] => {
      const name = (m[1] ?? '').replace(/^The /, '').trim()
      const start = m.index + m[0].indexOf(name)
      const taken = listed.some(l => l.start < start + name.length && l.end > start)
      return taken || nobody.test(name) || dayOf(name, context) ? [] : [{ outlet: null, name, start, end: start + name.length }]
    })
  const all = [...listed, ...others].sort((a, b) => a.start - b.start)
  return all.filter((n, i) => all.findIndex(m => (n.outlet ? m.outlet === n.outlet : m.name === n.name)) === i)
}
const stranger =
  /(?<![\p{L}\p{N}@#])((?:\p{Lu}[\p{L}'&.-]*)(?: (?:of |the )?\p{Lu}[\p{L}'&.-]*){0,3})(?=\s+(?:\([^()]{3,24}\)|(?:also |has |have |then |even )?(?:published|ran|carried|reported|wrote|posted|aired|followed|covered|picked|broadcast|featured)(?!\p{L})))/gu
/** «موقع نبض الخليج», «صحيفة الراي»: what it is, and one or two words of its name. */
const arabicStranger =
  /(?<!\p{L})[وب]?(?:صحيفة|جريدة|موقع|قناة|وكالة|مجلة|إذاعة|بودكاست|حساب)\s+[«"]?((?!(?:في|عن|على|من|إلى|بعنوان|يوم|أمس|اليوم)(?!\p{L}))[\u0621-\u064a]{3,}(?:\s(?!(?:في|عن|على|من|إلى|بعنوان|يوم|أمس|اليوم|بتاريخ|و\p{L}+|نشر\p{L}*)(?!\p{L}))[\u0621-\u064a]{3,})?)/gu
/** «ونزل في بلومبرغ الشرق بعنوان …». */
const arabicTitled = /(?<!\p{L})(?:في|على|عبر|لدى)\s+([\u0621-\u064a]{3,}(?:\s[\u0621-\u064a]{3,})?)(?=\s+(?:بعنوان|تحت عنوان)(?!\p{L}))/gu
const nobody =
  /^(?:We|I|It|They|He|She|You|Who|All|Both|This|That|These|Dear|Hi|Hello|Coverage|Press|Media|Our|Some|Others?|Nobody|Everyone|Print|Broadcast|Online|International|Regional|Local)(?: |$)/

/** Whether the text tells: a verb says what was done, or each of several names has its title; a name before a sign ("GDN: …") heads its line. */
function tells(masked: string, names: readonly Name[], titles: readonly Stretch[]): boolean {
  const [first] = names
  const heads = /^\s*(?:[:：|–—]|-\s)/.test(masked.slice(first?.end))
  return !heads && (isTelling(masked) || titled.test(masked) || (names.length > 1 && titles.length > 1))
}

const titled = /(?<!\p{L})(?:بعنوان|تحت عنوان|titled|headlined|under the (?:headline|title))(?!\p{L})/iu

/** Where what is said of a name begins: behind the last sign or "and" before it. */
function beginOf(masked: string, from: number, to: number): number {
  const between = masked.slice(from, to)
  const last = [...between.matchAll(/[.;؛،,](?=\s)|(?:^|\s)(?:and|while|then|و\p{L}*)(?=\s|$)/gu)].at(-1)
  return last ? from + last.index : to
}

const nextDay = /(?:the )?(?:next|following) day|(?:في )?اليوم التالي|اليوم اللي بعده/

/** "All good in tone", «النبرة إيجابية في الجميع»: said of all of them, in a sentence of its own. */
function toneOfAll(masked: string, names: readonly Name[]): Tone | null {
  let at = 0
  for (const sentence of masked.split(/(?<=[.!؟?])\s/)) {
    const here = { start: at, end: at + sentence.length }
    at = here.end + 1
    if (
      !names.some(n => n.start >= here.start && n.start < here.end) &&
      /\b(?:all|both|tone|everything)\b|كل|جميع|نبر/.test(fold(sentence))
    )
      return toneWithin(sentence)
  }
  return null
}
