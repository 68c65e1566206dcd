/** What counts as which change of the plan. */
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Activity } from '../../src/model/activity.ts'
import { differences } from '../../src/plan/changes.ts'
import { activity } from '../dialogue/forms.ts'

const zone = 'Asia/Bahrain'
const window = { start: Temporal.Instant.from('2026-12-01T00:00:00+03:00'), end: Temporal.Instant.from('2027-02-01T00:00:00+03:00') }
const on = (id: string, day: string, more: Partial<Activity> = {}): Activity => ({
  ...activity,
  id,
  when: { kind: 'days', start: day, end: day },
  ...more,
})
const kinds = (before: Activity[], after: Activity[], elsewhere: Activity[] = []) =>
  differences(before, after, elsewhere, window, zone).map(c => [c.kind, (c.after ?? c.before)?.id])

test('added, moved, reworded, otherwise changed; what is as it was is none', () => {
  const before = [on('a', '2026-12-10'), on('b', '2026-12-11'), on('c', '2026-12-12'), on('d', '2026-12-13')]
  const after = [
    on('a', '2026-12-10', { notes: 'kept inside', version: 9 }),
    on('b', '2026-12-14', { title: { en: 'Moved and reworded' } }),
    on('c', '2026-12-12', { title: { en: 'Another title' } }),
    on('d', '2026-12-13', { venue: 'Bahrain Bay' }),
    on('e', '2026-12-15'),
  ]
  expect(kinds(before, after)).toEqual([
    ['moved', 'b'],
    ['reworded', 'c'],
    ['changed', 'd'],
    ['added', 'e'],
  ])
})

test('what is gone is cancelled, unless it stands outside the window now; what the window has left behind is neither', () => {
  const before = [on('a', '2026-12-10'), on('b', '2026-12-11'), on('c', '2026-11-20')]
  expect(kinds(before, [], [on('b', '2027-03-01')])).toEqual([
    ['cancelled', 'a'],
    ['moved', 'b'],
  ])
  expect(kinds(before, [], [on('a', '2026-12-10', { lifecycle: 'withdrawn' })])).toEqual([
    ['cancelled', 'a'],
    ['cancelled', 'b'],
  ])
})
