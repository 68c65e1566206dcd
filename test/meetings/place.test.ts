/** Where the meeting is held, as it is written: in one language or in both, and nothing of it lost. */
import { expect, test } from 'vitest'
import { settingsForm } from '../../src/meetings/settings.ts'
import { asking } from '../voice.ts'

const read = (said: string) => {
  const r = settingsForm.fields.place.read(said, asking('ar'), {}, null)
  return r.ok ? r.value.place : r.problem.key
}

test.each([
  ['القاعة الرئيسية', { ar: 'القاعة الرئيسية' }],
  ['Main room / القاعة الرئيسية', { en: 'Main room', ar: 'القاعة الرئيسية' }],
  ['القاعة الرئيسية\nMain room', { en: 'Main room', ar: 'القاعة الرئيسية' }],
  ['القاعة الرئيسية / الطابق الثاني', { ar: 'القاعة الرئيسية / الطابق الثاني' }],
  ['القاعة الرئيسية / الطابق الثاني / Main room / 2nd floor', { ar: 'القاعة الرئيسية / الطابق الثاني', en: 'Main room / 2nd floor' }],
  ['Room 3/4', { en: 'Room 3 / 4' }],
  [' / - ', 'dialogue.tooShort'],
  ['ا'.repeat(201), 'dialogue.tooLong'],
])('%j', (said, place) => {
  expect(read(said)).toEqual(place)
})
