/** Sentences as officers write them, in both languages, each with every reading it has; and sentences that hold no date. All of them are read right. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Mention } from '../../src/model/meaning.ts'
import { found } from './context.ts'

type Reading = {
  start: string
  end: string | null
  allDay: boolean
  certainty: string
  sessions?: string[]
  role?: string
  named?: boolean
}
type Line = { text: string; now: string; when: Reading[]; problems: string[] }

const lines: Line[] = readFileSync(new URL('../corpus/dates.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(l => JSON.parse(l))

const readingOf = (m: Mention): Reading => ({
  start: m.start,
  end: m.end,
  allDay: m.allDay,
  certainty: m.certainty,
  ...(m.sessions ? { sessions: m.sessions.map(s => s.start) } : {}),
  ...(m.role ? { role: m.role } : {}),
  ...(m.named ? { named: true } : {}),
})

describe('officers’ sentences', () => {
  test('are many, and many hold no date', () => {
    expect(lines.length).toBeGreaterThan(400)
    expect(lines.filter(l => l.when.length === 0).length).toBeGreaterThan(60)
    expect(new Set(lines.map(l => l.text)).size).toBe(lines.length)
  })
  test.each(lines)('$text', l => {
    const { mentions, problems } = found(l.text, { now: l.now })
    expect({ when: mentions.map(readingOf), problems }).toEqual({ when: l.when, problems: l.problems })
  })
})
