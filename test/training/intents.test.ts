/** Sentences about training that stand in no list of examples, and workshops that are an organization's own: what is asked for, and what a wing makes of it. */
import { expect, test } from 'vitest'
import { heardTraining } from '../../src/training/heard.ts'
import { offersTraining } from '../../src/understanding/offers.ts'
import { understand } from '../../src/understanding/understand.ts'
import { contextFor, lines, Tally } from '../understanding/corpus.ts'

/**
 * Percent. Each set was measured before its misses were looked at: the first 85 in English and 76 in Arabic, the second (tr2) 75 and 70. What they
 * found wanting was mended since, so that the floors say no more than that nothing is lost again.
 */
const floors: Record<string, number> = { 'training ar': 85, 'training en': 90 }

test('what nobody had in mind is understood', () => {
  const tally = new Tally()
  for (const l of lines<{ id: string; locale: string; text: string; intent: string }>('training-intents.jsonl')) {
    const { intent } = understand(l.text, contextFor(l.text))
    tally.count(`training ${l.locale}`, intent === l.intent, `${l.id} ${l.text}`, intent)
  }
  const short = Object.entries(floors).filter(([measure, floor]) => tally.percent(measure) < floor)
  expect({ short, misses: short.length > 0 ? tally.misses : [] }).toEqual({ short: [], misses: [] })
})

/** Percent of a third set, with support and the directory: its first reading was 75 / 75 of training, 50 / 75 of one's own, 100 / 100 and 75 / 75. */
test('seats, figures and help as officers ask for them are understood', () => {
  const tally = new Tally()
  for (const l of lines<{ id: string; locale: string; text: string; intent: string }>('training-and-help-intents.jsonl')) {
    const { intent } = understand(l.text, contextFor(l.text))
    tally.count(l.locale, intent === l.intent, `${l.id} ${l.text}`, intent)
  }
  const short = ['ar', 'en'].filter(measure => tally.percent(measure) < 90)
  expect({ short, misses: short.length > 0 ? tally.misses : [] }).toEqual({ short: [], misses: [] })
})

test.each([
  ['offer a workshop on infographics', true],
  ['add a workshop in the new media track', true],
  ['add a workshop with 20 seats', true],
  ['please add our workshop on 14 December', false],
  ['we are holding a workshop on nutrition on 14 December at 9am, 20 seats', false],
  ['open workshop W-2026-0012', false],
  ['change the seats of the new media workshop', false],
  ['نطرح دورة في التخطيط', true],
  ['أضف ورشة في مسار الإعلام الجديد', true],
  ['سجلوا لنا ورشة يوم الثلاثاء', false],
  ['ضيفوا لنا دورة الغوص يوم ٧ ديسمبر', false],
  ['راح نسوي ورشة الأسبوع الجاي', false],
])('%s', (text, offers) => expect(offersTraining(text)).toBe(offers))

test.each([
  ['what training is on offer?', 'browse'],
  ['which workshops can I enrol in?', 'browse'],
  ['ما الورش المتاحة للتسجيل؟', 'browse'],
  ['enrol me in the podcast workshop', 'enrol'],
  ['سجلوني في ورشة البودكاست', 'enrol'],
  ['أبي أسجل في ورشة الرصد', 'enrol'],
  ['سجلوا زميلتي فاطمة في الورشة', 'enrol'],
  ['أنسحب من الورشة', 'leave'],
  ['ألغوا تسجيلي في ورشة البودكاست', 'leave'],
  ['cancel my enrolment in the podcast workshop', 'leave'],
  ['cancel workshop W-2026-0012', 'cancel'],
  ['ألغ الورشة W-2026-0012', 'cancel'],
  ['زيدوا مقاعد ورشة البودكاست إلى ٣٠', 'change'],
  ['change the seats of the podcast workshop to 30', 'change'],
  ['who is enrolled in the podcast workshop?', 'who'],
  ['منو حضر الورشة W-2026-0002', 'who'],
  ['training figures', 'figures'],
  ['من لم يتدرب في مسار الإعلام الجديد؟', 'figures'],
  ['تقييم المشاركين لورشة البودكاست', 'feedback'],
  ['add a track: crisis communication', 'track'],
  ['أضف مسار: الاتصال في الأزمات', 'track'],
  ['make it 25 seats', 'change'],
  ['انقل الورشة إلى فندق الخليج', 'change'],
  ['مدرب ورشة التصوير صار نور حداد', 'change'],
  ['extend enrolment for the podcast workshop to 10 December', 'change'],
  ['has the place of the course changed?', 'browse'],
  ['attendance of the podcast workshop', 'sheet'],
  ['كشف حضور ورشة البودكاست', 'sheet'],
  ['Huda and Ali were absent yesterday', 'absent'],
  ['هدى وعلي ما حضروا الورشة أمس', 'absent'],
  ['everybody came to the podcast workshop', 'absent'],
  ['who was absent from the course', 'sheet'],
  ['no-shows this year', 'figures'],
  ['من تغيب عن الورش هذا العام؟', 'figures'],
  ['demand by track', 'figures'],
  ['put Huda down for the planning workshop', 'enrol'],
  ['add a training workshop', 'offer'],
  ['أضف ورشة', 'offer'],
])('%s is heard as %s', (text, kind) => expect(heardTraining(text).kind).toBe(kind))

test.each([
  ['Enrolment opens for the summer school on Monday 14 December at 9am at the Exhibition Centre', 'submit'],
  ['We are launching the transplant waiting list campaign on 14 December at 10am at the Gulf Hotel', 'submit'],
  ['نطلق حملة التوعية بقائمة الانتظار لزراعة الأعضاء يوم ١٤ ديسمبر الساعة ١٠ صباحاً في فندق الخليج', 'submit'],
  ['take my name off the waiting list', 'training'],
  ['أتنازل عن مقعدي لغيري', 'training'],
  ['W-2026-0012', 'training'],
])('%s asks for %s', (text, intent) => expect(understand(text, contextFor(text)).intent).toBe(intent))
