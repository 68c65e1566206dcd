/** What an officer's words are to support: a message about a request that was just shown, a request of its own beside an open draft, or a draft's need. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

describe('beside an open activity', () => {
  beforeEach(async () => {
    await h.say('health', 'Heart walk exhibition on 13 December at 10am at the Gulf Hotel')
  })

  test.each([
    ['we need a photographer for our exhibition on 14 December', /Support: Photography[\s\S]*14 December/],
    ["we need a photographer for the minister's press conference", /Support: Photography[\s\S]*press conference/],
    ['we need help with a rumour about vaccines', /Support: Crisis advice/],
    ['support request: translation of a press release into English', /Support: /],
    ['نحتاج إلى دعم: بث مباشر لمؤتمر الوزير', /الدعم المطلوب: بث مباشر/],
    ['نحتاج مصوراً لحفل الافتتاح يوم ٢٠ ديسمبر', /الدعم المطلوب: تصوير/],
  ])('%s: a request of its own, and the draft comes back as it was', async (said, request) => {
    const { text } = await h.say('health', said)
    expect(text).toMatch(request)
    expect(text).toMatch(/What you had begun is kept|ما بدأتموه محفوظ/)
    const back = await h.say('health', 'cancel')
    expect(back.text).toMatch(/Back to what you had begun|نعود إلى ما كنتم/)
    expect(back.text).toMatch(/13 December|١٣ ديسمبر/)
    expect(back.text).not.toMatch(/Asked of the Centre|المطلوب من المركز/)
  })

  test.each([
    'add a photographer',
    'we need a photographer',
    'please send us a photographer for it',
    'we need a photographer for the heart walk',
    'أضيفوا مصوراً',
    'نحتاج مصوراً للمعرض',
  ])('%s: said of the draft', async said => {
    expect((await h.say('health', said)).text).toMatch(/Asked of the Centre: Photography|المطلوب من المركز: تصوير/)
    expect((await h.say('health', 'and a livestream')).text).toMatch(/Photography and Livestream|تصوير وبث مباشر/)
  })

  test('while its place is asked for', async () => {
    await h.say('health', 'cancel')
    await h.say('health', 'Health walk on 14 December at 9am')
    expect((await h.say('health', 'we need a photographer for our exhibition on 20 December')).text).toContain('Support: Photography')
    expect((await h.say('health', 'cancel')).text).toContain('Where will it be held?')
  })
})

describe('behind the card of a request', () => {
  beforeEach(async () => {
    await h.say('health', 'we need a photographer for the health walk on 14 December')
    await h.press('health', 'Ask the Centre')
  })

  test.each(['the photographer should be at the gate at 8', 'we need the photos by Thursday evening', 'المصور يحضر الساعة ٨ عند البوابة'])(
    '%s: a message',
    async said => {
      expect((await h.say('health', said)).text).toMatch(/Sent to|أُرسلت إلى/)
      expect(
        h.shown
          .filter(s => s.to === 'centre')
          .map(s => textOf(s.view))
          .join('\n'),
      ).toContain(said)
    },
  )

  test('what is needed for another occasion is a request of its own', async () => {
    expect((await h.say('health', 'we need a photographer for the nursing forum on 20 December')).text).toContain('What for: Nursing forum')
    expect((await h.say('health', 'we need a translator for the vaccination campaign on 22 December')).text).toContain(
      'You have one open already',
    )
  })

  test.each(['Hall 3, and we need two photographers at 8', 'yes', 'نحو مئتين، ونحتاج مصوراً آخر', 'it is at the main gate'])(
    '%s: an answer to what the centre wrote',
    async said => {
      await h.say('centre', 'tell S-2026-0001: which hall, and is the gate open?')
      expect((await h.say('health', said)).text).toMatch(/Sent to|أُرسلت إلى/)
    },
  )

  test('what wants something else behind the centre’s message is no answer to it', async () => {
    const written = () => h.say('centre', 'tell S-2026-0001: which hall?')
    await written()
    expect((await h.say('health', 'what is on next week?')).text).toContain('Communication plan')
    await written()
    expect((await h.say('health', 'Nursing forum on 20 December at 10am at the Exhibition Centre')).text).toContain('Title: Nursing forum')
    await h.say('health', 'cancel')
    await written()
    expect((await h.say('health', 'support request: a poster for the nursing forum')).text).toContain('Support: ')
  })
})
