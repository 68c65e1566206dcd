/** A sentence read into an action: what is to be done, who owes it, until when. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Context, Mention } from '../model/meaning.ts'
import { fold } from '../understanding/fold.ts'
import { namesIn } from '../understanding/parts/names.ts'
import { readWhen } from '../understanding/read.ts'
import { type Token, tokensOf } from '../understanding/tokens.ts'

export type Person = { id: string; organizationId: string; names: string[] }

/** What a reading may know besides the text: who is of the network, the day of the next meeting, YYYY-MM-DD, and which organizations «جميع الجهات» are. */
export type Known = { people: readonly Person[]; nextMeeting: string | null; all: readonly string[] }

/** Whatever is absent was not said. `organizations` are all that owe it, where it is more than one; `dueOn` is a day, YYYY-MM-DD. */
export type Read = { text: string; organization?: string; organizations?: string[]; member?: string; dueOn?: string }

/** Days: a date beyond them is one that is over, read as next year's ("the report of 3 November", said in late November). */
const farthest = 300

/** Words that lead to a day and say nothing without it: they are looked for in so many characters before it. */
const leadLength = 60
const lead =
  /(?:^|[\s,،;؛(–-]+)(?:(?:it is |to be )?due(?: date| on| by)?|by|on|at|for|before|until|no later than|not later than|at the latest|within|deadline|في موعد أقصاه|في موعد اقصاه|بموعد أقصاه|في أجل أقصاه|في مدة أقصاها|بحلول|قبل|حتى|إلى|يوم|في|خلال|موعده|موعدها|الموعد|آخر موعد|وآخر موعد|والموعد|على أن يتم|على أن يكون)[\s:،,]*$/iu
const ends = /^[\s.،,;؛!)–-]*$/u
const meetingSaid = /(?:(?:the|our) )?next meeting|الاجتماع (?:القادم|المقبل|التالي)/iu

/** The last day on which something is due; null where none is said or it is over. "By Thursday" is Thursday, "before the 10th" the 9th, "within two weeks" their end. */
export function dueIn(text: string, context: Context, known: Known): string | null {
  return dueSaid(text, context, known)?.day ?? null
}

function dueSaid(text: string, context: Context, known: Known): { day: string; at: number; end: number } | null {
  const today = context.now.slice(0, 10)
  const tooFar = Temporal.PlainDate.from(today).add({ days: farthest }).toString()
  const days = readWhen(text, context).flatMap(m => {
    const day = m.timeOnly ? null : lastDay(m)
    return day && day >= today && day < tooFar ? [{ day, at: m.at, end: m.at + m.text.length }] : []
  })
  const last = days.at(-1)
  if (last) return last
  const meeting = known.nextMeeting ? meetingSaid.exec(text) : null
  return meeting && known.nextMeeting ? { day: known.nextMeeting, at: meeting.index, end: meeting.index + meeting[0].length } : null
}

/** A stretch is due at its end; an hour or a session says the day it is on. */
const lastDay = (m: Mention): string =>
  (m.sessions ? (m.sessions.at(-1)?.start ?? m.start) : m.allDay ? (m.end ?? m.start) : m.start).slice(0, 10)

/** Words after which an organization is whom something is done for or with, and not who does it: "send the list to the centre", «بالتنسيق مع وزارة الصحة». */
const towards = new Set('to with for الي مع لدي'.split(' '))

type Owner = { organization?: string; organizations?: string[]; member?: string; named?: Token[] }

/** Between two that owe it together: "Health, Education and Works", «وزارة الصحة وكذلك وزارة التربية». */
const joins = new Set(', ، و and & plus also as well the وكذلك كذلك وايضا ايضا'.split(' '))
const mostJoins = 4

type Named = { organization: string; next: number }
const organizationAt = (names: ReturnType<typeof namesIn>, i: number, context: Context): Named | null => {
  const found = names[i]?.find(n => n.what === 'organization' && !names[i]?.some(o => o.what !== 'organization' && o.next > n.next))
  const organization = found && context.names.organizations.find(o => o.names[0] === found.name)?.id
  return found && organization ? { organization, next: found.next } : null
}

/** Those that are named one after the other from a token on. */
function listFrom(
  names: ReturnType<typeof namesIn>,
  tokens: readonly Token[],
  from: number,
  context: Context,
): { all: string[]; next: number } {
  const all: string[] = []
  let next = from
  for (let i = from; i <= next + mostJoins && i < tokens.length; ) {
    const found = organizationAt(names, i, context)
    if (found) {
      if (!all.includes(found.organization)) all.push(found.organization)
      next = found.next
      i = next
    } else if (joins.has(tokens[i]?.f ?? '')) i++
    else break
  }
  return { all, next }
}

const everybody =
  /\b(?:all|every|each(?: of the)?)(?: of)?(?: the| our)? (?:organi[sz]ations?|ministr(?:y|ies)|members|entit(?:y|ies)|bodies|authorities|communication officers)\b|\beveryone\b|\beverybody\b|(?<!\p{L})(?:جميع|كل|كافه|ساير) (?:ال)?(?:جهات|جهه|وزارات|وزاره|هييات|اعضاء|مسوولي الاتصال)(?!\p{L})|(?<!\p{L})(?:الجميع|الجهات (?:كافه|جميعها|كلها)|الوزارات (?:كافه|جميعها|كلها))(?!\p{L})/u
/** The same in an answer to whose it is. */
const everyone = /^(?:for |on |علي )?(?:all|them all|الكل|كلهم|كلها|جميعهم|جميعها)(?!\p{L})/u
const ministries = /ministr|وزارات|وزاره/
const ministryName = /ministry|وزاره/
const butFor = /^\s*[,،(]?\s*(?:except(?: for)?|but|excluding|apart from|other than|عدا|ما عدا|ماعدا|باستثناء|سوي|الا)\s+/u
/** Behind these all are whom something is sent to: «إلى جميع الجهات», "for everybody". */
const towardsAll = /(?:\b(?:to|with|for|from|of|by)|(?<!\p{L})(?:الي|مع|لدي|من|عن|بين))\s*$|(?<!\p{L})[لب]$/u

/** All that owe it, where the sentence says so of all, of all ministries, or of all but some. */
function allIn(text: string, context: Context, known: Known, addressed: boolean): Owner | null {
  const folded = fold(text)
  const said = everybody.exec(folded) ?? (addressed ? everyone.exec(folded) : null)
  if (!said || (!addressed && towardsAll.test(folded.slice(0, said.index)))) return null
  const isMinistry = (id: string) => context.names.organizations.find(o => o.id === id)?.names.some(n => ministryName.test(fold(n)))
  const among = ministries.test(said[0]) ? known.all.filter(isMinistry) : [...known.all]
  const behind = folded.slice(said.index + said[0].length)
  const but = butFor.exec(behind)
  const tokens = tokensOf(but ? behind.slice(but[0].length) : '')
  const left = but ? listFrom(namesIn(tokens, context), tokens, 0, context).all : []
  const organizations = among.filter(id => !left.includes(id))
  return organizations.length === 0 ? null : owners(organizations)
}

const saysAll = (text: string): boolean => everybody.test(fold(text)) || everyone.test(fold(text))
const owners = (all: string[]): Owner => (all.length === 1 && all[0] ? { organization: all[0] } : { organizations: all })

/**
 * Who owes it: the organization named first, or the person named before it, with theirs. In words that say whose an action is ("for the Ministry of
 * Health") every organization is meant as its owner: `addressed`.
 */
export function ownerIn(text: string, context: Context, known: Known, addressed = false): Owner {
  const tokens = tokensOf(text)
  const names = namesIn(tokens, context)
  const all = allIn(text, context, known, addressed)
  for (let i = 0; i < tokens.length; i++) {
    const found = organizationAt(names, i, context)
    if (!found) continue
    // «على جميع الجهات عدا وزارة الصحة»: the one named after them is none of them; named before, it is whose it is.
    if (all && saysAll(text.slice(0, tokens[i]?.start ?? 0))) return all
    const isGiven = towards.has(tokens[i - 1]?.f ?? '') || /^لل/.test(tokens[i]?.f ?? '')
    if (isGiven && !addressed) {
      // «المركز» within «إلى المركز» is no second one.
      i = found.next - 1
      continue
    }
    const together = listFrom(names, tokens, i, context)
    const named = tokens.slice(i, together.next)
    if (together.all.length > 1) return { ...owners(together.all), named }
    const { organization } = found
    const before = personIn(text.slice(0, tokens[i]?.start ?? 0), known, undefined)
    if (before) return { organization: before.organizationId, member: before.id }
    const person = personIn(text, known, organization)
    return { organization, ...(person ? { member: person.id } : {}), named }
  }
  if (all) return all
  const person = personIn(text, known, undefined)
  return person ? { organization: person.organizationId, member: person.id } : {}
}

/** One person by the whole name or by its first and last; by the first alone where it is that of one in the organization. */
function personIn(text: string, { people }: Known, organization: string | undefined): Person | null {
  const said = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const among = organization ? people.filter(p => p.organizationId === organization) : people
  const called = (p: Person, of: (words: string[]) => string) =>
    p.names.some(n => {
      const name = of(fold(n).split(' '))
      return name.length > 2 && said.includes(` ${name} `)
    })
  const whole = among.filter(p => called(p, words => (words.length > 1 ? words.join(' ') : '')))
  if (whole.length === 1) return whole[0] ?? null
  const ends = among.filter(p => called(p, words => (words.length > 2 ? `${words[0]} ${words.at(-1)}` : '')))
  if (ends.length === 1) return ends[0] ?? null
  if (!organization) return null
  const first = among.filter(p => called(p, words => words[0] ?? ''))
  return first.length === 1 ? (first[0] ?? null) : null
}

/**
 * The whole sentence. A day that is said at the end or the beginning is taken out of the text: what "by Thursday" means is kept as the day it is, and
 * would be read wrongly next month. `to` are words that said whose it is before the text began.
 */
export function readAction(text: string, context: Context, known: Known, to: string | null = null): Read {
  const due = dueSaid(text, context, known)
  const before: Owner = to ? ownerIn(to, context, known, true) : {}
  const within = ownerIn(text, context, known)
  const { organization, organizations } = (before.organization ?? before.organizations) ? before : within
  const member = before.member ?? (organization === within.organization ? within.member : undefined)
  return {
    text: begun(addressTaken(due ? without(text, due) : text, within.named)),
    ...(organization ? { organization } : {}),
    ...(organizations ? { organizations } : {}),
    ...(member ? { member } : {}),
    ...(due ? { dueOn: due.day } : {}),
  }
}

function without(text: string, { at, end }: { at: number; end: number }): string {
  const from = Math.max(0, at - leadLength)
  const before = text.slice(0, from) + text.slice(from, at).replace(lead, '')
  if (ends.test(text.slice(end))) return before
  // "By Thursday, health sends the list": the day leads the sentence.
  return before.trim() === '' ? text.slice(end).replace(/^[\s,،:]+/u, '') : text
}

/** "Health: send the list": whom it is said to is its owner, and no part of what is to be done. */
function addressTaken(text: string, named: Token[] | undefined): string {
  const [first, last] = [named?.[0], named?.at(-1)]
  if (!first || !last || text.slice(0, first.start).trim() !== '') return text
  const rest = /^\s*(?:[:：،,]|[-–—]\s)\s*/u.exec(text.slice(last.end))
  return rest ? text.slice(last.end + rest[0].length) : text
}

/** As a sentence stands in the minutes: without what a cut leaves at its end, and begun with a capital. */
export function begun(text: string): string {
  let end = text.length
  while (end > 0 && /[\s,،;؛]/u.test(text[end - 1] ?? '')) end--
  const whole = text.slice(0, end).trimStart()
  // A name that is written otherwise (eGovernment, @health, a link) stays as it is.
  return /^[a-z]+(?:\s|$)/.test(whole) ? `${whole.slice(0, 1).toUpperCase()}${whole.slice(1)}` : whole
}
