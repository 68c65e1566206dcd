/** Key messages as they are written: lines, pairs on either side, marks of a list, too many, too long. */
import { describe, expect, it } from 'vitest'
import { completeMessages, longest, messageLines, most, readMessages } from '../../src/plan/key-messages.ts'

const value = (text: string) => {
  const r = readMessages(text, 'ar')
  return r.ok ? r.value : r.problem.key
}

describe('messages', () => {
  it('are one to a line, each in the language of its script', () => {
    expect(value('رسالة أولى\n\nA second one')).toEqual([{ ar: 'رسالة أولى' }, { en: 'A second one' }])
  })
  it('may be pairs, whichever language stands first', () => {
    expect(value('صحتكم أولاً | Your health first\nPlan ahead | خططوا مسبقاً')).toEqual([
      { ar: 'صحتكم أولاً', en: 'Your health first' },
      { ar: 'خططوا مسبقاً', en: 'Plan ahead' },
    ])
  })
  it('lose the marks of a list, and nothing of their own', () => {
    expect(value('- One\n• Two\n٣. ثلاثة\n4) Four\n2027 is our year')).toEqual([
      { en: 'One' },
      { en: 'Two' },
      { ar: 'ثلاثة' },
      { en: 'Four' },
      { en: '2027 is our year' },
    ])
  })
  it('are refused with the reason when too long, too many, or nothing', () => {
    expect(value('x'.repeat(longest + 1))).toBe('priority.messageTooLong')
    expect(value(Array.from({ length: most + 1 }, (_, n) => `Message ${n}`).join('\n'))).toBe('priority.tooManyMessages')
    expect(value('  \n—\n')).toBe('dialogue.tooShort')
  })
  it('are refused where one box does not hold them all, in one language or in both', () => {
    const long = 'x'.repeat(longest - 10)
    const pair = `ع${long} | ${long}`
    expect(value(Array.from({ length: most }, () => long).join('\n'))).toHaveLength(most)
    expect(value(Array.from({ length: 6 }, () => pair).join('\n'))).toBe('dialogue.tooLong')
    const had = Array.from({ length: 6 }, () => ({ en: long }))
    const r = completeMessages(had, Array.from({ length: 6 }, () => `ع${long}`).join('\n'))
    expect(r.ok || r.problem.key).toBe('dialogue.tooLong')
  })
  it('are written into a form as they would be read again', () => {
    const all = [{ ar: 'رسالة', en: 'A message' }, { en: 'English alone' }, { ar: 'عربية وحدها' }]
    expect(value(messageLines(all))).toEqual(all)
  })
})

describe('the other language', () => {
  const had = [{ ar: 'أولى' }, { ar: 'ثانية', en: 'Second' }, { en: 'Third' }]
  it('goes line by line to those that lack it', () => {
    const r = completeMessages(had, 'First\nثالثة')
    expect(r.ok && r.value).toEqual([
      { ar: 'أولى', en: 'First' },
      { ar: 'ثانية', en: 'Second' },
      { en: 'Third', ar: 'ثالثة' },
    ])
  })
  it('is asked again when the lines are not as many', () => {
    expect(completeMessages(had, 'First')).toEqual({ ok: false, problem: { key: 'priority.linesDiffer', values: { want: 2, n: 1 } } })
  })
})
