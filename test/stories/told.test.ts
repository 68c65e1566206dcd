/** What a text tells of a story, taken apart; as officers write it, in one breath, in sentences, or in lines with labels. */
import { describe, expect, test } from 'vitest'
import { toldIn } from '../../src/stories/told.ts'

const told = (text: string) => toldIn(text).told

describe('a story told in English', () => {
  test.each([
    ['4,000 families visited in three days', { headline: '4,000 families visited in three days', figure: '4,000 families' }],
    [
      'the bridge halves the way to school. 320 pupils no longer cross the highway.',
      { headline: 'The bridge halves the way to school', change: '320 pupils no longer cross the highway.', figure: '320 pupils' },
    ],
    [
      '4,000 families came, and 84 were sent to a doctor. "It may have saved my life", said Salem Ali, who agreed to be quoted. Picture: https://pics.example/b.jpg',
      {
        headline: '4,000 families came, and 84 were sent to a doctor',
        figure: '4,000 families',
        quote: 'It may have saved my life',
        quoteBy: 'Salem Ali',
        consent: 'yes',
        picture: 'https://pics.example/b.jpg',
      },
    ],
    [
      'Screening came to four villages. As Salem Ali said: “I had never been to a clinic”. He has not agreed yet.',
      {
        headline: 'Screening came to four villages',
        figure: undefined,
        quote: 'I had never been to a clinic',
        quoteBy: 'Salem Ali',
        consent: 'no',
      },
    ],
    [
      'Waiting fell by 40% in a month. "Ten minutes and I was done" (Salem, a visitor of 61), with his consent.',
      {
        headline: 'Waiting fell by 40% in a month',
        figure: '40%',
        quote: 'Ten minutes and I was done',
        quoteBy: 'Salem, a visitor of 61',
        consent: 'yes',
      },
    ],
    [
      'Headline: A walk became a habit\nWhat changed: Two hundred people walk every week now.\nFigure: 200 walkers\nHow counted: club register\nQuote: "It changed my week"\nBy: Salem',
      {
        headline: 'A walk became a habit',
        change: 'Two hundred people walk every week now.',
        figure: '200 walkers',
        figureHow: 'club register',
        quote: 'It changed my week',
        quoteBy: 'Salem',
      },
    ],
    [
      '2 million trees planted along the coast since 2024',
      { headline: '2 million trees planted along the coast since 2024', figure: '2 million trees' },
    ],
    // A time and a date count nobody; a name in marks is no quote.
    ['on 14 November at 10 am "Young Leaders" opened its doors', { headline: 'On 14 November at 10 am "Young Leaders" opened its doors' }],
  ])('%s', (text, expected) => expect(told(text)).toEqual(Object.fromEntries(Object.entries(expected).filter(([, v]) => v !== undefined))))
})

describe('a story told in Arabic', () => {
  test.each([
    ['زارت المعرض ٤٠٠٠ أسرة في ثلاثة أيام', { headline: 'زارت المعرض ٤٠٠٠ أسرة في ثلاثة أيام', figure: '٤٠٠٠ أسرة' }],
    [
      '٤٠٠ معلم ومعلمة تدربوا على المختبرات الرقمية، وقالت المعلمة مريم سالم: «لم أعد أخشى دخول المختبر»، وقد وافقت على النشر. الصورة https://pics.example/a.jpg',
      {
        headline: '٤٠٠ معلم ومعلمة تدربوا على المختبرات الرقمية',
        figure: '٤٠٠ معلم ومعلمة',
        quote: 'لم أعد أخشى دخول المختبر',
        quoteBy: 'المعلمة مريم سالم',
        consent: 'yes',
        picture: 'https://pics.example/a.jpg',
      },
    ],
    [
      'فحص ١٢٠٠ شخص في صباح واحد. عرف من لم يُفحصوا من قبل ضغط دمهم. «دقائق أنقذت حياتي والحمد لله» (سالم علي)، ولم يوافق بعد على ذكر اسمه',
      {
        headline: 'فحص ١٢٠٠ شخص في صباح واحد',
        change: 'عرف من لم يُفحصوا من قبل ضغط دمهم.',
        figure: '١٢٠٠ شخص',
        quote: 'دقائق أنقذت حياتي والحمد لله',
        quoteBy: 'سالم علي',
        consent: 'no',
      },
    ],
    [
      'العنوان: جسر يختصر طريق المدرسة\nما الذي تغيّر: لم يعد الطلبة يعبرون الشارع السريع.\nالرقم: ٣٢٠ طالباً\nالاقتباس: «وصلت في خمس دقائق»\nصاحب القول: الطالب حمد',
      {
        headline: 'جسر يختصر طريق المدرسة',
        change: 'لم يعد الطلبة يعبرون الشارع السريع.',
        figure: '٣٢٠ طالباً',
        quote: 'وصلت في خمس دقائق',
        quoteBy: 'الطالب حمد',
      },
    ],
    [
      'انخفض الانتظار ٤٠٪ خلال شهر. يقول سالم علي: "أنجزت معاملتي في عشر دقائق" بموافقته.',
      {
        headline: 'انخفض الانتظار ٤٠٪ خلال شهر',
        figure: '٤٠٪',
        quote: 'أنجزت معاملتي في عشر دقائق',
        quoteBy: 'سالم علي',
        consent: 'yes',
      },
    ],
    ['في ١٤ نوفمبر الساعة ١٠ صباحاً بدأت العيادة عملها', { headline: 'في ١٤ نوفمبر الساعة ١٠ صباحاً بدأت العيادة عملها' }],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

test('a long breath is what changed, and its headline is asked for; a picture that cannot be opened is said to be so', () => {
  const long = 'People who had never been screened know their blood pressure now, because '.repeat(3)
  expect(told(long)).toEqual({ change: long.trim() })
  expect(toldIn('A walk became a habit, picture http://pics.example/a.jpg').problem?.key).toBe('dialogue.onlyHttps')
})
