/** The network's voice: places by their name in the reader's language, texts isolated, digits of the network. */
import { expect, it } from 'vitest'
import { speaker } from '../../src/locales/speak.ts'
import { settings } from '../../src/sample/settings.ts'

const calendar = { ...settings, holidays: [], hijriShifts: {} }
const ar = speaker('ar', settings, calendar)
const en = speaker('en', settings, calendar)

it('names a known place in the reader’s language, whichever language and spelling it was written in', () => {
  expect(en.venue('فندق الخليج')).toBe('Gulf Hotel')
  expect([ar.half('د. سلمان | Dr Salman'), en.half('Dr Salman | د. سلمان')]).toEqual(['د. سلمان', 'Dr Salman'])
  expect(['A | B', 'سلمان', 'a | ب | c', '| ب'].map(en.half)).toEqual(['A | B', 'سلمان', 'a | ب | c', '| ب'])
  expect(ar.venue('gulf hotel')).toBe('فندق الخليج')
  expect(en.venue('المسرح الوطنى')).toBe('Bahrain National Theatre')
  expect(en.venue('عن بُعد')).toBe('online')
})
it('leaves any other place as it was written', () => {
  expect(en.venue('قاعة الشيخة سبيكة')).toBe('قاعة الشيخة سبيكة')
  expect(ar.venue('Hall 4, Gulf Hotel')).toBe('Hall 4, Gulf Hotel')
})
