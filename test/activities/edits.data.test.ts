/** Several corrections in one sentence, of a draft and of what stands: each is in the draft, or named as not understood. And whose is changed and withdrawn. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
/** The newest card; what was shown before it loses its buttons in the same turn. */
const card = async (who: string, text: string) =>
  (await h.say(who, text)).text.split(/(?=(?:Please check, then confirm|يرجى المراجعة ثم التأكيد))/)[0] ?? ''
const cardNamed = async (who: string, text: string) => (await h.say(who, text)).text

const walk = 'Health week exhibition on 21 December at 10am at the Gulf Hotel under the patronage of the Minister of Health'

test('of a draft: every one that was said is on the card', async () => {
  await h.say('health', walk)
  const three = await card('health', 'change the time to 5 pm, move it to Bahrain Bay and add the Ministry of Finance as a partner')
  expect(three).toMatch(/5:00 pm[\s\S]*Venue: Bahrain Bay[\s\S]*Partners: Ministry of Finance/)
  const two = await card('health', 'drop the patron and make it tentative')
  expect(two).toContain('Certainty: Tentative')
  expect(two).not.toContain('Patron:')
  const renamed = await card('health', 'no, make it 22 December and call it Wellness Days')
  expect(renamed).toMatch(/Title: Wellness Days\nDate: Tuesday 22 December 2026, 5:00 pm/)
  const partners = await card('health', 'add the Ministry of Education as a partner and remove the Ministry of Finance from the partners')
  expect(partners).toContain('Partners: Ministry of Education\n')
  expect(await card('health', 'change the date to 23 December at the Ritz')).toMatch(/Wednesday 23 December[\s\S]*Venue: Ritz/)
  expect(h.errors).toEqual([])
})

test('what is not understood beside the rest is named, once', async () => {
  await h.say('health', walk)
  const { text } = await h.say('health', 'make it flarg and change the time to 6 pm')
  expect(text).toMatch(/I did not understand this part: “make it flarg”[\s\S]*6:00 pm/)
  expect((await h.say('health', 'rename it to Wellness Days')).views[0]?.parts[0]).not.toMatchObject({ kind: 'notice' })
})

test('in Arabic', async () => {
  await h.say('health', 'معرض العافية يوم ٢٣ ديسمبر الساعة ١٠ صباحاً في فندق الخليج برعاية وزير الصحة')
  const three = await card('health', 'غيّر الموعد إلى ٢٤ ديسمبر الساعة الخامسة والمكان إلى مركز المعارض وأضف وزارة المالية شريكاً')
  expect(three).toMatch(/٢٤ ديسمبر ٢٠٢٦، الساعة ٥:٠٠ مساءً[\s\S]*المكان: مركز المعارض[\s\S]*الشركاء: وزارة المالية/)
  const two = await card('health', 'احذفوا الراعي واجعلوها مبدئية')
  expect(two).toContain('درجة التأكيد: موعد مبدئي')
  expect(two).not.toContain('الراعي:')
  expect(await card('health', 'سمّوها معرض العافية الكبير')).toContain('العنوان: معرض العافية الكبير')
  await h.press('health', 'تقديم الفعالية')
  const saved = await cardNamed('health', 'انقلوا معرض العافية الكبير إلى فندق الريتز واجعلوه مؤكداً وسمّوه أسبوع العافية')
  expect(saved).toMatch(/العنوان: أسبوع العافية\n[\s\S]*المكان: فندق الريتز[\s\S]*موعد مؤكد[\s\S]*تعديل A-/)
  expect(h.errors).toEqual([])
})

test('of what stands, by its name: the name is no part of what is said of it', async () => {
  await h.say('health', 'Wellness Days exhibition on 21 December at 10am at the Gulf Hotel under the patronage of the Minister of Health')
  await h.press('health', 'Submit')
  const changed = await cardNamed('health', 'change the Wellness Days to 22 December at 4pm and drop the patron and make it tentative')
  expect(changed).toMatch(/^Please check[\s\S]*Tuesday 22 December 2026, 4:00 pm[\s\S]*Certainty: Tentative\nEditing A-/)
  expect(changed).not.toContain('Patron:')
  await h.say('health', 'cancel')
  expect(await cardNamed('health', 'drop the patron of the Wellness Days exhibition')).toMatch(
    /^Please check(?![\s\S]*Patron:)[\s\S]*Editing A-/,
  )
  await h.say('health', 'cancel')
  expect(await cardNamed('health', 'rename the Wellness Days exhibition to Health Fair')).toContain('Title: Health Fair')
  await h.press('health', 'Save changes')
  const edited = await cardNamed(
    'health',
    'edit the Health Fair: move it to Bahrain Bay and change the title to Spring Fair, the time is 6 pm',
  )
  expect(edited).toMatch(/Title: Spring Fair\nDate: .*6:00 pm.*\nVenue: Bahrain Bay/)
  expect(h.errors).toEqual([])
})

test('another organization’s is said to be theirs, and nothing of one’s own is offered in its place', async () => {
  for (const text of ['withdraw the National Youth Forum', 'cancel the youth forum', 'move the National Youth Forum to 22 December'])
    expect((await h.say('health', text)).text).toMatch(/^“National Youth Forum” \(A-2026-0041\) is submitted by Ministry of Youth Affairs/)
  expect((await h.say('education', 'اسحبوا المنتدى الوطني للشباب')).text).toMatch(/^«المنتدى الوطني للشباب» .* قدّمتها وزارة شؤون الشباب/)
  expect((await h.say('centre', 'withdraw the National Youth Forum')).text).toContain('Withdraw A-2026-0041')
})

test('a title of which little was said is asked about', async () => {
  await h.say('health', 'Health Days exhibition on 21 December at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  for (const text of ['withdraw the health conference', 'withdraw the days forum', 'cancel the food campaign'])
    expect((await h.say('health', text)).text).toMatch(/^Which activity do you mean/)
  expect((await h.say('centre', 'withdraw the youth thing')).text).toMatch(/^Which activity do you mean/)
  expect((await h.say('health', 'withdraw the vaccination campaign because of rain')).text).toMatch(
    /^Withdraw A-2026-0046[\s\S]*Reason: rain/,
  )
  expect((await h.say('health', 'withdraw the 29 December conference')).text).toMatch(/^Withdraw A-2026-0039/)
})

test('which one is meant may be answered in words, and what was to be changed is not lost on the way', async () => {
  await h.say('health', 'change the venue to Bahrain Bay')
  expect((await h.say('health', 'the second')).text).toMatch(/unified electronic health record[\s\S]*Venue: Bahrain Bay[\s\S]*A-2026-0054/)
  await h.say('health', 'cancel')
  await h.say('health', 'withdraw our event because of rain')
  const narrowed = await h.say('health', 'the one in December at the Gulf Hotel')
  expect(narrowed.text).toMatch(/Which activity do you mean\?\nLaunch[\s\S]*Gulf Primary Care/)
  expect(narrowed.text).not.toContain('Influenza')
  expect((await h.say('health', 'the one on the 13th')).text).toMatch(/^Withdraw A-2026-0054[\s\S]*Reason: rain/)
  await h.say('health', 'اسحبوا فعاليتنا')
  expect((await h.say('health', 'اللي في السلمانية')).text).toMatch(/سحب A-2026-0046/)
  await h.say('health', 'withdraw our event')
  expect((await h.say('health', 'Health walk on 20 December at 8am')).text).toContain('Title: Health walk')
  expect(h.errors).toEqual([])
})
