/** Finding messages by what a question is about, and how near an activity is to a priority. */
import { describe, expect, test } from 'vitest'
import { find, leastLikeness, likeness, subjectWords } from '../../src/messages/find.ts'

const message = (id: string, topic: { ar?: string; en?: string }, text: { ar?: string; en?: string }, priority = {}) => ({
  id,
  topic,
  text,
  priority,
})
const credit = message(
  'credit',
  { ar: 'التقارير الائتمانية', en: 'Credit reports' },
  { ar: 'يحق لكل مواطن الاطلاع على تقريره مجاناً', en: 'Everyone may see their own report free of charge' },
)
const data = message('data', { en: 'Personal data protection' }, { en: 'Your data are collected for the service alone' })
const trees = message(
  'trees',
  {},
  { ar: 'شتلة لكل بيت', en: 'A seedling for every home' },
  { ar: 'موارد مستدامة', en: 'Sustainable resources' },
)
const all = [credit, data, trees]
const found = (said: string) => find(said, all)?.map(m => m.id)

describe('what a question is about', () => {
  test.each([
    'what do we say about credit reports?',
    'do we have a message on the credit report',
    'CREDIT REPORTING',
    'ما رسائلنا عن التقارير الائتمانية؟',
    'شنو نقول عن التقرير الائتماني',
    'رسالة حول تقارير إئتمانية',
    'التقارير الإئتمانيّه',
  ])('%s', said => expect(found(said)).toEqual(['credit']))

  test('by a word of the text, and of the priority', () => {
    expect(found('anything on seedlings?')).toEqual(['trees'])
    expect(found('رسائلنا عن الموارد المستدامة')).toEqual(['trees'])
    expect(found('what do we say about data?')).toEqual(['data'])
  })

  test('what is in none of them finds none; a question that names nothing is another thing', () => {
    expect(found('what do we say about school fees?')).toEqual([])
    expect(find('what do we say about the new plans?', [message('plant', {}, { en: 'Plant a tree' })])).toEqual([])
    expect(found('open the message bank')).toBeUndefined()
    expect(find('', all)).toBeNull()
    expect(subjectWords('ما رسائلنا؟')).toEqual([])
  })

  test('hostile texts end soon and find nothing', () => {
    expect(find('ا'.repeat(100_000), all)).toEqual([])
    expect(find('|||| \u202e\u0000 ؟؟؟', all)).toBeNull()
  })
})

test('one word of a priority’s title means something, one of its narrative does not', () => {
  const health = {
    title: { en: 'Prevention begins with us', ar: 'الوقاية تبدأ منا' },
    also: [{ en: 'Early screening and vaccination spare years of treatment' }],
  }
  expect(likeness('Prevention week in Muharraq', health)).toBeGreaterThanOrEqual(leastLikeness)
  expect(likeness('أسبوع الوقاية', health)).toBeGreaterThanOrEqual(leastLikeness)
  expect(likeness('Early screening campaign', health)).toBeGreaterThanOrEqual(leastLikeness)
  expect(likeness('Tree planting', { title: {}, also: [{ en: 'Planting trees is for everybody' }] })).toBe(2)
  expect(likeness('National programme day for schools', { title: { en: 'A national programme for schools' }, also: [] })).toBe(0)
  expect(likeness('Film screening', health)).toBeLessThan(leastLikeness)
})
