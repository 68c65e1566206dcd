/** Withdrawing by button, with and without a reason: in chat, in a form, twice, and by whom it is not. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const submitted = async (): Promise<string> => {
  await h.say('health', 'Winter clinics campaign on 21 December at 10am at the Gulf Hotel')
  return /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
}

test('a reason is asked for in chat, and the centre reads it', async () => {
  const reference = await submitted()
  await h.press('health', 'Withdraw')
  const asked = await h.press('health', 'Withdraw with a reason', { dialog: false })
  expect(asked.text).toContain('Why is it withdrawn?')
  expect((await h.say('health', 'the supplier cannot deliver')).text).toContain(`${reference} was withdrawn`)
  await h.moveTo('2026-11-24T10:00:00+03:00')
  expect(JSON.stringify(h.last('centre').view)).toContain('the supplier cannot deliver')
  expect(h.errors).toEqual([])
})

test('in a form, sent twice: withdrawn once', async () => {
  const reference = await submitted()
  await h.press('health', 'Withdraw')
  const form = h.formOf((await h.press('health', 'Withdraw with a reason')).reply)
  await h.fill('health', form, { reason: 'postponed to next year' }, 'en')
  const told = () => h.shown.filter(s => s.to === 'centre' && JSON.stringify(s.view).includes('postponed to next year')).length
  const before = told()
  await h.fill('health', form, { reason: 'postponed to next year' }, 'en')
  expect(h.last('health').view.summary).toContain(reference)
  expect(told()).toBe(before)
  expect(h.errors).toEqual([])
})
