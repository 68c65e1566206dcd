/** What holds of every text: nothing throws, the same text reads the same, places are true, starts are real, and time grows with length alone. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readDay, readMonth, readTime } from '../../src/understanding/read.ts'
import { tokensOf } from '../../src/understanding/tokens.ts'
import { arabic } from '../../src/understanding/words/arabic.ts'
import { english } from '../../src/understanding/words/english.ts'
import { context, found } from './context.ts'

/** Every word the lexicon knows, numbers, signs and some words it does not. */
const words = [arabic, english].flatMap(book =>
  Object.values(book).flatMap(rows =>
    rows.flatMap(([, w]) =>
      w
        .replace(/~/g, '')
        .split(' ')
        .map(x => x.replaceAll('_', ' ')),
    ),
  ),
)
const bits = [
  ...words,
  ...words.map(w => `و${w}`),
  ...'0 1 5 7 12 14 15 29 30 31 32 59 60 99 2026 1448 3000 ١٤ ٢٠٢٦ : / - – , ، . ( ) ; % وزارة meeting معرض'.split(' '),
]
const phrase = fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map(a => a.join(' '))
const tightPhrase = fc.array(fc.constantFrom(...bits), { maxLength: 8 }).map(a => a.join(''))
const anyText = fc.oneof(phrase, tightPhrase, fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ maxLength: 60 }))

const stamp = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/
const real = (s: string): boolean =>
  stamp.test(s) && (s.length === 10 ? Temporal.PlainDate.from(s).toString() === s : Temporal.Instant.from(s) !== null)

describe('any text', () => {
  test('is read without an exception, twice the same, with true places and real times', () => {
    fc.assert(
      fc.property(anyText, text => {
        const first = found(text)
        expect(found(text)).toEqual(first)
        let last = -1
        for (const m of first.mentions) {
          expect(m.text).toBe(text.slice(m.at, m.endAt))
          expect(m.at).toBeGreaterThanOrEqual(last)
          last = m.at
          expect(real(m.start)).toBe(true)
          if (m.end) expect(real(m.end)).toBe(true)
          expect(m.allDay).toBe(m.start.length === 10)
          for (const s of m.sessions ?? []) expect(real(s.start)).toBe(true)
          if (m.other) expect(real(m.other.start)).toBe(true)
        }
        for (const t of first.taken) expect(t.end).toBeGreaterThan(t.start)
      }),
      { numRuns: 1500 },
    )
  })
  test('single answers too', () => {
    fc.assert(
      fc.property(anyText, text => {
        const [day, time, month] = [readDay(text, context), readTime(text, context), readMonth(text, context)]
        if (day) expect(real(day)).toBe(true)
        if (time) expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
        if (month) expect(month).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/)
      }),
      { numRuns: 500 },
    )
  })
  test('of ten thousand characters is read to its bound', () => {
    expect(found(`${'كلام '.repeat(3000)} 14 December`).mentions).toEqual([])
    expect(found('14 December '.repeat(1000)).mentions.length).toBeGreaterThan(10)
  })
})

describe('time grows with the text and no faster', () => {
  /** The processor's own milliseconds for reading so many characters, as texts of `length`: other processes do not count. */
  const cost = (seed: string, length: number): number => {
    const text = seed.repeat(Math.ceil(length / seed.length)).slice(0, length)
    const cpu = () => {
      const { user, system } = process.threadCpuUsage()
      return (user + system) / 1000
    }
    const once = () => {
      const from = cpu()
      for (let read = 0; read < 8_000; read += length) found(text)
      return cpu() - from
    }
    return Math.min(once(), once())
  }
  // In one text or in eight, the same characters take about the same time; what is quadratic takes eight times as long.
  const ratioOnce = (seed: string): number => {
    cost(seed, 2000)
    return (cost(seed, 2000) + 2) / (cost(seed, 250) + 2)
  }
  // What a crowded machine makes slow once is measured again; what is quadratic is so each time.
  const ratio = (seed: string): number => {
    let least = ratioOnce(seed)
    for (let again = 0; again < 3 && least >= 3; again++) least = Math.min(least, ratioOnce(seed))
    return least
  }
  const seeds = [
    ...['يوم ', 'من ', '14 December ', 'from 1 to 2 ', '1, ', '1 - ', 'و', 'next ', 'the ', 'الأحد و', 'بعد يوم ', 'first last '],
    ...['until ', '١٤/١٢ ', 'a ', 'half past ', 'الساعة ', 'الف و', 'ثلاثة و', 'Sunday and ', 'every ', 'by the end of '],
    ...['registration until ', 'moved from ', 'early mid ', '(', ':', '\n', 'a b'],
  ]
  test.each(seeds)('%j', seed => expect(ratio(seed)).toBeLessThan(3))
  test('mixtures that a fuzzer finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { minLength: 2, maxLength: 6 }), some => {
        expect(ratio(`${some.join(' ')} `)).toBeLessThan(3)
      }),
      { numRuns: 12 },
    )
  })
})

test('a text holds no more tokens than characters', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => tokensOf(text).length <= text.length))
})
