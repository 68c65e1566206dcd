/** The order of an agenda's lines: where the centre put them, and where what came later finds its place. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { arranged, stepped, timed } from '../../src/agenda/order.ts'

const lines = (keys: string) => keys.split(' ').map(key => ({ key }))
const order = (usual: string, places: Record<string, number>) =>
  arranged(lines(usual), new Map(Object.entries(places)))
    .map(l => l.key)
    .join(' ')

describe('arranged', () => {
  test.each([
    ['plan clashes next', {}, 'plan clashes next'],
    ['plan clashes next', { next: 1, plan: 2, clashes: 3 }, 'next plan clashes'],
    ['plan clashes next', { clashes: 1 }, 'plan clashes next'],
    ['plan priorities clashes next', { clashes: 1, plan: 2, next: 3 }, 'clashes plan priorities next'],
    ['actions plan next', { next: 1, plan: 2 }, 'actions next plan'],
    ['plan b1 b2 next', { next: 1, plan: 2, b1: 3 }, 'next plan b1 b2'],
  ])('%s with %o', (usual, places, wanted) => expect(order(usual, places as Record<string, number>)).toBe(wanted))
})

test('lines begin one after the other', () => {
  const start = Temporal.Instant.from('2026-12-06T07:00:00Z')
  expect(timed([{ minutes: 10 }, { minutes: 25 }, { minutes: 5 }], start).map(l => l.startsAt.toString().slice(11, 16))).toEqual([
    '07:00',
    '07:10',
    '07:35',
  ])
})

test('a step earlier or later; the ends stay', () => {
  const keys = ['a', 'b', 'c']
  expect(stepped(keys, 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(stepped(keys, 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(stepped(keys, 'a', -1)).toEqual(keys)
  expect(stepped(keys, 'c', 1)).toEqual(keys)
  expect(stepped(keys, 'x', 1)).toEqual(keys)
})
