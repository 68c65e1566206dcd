/**
 * `bench understand`: how long a sentence is read, beside chrono-node on the same sentences, and the longest any two thousand characters take.
 * One core, warm: every sentence was read before it is measured.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { casual as arabic } from 'chrono-node/ar'
import { casual as english } from 'chrono-node/en'
import type { Context } from '../../src/model/meaning.ts'
import { namesOf } from '../../src/model/settings.ts'
import { cities, organizations, venues } from '../../src/sample/names.ts'
import { holidaysOf } from '../../src/sample/settings.ts'
import { languageOf } from '../../src/understanding/language.ts'
import { understand as read } from '../../src/understanding/understand.ts'
import { median, ms, quantile, type Row } from './table.ts'

/** Milliseconds. */
const bounds = { median: 1, longest: 20 }
const longText = 2000
const warmings = 5
/** How often each text is read; its quickest counts, so that a pause of the machine is not taken for the reader's. */
const readings = 3

const now = '2026-11-23T09:00:00+03:00'
const context = (text: string): Context => ({
  now,
  zone: 'Asia/Bahrain',
  weekend: [5, 6],
  workingHours: { from: '07:00', to: '14:15' },
  hijriShifts: {},
  dayMonthOrder: 'day-month',
  holidays,
  names,
  language: languageOf(text) ?? 'ar',
})
const names: Context['names'] = {
  organizations: organizations.map(o => ({ id: o.handle, names: [o.ar, o.en, ...o.shortNames] })),
  venues: venues.flatMap(namesOf),
  cities,
}
const holidays: Context['holidays'] = holidaysOf(2025, 2028).map(h => ({ from: h.from, to: h.to, name: h.name, kind: 'public' }))

const corpus = fileURLToPath(new URL('../corpus/', import.meta.url))
const sentences: string[] = readdirSync(corpus)
  .filter(file => file.endsWith('.jsonl'))
  .flatMap(file =>
    readFileSync(corpus + file, 'utf8')
      .trim()
      .split('\n'),
  )
  .map(line => (JSON.parse(line) as { text: string }).text)

/** A text said over and over, to two thousand characters. */
const over = (text: string): string => text.repeat(Math.ceil(longText / text.length)).slice(0, longText)

/** What is hard to read: every sentence over and over, every word and sign over and over, and words of all sentences mixed. */
function longTexts(): string[] {
  const words = [...new Set(sentences.flatMap(s => s.split(/\s+/)))].filter(w => w.length > 0)
  const signs = [...'-–—/.:،,؛;«»"\'()[]|•*=@#%+0١9٩', '\n', '١٠:', '10/', '12-', 'و', 'ال', 'ب']
  const mixed = Array.from({ length: 200 }, (_, k) => {
    let text = ''
    // The same words in the same order in every run: a stride for each text, prime to most numbers of words.
    for (let i = 0; text.length < longText; i++) text += `${words[(i * (2 * k + 3) * 7919 + k) % words.length]} `
    return text.slice(0, longText)
  })
  return [
    ...sentences.map(s => over(`${s} `)),
    ...words.flatMap(w => [over(`${w} `), over(w)]),
    ...signs.flatMap(s => [over(s), over(`${s} `)]),
    ...mixed,
  ]
}

const timed = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}
const quickest = (work: () => unknown): number => Math.min(...Array.from({ length: readings }, () => timed(work)))

const ours = (text: string) => {
  const asked = context(text)
  return () => read(text, asked)
}
const chrono = (text: string) => {
  const reader = languageOf(text) === 'en' ? english : arabic
  const at = new Date(now)
  return () => reader.parse(text, at)
}

export async function understand(): Promise<Row[]> {
  for (let i = 0; i < warmings; i++) for (const s of sentences) for (const work of [ours(s), chrono(s)]) work()
  const [mine, least] = [sentences.map(s => quickest(ours(s))), sentences.map(s => quickest(chrono(s)))]
  const texts = longTexts()
  // Thousands of texts: only what was slow is read again.
  const longest = Math.max(
    ...texts.map(t => {
      const once = timed(ours(t))
      return once > bounds.longest / 4 ? Math.min(once, quickest(ours(t))) : once
    }),
  )
  return [
    {
      what: `a sentence, median of ${sentences.length}`,
      ours: ms(median(mine)),
      least: ms(median(least)),
      bound: ms(bounds.median),
      holds: median(mine) <= bounds.median,
    },
    { what: 'a sentence, p99', ours: ms(quantile(mine, 0.99)), least: ms(quantile(least, 0.99)), bound: '', holds: null },
    { what: 'a sentence, slowest', ours: ms(Math.max(...mine)), least: ms(Math.max(...least)), bound: '', holds: null },
    {
      what: `${longText} characters, slowest of ${texts.length} texts`,
      ours: ms(longest),
      least: '',
      bound: ms(bounds.longest),
      holds: longest <= bounds.longest,
    },
  ]
}
