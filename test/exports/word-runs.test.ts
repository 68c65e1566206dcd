/** A text as Word is given it: a run for each direction, names held together, numbers that read as they are written. */
import { expect, test } from 'vitest'
import { runsOf } from '../../src/exports/word-runs.ts'
import { isolate } from '../../src/locales/speak.ts'
import type { Language } from '../../src/model/people.ts'

/** Runs as text: those from right to left in brackets. */
const said = (text: string, language: Language): string =>
  runsOf(text, language)
    .map(r => (r.rtl ? `[${r.text}]` : r.text))
    .join('')

test('Latin names and Western digits of an Arabic line are runs of their own; Arabic digits are not', () => {
  expect(said('افتتاح معرض Gulf Expo في المنامة', 'ar')).toBe('[افتتاح معرض ]Gulf Expo[ في المنامة]')
  expect(said('الأحد ١٥ ديسمبر ٢٠٢٦', 'ar')).toBe('[الأحد ١٥ ديسمبر ٢٠٢٦]')
  expect(said('من 10:00 إلى 11:30', 'ar')).toBe('[من ]10:00[ إلى ]11:30')
  expect(said('١٠–٢٠', 'ar')).toBe('[١٠–٢٠]')
})

test('an Arabic name of an English line is a run from right to left, whole', () => {
  expect(said(`Opened by ${isolate('معالي وزيرة الصحة')} today`, 'en')).toBe('Opened by [معالي وزيرة الصحة] today')
  expect(said('The book «كليلة ودمنة» is shown', 'en')).toBe('The book «[كليلة ودمنة]» is shown')
})

test('what was isolated is one run, its brackets and stops held to it; no mark of isolation is left', () => {
  expect(said(`الفعالية ${isolate('A-2026-0142')}، في ${isolate('Bahrain Airshow (BIAS)')}.`, 'ar')).toBe(
    '[الفعالية ]A-2026-0142[، في ]Bahrain Airshow (BIAS)\u200e[.]',
  )
  expect(said(`see ${isolate('(مؤجلة) معرض')}!`, 'en')).toBe('see [\u200f(مؤجلة) معرض]!')
  for (const language of ['ar', 'en'] as const) {
    const runs = runsOf(`${isolate('أ (ب)')} and ${isolate(`x ${isolate('ص')} y`)} \u2069 end`, language)
    expect(runs.map(r => r.text).join('')).not.toMatch(/[\u2066-\u2069\u202a-\u202e]/)
  }
})

test('a time keeps its half of the day; nothing of a text is lost or doubled', () => {
  expect(runsOf('at 10:00 am', 'en')).toEqual([{ text: 'at 10:00\u00a0am', rtl: false }])
  for (const text of ['', ' ', '1', 'ا1a', 'a ب 2 ج (d) ه', '٪ 5 – ٥ a'])
    for (const language of ['ar', 'en'] as const)
      expect(
        runsOf(text, language)
          .map(r => r.text)
          .join(''),
      ).toBe(text)
})
