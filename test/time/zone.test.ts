/** Days in a zone. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { dayOf, daysIn } from '../../src/time/zone.ts'

it.each(['Asia/Bahrain', 'Africa/Cairo', 'America/St_Johns', 'Pacific/Apia'])(
  'the days of many moments are those of each one, in %s',
  zone => {
    const day = daysIn(zone)
    const moment = fc.integer({ min: Date.parse('2009-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') })
    // Some lie close together, around the changes of clocks and the day that Samoa left out.
    const close = fc
      .tuple(fc.constantFrom('2011-12-30T10:00:00Z', '2026-04-23T22:00:00Z', '2026-10-29T21:00:00Z'), fc.integer({ min: -2e8, max: 2e8 }))
      .map(([at, off]) => Date.parse(at) + off)
    fc.assert(
      fc.property(fc.oneof(moment, close), ms => {
        expect(day(ms)).toBe(dayOf(zone, Temporal.Instant.fromEpochMilliseconds(ms)).toString())
      }),
      { numRuns: 400 },
    )
  },
)
