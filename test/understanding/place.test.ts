/** A line of a list called by its place, and what is to be done with it. */
import { expect, test } from 'vitest'
import { placeIn } from '../../src/understanding/place.ts'

test.each<[string, number | null, string]>([
  ['the second', 2, ''],
  ['Open the third one.', 3, ''],
  ['number 2', 2, ''],
  ['2', 2, ''],
  ['#3', 3, ''],
  ['رقم ٢', 2, ''],
  ['الثالثة', 3, ''],
  ['افتح الثانية', 2, ''],
  ['الورشة الثانية', 2, ''],
  ['عن الطلب الأول', 1, ''],
  ['the last one', -1, ''],
  ['الأخيرة', -1, ''],
  ['show me the first request', 1, ''],
  ['tell me about the second workshop', 2, ''],
  ['edit the second', 2, 'edit'],
  ['withdraw number 3', 3, 'withdraw'],
  ['سحب الثانية', 2, 'سحب'],
  ['enrol me in the first', 1, 'enrol me in'],
  // A day, an hour, a thing of its own, more than a place.
  ['the second of December', null, ''],
  ['first half of December', null, ''],
  ['الساعة الثانية', null, ''],
  ['الثانية ظهراً', null, ''],
  ['last Sunday', null, ''],
  ['edition 2', null, ''],
  ['the second at 11', null, ''],
  ['the first workshop on podcasts', null, ''],
  ['open day', null, ''],
  ['', null, ''],
])('%s', (said, place, does) => {
  const found = placeIn(said)
  expect(found?.place ?? null).toBe(place)
  expect(found?.does ?? '').toBe(does)
})
