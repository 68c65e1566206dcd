/** Coverage that is given before it is said of what: what comes next joins it, and nothing given is lost. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

/** The newest message to somebody. */
async function said(text: string): Promise<string> {
  const { views, text: all } = await h.say('health', text)
  expect(views.length).toBeGreaterThan(0)
  return all
}

test('further outlets and links join what was given, and the question says what it has', async () => {
  expect(await said('الأيام، أخبار الخليج، تلفزيون البحرين')).toContain(
    'وصلني حتى الآن: الأيام وأخبار الخليج وتلفزيون البحرين\nتغطية أي فعالية؟',
  )
  expect(await said('والوطن بعد')).toContain('وصلني حتى الآن: الأيام وأخبار الخليج وتلفزيون البحرين والوطن\nتغطية أي فعالية؟')
  // A link is in no language.
  expect(await said('https://www.gdnonline.com/Details/1312345')).toContain('والوطن وجلف ديلي نيوز\nتغطية أي فعالية؟')
  const card = await said('افتتاح مركز الرعاية الصحية')
  expect(card).toContain('٥ تغطيات فيما أرسلتموه')
  expect(card).toContain('الرابط: https://www.gdnonline.com/Details/1312345')
})

test('the activity and more of its coverage in one message', async () => {
  await said('Al Ayam, GDN')
  const card = await said('Opening of the Hamad Town health centre: Al Bilad – Health centre opens')
  expect(card).toContain('3 appearances in what you sent')
  expect(card).toContain('Coverage of Opening of the Hamad Town health centre')
  expect(card).toContain('Title: Health centre opens')
})

test('what is asked in between, and what is not understood, lose nothing', async () => {
  await said('covered in Al Ayam, GDN and Bahrain TV')
  expect(await said('what are the priorities of December?')).toContain('Given so far: Al Ayam, Gulf Daily News and Bahrain TV')
  expect(await said('hmm')).toContain('Given so far: Al Ayam, Gulf Daily News and Bahrain TV')
  expect(await said('the health centre opening')).toContain('3 appearances in what you sent')
})

test('outlets that come before the activity was chosen from a button', async () => {
  await said('coverage')
  await h.press('health', 'Add coverage of an activity')
  expect(await said('Al Ayam, GDN')).toContain('Given so far: Al Ayam and Gulf Daily News\nOf which activity?')
  expect((await h.press('health', 'Opening of the Hamad Town health centre')).text).toContain('2 appearances in what you sent')
})
