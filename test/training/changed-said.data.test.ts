/** A workshop changed by a sentence: a card with the difference, whichever workshop is meant, and what must not be changed unsaid. */
import { beforeEach, describe, expect, test } from 'vitest'
import { sampleWorkshops } from '../../src/sample/workshops.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
beforeEach(() => h.house.within(h.networkId, sampleWorkshops))

describe('by the centre', () => {
  test.each([
    ['make the podcast workshop 25 seats', 'Seats: from 20 to 25'],
    ['raise the seats of the podcast workshop to 25', 'Seats: from 20 to 25'],
    ['move the podcast workshop to 10 December', 'Wednesday 9 December 2026, 9:00 am to 1:00 pm'],
    [
      'keep enrolment open for the podcast workshop till 6 December',
      'Last day to enrol: from Tuesday 8 December 2026 to Sunday 6 December 2026',
    ],
    ['the trainer of the podcast workshop is now Nader Alshaikh', 'to Nader Alshaikh'],
    ['زودوا مقاعد ورشة البودكاست إلى ٣٠', 'المقاعد: من ٢٠ إلى ٣٠'],
    ['انقل ورشة البودكاست إلى فندق الخليج', 'المكان أو الرابط: من مركز عيسى الثقافي إلى فندق الخليج'],
    ['مددوا التسجيل في ورشة البودكاست لين يوم ٦ ديسمبر', 'آخر يوم للتسجيل: من الثلاثاء ٨ ديسمبر ٢٠٢٦ إلى الأحد ٦ ديسمبر ٢٠٢٦'],
    ['مدرب ورشة البودكاست صار نادر الشيخ', 'إلى نادر الشيخ'],
  ])('%s', async (said, difference) => {
    const { text } = await h.say('centre', said)
    expect(text).toMatch(/What changes:|ما يتغير:/)
    expect(text).toContain(difference)
    // One thing is changed, and the title stays what it was.
    expect(
      text
        .split(/What changes:|ما يتغير:/)[1]
        ?.split('\n')
        .filter(l => /: (?:from|من) /.test(l)),
    ).toHaveLength(said.includes('10 December') ? 2 : 1)
    expect(h.errors).toEqual([])
  })

  test('where nothing says which, it is asked, and what was said is not lost', async () => {
    expect((await h.say('centre', 'زد المقاعد إلى ٢٥')).text).toContain('أي ورشة تقصدون')
    expect((await h.press('centre', 'تغيير', { nth: 1 })).text).toContain('المقاعد: من ٢٠ إلى ٢٥')
    await h.press('centre', 'حفظ')
    expect((await h.say('centre', 'W-2026-0002')).text).toMatch(/23 of 25|٢٣ من ٢٥/)
    expect(h.errors).toEqual([])
  })

  test('never fewer seats than are taken', async () => {
    expect((await h.say('centre', 'reduce W-2026-0004 to 2 seats')).text).toContain('3 seats are taken or held, so there cannot be 2')
  })

  test('on the weekend or a holiday it is warned of, by a sentence and by a form', async () => {
    expect((await h.say('centre', 'move the podcast workshop to Friday 11 December')).text).toContain(
      'Friday 11 December 2026 is on the weekend.',
    )
    await h.say('centre', 'cancel')
    await h.say(
      'centre',
      'add a workshop in the new media track: video reporting on 16 December from 9am to 1pm at the Gulf Hotel, 20 seats, trainer Sami Nasser',
    )
    expect((await h.say('centre', 'إنتاج الفيديو')).text).toMatch(
      /Title in the other language: إنتاج الفيديو[\s\S]*Wednesday 16 December 2026 is a holiday: National Day/,
    )
    await h.press('centre', 'Offer the workshop')
    expect((await h.say('youth', 'ما الورش المتاحة؟')).text).toContain('إنتاج الفيديو')
    expect(h.errors).toEqual([])
  })
})

test('what an organization moves is its own activity', async () => {
  expect((await h.say('egov', 'انقل ورشة أمن المعلومات إلى فندق الخليج')).text).toContain('تعديل A-2026-0042')
  expect((await h.say('centre', 'إلغاء')).text).not.toContain('W-2026')
  expect(h.errors).toEqual([])
})
