/** Of what and of whom something is asked: who is invited, which edition is to be made, whose messages, which two are merged. */
import { describe, expect, test } from 'vitest'
import { organizations } from '../../src/sample/names.ts'
import { referencesIn } from '../../src/understanding/arguments.ts'
import { understand } from '../../src/understanding/understand.ts'
import { asking } from '../voice.ts'

const read = (said: string) => understand(said, asking(/[\u0621-\u064a]/.test(said) ? 'ar' : 'en').context)

describe('the invited one follows the inviting, whatever the title names', () => {
  test.each([
    ['invite the Ministry of Youth to the heart health walk', 'youth'],
    ['ادعُ وزارة الشباب إلى مشي صحة القلب', 'youth'],
    ['invite youth to the Ministry of Health open day', 'youth'],
    ['for the heart health walk invite the Ministry of Youth', 'youth'],
    ['ادع وزارة الشباب إلى ملتقى التربية والتعليم', 'youth'],
    ['نرغب في دعوة هيئة السياحة إلى ملتقى التربية والتعليم', 'tourism'],
    ['add the tourism authority as a partner in the education fair', 'tourism'],
    ['I would like to invite iGA to our health week', 'egov'],
    ['ابي اعزم وزارة الداخلية على حملة الصحة', 'interior'],
  ])('%s', (said, handle) => {
    const { intent, arguments: args } = read(said)
    expect([intent, organizations.find(o => o.ar === args.organization)?.handle]).toEqual(['invite_partner', handle])
  })
})

test.each([
  ['أعدّوا الإصدار الثامن', 'compile', '8'],
  ['جهزوا الإصدار ٨', 'compile', '8'],
  ['compile edition 8', 'compile', '8'],
  ['اعرض الإصدار الثامن', 'plan', '8'],
  ['edition 7', 'plan', '7'],
  ['the plan, edition 7 please', 'plan', '7'],
])('an edition is made where that is said: %s', (said, intent, edition) => {
  expect(read(said)).toMatchObject({ intent, arguments: { edition } })
})

test.each(['Messages for December', 'messages for May', 'رسائل شهر ديسمبر', 'رسائل شهر مارس'])(
  'the messages of a month are messages: %s',
  said => {
    const { intent, arguments: args } = read(said)
    expect([intent, args.month?.length]).toEqual(['messages', 7])
  },
)

test.each([
  ['merge A-2026-0012 into A-2026-0010', 'merge'],
  ['please merge A-2027-0112 with A-2027-0001', 'merge'],
  ['ادمج A-2026-0012 مع A-2026-0010', 'merge'],
  ['ادمجوا A-2027-0112 في A-2027-0001', 'merge'],
  ['edit A-2026-0012', 'edit'],
  ['acknowledged', 'acknowledge'],
  ['تم الاطلاع', 'acknowledge'],
  ['thank you', 'small_talk'],
])('%s: %s', (said, intent) => expect(read(said).intent).toBe(intent))

test('references are found in their order, each once', () => {
  expect(referencesIn('a-2026-0012 مع A-٢٠٢٦-٠٠١٠ (A-2026-0012)')).toEqual(['A-2026-0012', 'A-2026-0010'])
})
