/** Attendance whenever it is said, and the figures of training as a sentence asks for them. */
import { beforeEach, describe, expect, test } from 'vitest'
import { sampleWorkshops } from '../../src/sample/workshops.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
beforeEach(() => h.house.within(h.networkId, sampleWorkshops))

describe('attendance', () => {
  test('the sheet on request, once the session has begun; before it the names', async () => {
    expect((await h.say('centre', 'attendance of the podcast workshop')).text).toMatch(/Enrolled: Podcast production/)
    await h.moveTo('2026-12-09T15:00:00+03:00')
    expect((await h.say('centre', 'كشف حضور ورشة البودكاست')).text).toMatch(/من حضر؟ إنتاج البودكاست[\s\S]*هل حضر الجميع/)
    expect((await h.say('health', 'attendance of the podcast workshop')).text).toContain('Here are those of your own organization')
    expect(h.errors).toEqual([])
  })

  test('who was absent, by names, one after the other; then that everybody came', async () => {
    await h.moveTo('2026-12-10T08:00:00+03:00')
    expect((await h.say('centre', 'Fatima was absent yesterday')).text).toMatch(/Podcast production[\s\S]*1 of 2 came/)
    expect((await h.say('centre', 'علي ما حضر ورشة البودكاست')).text).toContain('عدد الحضور: ٠ من ٢')
    expect((await h.say('works', 'my training')).text).toMatch(/Podcast production[\s\S]*did not come/)
    expect((await h.say('centre', 'everybody came to the podcast workshop')).text).toContain('2 of 2 came')
    expect(h.errors).toEqual([])
  })

  test('of whom had no seat nothing is marked, and nobody else marks anything', async () => {
    await h.moveTo('2026-12-10T08:00:00+03:00')
    const { text } = await h.say('centre', 'Huda was absent from the podcast workshop')
    expect(text).toMatch(/Huda had no seat in it[\s\S]*Did everybody come\?/)
    expect((await h.say('egov', 'Fatima was absent from the podcast workshop')).text).toContain('Only the trainer or the centre')
    expect((await h.say('centre', 'attendance of the podcast workshop')).text).toContain('Did everybody come?')
    expect(h.errors).toEqual([])
  })
})

describe('figures', () => {
  test.each([
    'who was never trained in media monitoring in the Ministry of Education?',
    'which officers of the Ministry of Education have had no training in monitoring',
    'من لم يتدرب على الرصد من وزارة التربية والتعليم؟',
    'منو ما تدرب على الرصد من وزارة التربية والتعليم',
  ])('%s', async said => {
    const { text } = await h.say('centre', said)
    expect(text).toMatch(/Never trained: Monitoring|لم يتدربوا بعد: الرصد/)
    expect(text).toMatch(/Ameena|أمينة/)
    expect(text).not.toMatch(/Ministry of Health|وزارة الصحة/)
    expect(h.errors).toEqual([])
  })

  test('no-shows by name, of the days that are said; demand by track; of one organization alone', async () => {
    expect((await h.say('centre', 'من تغيب عن الورش هذا العام؟')).text).toMatch(/المتغيبون\nأساسيات الرصد الإعلامي\nأمينة يوسف الحمادي/)
    expect((await h.say('centre', 'how many no-shows were there in the trainings of December')).text).not.toContain('Ameena')
    expect((await h.say('centre', 'demand by track')).text).toMatch(/Traditional media\none workshop · 3 of 3 seats taken · 2 waiting/)
    const own = (await h.say('centre', 'training figures of the Ministry of Education')).text
    expect(own).toMatch(/Training figures\nMinistry of Education[\s\S]*one no-show/)
    expect(own).not.toContain('Ministry of Health')
    expect((await h.say('health', 'من تغيب عن الورش هذا العام؟')).text).not.toContain('أمينة')
    expect(h.errors).toEqual([])
  })
})
