/** The order and the pages of a plan, as such. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { byDay, inOrder, pageOf, pageSize } from '../../src/plan/order.ts'

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

it('lines of a section, and of a day where they stand in none, stand together, in their order', () => {
  const section = { en: 'National events' }
  const placed = [
    { activity: 's', day: '2026-12-02', section },
    { activity: 't', day: '2026-12-01', section },
    { activity: 'a', day: null },
    { activity: 'b', day: '2026-12-01' },
    { activity: 'c', day: '2026-12-01' },
    { activity: 'd', day: '2026-12-02' },
  ]
  expect(byDay(placed)).toEqual([
    { section, day: null, lines: ['s', 't'] },
    { section: null, day: null, lines: ['a'] },
    { section: null, day: '2026-12-01', lines: ['b', 'c'] },
    { section: null, day: '2026-12-02', lines: ['d'] },
  ])
})

it('by day, then organization in the reader’s alphabet, then time, then reference; organizations of one name stand as one', () => {
  const names: Record<string, string> = { a: 'Élan', b: 'Fund', d: 'Zoo' }
  const all = [
    { reference: '1', ownerId: 'd', startsAt: '2026-12-01T06:00:00+03:00' },
    { reference: '2', ownerId: 'b', startsAt: '2026-12-01T09:00:00+03:00' },
    { reference: '3', ownerId: 'a', startsAt: '2026-12-01T10:00:00+03:00' },
    { reference: '5', ownerId: 'b', startsAt: '2026-12-01T08:00:00+03:00' },
    { reference: '4', ownerId: 'b', startsAt: '2026-12-01T08:00:00+03:00' },
    { reference: '6', ownerId: 'a', startsAt: '2026-12-02T00:00:00+03:00' },
    { reference: '7', ownerId: 'd', startsAt: '2026-11-30T23:59:00+03:00' },
  ]
  const placed = inOrder(all, {
    zone: 'Asia/Bahrain',
    start: Temporal.Instant.from('2026-12-01T00:00:00+03:00'),
    language: 'en',
    nameOf: id => names[id] ?? '',
    startsAt: a => Date.parse(a.startsAt),
  })
  expect(placed.map(p => [p.activity.reference, p.day])).toEqual([
    ['7', null],
    ['3', '2026-12-01'],
    ['4', '2026-12-01'],
    ['5', '2026-12-01'],
    ['2', '2026-12-01'],
    ['1', '2026-12-01'],
    ['6', '2026-12-02'],
  ])
  const alike = inOrder(
    [
      { ownerId: 'a', reference: '1', startsAt: 2 },
      { ownerId: 'e', reference: '2', startsAt: 1 },
    ],
    { zone: 'UTC', start: Temporal.Instant.fromEpochMilliseconds(0), language: 'en', nameOf: () => 'One name', startsAt: a => a.startsAt },
  )
  expect(alike.map(p => p.activity.reference)).toEqual(['2', '1'])
})
