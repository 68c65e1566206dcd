/**
 * What the messages that were shown last offer, taken in words: a button by its own label, a card that asks one thing by a yes or a no, a question that
 * waits by whatever its wing hears in the words, a line of a list by its place or its name, and what a card asks to be written.
 */
import * as asks from '../db/asks.ts'
import * as outbox from '../db/outbox.ts'
import { actionsIn, draftOf, isOfDraft } from './delivery/outdated.ts'
import { list, named, text, view, warn } from './dialogue/say.ts'
import type { Answer, Turn } from './dialogue/turn.ts'
import type { OfCard, Question, Wing } from './dialogue/wing.ts'
import type { CardRef, Press } from './model/incoming.ts'
import type { Meaning } from './model/meaning.ts'
import type { Action, View } from './model/view.ts'
import { chosenLines } from './understanding/chosen-line.ts'
import { fold } from './understanding/fold.ts'
import { placeIn } from './understanding/place.ts'
import { steering } from './understanding/steering.ts'

/** Messages looked at, the newest first: a question may stand above a second part of its answer. */
const looked = 2
/** What was asked longer ago is not what a bare yes is about; minutes. */
const fresh = 60
/** And a word alone is about a question that came this long ago at most; minutes. */
const thisDay = 12 * 60
/** Rows read: several questions may come in one morning, and what was changed since has rows of its own. */
const read = 12
const plain = (text: string): string =>
  fold(text)
    .replace(/[.!،,؟?()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What wings read in words: the questions that wait, by their kind, and the buttons that ask for something to be written. */
export type Heard = { asks: ReadonlyMap<string, Question>; takes: ReadonlyMap<string, NonNullable<Wing['takes']>[string]> }
/** `said` is what the words stand for, to be taken as if it had been written; `view` asks which of several was meant. */
export type InWords = { press: Press; card: CardRef | null } | { said: string } | { view: View }
type Shown = outbox.Promised

/**
 * Null where the words are no button's, or of several. A draft's buttons are its own conversation's: while `draft` is open, only what was shown after
 * its last card is spoken of.
 */
export async function pressedInWords(
  turn: Turn,
  said: string,
  meaning: Meaning,
  heard: Heard,
  draft: string | null,
): Promise<InWords | null> {
  const words = plain(said)
  if (!words) return null
  const sent = standing(await outbox.sentTo(turn.db, turn.network.id, turn.account, read))
  const since = sent.findIndex(r => draft !== null && draftOf(r.view) === draft)
  const rows = since < 0 ? sent : sent.slice(0, since)
  const pressed = words.length <= longest ? byLabel(turn, rows, said, words) : null
  const answered = pressed ?? (await askedInWords(turn, rows, said, heard.asks)) ?? byPlace(turn, rows, said) ?? byName(turn, rows[0], said)
  // With a draft open what is written is the draft's before it is a message.
  return answered ?? (draft === null ? written(turn, rows[0], said, meaning, heard.takes) : null)
}
/** Characters of a label. */
const longest = 60

/** Each card once, as it was changed last; what a change took every button off offers nothing. */
function standing(rows: readonly Shown[]): Shown[] {
  const seen = new Set<string>()
  return rows.filter(({ card, op, view: { parts } }) => {
    const name = card && `${card.place} ${card.id}`
    if (name && seen.has(name)) return false
    if (name) seen.add(name)
    return op === 'send' || parts.some(p => actionsIn(p).length > 0)
  })
}
const isWithin = (turn: Turn, row: Shown, minutes: number): boolean => turn.now.since(row.notBefore).total('minutes') <= minutes
const pressOn = (row: Shown, { press }: Action, more: Record<string, string> = {}): InWords => ({
  press: { ...press, args: { ...press.args, ...more }, language: row.view.language },
  card: row.card,
})

function byLabel(turn: Turn, rows: readonly Shown[], said: string, words: string): InWords | null {
  const meant = steering(said, turn.language)?.kind
  for (const row of rows.slice(0, looked)) {
    if (!isWithin(turn, row, fresh)) return null
    const all = row.view.parts.flatMap(actionsIn).filter(a => !isOfDraft(a))
    const found = one(all.filter(a => plain(a.label) === words)) ?? (meant === 'yes' || meant === 'no' ? answering(all, meant) : null)
    if (found) return pressOn(row, found)
  }
  return null
}

/** Whether a view asks for a yes or a no, which the next words will be. */
export const asksYesOrNo = ({ parts }: View): boolean => {
  const all = parts.flatMap(actionsIn)
  return !all.some(isOfDraft) && answering(all, 'yes') !== null
}

const one = <T>(some: readonly T[]): T | null => (some.length === 1 ? (some[0] ?? null) : null)
/** The button that says yes, or no, where the card has one such and asks nothing else. */
function answering(all: readonly Action[], meant: 'yes' | 'no'): Action | null {
  const says = meant === 'yes' ? /^(?:yes|نعم)(?:[\s,،]|$)/iu : /^(?:no|لا|keep|الابقاء|الإبقاء)(?:[\s,،]|$)/iu
  return all.length <= mostAsked ? one(all.filter(a => says.test(a.label))) : null
}
/** Buttons of a card that asks one thing. */
const mostAsked = 4

/** An answer that a question shown at `at` offers; `line` is what it is about, as it was shown. */
type Offered = { at: number; row: Shown; id: string; line: string; action: Action }
const offersOf = (row: Shown, at: number): Offered[] => {
  const of = (all: readonly Action[], line: string): Offered[] =>
    all.flatMap(action => {
      const { name, args } = action.press
      return name === 'ask.answer' && args.id && args.answer ? [{ at, row, id: args.id, line, action }] : []
    })
  const about = row.view.parts.flatMap(p => (p.kind === 'list' ? p.items.map(i => i.text) : [])).join(' ')
  return row.view.parts.flatMap(p => (p.kind === 'list' ? p.items.flatMap(i => of(i.actions, i.text)) : of(actionsIn(p), about)))
}

/** A question that waits for this person, answered in their own words: of several the one that is named, else they say which. */
async function askedInWords(
  turn: Turn,
  rows: readonly Shown[],
  said: string,
  questions: ReadonlyMap<string, Question>,
): Promise<InWords | null> {
  const offered = rows.flatMap(offersOf)
  const found: (Offered & { named: boolean })[] = []
  for (const id of new Set(offered.map(o => o.id))) {
    const mine = offered.filter(o => o.id === id)
    const [first] = mine
    const ask = await asks.byId(turn.db, turn.network.id, id)
    const heard = ask?.state === 'open' ? questions.get(ask.kind)?.heard : undefined
    if (!first || !heard) continue
    const behind = withoutName(said, first.line)
    // A word alone is about what was shown last, and this day.
    if (!/\s/.test(said.trim()) && (first.at >= looked || !isWithin(turn, first.row, thisDay))) continue
    const answer = heard(behind ?? said)
    const offer = mine.find(o => o.action.press.args.answer === answer)
    if (offer) found.push({ ...offer, named: behind !== null })
  }
  const meant = found.some(f => f.named) ? found.filter(f => f.named) : found
  const [only, ...more] = meant
  if (!only) return null
  if (more.length === 0) return pressOn(only.row, only.action, { said })
  const lines = meant.map(({ line, action }) => {
    const press = { ...action.press.args, said }
    return { text: line, actions: [named(turn.language, action.label, action.press.name, press)] }
  })
  return { view: view(turn.language, [text(turn.speak.say('dialogue.whichOne'), 'strong'), list(lines)]) }
}

/** A text without the words in a row by which it names what a line is about; null where it does not name it. */
function withoutName(said: string, line: string): string | null {
  const names = new Set(plain(line).split(' '))
  const words = said.trim().split(/\s+/)
  let [from, to] = [0, 0]
  for (let i = 0; i < words.length; i++) {
    let j = i
    while (j < words.length && names.has(plain(words[j] ?? ''))) j++
    if (j - i > to - from) [from, to] = [i, j]
  }
  return to - from >= Math.min(2, names.size) ? [...words.slice(0, from), ...words.slice(to)].join(' ') : null
}

/** The line of a list that was just shown: what its button does, or what its number opens. */
function byPlace(turn: Turn, rows: readonly Shown[], said: string): InWords | null {
  const called = placeIn(said)
  if (!called) return null
  for (const row of rows.slice(0, looked)) {
    if (!isWithin(turn, row, fresh)) return null
    const items = row.view.parts.flatMap(p => (p.kind === 'list' ? p.items : [])).filter(i => opening(i) !== null)
    if (items.length < fewestLines) continue
    const item = items.at(called.place < 0 ? called.place : called.place - 1)
    if (!item) return { view: warn(turn.speak, 'dialogue.noSuchLine', { n: items.length }) }
    const open = opening(item)
    const reference = referenceIn(item)
    const wanted = called.does === '' ? open : one(item.actions.filter(a => plain(a.label).startsWith(called.does)))
    if (wanted && typeof wanted !== 'string') return pressOn(row, wanted)
    // What has no button is said of the thing by its number.
    return reference === null ? null : { said: `${called.does} ${reference}`.trim() }
  }
  return null
}
/** Lines of a list whose places are called. */
const fewestLines = 2

/** The line of a list that asks which, named by its day or a part of its title; where that leaves several, the list again with those alone. */
function byName(turn: Turn, row: Shown | undefined, said: string): InWords | null {
  if (!row || !isWithin(turn, row, fresh)) return null
  const items = row.view.parts.flatMap(p => (p.kind === 'list' ? p.items : []))
  const buttons = items.flatMap(i => (i.actions.length === 1 ? i.actions : []))
  if (items.length < fewestLines || buttons.length < items.length || new Set(buttons.map(b => b.press.name)).size > 1) return null
  const lines = items.map(i => `${i.text} ${i.detail ?? ''}`)
  const chosen = chosenLines(
    said,
    lines,
    buttons.map(b => b.label),
  )
  const only = chosen.length === 1 ? buttons[chosen[0] ?? 0] : undefined
  if (only) return pressOn(row, only)
  if (chosen.length === 0) return null
  const left = new Set(chosen.map(n => items[n]))
  return {
    view: { ...row.view, parts: row.view.parts.map(p => (p.kind === 'list' ? { ...p, items: p.items.filter(i => left.has(i)) } : p)) },
  }
}

/** What the card that was shown last asks to be written. */
function written(turn: Turn, row: Shown | undefined, said: string, meaning: Meaning, takes: Heard['takes']): InWords | null {
  if (!row || !isWithin(turn, row, thisDay)) return null
  const action = one(row.view.parts.flatMap(actionsIn).filter(a => takes.has(a.press.name)))
  return action && takes.get(action.press.name)?.(said, meaning, row.view) ? pressOn(row, action, { said }) : null
}

/** What a wing makes of words about the card that was shown last, by its buttons; null where they are about something else. */
export async function saidOfCard(turn: Turn, said: string, wings: readonly OfCard[]): Promise<Answer | null> {
  const [last] = await outbox.sentTo(turn.db, turn.network.id, turn.account, 1)
  if (!last || !isWithin(turn, last, fresh)) return null
  const presses = last.view.parts.flatMap(actionsIn).map(a => a.press)
  for (const ofCard of wings) {
    const answer = await ofCard(turn, said, presses)
    if (answer) return answer
  }
  return null
}

type Line = Extract<View['parts'][number], { kind: 'list' }>['items'][number]
/** What opens a line: its only button, the one that opens it among several, or else its number written out. Null where nothing does. */
function opening(line: Line): Action | string | null {
  const own = line.actions.filter(a => !isOfDraft(a))
  return own.find(a => /\.(?:open|show)$/.test(a.press.name)) ?? one(own) ?? referenceIn(line)
}
const referenceIn = ({ text: told, detail }: Line): string | null =>
  /(?<![\p{L}\p{N}])[A-Z]-\d{4}-\d{4}/u.exec(`${told} ${detail ?? ''}`)?.[0] ?? null
