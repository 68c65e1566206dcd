/** An activity of a message that holds several: its text and where that stood; and the reading of times, once for each text. */
import type { Context, Mention } from '../model/meaning.ts'
import type { Found } from './mentions.ts'
import { timesOf } from './own-times.ts'
import { wordSet } from './phrases.ts'
import { tokensOf } from './tokens.ts'

/** The text of one activity, put together from pieces of the message. `pieces` say where each stood: from `own` in the item, from `from` in the message. */
export type Item = { text: string; pieces: { own: number; from: number }[] }

/** What is read with, and the times that were read already: lines are looked at more than once. */
export type Reading = { context: Context; times: Map<string, Found['mentions']> }
/** Most activities of one message that are told apart. */
export const most = 40

export const timesIn = (text: string, r: Reading): Found['mentions'] => {
  const had = r.times.get(text)
  if (had) return had
  const found = timesOf(text, tokensOf(text), r.context).found.mentions
  r.times.set(text, found)
  return found
}
export const daysIn = (text: string, r: Reading): Mention[] => timesIn(text, r).filter(m => !m.timeOnly && m.role !== 'old')

/** An item out of pieces of the message, one behind the other, parted by a line. */
export function itemOf(text: string, spans: { start: number; end: number }[]): Item {
  const item: Item = { text: '', pieces: [] }
  for (const { start, end } of spans) {
    if (item.text) item.text += '\n'
    item.pieces.push({ own: item.text.length, from: start })
    item.text += text.slice(start, end)
  }
  return item
}

/** Words between a name and its time, and of the time itself. */
export const small = wordSet('on at in the from to of and يوم في من الى الي الساعه و بتاريخ الموافق تاريخ date time day')
