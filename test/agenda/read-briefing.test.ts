/** Sentences that ask for a briefing, as officers write them, read into its fields. */
import { describe, expect, test } from 'vitest'
import { readBriefing } from '../../src/agenda/read-briefing.ts'

type Row = [string, string | null, string | null, number | null, string | null]
const rows: Row[] = [
  ['we’d like ten minutes to present the new smart clinic, presenter Dr Salman', 'The new smart clinic', 'Dr Salman', 10, null],
  [
    'We would like a briefing on the new national portal, presented by Sara Ali, 15 minutes',
    'The new national portal',
    'Sara Ali',
    15,
    null,
  ],
  [
    'Please give us a 20-minute slot to present the Road Safety Strategy. The presenter is Eng. Khalid Hassan',
    'The Road Safety Strategy',
    'Eng. Khalid Hassan',
    20,
    null,
  ],
  [
    'can we have a briefing about e-services for fifteen minutes by Dr. Amal https://files.example/e.pdf',
    'e-services',
    'Dr. Amal',
    15,
    'https://files.example/e.pdf',
  ],
  ['Dr Salman will present the smart clinic for 10 minutes', 'The smart clinic', 'Dr Salman', 10, null],
  ['I want to brief the network on the census results in the next meeting', 'The census results', null, null, null],
  ['book a slot for a presentation on tourism figures, quarter of an hour', 'Tourism figures', null, 15, null],
  ['we need a briefing slot', null, null, null, null],
  ['briefing titled "Water for all", presenter: Huda Salem', 'Water for all', 'Huda Salem', null, null],
  ['نرغب في عرض موجز عن العيادة الذكية لمدة عشر دقائق يقدمه د. سلمان أحمد', 'العيادة الذكية', 'د. سلمان أحمد', 10, null],
  ['نود تقديم عرض موجز حول نتائج التعداد، مدته ١٥ دقيقة، تقدمه الأستاذة هدى سالم', 'نتائج التعداد', 'الأستاذة هدى سالم', 15, null],
  ['نريد ربع ساعة في الاجتماع القادم لعرض مشروع البوابة الوطنية، المقدم: سارة علي', 'مشروع البوابة الوطنية', 'سارة علي', 15, null],
  ['سيقدم الدكتور سلمان عرضاً موجزاً عن المستشفى الجديد لمدة خمس عشرة دقيقة', 'المستشفى الجديد', 'الدكتور سلمان', 15, null],
  [
    'نحتاج عشرين دقيقة لعرض استراتيجية السلامة المرورية يقدمها المهندس خالد حسن في الاجتماع المقبل',
    'استراتيجية السلامة المرورية',
    'المهندس خالد حسن',
    20,
    null,
  ],
  ['عرض موجز بعنوان «الماء للجميع» رابطه https://files.example/w.pdf', 'الماء للجميع', null, null, 'https://files.example/w.pdf'],
  ['نطلب فقرة عرض موجز', null, null, null, null],
]

describe('a sentence', () => {
  test.each(rows)('%s', (said, title, presenter, minutes, link) => {
    const read = readBriefing(said)
    expect([read.title, read.presenter, read.minutes, read.link]).toEqual([title, presenter, minutes, link])
  })
})
