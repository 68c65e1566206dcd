/** Which two activities are taken for one, and what of a sentence names the organization that is invited. */
import { describe, expect, test } from 'vitest'
import { alike } from '../../src/joint/alike.ts'
import { without } from '../../src/joint/invite-form.ts'
import type { When } from '../../src/model/activity.ts'

const on = (day: string): When => ({ kind: 'days', start: day, end: day })
const told = (ownerId: string, title: { ar?: string; en?: string }, when: When) => ({ ownerId, title, when })
const zone = 'Asia/Bahrain'

describe('two activities', () => {
  const forum = told('health', { en: 'National nursing forum', ar: 'الملتقى الوطني للتمريض' }, on('2026-12-21'))
  test.each([
    ['the same words in another order, a day later', told('works', { en: 'Nursing national forum' }, on('2026-12-22')), true],
    ['the same in Arabic', told('works', { ar: 'ملتقى التمريض الوطني' }, on('2026-12-20')), true],
    ['a week later', told('works', { en: 'National nursing forum' }, on('2026-12-28')), false],
    ['another title', told('works', { en: 'National youth games' }, on('2026-12-21')), false],
    ['a series of one owner', told('health', { en: 'National nursing forum' }, on('2026-12-22')), false],
    ['one owner, the same day', told('health', { en: 'National nursing forum' }, on('2026-12-21')), true],
  ])('%s', (_name, other, same) => {
    expect(alike(forum, other, zone)).toBe(same)
    expect(alike(other, forum, zone)).toBe(same)
  })
})

test('the name of the organization is taken off the sentence, with what is written before it', () => {
  expect(without('invite the Ministry of Health to our health forum', ['وزارة الصحة', 'Ministry of Health'])).toBe(
    'invite the   to our health forum',
  )
  expect(without('أرسل دعوة لوزارة الصحة عن الملتقى', ['وزارة الصحة'])).toBe('أرسل دعوة   عن الملتقى')
  expect(without('invite them', ['Ministry of Health'])).toBe('invite them')
})
