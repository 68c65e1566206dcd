/** The answer to "at what time?": the first clock time of a text; in a short one a bare hour is enough. Pure. */
import { longest, map, type Rule } from '../grammar.ts'
import { wordsOf } from '../lexicon.ts'
import { hourOf } from '../rules.ts'
import type { Token } from '../tokens.ts'
import { clockTime } from './clock.ts'
import { digits } from './numbers.ts'
import type { Times } from './symbols.ts'

/** Words that an answer may have for a bare number in it to be the hour. */
const shortAnswer = 4

const bareHour: Rule<Times> = map(
  digits(0, 24, 2),
  (hour): Times => ({
    kind: 'clock',
    from: { hour, minute: 0, second: 0, half: null },
    to: null,
    weak: true,
  }),
)
const any = longest(clockTime, bareHour)

/** HH:MM, or null. */
export function clockAlone(tokens: readonly Token[]): string | null {
  const line = wordsOf(tokens)
  for (let i = 0; i < line.length; i++) {
    const read = any(line, i)?.value
    if (read?.kind !== 'clock' || (read.weak && tokens.length > shortAnswer)) continue
    const { hour, minute, half } = read.from
    if (hour > 24 || minute > 59) return null
    return `${String(hourOf(hour, half) % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  }
  return null
}
