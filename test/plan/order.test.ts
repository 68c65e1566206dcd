/** The order and the pages of a plan, as such. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byDay, pageOf, pageSize } from '../../src/plan/order.ts'

describe('pages', () => {
  it('cover every line once, from wherever the plan was opened', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(220), (total, opened) => {
        const seen = new Array<number>(total).fill(0)
        const count = (page: { from: number; to: number }) => {
          for (let i = page.from; i < page.to; i++) seen[i] = (seen[i] ?? 0) + 1
        }
        const first = pageOf(total, opened)
        count(first)
        for (let at = first; at.later !== null; ) {
          at = pageOf(total, at.later)
          count(at)
        }
        for (let at = first; at.earlier !== null; ) {
          at = pageOf(total, at.earlier, at.from)
          count(at)
        }
        expect(seen.every(n => n === 1)).toBe(true)
      }),
    )
  })
  it('never show more than a page, whatever a button says', () => {
    for (const [from, to] of [
      [Number.NaN, 5],
      [-3, 400],
      [7, 2],
      [1e9, Number.NaN],
    ] as const) {
      const page = pageOf(30, from, to)
      expect(page.to - page.from).toBeGreaterThan(0)
      expect(page.to - page.from).toBeLessThanOrEqual(pageSize)
      expect(page.to).toBeLessThanOrEqual(30)
    }
  })
})

it('lines of a day stand together, in their order', () => {
  const placed = [
    { activity: 'a', day: null },
    { activity: 'b', day: '2026-12-01' },
    { activity: 'c', day: '2026-12-01' },
    { activity: 'd', day: '2026-12-02' },
  ]
  expect(byDay(placed)).toEqual([
    { day: null, lines: ['a'] },
    { day: '2026-12-01', lines: ['b', 'c'] },
    { day: '2026-12-02', lines: ['d'] },
  ])
})
