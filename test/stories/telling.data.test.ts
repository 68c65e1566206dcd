/** Telling a story from where people are: a sentence that says it all, "make this a story", the card of what was held, the question of the day after. */
import { expect, test } from 'vitest'
import { stories } from '../../db/schema.ts'
import { actionsOf, type TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const labels = (as: string) => actionsOf(h.last(as).view).map(a => a.label.replace(/[\u2066-\u2069]/g, ''))
const only = async () => (await h.db.select().from(stories))[0]

test('a sentence that tells it all fills the story, and only the rest is asked', async () => {
  const said = await h.say(
    'education',
    'قصة عن ملتقى معلمي العلوم: ٤٠٠ معلم تدربوا على المختبرات الرقمية، وقالت المعلمة مريم سالم: «لم أعد أخشى دخول المختبر»، وقد وافقت على النشر. الصورة https://pics.example/a.jpg',
  )
  expect(said.text).toContain('الفعالية: ملتقى معلمي العلوم والرياضيات')
  expect(said.text).toContain('ما الذي تغيّر للناس بفضلها؟')
  expect((await h.say('education', 'صار بإمكان المعلمين تنفيذ التجارب دون مختبر مجهز.')).text).toContain('وما عنوانها باللغة الأخرى؟')
  await h.press('education', 'تخطي')
  expect(h.last('education').view.summary).toContain('كيف حُسب هذا الرقم؟')
  await h.press('education', 'تخطي')
  await h.press('education', 'تقديم القصة')
  expect(await only()).toMatchObject({
    headlineAr: '٤٠٠ معلم تدربوا على المختبرات الرقمية',
    figure: '٤٠٠ معلم',
    figureHow: null,
    quoteBy: 'المعلمة مريم سالم',
    consent: true,
    picture: 'https://pics.example/a.jpg',
    month: '2026-09',
  })
  // Its owner reads what is missing of the figure; nobody else sees it before.
  expect((await h.say('education', 'القصص التي تنتظر')).text).toContain('لا يُعرض الرقم «٤٠٠ معلم» قبل ذكر طريقة حسابه')
  await h.say('centre', 'القصص التي تنتظر الاعتماد')
  await h.press('centre', 'اعتماد')
  await h.say('tourism', 'show the success stories')
  expect((await h.press('tourism', 'Read')).text).not.toContain('٤٠٠ معلم (')
  expect(h.errors).toEqual([])
})

test('"make this a story" asks of what, the newest first; a picture that cannot be opened is asked for again', async () => {
  expect((await h.say('education', 'اجعلها قصة نجاح')).text).toContain('عن أي فعالية هذه القصة؟')
  await h.press('education', 'إلغاء')
  expect((await h.say('tourism', 'make this a story')).text).toContain('Which activity is it about?')
  await h.press('tourism', 'Cancel')
  const said = await h.say('tourism', 'story of the hospitality show: 4,000 families visited, picture http://pics.example/a')
  expect(said.text).toContain('is not secure')
  expect((await h.say('tourism', 'https://pics.example/a')).text).toContain('What changed for people through it?')
})

test('the card of what was held tells it with one press; one that is to come has its calendar there', async () => {
  const { id: held } = (await h.db.query.activities.findFirst({ where: (a, { eq }) => eq(a.reference, 'A-2026-0003') })) ?? {}
  await h.deliver('education', { kind: 'press', press: { name: 'activity.open', args: { id: held ?? '' } }, dialog: false })
  expect(labels('education')).toContain('قصة نجاح')
  expect(labels('education')).not.toContain('إضافة إلى التقويم')
  expect((await h.press('education', 'قصة نجاح', { dialog: false })).text).toContain('ما عنوان القصة؟')
  // Whoever cannot tell of it is not offered to.
  await h.deliver('tourism', { kind: 'press', press: { name: 'activity.open', args: { id: held ?? '' } }, dialog: false })
  expect(labels('tourism')).not.toContain('Success story')
  await h.press('education', 'إلغاء')
  await h.deliver('education', { kind: 'press', press: { name: 'coverage.open', args: { id: held ?? '' } }, dialog: false })
  expect(labels('education')).toContain('قصة نجاح')
})

test('the question of the day after leads to a story with one press, and stays open for its coverage', async () => {
  await h.say('health', 'We are opening the dialysis unit tomorrow at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  await h.moveTo('2026-11-26T12:00:00+03:00')
  await h.press('health', 'As planned')
  expect(labels('health')).toEqual(['Add coverage', 'There was none', 'Success story', 'Later'])
  expect((await h.press('health', 'Success story', { dialog: false })).text).toContain('What is its headline?')
  await h.press('health', 'Cancel')
  expect((await h.press('health', 'There was none')).text).toContain('there was no coverage')
  expect(h.errors).toEqual([])
})

test('stories are listed by the priority that their activity serves, in whichever month', async () => {
  await h.say('centre', 'قصة عن جولة تفتيشية على الأسواق المركزية: أسواق أكثر أماناً للمتسوقين')
  await h.say('centre', 'بات كل بائع يعرف ما عليه قبل الجولة المقبلة.')
  for (let i = 0; i < 3; i++) await h.press('centre', 'تخطي')
  await h.press('centre', 'تقديم القصة')
  expect((await h.say('tourism', 'success stories for the prevention priority')).text).toContain('أسواق أكثر أماناً')
  expect((await h.say('tourism', 'success stories for the digital services priority')).text).toContain('No stories yet')
  expect((await h.say('education', 'قصص النجاح لأولوية الوقاية')).text).toContain('أسواق أكثر أماناً')
  expect((await h.say('education', 'قصص النجاح لأولوية الخدمات الرقمية')).text).toContain('لا قصص بعد')
})
