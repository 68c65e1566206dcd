/** An admin sets the network's own settings, and what is computed from them follows; a channel is named for the announcements. */
import { expect, test } from 'vitest'
import { zoneIn } from '../../src/network/settings.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

test('an admin sees the settings as they stand, changes some in a sentence each, and saves', async () => {
  const card = await h.say('admin', 'network settings')
  expect(card.text).toContain('Time zone: Asia/Bahrain')
  expect(card.text).toContain('Weekend: Friday and Saturday')
  await h.press('admin', 'Change')
  await h.press('admin', 'Weekend')
  expect((await h.say('admin', 'Saturday and Sunday')).text).toContain('Weekend: Saturday and Sunday')
  await h.press('admin', 'Change')
  await h.press('admin', 'Working hours')
  expect((await h.say('admin', '08:00 to 15:00')).text).toContain('Working hours: 8:00 am to 3:00 pm')
  expect((await h.press('admin', 'Save')).text).toContain('The settings are saved.')
  const { settings } = await h.network()
  expect(settings).toMatchObject({ weekend: [6, 7], workingHours: { from: '08:00', to: '15:00' }, zone: 'Asia/Bahrain' })
  // What others had set stays.
  expect(settings.meeting.rule).toBe('FREQ=MONTHLY;BYDAY=1SU')
})

test('meetings keep their wall time in another zone, and deadlines follow', async () => {
  expect((await h.say('admin', 'when is the next meeting?')).text).toContain('Sunday 6 December 2026, 10:00 am')
  await h.say('admin', 'network settings')
  await h.press('admin', 'Change')
  await h.press('admin', 'Time zone')
  expect((await h.say('admin', 'Atlantis')).text).toContain('I know no time zone called Atlantis')
  expect((await h.say('admin', 'Dubai')).text).toContain('Time zone: Asia/Dubai')
  await h.press('admin', 'Save')
  expect((await h.say('admin', 'when is the next meeting?')).text).toContain('Sunday 6 December 2026, 10:00 am')
})

test('a form begun on older settings overwrites nothing', async () => {
  await h.say('admin', 'network settings')
  const form = h.formOf((await h.press('admin', 'Form', { dialog: true })).reply)
  await h.fill('admin', form, { ...Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? ''])), hours: '09:00–15:00' }, 'en')
  const stale = await h.fill(
    'admin',
    form,
    { ...Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? ''])), hours: '06:00–15:00' },
    'en',
  )
  expect(stale.text).toMatch(/dealt with already|changed meanwhile/)
  expect((await h.network()).settings.workingHours).toEqual({ from: '09:00', to: '15:00' })
})

test('how long before an action is due its people are reminded is a setting, and what is open follows', async () => {
  await h.say('centre', 'action for health: send the photo list by 10 December')
  await h.press('centre', 'Add the action')
  await h.say('admin', 'network settings')
  const form = h.formOf((await h.press('admin', 'Form', { dialog: true })).reply)
  await h.fill('admin', form, { ...Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? ''])), actionDays: '4' }, 'en')
  expect((await h.network()).settings.actionDays).toBe(4)
  const reminded = () => h.shown.filter(s => s.to === 'health' && JSON.stringify(s.view).includes('photo list')).length
  await h.moveTo('2026-12-03T20:00:00+03:00')
  const before = reminded()
  // Four working days before Thursday the tenth, Friday and Saturday being none.
  await h.moveTo('2026-12-06T08:00:00+03:00')
  expect(reminded()).toBe(before + 1)
  expect(h.errors).toEqual([])
})

test('nobody but an admin sets them', async () => {
  expect((await h.say('health', 'network settings')).text).toContain('This is for administrators. Please ask them.')
  expect((await h.say('centre', 'إعدادات الشبكة')).text).toContain('مديري النظام')
})

test('editions are announced in the channel that a coordinator names, and it must be a channel', async () => {
  expect((await h.say('centre', 'announce here')).text).toContain('in the channel where editions')
  const told = await h.say('centre', 'announce here', { place: { kind: 'channel', id: 'C-plan' } })
  expect(told.text).toContain('Editions will be posted in that channel')
  expect((await h.say('youth', 'announce here', { place: { kind: 'channel', id: 'C-other' } })).text).not.toContain('will be posted')
  await h.moveTo('2026-11-29T14:16:00+03:00')
  expect(h.shown.filter(s => s.to === 'C-plan').map(s => s.view.summary)).toEqual([expect.stringContaining('صدر الإصدار ١')])
  expect(h.shown.filter(s => s.to === 'C-other' && s.onlyTo === undefined)).toEqual([])
})

test('a zone is known by its name or its city, and nothing else is one', () => {
  expect([
    zoneIn('Asia/Bahrain'),
    zoneIn('bahrain'),
    zoneIn('Riyadh'),
    zoneIn('kuwait'),
    zoneIn('UTC'),
    zoneIn('nowhere'),
    zoneIn(''),
  ]).toEqual(['Asia/Bahrain', 'Asia/Bahrain', 'Asia/Riyadh', 'Asia/Kuwait', 'UTC', null, null])
})
