/** Whatever is written to whatever reads it: nothing throws, the same text reads the same, and time grows with the text and no faster. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText, pattern, type Reader, readers } from './readers.ts'

const seed = 20261125

test('every reader takes any text, and reads it twice the same', () => {
  expect(readers.length).toBeGreaterThan(200)
  for (const { name, read } of readers)
    fc.assert(
      fc.property(anyText, text => {
        const first = JSON.stringify(read(text))
        if (JSON.stringify(read(text)) !== first) throw new Error(`${name} reads it otherwise the second time`)
      }),
      { seed, numRuns: 6 },
    )
})
test('and many more, any reader', () => {
  fc.assert(
    fc.property(fc.constantFrom(...readers), anyText, ({ read }, text) => {
      read(text)
    }),
    { seed, numRuns: 1500 },
  )
})

describe('time', () => {
  /** The processor's own milliseconds: other processes do not count. */
  function cost(read: Reader['read'], text: string): number {
    const cpu = () => {
      const { user, system } = process.threadCpuUsage()
      return (user + system) / 1000
    }
    const from = cpu()
    read(text)
    return cpu() - from
  }
  const least = (read: Reader['read'], text: string): number => Math.min(...[1, 2, 3].map(() => cost(read, text)))
  const length = 8_000
  /** What is quick is not asked further. */
  const quick = 12
  const written = (some: string, characters: number): string => `x${some.repeat(Math.ceil(characters / some.length)).slice(0, characters)}x`

  /** What is wrong with the time a reader takes for a pattern, or null. Four times the text takes four times as long, and sixteen where it is quadratic. */
  function wrong(read: Reader['read'], some: string): string | null {
    // What a crowded machine makes slow once is measured again; what is quadratic is so each time.
    let found = wrongNow(read, some)
    for (let again = 0; again < 2 && found; again++) found = wrongNow(read, some)
    return found
  }
  function wrongNow(read: Reader['read'], some: string): string | null {
    const text = written(some, length)
    if (cost(read, text) <= quick) return null
    const long = least(read, text)
    if (long > 200) return `${long} ms`
    const times = long / (least(read, written(some, length / 4)) + 0.5)
    return long > quick && times > 8 ? `${long} ms, ${times} times that of a quarter` : null
  }

  // A run of one of these before something else is what a backtracking pattern dies of.
  const common = [' ', '\n', '.', '/', '،', 'a']
  const rare = ['\t', '\r\n', '…', '?', '؟', '!', ',', "'", '"', '|', '-', '(', '1', 'و', 'ا', '\u064b', '@', 'a@', '=', 'z\u0335']
  // A form reads alike in both languages; what is slow is slow in one.
  const some = readers.filter(r => !/: .*, en$/.test(r.name))

  test('a quadratic reader would be found', () => {
    const quadratic = (text: string) => {
      let n = 0
      for (let i = 0; i < text.length; i++) for (let j = 0; j < text.length; j++) if (text.charCodeAt(i) === text.charCodeAt(j)) n++
      return n
    }
    expect(wrong(quadratic, 'ab ')).not.toBeNull()
    expect(wrong(text => /x[^|]*\|/.test(text) || text.replace(/\s+$/, ''), ' ')).not.toBeNull()
    expect(wrong(text => text.split(' ').sort().join(' '), 'ab ')).toBeNull()
  })
  test('of one sign, thousands of times', () => {
    const slow = some
      .flatMap(r => [...common, ...(r.name.includes(': ') ? [] : rare)].map(run => [r.name, run, wrong(r.read, run)]))
      .filter(([, , what]) => what !== null)
    expect(slow).toEqual([])
  }, 60_000)
  test('of a few words and signs of the house, again and again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...some), pattern, ({ read }, fragments) => {
        expect(wrong(read, fragments)).toBeNull()
      }),
      { seed, numRuns: 400 },
    )
  })
})
