/** Reads what somebody pastes about coverage: links, names of outlets, a message of a monitoring service. Pure. */
import type { Level, Tone } from '../model/coverage.ts'
import type { Context } from '../model/meaning.ts'
import { fold } from '../understanding/fold.ts'
import { type Facts, made, platform, type Read, type Reads, type Said } from './appearance.ts'
import { type Entry, entriesOf, mostRead, tidied } from './entries.ts'
import { dayOf, dayWithin, isPage, numberAlone, reachIn, toneOf, totalIn } from './facts.ts'
import { type Link, linksIn } from './links.ts'
import { certain, courtesy, exact, isName, isTelling, noun, split } from './names.ts'
import { type Known, levelIn, namedIn, nameOnly, ofHost } from './outlets.ts'
import { group, join, signs, titleOf } from './pieces.ts'
import { ofSheet, sheetIn } from './sheet.ts'
import { toldOf } from './told.ts'

/** `beyond`: how many more the text tells of than are taken at a time. */
export type Reading = { items: Read[]; beyond: number }

/** Appearances that one message may tell of. */
export const most = 40
const longestName = 6
/** Characters. */
const longestPiece = 1200

export function readCoverage(text: string, reads: Reads): Reading {
  const total = totalIn(text)
  if (!total) return readEach(text, reads)
  // Said of one, it is that one's; said of several, nobody knows how it divides.
  const apart = readEach(total.rest, reads)
  if (apart.items.length < 2) return readEach(text, reads)
  // Where each has its own, it is no more than their sum.
  if (apart.items.every(i => i.reach !== null)) return apart
  const { reach, how } = total
  return { ...apart, items: apart.items.map(i => ({ ...i, together: { reach, how } })) }
}

function readEach(text: string, reads: Reads): Reading {
  const entries = entriesOf(tidied(text), reads.known, reads.context)
  const single = entries.length === 1
  const all = entries.flatMap(e => ofEntry(e, single, reads))
  const items: Read[] = []
  for (const one of all) {
    const had = items.find(i =>
      one.key !== null ? i.key === one.key : i.key === null && one.title === null && i.title === null && i.name === one.name,
    )
    if (!had) items.push(one)
    else {
      had.times += 1
      // What only the second mention says is kept.
      had.title ??= one.title
      had.on ??= one.on
      had.tone ??= one.tone
      if (had.reach === null) [had.reach, had.how] = [one.reach, one.how]
    }
  }
  const unread =
    text.split('\n').length > mostRead
      ? tidied(text)
          .split('\n')
          .slice(mostRead)
          .filter(l => l.trim()).length
      : 0
  return { items: items.slice(0, most), beyond: Math.max(0, items.length - most) + unread }
}

function ofEntry(entry: Entry, single: boolean, reads: Reads): Read[] {
  const fields = sheetIn(entry.text)
  if (fields) return fields.outlet || fields.link ? [ofSheet(fields, entry, reads)] : []
  const told = toldOf(entry.text, reads)
  if (told) return told.map(t => made({ ...t, raw: t.name }, { ...t, said: '' }, entry, reads))
  const links = linksIn(entry.text)
  const clauses = links.length === 0 ? clausesOf(entry.text, reads.known) : null
  if (clauses) return clauses.flatMap(c => ofPiece(c, null, { ...entry, marked: false }, false, reads))
  if (links.length <= 1) return ofPiece(entry.text, links[0] ?? null, entry, single, reads)
  // A paragraph of links: what stands before each is its own; where the first thing is a link, what stands behind.
  const leads = entry.text.slice(0, links[0]?.at).trim().length > 0
  return links.flatMap((l, i) => {
    const from = leads ? (i === 0 ? 0 : (links[i - 1]?.end ?? 0)) : l.at
    const to = leads ? (i === links.length - 1 ? entry.text.length : l.end) : (links[i + 1]?.at ?? entry.text.length)
    return ofPiece(entry.text.slice(from, to), { ...l, at: l.at - from, end: l.end - from }, { ...entry, marked: false }, false, reads)
  })
}

/** Clauses that each name an outlet, some with a number of their own: "the reel did 9,000 views on Instagram, the thread 12k on X". Null where it is otherwise. */
function clausesOf(text: string, known: Known): string[] | null {
  const clauses = text.split(/[،,؛;](?=\s)\s*|\s+and\s+(?=the\s|about\s|around\s|\d)|(?<=[\p{L})])\.\s+/u).filter(c => c.trim())
  if (clauses.length < 2 || !clauses.some(c => reachIn(c))) return null
  const named = clauses.filter(c => namedIn(c, known).length === 1)
  // One that names none is of another outlet, or of nothing.
  if (named.length < 2 || !clauses.every(c => namedIn(c, known).length <= 1 && !/[:：|–]/.test(c))) return null
  // "… 1.4 million views on TikTok and about 60k on Snapchat": counted in the same.
  let unit = ''
  return clauses.map(c => {
    const counted = reachIn(c)
    unit = counted?.how ?? unit
    return counted || !unit ? c : c.replace(scaled, `$& ${unit}`)
  })
}

const scaled = /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)*\s?(?:k|m|thousand|million|ألف|الف|مليون)(?![\p{L}])/u

/** What stands before a title in quotes. */
const opensTitle = /(?:^|[–—|:：،,(\n-]|@[\w.]+|(?:بعنوان|titled|headlined|headline|entitled))\s*$/iu

function ofPiece(text: string, link: Link | null, entry: Entry, single: boolean, reads: Reads): Read[] {
  let rest = link ? `${text.slice(0, link.at)} ${text.slice(link.end)}` : text
  // What is said of one appearance is short; of what is longer, what stands next to its link counts.
  if (rest.length > longestPiece) rest = link ? rest.slice(-longestPiece) : rest.slice(0, longestPiece)
  let reach: { reach: number; how: string | null; start: number; end: number } | null = reachIn(rest)
  if (reach) rest = `${rest.slice(0, reach.start)}\u0001${rest.slice(reach.end)}`
  // A title in quotes is one thing, whatever signs it holds.
  let quoted: string | null = null
  rest = rest.replace(/[«"“]([^«»"“”\n]{8,200})[»"”]/gu, (whole: string, inner: string, start: number) => {
    const before = rest.slice(0, start)
    const closes = /^\s*(?:[–—|:：،,؛;.()\u0001-]|\n|$)/u.test(rest.slice(start + whole.length))
    if (quoted || inner.trim().split(/\s+/).length < 3 || exact(inner, reads.known)) return whole
    // «Al Bilad "New buses hit the road" negative»: nothing but a space stands between.
    const behindName = namedIn(before, reads.known).at(-1)?.end === before.trimEnd().length && before.trim() !== ''
    if (!behindName && !(closes && opensTitle.test(before))) return whole
    quoted = inner.trim()
    return closes ? '\u0002' : ' – \u0002 – '
  })
  const pieces = rest.split(signs)
  let on: string | null = null
  let tone: Tone | null = null
  let level: Level | null = null
  let paged = false
  const atoms: { text: string; before: string }[] = []
  for (let i = 0; i < pieces.length; i += 2) {
    const said = (pieces[i] ?? '').trim()
    const before = i === 0 ? '' : (pieces[i - 1] ?? '')
    const bare = said.replaceAll('\u0001', '').replace(/^[\s–—|-]+|[\s–—|-]+$/gu, '')
    const day = dayOf(bare, reads.context)
    const t = toneOf(bare)
    if (day && !on) on = day
    else if (t && !tone) tone = t
    else if (!reach && (i > 0 || link) && numberAlone(bare) !== null) {
      reach = { reach: numberAlone(bare) ?? 0, how: null, start: 0, end: 0 }
      atoms.push({ text: '', before })
    } else if (i > 0 && !level && levelAlone(bare)) level = levelIn(bare)
    else if (isPage(bare)) {
      paged = true
      atoms.push({ text: '', before })
    } else if (said.includes('\u0001') && filler(bare) && namedIn(bare, reads.known).length === 0) atoms.push({ text: '', before })
    else atoms.push({ text: bare, before })
  }
  const facts: Facts = { link, on, reach, tone, level, said: '' }
  const host = link ? ofHost(reads.known, link.host) : null
  const as = (said: Said): Read => made(said, facts, entry, reads)
  const none = { on, reach: null, tone, level, link: null, said: '' }

  const strong = group(atoms)
  const [head, ...behind] = strong
  // "BNA / AFP": names alone, whatever parts them.
  if (!link && !quoted && behind.length > 0 && strong.every(g => exact(g.text, reads.known)))
    return strong.map(g => made({ outlet: exact(g.text, reads.known), name: '', title: null }, { ...facts, reach: null }, entry, reads))
  const title = quoted ?? join(behind)
  const headNames = head ? namedIn(head.text, reads.known).filter((n, i, all) => all.findIndex(m => m.outlet === n.outlet) === i) : []
  // "Yesterday in Okaz: …".
  if (head && headNames.length === 1 && on === null)
    facts.on = on = dayOf(`${head.text.slice(0, headNames[0]?.start)} ${head.text.slice(headNames[0]?.end)}`, reads.context)
  const structured = Boolean(head && (behind.length > 0 || (quoted && head.text.replace(/\u0002/g, '').trim())))
  if (head && structured && headNames.length <= 1) {
    const label = head.text.replace(/[\u0002،,:]/g, ' ').trim()
    const short = label.split(/\s+/).length <= longestName
    const own = headNames[0]?.outlet
    if (own && short) return [as({ outlet: own, name: label, title: titleOf(title) })]
    // "Title – Outlet".
    const last = behind.findLast(s => exact(s.text, reads.known))
    const lastOutlet = last && exact(last.text, reads.known)
    if (lastOutlet) return [as({ outlet: lastOutlet, name: '', title: titleOf(quoted ?? join(strong.filter(s => s !== last))) })]
    if (host && !platform(host)) return [as({ outlet: host, name: '', title: titleOf(quoted ?? join(strong)) })]
    if (own) return [as({ outlet: own, name: label, title: titleOf(title) })]
    if (host) return [as({ outlet: host, name: '', title: titleOf(quoted ?? join(strong)) })]
    // "The Peninsula, 26 November, “…”": one that nobody listed, its day and its title.
    const dated = quoted !== null && facts.on !== null && (noun(label) || isName(label))
    if (short && label && (entry.marked || link || dated) && (titleOf(title) || link) && !courtesy(label))
      return [as({ outlet: null, name: nameOnly(label), title: titleOf(title), raw: label })]
    if (!link) return []
  }
  const names = namedIn(strong.map(s => s.text).join(' \n '), reads.known).map(n => n.outlet)
  if (link) {
    const outlets = [...new Set(names)]
    const spoken = outlets.filter(o => !platform(o))
    // A site that nobody listed is whose the words right before its link say, and no other's that was named further off.
    const next = host ? null : nearest(text.slice(0, link.at), reads.context)
    const near = next ? namedIn(next, reads.known).map(n => n.outlet) : []
    const stranger = next !== null && near.length === 0 && (spoken.length > 1 || isName(next) || noun(next)) && !courtesy(next)
    const whose = host && !platform(host) ? host : stranger ? null : (near.at(-1) ?? spoken.at(-1) ?? host ?? outlets[0] ?? null)
    const alone = [...namedIn(join(strong), reads.known)].length === 0
    const words = join(strong)
    const own = quoted ?? (alone && words.split(/\s+/).length >= 3 && !isTelling(words) ? words : null)
    if (!own && facts.on === null) facts.on = none.on = dayWithin(words, reads.context)
    const first = whose
      ? as({ outlet: whose, name: '', title: titleOf(own) })
      : unlisted(!stranger ? words : next && (isName(next) || noun(next)) ? next : '', link, own, as)
    // Others that were named beside it have no link here.
    const others = outlets.filter(o => o !== whose && !platform(o))
    return [...others.map(o => made({ outlet: o, name: '', title: null }, none, entry, reads)), first]
  }
  return listed(strong, quoted, { entry: paged ? { ...entry, marked: true } : entry, single, reads, as, facts })
}

/** The last thing said before a link. */
const nearest = (before: string, context: Context): string | null => {
  const said = before
    .split(signs)
    .filter((_, i) => i % 2 === 0)
    .map(t => t.trim())
    .filter(t => /\p{L}{2}/u.test(t) && dayOf(t, context) === null)
  return said.at(-1) ?? null
}

function unlisted(words: string, link: Link, own: string | null, as: (s: Said) => Read): Read {
  const short = words && words !== own && words.split(/\s+/).length <= longestName && !isTelling(words)
  return as({ outlet: null, name: short ? nameOnly(words) : link.host, title: own, raw: words })
}

/** Names one after the other: "GDN, Al Ayam and Bahrain TV"; a sentence that names some. */
function listed(
  strong: { text: string; atoms: { text: string; before: string }[] }[],
  quoted: string | null,
  { entry, single, reads, as, facts }: { entry: Entry; single: boolean; reads: Reads; as: (s: Said) => Read; facts: Facts },
): Read[] {
  const atoms = strong.flatMap(s => s.atoms).filter(a => a.text.replace(/\u0002/g, '').trim())
  const [first, ...more] = atoms
  if (!first) return []
  // In a numbered line, what follows an outlet that stands alone is what it said.
  const firstOutlet = exact(first.text, reads.known)
  if (firstOutlet && (quoted || (entry.marked && more.length > 0 && more.every(a => namedIn(a.text, reads.known).length === 0))))
    return [as({ outlet: firstOutlet, name: '', title: titleOf(quoted ?? join([{ text: '', atoms: more }])) })]
  const parts = atoms
    .flatMap(a => split(a.text, reads.known))
    .filter((p, i) => i === 0 || !isProgramme(p) || namedIn(p, reads.known).length > 0)
  const known = parts.map(p => ({ text: p, names: namedIn(p, reads.known), exact: exact(p, reads.known) }))
  const any = known.some(k => k.names.length > 0)
  const namesOnly = known.every(k => k.exact !== null || isName(k.text))
  if (!any && !(entry.marked || (single && namesOnly && noun(parts[0] ?? '')))) return []
  const out: Said[] = []
  for (const k of known) {
    if (k.exact) out.push({ outlet: k.exact, name: '', title: null })
    else if (k.names.length > 0) {
      for (const n of certain(k.text, k.names, known.length > 1)) out.push({ outlet: n.outlet, name: '', title: null })
    } else if (isName(k.text) && (namesOnly || noun(k.text)) && !courtesy(k.text))
      out.push({ outlet: null, name: nameOnly(k.text), title: null, raw: k.text })
  }
  const [only] = out
  if (only && out.length === 1 && facts.on === null && !quoted) facts.on = dayWithin(join(strong), reads.context)
  // What was counted belongs to one; of several nobody knows whose it is.
  return out.length === 1 && only ? [as(only)] : out.map(o => made(o, { ...facts, reach: null }, entry, reads))
}

/** «نشرة الاقتصاد», "business bulletin": what was on, and no outlet. */
const isProgramme = (words: string): boolean =>
  /(?:^|\s)(?:ال)?(?:نشره|برنامج|حلقه)(?=\s|$)|\b(?:bulletin|programme|program|show|news at)\b/.test(fold(words))
const levelAlone = (words: string): boolean =>
  /^(?:local|regional|international|(?:ال)?(?:محلي|محليه|اقليمي|اقليميه|دولي|دوليه))$/.test(fold(words))
const filler = (words: string): boolean => words.split(/\s+/).filter(Boolean).length < 7
