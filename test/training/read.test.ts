/** Sentences of the centre read into a workshop, in both languages, with what people leave out and how they say it. */
import { describe, expect, test } from 'vitest'
import { builtInTracks } from '../../src/model/training.ts'
import { namesAnother } from '../../src/training/meant.ts'
import { personIn, readWorkshop, trackIn } from '../../src/training/read.ts'
import { asking } from '../voice.ts'

const read = (text: string, values = {}) =>
  readWorkshop(text, asking(/\p{Script=Arabic}/u.test(text) ? 'ar' : 'en'), values, { tracks: builtInTracks, people: [] }).values

describe('all of it in one sentence', () => {
  test.each([
    [
      'add a workshop in the new media track: podcast production on 14 December from 9am to 1pm at the Gulf Hotel, 20 seats, 2 per organization, trainer Dr. Sami Nasser, with a certificate, enrolment closes on 10 December',
      { title: 'Podcast production', place: 'Gulf Hotel', trainer: 'Dr. Sami Nasser' },
    ],
    [
      'أضف ورشة في مسار الإعلام الجديد: إنتاج البودكاست يوم ١٤ ديسمبر من ٩ صباحاً إلى ١ ظهراً في فندق الخليج، ٢٠ مقعداً، مقعدان لكل جهة، المدرب د. سامي ناصر، مع شهادة، التسجيل حتى ١٠ ديسمبر',
      { title: 'إنتاج البودكاست', place: 'فندق الخليج', trainer: 'د. سامي ناصر' },
    ],
  ])('%s', (text, own) => {
    expect(read(text)).toMatchObject({
      track: 'new_media',
      seats: 20,
      perOrganization: 2,
      certificate: 'yes',
      lastDay: '2026-12-10',
      when: { kind: 'timed', start: '2026-12-14T09:00:00+03:00', end: '2026-12-14T13:00:00+03:00' },
      ...own,
    })
  })
})

test.each([
  ['offer a workshop on crisis statements, twelve seats', { title: 'Crisis statements', seats: 12 }],
  ['offer a course called "Reading the media", capacity 30', { title: 'Reading the media', seats: 30 }],
  ['نطرح ورشة عن الخطابة، بعشرين مقعداً، بحد أقصى ٣ لكل جهة', { seats: 20, perOrganization: 3 }],
  ['نطرح ورشة بعنوان «صياغة البيان»، عدد المقاعد ٢٥، بدون شهادة', { title: 'صياغة البيان', seats: 25, certificate: 'no' }],
  ['offer a workshop on interviews, 20 seats, prerequisite: strategic planning', { seats: 20, prerequisite: 'strategic planning' }],
  ['offer a workshop on interviews, led by Noora Salman Alkaabi on 14 December', { trainer: 'Noora Salman Alkaabi' }],
  [
    'نطرح ورشة في مسار الإعلام الجديد: الفيديو القصير بالهاتف، يوم 13 ديسمبر من 10 صباحاً إلى 1 ظهراً في قاعة التدريب، مقعدان، تقدمها هالة السيد',
    { title: 'الفيديو القصير بالهاتف', track: 'new_media', seats: 2, trainer: 'هالة السيد' },
  ],
  ['نطرح ورشة المقابلات، تقدمها نورة سلمان الكعبي يوم ١٤ ديسمبر، مقعدان', { trainer: 'نورة سلمان الكعبي', seats: 2 }],
])('%s', (text, values) => expect(read(text)).toMatchObject(values))

test('a correction says one thing, and the title stays', () => {
  const standing = { title: 'New media for beginners', track: 'planning', seats: 20 }
  expect(read('change the seats of the new media workshop to 30', standing)).toEqual({ seats: 30 })
  expect(read('زيدوا مقاعد ورشة الإعلام الجديد إلى ٣٠', standing)).toEqual({ seats: 30 })
  expect(read('put it in the traditional media track', standing)).toMatchObject({ track: 'traditional_media' })
})

test('seats beyond what is possible are not taken from a sentence', () => {
  expect(read('offer a workshop on interviews, 5000 seats')).not.toHaveProperty('seats')
  expect(read('offer a workshop on interviews, 0 seats')).not.toHaveProperty('seats')
})

test('a track is found by its name or another way of saying it', () => {
  expect(trackIn('any training on social media?', builtInTracks)).toMatchObject({ id: 'new_media', led: null })
  expect(trackIn('ورش الرصد والتحليل', builtInTracks)).toMatchObject({ id: 'monitoring' })
  expect(trackIn('في مسار الاعلام التقليدي', builtInTracks)?.led).not.toBeNull()
  expect(trackIn('a workshop on cooking', builtInTracks)).toBeNull()
})

test('a person by the whole name, by first and last', () => {
  const people = [
    { id: 'a', organizationId: 'o', name: { ar: 'د. مريم جاسم العلوي', en: 'Dr Maryam Jasim Alalawi' } },
    { id: 'b', organizationId: 'p', name: { ar: 'مريم علي', en: 'Maryam Ali' } },
  ]
  expect(personIn('enrol Maryam Jasim Alalawi', people)?.id).toBe('a')
  expect(personIn('enrol Maryam Alalawi in it', people)?.id).toBe('a')
  expect(personIn('سجلوا زميلتي مريم', people)).toBeNull()
})

describe('which workshop is meant', () => {
  test.each([
    ['enrol me in the short video workshop', true],
    ['سجلوني في ورشة الفيديو القصير', true],
    ['enrol me in the workshop', false],
    ['enrol me in the next workshop', false],
    ['سجلوني في الورشة', false],
    ['سجلوني في الورشة القادمة', false],
  ])('%s', (said, names) => expect(namesAnother(said)).toBe(names))
})

test('a track that was chosen stays, whatever a title may sound like; one that is said to be a track is meant', () => {
  expect(read('Press conference on 14 December', { track: 'monitoring' }).track).toBeUndefined()
  expect(read('Press conference on 14 December').track).toBe('traditional_media')
  expect(read('in the new media track', { track: 'monitoring' }).track).toBe('new_media')
})
