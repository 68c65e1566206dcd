/** What a question names, in both languages; and what is told, and asks about nothing. */
import { expect, test } from 'vitest'
import { askedAbout } from '../../src/understanding/asked-about.ts'

test.each([
  ['when is the youth forum?', 'youth forum'],
  ['When exactly is the youth forum held?', 'youth forum'],
  ['what time does the travel show start?', 'travel show'],
  ['please show me details of the fair', 'fair'],
  ['tell me more about the farmers day', 'farmers day'],
  ['who organises the museum nights?', 'museum nights'],
  ['متى المنتدى الوطني للشباب؟', 'المنتدي الوطني للشباب'],
  ['لو سمحتم متى موعد منتدى الشباب', 'منتدي الشباب'],
  ['وين بيصير المؤتمر الصحي', 'الموتمر الصحي'],
  ['ممكن تفاصيل حملة التطعيم؟', 'حمله التطعيم'],
  ['من المسؤول عن ليالي المتحف؟', 'ليالي المتحف'],
])('%s', (said, about) => {
  expect(askedAbout(said)).toEqual({ about, search: false })
})

test.each([
  ['search for museum', 'museum'],
  ['any events about water?', 'water'],
  ['ابحث عن المتحف', 'المتحف'],
  ['فعاليات عن التعليم', 'التعليم'],
])('looked for: %s', (said, about) => {
  expect(askedAbout(said)).toEqual({ about, search: true })
})

test.each([
  'نطلق حملة التطعيم الأحد',
  'who is at the health ministry?',
  'Youth forum on Sunday at 10',
  'ما فعاليات وزارة الداخلية؟',
  '',
  '?',
  'متى؟',
])('nothing is named: %s', said => {
  expect(askedAbout(said)).toBeNull()
})
