/** Several activities in one message. */
import type { Context } from '../model/meaning.ts'

export type Item = { text: string; from: number }
export const itemsOf = (text: string, _context: Context): Item[] => [{ text, from: 0 }]
export const placeIn = (item: Item, at: number): number => item.from + at
