/** Out of office: what is for a member goes to the colleague they named in those days, with a line that says for whom; and to nobody who may not see it. */
import { describe, expect, test } from 'vitest'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const since = async (work: () => Promise<unknown>) => {
  const before = h.shown.length
  await work()
  const of = (as: string) => h.shown.slice(before).filter(s => s.to === as && s.op === 'send')
  return {
    of,
    text: (as: string) =>
      of(as)
        .map(s => textOf(s.view))
        .join('\n'),
  }
}
/** A partner's invitation to the Ministry of Health, from the Ministry of Youth Affairs. */
async function invite(day: string) {
  await h.say('youth', `ملتقى الابتكار يوم ${day} الساعة ١١ صباحاً في قلعة البحرين بالتعاون مع وزارة الصحة`)
  await h.press('youth', 'تقديم الفعالية')
}

describe('away', () => {
  test('in one sentence, confirmed on a card, the delegate told; shown again when asked, and taken back', async () => {
    const card = await h.say('health', 'I am away from 1 to 10 December, Yusuf covers for me')
    expect(card.text).toMatch(/First day away: .*1 December 2026\nLast day away: .*10 December 2026\nDelegate: Yusuf Ahmed Aldoseri/)
    const told = await since(() => h.press('health', 'Save'))
    expect(textOf(h.last('health').view)).toContain(
      'You are away from Tuesday 1 December 2026 to Thursday 10 December 2026, and Yusuf Ahmed Aldoseri',
    )
    expect(told.text('health-2')).toContain('named you to stand in')
    expect((await h.say('health', '/delegate')).text).toContain('and Yusuf Ahmed Aldoseri stands in for you')
    const back = await since(() => h.press('health', 'Take it back'))
    expect(back.text('health-2')).toContain('took the absence back')
    expect((await h.say('health', '/delegate')).text).toContain('From which day')
  })

  test('in Arabic', async () => {
    const card = await h.say('youth', 'أنا في إجازة من ١ إلى ١٠ ديسمبر وتنوب عني نورة')
    expect(card.text).toMatch(/أول يوم غياب: .*١ ديسمبر[\s\S]*النائب: نورة سلمان الكعبي/)
    expect((await h.press('youth', 'حفظ')).text).toContain('وينوب عنكم نورة سلمان الكعبي')
  })

  test('a colleague who is told anyway is told once; a question goes to the delegate, who may answer; it ends by itself', async () => {
    await h.say('health', 'I am away from 1 to 10 December, Yusuf covers for me')
    await h.press('health', 'Save')
    // Before the first day nothing changes.
    const before = await since(() => invite('٢١ ديسمبر'))
    expect(before.of('health')).toHaveLength(1)
    expect(before.of('health-2')).toHaveLength(1)
    h.at('2026-12-02T09:00:00+03:00')
    const during = await since(() => invite('٢٨ ديسمبر'))
    expect(during.of('health')).toEqual([])
    expect(during.of('health-2')).toHaveLength(1)
    h.at('2026-12-13T09:00:00+03:00')
    const after = await since(() => invite('٣٠ ديسمبر'))
    expect(after.of('health')).toHaveLength(1)
  })

  test('what is for the member alone goes to the delegate, with a line that says for whom', async () => {
    await h.moveTo('2026-11-25T07:30:00+03:00')
    await h.press('health', 'Remind me tomorrow')
    await h.say('health', 'I am away from 26 November to 10 December, Yusuf covers for me')
    await h.press('health', 'Save')
    const next = await since(() => h.moveTo('2026-11-26T08:00:00+03:00'))
    expect(next.of('health')).toEqual([])
    expect(next.text('health-2')).toContain('For Dr Maryam Jasim Alalawi, who is away')
  })

  test('a colleague who cannot be written to stands in for nobody', async () => {
    await h.say('health', 'I am away from 24 November to 10 December, Yusuf covers for me')
    await h.press('health', 'Save')
    await h.deliver('health-2', { kind: 'left' })
    const told = await since(() => invite('٢١ ديسمبر'))
    expect(told.of('health-2')).toEqual([])
    expect(told.of('health')).toHaveLength(1)
  })

  test('nobody can name a colleague of another organization, nor take back another’s absence', async () => {
    await h.say('health', 'I am away from 1 to 10 December, Noora covers for me')
    expect(textOf(h.last('health').view)).toContain('Which colleague')
    expect((await h.say('health', 'Noora Salman Alkaabi')).text).not.toContain('Delegate: Noora')
    await h.say('health', 'Yusuf')
    await h.press('health', 'Save')
    const back = actionsOf(h.last('health').view)[0]
    expect((await h.deliver('youth', { kind: 'press', press: back?.press as never, dialog: false })).text).toMatch(/do not find|لم أجد لكم/)
    expect((await h.say('observer', '/delegate')).text).toMatch(/مسؤول|communication officers/)
  })
})
