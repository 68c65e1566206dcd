/** A line to take: at once to the network as a circular, and into the message bank by the same step; what becomes of the one becomes of the other. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, type TestHouse, textOf } from '../house.ts'

let database: TestDatabase
let h: TestHouse
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  // Friday: nothing but what is urgent goes out.
  h = await house(database, { now: '2026-11-27T20:00:00+03:00' })
})

const seenBy = (as: string) => textOf(h.last(as).view)
const wording = 'The power cut in the north is being repaired, and hospitals run on their own supply.'

async function issue() {
  await h.say('centre', `Line to take on the power cut: ${wording}`)
  await h.press('centre', 'The whole network')
  await h.press('centre', 'Skip')
  const card = await h.say('centre', '10 December')
  return { card, sent: await h.press('centre', 'Send the circular') }
}

test('it goes out at once, says what it is, and is found in the bank from then on', async () => {
  const { card, sent } = await issue()
  expect(card.text).toContain('Line to take: at once, and into the message bank')
  expect(card.text).toContain('What the line is about: the power cut')
  expect(card.text).toContain('It goes out at once.')
  expect(sent.text).toContain('It stands in the message bank from now on.')
  expect(seenBy('health')).toContain(wording)
  expect(seenBy('health')).toMatch(/line to take: please use this wording|توجيه إعلامي: يرجى اعتماد هذه الصيغة/i)
  const found = await h.say('health', 'what do we say about the power cut?')
  expect(found.text).toContain(wording)
})

test('a correction rewords it in the bank, and a recall retires it', async () => {
  await issue()
  await h.press('centre', 'Open the circular')
  const opened = await h.press('centre', 'Correct', { dialog: true })
  const mended = 'The power is back in the north since ten o’clock.'
  await h.fill('centre', h.formOf(opened.reply), { en: mended, urgency: 'urgent' }, 'en')
  await h.press('centre', 'Send the correction')
  const asked = () => h.say('health', 'what do we say about the power cut?')
  expect((await asked()).text).toContain(mended)
  expect((await asked()).text).not.toContain(wording)
  await h.press('centre', 'Open the circular')
  await h.press('centre', 'Recall')
  await h.press('centre', 'Yes, recall')
  expect((await asked()).text).not.toContain(mended)
})

test('in Arabic, by a request alone: text, subject and readers are asked for', async () => {
  expect((await h.say('centre', 'أصدر توجيهاً إعلامياً حول إغلاق المدارس')).text).toContain('ما نص التعميم؟')
  await h.say('centre', 'لا صحة لما يُتداول عن إغلاق المدارس، والدراسة منتظمة.')
  await h.press('centre', 'الشبكة كلها')
  await h.press('centre', 'تخطي')
  const card = await h.press('centre', 'تخطي')
  expect(card.text).toContain('موضوع التوجيه: إغلاق المدارس')
  expect((await h.press('centre', 'إرسال التعميم')).text).toContain('أُدرج التوجيه في بنك الرسائل')
  expect((await h.say('works', 'ما رسائلنا عن إغلاق المدارس؟')).text).toContain('والدراسة منتظمة')
})

test('in a form: an ordinary circular asks for no subject, a line to take does; one too long for the bank is refused with its length', async () => {
  const opened = (await h.deliver('centre', { kind: 'press', press: { name: 'circular.write', args: {}, language: 'en' }, dialog: true }))
    .reply
  const form = h.formOf(opened)
  const plain = await h.fill('centre', form, { en: 'A plain one', to: 'all' }, 'en')
  expect(plain.text).not.toContain('about')
  const again = h.formOf(
    (await h.deliver('centre', { kind: 'press', press: { name: 'circular.write', args: {}, language: 'en' }, dialog: true })).reply,
  )
  const lacking = await h.fill('centre', again, { en: 'A line', to: 'all', urgency: 'line' }, 'en')
  expect(JSON.stringify(lacking.reply)).toContain('A priority or a topic is needed')
  const long = await h.fill('centre', again, { en: 'a'.repeat(601), to: 'all', urgency: 'line', topic: 'Power' }, 'en')
  expect(JSON.stringify(long.reply)).toContain('this one has 601')
})

test('an ordinary urgent circular is no message of the bank', async () => {
  await h.say('centre', `Urgent circular to the Ministry of Health: ${wording}`)
  await h.press('centre', 'Skip')
  await h.press('centre', 'Send the circular')
  expect((await h.say('health', 'what do we say about the power cut?')).text).not.toContain(wording)
})
