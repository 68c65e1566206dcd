/** What a plan lacks: weeks by the network's weekend, priorities nobody serves, organizations without anything. */
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { gapsOf, weeksOf } from '../../src/plan/gaps.ts'
import { onDays, timed, zone } from './small-network.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const said = (weeks: { from: Temporal.PlainDate; to: Temporal.PlainDate }[]) => weeks.map(w => `${w.from} ${w.to}`)

test('a week begins after the weekend, and is cut to the days asked about', () => {
  expect(said(weeksOf(day('2026-12-02'), day('2026-12-15'), [5, 6]))).toEqual([
    '2026-12-02 2026-12-05',
    '2026-12-06 2026-12-12',
    '2026-12-13 2026-12-15',
  ])
  expect(said(weeksOf(day('2026-12-04'), day('2026-12-08'), [6, 7]))).toEqual(['2026-12-04 2026-12-06', '2026-12-07 2026-12-08'])
})

test('an activity fills the weeks it touches; partners have something; a served priority is no gap', () => {
  const gaps = gapsOf(
    [
      { when: timed('2026-12-12T22:00:00+03:00', '2026-12-13T00:00:00+03:00'), owners: ['health', 'youth'], priorityId: 'p1' },
      { when: onDays('2026-12-19', '2026-12-20'), owners: ['health'], priorityId: null },
    ],
    { priorities: [{ id: 'p1' }, { id: 'p2' }], organizations: [{ id: 'health' }, { id: 'youth' }, { id: 'egov' }] },
    { today: day('2026-12-02'), last: day('2026-12-31'), weekend: [5, 6], zone },
  )
  expect(gaps.priorities).toEqual([{ id: 'p2' }])
  expect(gaps.organizations).toEqual([{ id: 'egov' }])
  expect(said(gaps.weeks)).toEqual(['2026-12-02 2026-12-05', '2026-12-27 2026-12-31'])
})
