/** What sentences correct of three appearances on a card: which one, and what of it; what adds to them corrects none. */
import { expect, test } from 'vitest'
import { amendmentOf } from '../../src/coverage/amend.ts'
import type { Work } from '../../src/coverage/fields.ts'
import { gather } from '../../src/coverage/gather.ts'
import type { Asking } from '../../src/dialogue/form.ts'
import type { Activity } from '../../src/model/activity.ts'
import type { Language } from '../../src/model/people.ts'
import { outlets } from '../../src/sample/outlets.ts'
import { asking } from '../voice.ts'

const work: Work = {
  activity: { reference: 'A-2026-0001' } as Activity,
  outlets,
  messages: [],
  links: [],
  region: 'BH',
  day: '2026-12-03',
}
const askingIn = (language: Language): Asking => {
  const { speak, context } = asking(language)
  return { speak, context: { ...context, now: '2026-12-06T09:00:00+03:00' } }
}
const pasted = {
  en: '1. Al Ayam – Two thousand walk – positive\n2. Akhbar Al Khaleej – Families walk for the heart\n3. GDN – A walk to remember – negative – reach 40,000',
  ar: '١. الأيام: ألفان يمشون للقلب (إيجابية)\n٢. أخبار الخليج: عائلات تمشي للقلب\n٣. الوطن: مشي لا ينسى (سلبية)، الوصول ٤٠ ألف',
}
const cardIn = (language: Language) => {
  const { values, further } = gather(pasted[language], askingIn(language), {}, work)
  return [values, ...(further ?? []).map(g => g.values)]
}
type Said = [string, number[], Record<string, unknown> | 'leave']
const english: Said[] = [
  ['the second one is in Al Watan, not Akhbar Al Khaleej', [1], { outletId: 'outlet-al-watan' }],
  ['it was Al Watan, not Akhbar Al Khaleej', [1], { outletId: 'outlet-al-watan' }],
  ['not GDN but News of Bahrain', [2], { outletId: 'outlet-news-of-bahrain' }],
  ['replace GDN with News of Bahrain', [2], { outletId: 'outlet-news-of-bahrain' }],
  ['News of Bahrain instead of GDN please', [2], { outletId: 'outlet-news-of-bahrain' }],
  ['GDN should be News of Bahrain', [2], { outletId: 'outlet-news-of-bahrain' }],
  ['no, the reach was 12,000', [2], { reach: 12_000 }],
  ['the reach of the first was 12,000', [0], { reach: 12_000 }],
  ['the Al Ayam one had a reach of 9,000', [0], { reach: 9_000 }],
  ['the third is not negative but neutral', [2], { tone: 'neutral' }],
  ['not negative, neutral', [], {}],
  ['it is neutral, not negative', [2], { tone: 'neutral' }],
  ['Akhbar Al Khaleej was neutral', [1], { tone: 'neutral' }],
  ['the first was published on 4 December', [0], { on: '2026-12-04' }],
  ['sorry, Al Ayam was on 4 December', [0], { on: '2026-12-04' }],
  ['the title of the first is "Hearts on the march"', [0], { title: 'Hearts on the march' }],
  ['link of the second: https://akhbar-alkhaleej.com/news/article/1', [1], { link: 'https://akhbar-alkhaleej.com/news/article/1' }],
  ['the second article is regional', [1], { level: 'regional' }],
  ['remove the last one', [2], 'leave'],
  ['please delete the first piece', [0], 'leave'],
  ['remove GDN', [2], 'leave'],
  ['leave out Al Ayam and GDN', [0, 2], 'leave'],
]
const arabic: Said[] = [
  ['الثانية في البلاد وليست في أخبار الخليج', [1], { outletId: 'outlet-al-bilad' }],
  ['ليست الوطن بل البلاد', [2], { outletId: 'outlet-al-bilad' }],
  ['البلاد بدل الوطن', [2], { outletId: 'outlet-al-bilad' }],
  ['استبدلوا الوطن بالبلاد', [2], { outletId: 'outlet-al-bilad' }],
  ['الوطن الصحيح البلاد', [2], { outletId: 'outlet-al-bilad' }],
  ['الثالثة ليست سلبية بل محايدة', [2], { tone: 'neutral' }],
  ['ليست سلبية وإنما محايدة', [2], { tone: 'neutral' }],
  ['نبرة الثانية إيجابية', [1], { tone: 'positive' }],
  ['الأيام كانت محايدة', [0], { tone: 'neutral' }],
  ['لا، الوصول ١٢ ألف', [2], { reach: 12_000 }],
  ['وصول الأولى ١٢ ألف', [0], { reach: 12_000 }],
  ['خبر الوطن نشر يوم ٤ ديسمبر', [2], { on: '2026-12-04' }],
  ['عنوان الخبر الأول: «قلوب على الدرب»', [0], { title: 'قلوب على الدرب' }],
  ['المادة الثانية إقليمية', [1], { level: 'regional' }],
  ['احذف الأولى', [0], 'leave'],
  ['شيلوا الأخيرة', [2], 'leave'],
  ['يرجى حذف الوطن', [2], 'leave'],
]

test.each([...english.map(s => ['en', ...s] as const), ...arabic.map(s => ['ar', ...s] as const)])(
  '%s: %s',
  (language, said, places, what) => {
    const read = amendmentOf(said, cardIn(language), askingIn(language), work)
    expect(read?.places ?? []).toEqual(places)
    if (what === 'leave') expect(read?.leave).toBe(true)
    else expect(read?.values ?? {}).toMatchObject(what)
  },
)

test.each([
  ['en', 'also News of Bahrain'],
  ['en', 'Bahrain TV and Al Bilad'],
  ['en', 'Al Ayam – Hearts on the march – 4 December'],
  ['en', 'Al Ayam: https://www.alayam.com/alayam/local/1/News.html'],
  ['en', 'No coverage in GDN'],
  ['ar', 'والبلاد أيضاً'],
  ['ar', 'الأيام: «قلوب على الدرب»'],
  ['ar', 'تلفزيون البحرين والبلاد'],
] as const)('what adds to a card corrects none: %s: %s', (language, said) => {
  expect(amendmentOf(said, cardIn(language), askingIn(language), work)).toBeNull()
})

test('two in one paper are not told apart by its name', () => {
  const english = askingIn('en')
  const { values, further } = gather('1. GDN – A walk to remember\n2. GDN – Hearts on the march', english, {}, work)
  const card = [values, ...(further ?? []).map(g => g.values)]
  expect(amendmentOf('GDN was neutral', card, english, work)).toBeNull()
  expect(amendmentOf('the second GDN one was neutral', card, english, work)?.places).toEqual([1])
})

test('of one alone, what corrects is its own', () => {
  const english = askingIn('en')
  const { values } = gather('GDN – A walk to remember – reach 40,000', english, {}, work)
  expect(amendmentOf('no, it was positive', [values], english, work)).toMatchObject({ places: [0], values: { tone: 'positive' } })
  expect(amendmentOf('it was Al Watan, not GDN', [values], english, work)).toMatchObject({
    places: [0],
    values: { outletId: 'outlet-al-watan' },
  })
})
