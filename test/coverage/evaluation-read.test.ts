/** What a sentence tells of a figure: how much, of what, how it was counted, until when; in both languages. */
import { expect, test } from 'vitest'
import { figureIn, readFigure, untilDay } from '../../src/coverage/evaluation-read.ts'
import type { Language } from '../../src/model/people.ts'
import { asking } from '../voice.ts'

const read = (text: string, l: Language) => {
  const { before: _, ...said } = readFigure(text, asking(l).context)
  return said
}

test.each<[Language, string, object]>([
  [
    'en',
    'add an outcome figure for A-2026-0142: 1,200 people registered for screening, counted by the clinics',
    { reference: 'A-2026-0142', stage: 'outcomes', figure: 1200, what: 'people registered for screening', how: 'the clinics' },
  ],
  [
    'en',
    'outcome for A-2026-0142: 1,200 people registered for screening, counted by the clinics until 20 November',
    {
      reference: 'A-2026-0142',
      stage: 'outcomes',
      figure: 1200,
      what: 'people registered for screening',
      how: 'the clinics',
      until: '2026-11-20',
    },
  ],
  [
    'en',
    'add an out-take figure: 62% of parents remember the slogan, measured by a survey',
    { stage: 'out_takes', figure: 62, unit: '%', what: 'parents remember the slogan', how: 'a survey' },
  ],
  ['en', 'impact: 1.5 million visits according to the portal', { stage: 'impact', figure: 1_500_000, what: 'visits', how: 'the portal' }],
  [
    'ar',
    'أضف رقم نتائج للفعالية A-2026-0142: ١٬٢٠٠ شخص سجّلوا للفحص، بحسب المراكز الصحية حتى ٢٠ نوفمبر',
    {
      reference: 'A-2026-0142',
      stage: 'outcomes',
      figure: 1200,
      what: 'شخص سجّلوا للفحص',
      how: 'المراكز الصحية',
      until: '2026-11-20',
    },
  ],
  [
    'ar',
    'رقم أثر: ١٢٪ انخفاض الحوادث، المصدر: إدارة المرور',
    { stage: 'impact', figure: 12, unit: '%', what: 'انخفاض الحوادث', how: 'إدارة المرور' },
  ],
  ['ar', 'نتائج: ٤١ ألف زائر وفق عدّاد البوابات', { stage: 'outcomes', figure: 41_000, what: 'زائر', how: 'عدّاد البوابات' }],
  ['en', 'add a figure for A-2026-0142', { reference: 'A-2026-0142' }],
])('%s: %s', (l, text, said) => {
  expect(read(text, l)).toEqual(said)
})

test.each([
  ['1,200', 1200],
  ['about 3.5%', 3.5],
  ['٣٫٥', 3.5],
  ['12 000', 12],
  ['2 million', 2e6],
  ['مليون', null],
  ['A-2026-0142', null],
])('the figure in %s', (text, figure) => {
  expect(figureIn(text)?.figure ?? null).toBe(figure)
})

test.each([
  ['20 November', '2026-11-20'],
  ['until 20 November', '2026-11-20'],
  ['yesterday', '2026-11-23'],
  ['حتى نهاية أكتوبر', '2026-10-31'],
  ['لغاية ٢٠ نوفمبر', '2026-11-20'],
  ['3 December', '2025-12-03'],
  ['3 December 2026', '2026-12-03'],
  ['soon', null],
])('the day that something was counted until: %s', (text, day) => {
  expect(untilDay(text, asking('en').context)).toBe(day)
})
