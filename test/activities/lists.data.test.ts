/** For whom an activity is, its materials, its spokesperson and what is asked of the centre: read from a sentence, changed in chat, seen by whom they are for. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const walk =
  'Heart walk on 15 December at 4pm at the Gulf Hotel. Audience: young people, walkers. Materials: photos. We need a photographer.'

test('what a sentence says of them stands on the card, the list’s own words where it has them', async () => {
  const card = await h.say('health', walk)
  expect(card.text).toContain('Audience: Young people and walkers')
  expect(card.text).toContain('Materials: Photos')
  expect(card.text).toContain('Asked of the Centre: ')
})

test('a spokesperson and channels are said in plain words, in either language', async () => {
  await h.say('health', walk)
  expect((await h.say('health', 'The spokesperson is Dr Salman Alnoaimi')).text).toContain('Spokesperson: Dr Salman Alnoaimi')
  expect((await h.say('health', 'change the channels to radio, billboards')).text).toContain('Channels: Radio and billboards')
  await h.say('works', 'افتتاح جسر سترة يوم 15 ديسمبر الساعة 10 صباحاً في سترة')
  expect((await h.say('works', 'المتحدث هو م. علي الصفار')).text).toContain('المتحدث: م. علي الصفار')
  expect((await h.say('works', 'الجمهور المستهدف: المقيمون، سائقو الشاحنات')).text).toContain('الجمهور: المقيمون وسائقو الشاحنات')
})

test('what is asked of the centre is seen by it and the owner, and by nobody else', async () => {
  await h.say('health', walk)
  const reference = /A-\d+-\d+/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
  const opened = async (as: string) => (await h.say(as, reference)).text
  expect(await opened('health')).toContain('Asked of the Centre')
  expect(await opened('centre')).toContain('المطلوب من المركز')
  const other = await opened('youth')
  expect(other).toContain(reference)
  expect(other).not.toContain('المطلوب من المركز')
})

test('two for the same audience on one day are told of before either is saved', async () => {
  await h.say('health', walk)
  await h.press('health', 'Submit')
  const card = await h.say('youth', 'Youth run on 15 December at 9am in Sitra. Audience: young people')
  expect(card.text).toContain('same day and audience')
})

test('a form keeps what is not of its lists', async () => {
  await h.say('health', walk)
  const opened = await h.press('health', 'Form', { dialog: true })
  const form = h.formOf(opened.reply)
  const answers = Object.fromEntries(form.inputs.flatMap(i => (i.value === undefined ? [] : [[i.id, i.value]])))
  await h.fill('health', form, { ...answers, materials: ['photos', 'video'] }, 'en')
  const mine = await h.say('health', 'edit the heart walk')
  expect(mine.text).toContain('Audience: Young people and walkers')
  expect(mine.text).toContain('Materials: Photos and Video')
})
