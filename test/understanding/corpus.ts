/** The corpus of officers' sentences in test/corpus, and how an answer is held against a label. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../src/model/meaning.ts'
import { namesOf } from '../../src/model/settings.ts'
import { cities, organizations, venues } from '../../src/sample/names.ts'
import { languageOf } from '../../src/understanding/language.ts'

export const lines = <T>(name: string): T[] =>
  readFileSync(join(import.meta.dirname, '..', 'corpus', name), 'utf8')
    .trim()
    .split('\n')
    .map(l => JSON.parse(l) as T)

/** A Monday in the sample network. */
export const contextFor = (text: string): Context => ({
  now: '2026-11-23T09:00:00+03:00',
  zone: 'Asia/Bahrain',
  weekend: [5, 6],
  workingHours: { from: '07:00', to: '14:15' },
  holidays: [],
  hijriShifts: {},
  dayMonthOrder: 'day-month',
  names,
  language: languageOf(text) ?? 'ar',
})
const names = {
  organizations: organizations.map(o => ({ id: o.handle, names: [o.ar, o.en, ...o.shortNames] })),
  venues: venues.flatMap(namesOf),
  cities,
}

/** Words as they are compared: without case, marks, the article and the spellings that mean alike. */
export const wordsOf = (s: string | null): string[] =>
  (s ?? '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u064b-\u0652\u0670\u0640\u200b-\u200f\u2066-\u2069]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(w => w.replace(/^(وال|بال|لل|ال)(?=..)/, ''))
    .filter(Boolean)

/** Every word of the label is in the answer, and at most `extra` more; nothing where the label is nothing. */
export function holds(label: string | null, answer: string | null, extra: number): boolean {
  const [want, got] = [wordsOf(label), wordsOf(answer)]
  return label === null ? got.length === 0 : want.every(w => got.includes(w)) && got.length <= want.length + extra
}

/** How many of each measure were right, and which were not. */
export class Tally {
  readonly misses: string[] = []
  private readonly counts = new Map<string, [number, number]>()
  count(measure: string, right: boolean, id: string, got: unknown): void {
    const c = this.counts.get(measure) ?? [0, 0]
    this.counts.set(measure, [c[0] + (right ? 1 : 0), c[1] + 1])
    if (!right) this.misses.push(`${measure} | ${id} | ${JSON.stringify(got)}`)
  }
  /** Percent, to a tenth. */
  percent(measure: string): number {
    const [right, all] = this.counts.get(measure) ?? [0, 0]
    return all === 0 ? 0 : Math.floor((1000 * right) / all) / 10
  }
  table(): Record<string, number> {
    return Object.fromEntries([...this.counts.keys()].map(m => [m, this.percent(m)]))
  }
}
