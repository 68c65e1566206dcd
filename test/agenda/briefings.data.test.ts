/** Briefings as they go: asked for in a sentence, decided by the centre, changed, moved, taken back; and on the agenda. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
beforeEach(async () => {
  await h.say('centre', 'please speak English with me')
})

const asks = "we'd like ten minutes to present the new smart clinic, presenter Dr Salman"

/** Asked for by health, and sent. */
async function asked(said = asks): Promise<string> {
  await h.say('health', said)
  await h.press('health', 'Skip')
  return (await h.press('health', 'Ask for the briefing')).text
}

describe('a briefing', () => {
  test('is read from a sentence, in either language, and reaches the centre', async () => {
    const first = await h.say('health', asks)
    expect(first.text).toContain('link to the presentation')
    const card = await h.press('health', 'Skip')
    expect(card.text).toContain('Title: The new smart clinic')
    expect(card.text).toContain('Presenter: Dr Salman')
    expect(card.text).toContain('Length: 10 minutes')
    expect((await h.press('health', 'Ask for the briefing')).text).toContain('The Centre has been asked')
    expect(
      h.shown
        .filter(s => s.to === 'centre')
        .map(s => s.view.summary)
        .join(),
    ).toContain('The new smart clinic')
    await h.say('youth', 'نرغب في عرض موجز عن مخيم الربيع لمدة ربع ساعة يقدمه أحمد علي')
    await h.press('youth', 'تخطي')
    const arabic = await h.press('youth', 'إرسال الطلب')
    expect(arabic.text).toContain('مخيم الربيع')
    expect(arabic.text).toContain('١٥ دقيقة')
    expect(h.errors).toEqual([])
  })

  test('accepted, it stands on everybody’s agenda, and the asker is told', async () => {
    await asked()
    await h.press('centre', 'Accept')
    expect((await h.say('observer', 'what is on the agenda?')).text).toContain('Briefing: The new smart clinic (10 minutes)')
    expect(h.shown.some(s => s.to === 'health' && s.view.summary.includes('is on the agenda'))).toBe(true)
    // One that only waits is nobody else's business.
    await h.say('youth', 'we want a briefing on the spring camp, presented by Ahmed Ali')
    await h.press('youth', 'Skip')
    await h.press('youth', 'Ask for the briefing')
    expect((await h.say('observer', 'agenda')).text).not.toContain('spring camp')
    await h.press('centre', 'Accept as the first briefing')
    const { text } = await h.say('health', 'agenda')
    expect(text.indexOf('spring camp')).toBeGreaterThan(0)
    expect(text.indexOf('spring camp')).toBeLessThan(text.indexOf('smart clinic'))
  })

  test('declined with a reason that the asker reads; moved to the next meeting', async () => {
    await asked()
    await h.press('centre', 'Decline')
    await h.say('centre', 'The agenda is full')
    expect(h.last('health').view.parts.some(p => p.kind === 'facts' && p.facts.some(f => f.value === 'The agenda is full'))).toBe(true)
    await asked('we want a briefing on vaccines, presented by Dr Amal')
    const moved = await h.press('centre', 'To the next meeting')
    expect(moved.text).toContain('Moved to the meeting of Sunday 3 January 2027')
    expect((await h.say('health', 'agenda')).text).not.toContain('accines')
    await h.moveTo('2026-12-06T12:00:00+03:00')
    expect((await h.say('health', 'agenda')).text).toContain('Vaccines')
  })

  test('what was changed since the centre’s card was drawn is refused with the difference', async () => {
    await asked()
    const old = h.shown.filter(s => s.to === 'centre').at(-1)
    await h.press('health', 'Change')
    await h.say('health', '20 minutes')
    expect((await h.press('health', 'Save')).text).toContain('Saved')
    const accept = old?.view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : [])).find(a => a.press.name === 'briefing.accept')
    const { text } = await h.deliver('centre', { kind: 'press', press: accept?.press ?? { name: '', args: {} }, dialog: false })
    expect(text).toContain('was changed meanwhile')
    expect(text).toContain('20 minutes (was 10 minutes)')
    expect((await h.say('health', 'agenda')).text).not.toContain('smart clinic')
  })

  test('bad input keeps what is given', async () => {
    const card = await h.say('health', 'we want 45 minutes to present the new smart clinic, presenter Dr Salman http://files.example/a')
    expect(card.text).toMatch(/between 5 and 20|not secure/)
    const all = `${card.text} ${(await h.say('health', '15 minutes')).text} ${(await h.say('health', 'https://files.example/a')).text}`
    expect(all).toContain('The new smart clinic')
    expect(all).toContain('15 minutes')
    expect(all).toContain('https://files.example/a')
  })

  test('a meeting too short for it is said to the centre; withdrawn, it is gone', async () => {
    for (const title of ['one', 'two', 'three', 'four']) {
      await asked(`we want 20 minutes to present the project ${title}, presenter Dr Amal`)
      await h.press('centre', title === 'one' ? 'Accept' : 'Accept as the last briefing')
    }
    expect(h.last('centre').view.parts.some(p => p.kind === 'notice' && p.text.includes('90 minutes'))).toBe(true)
    await h.say('health', 'withdraw our briefing on project four')
    await h.press('health', 'Yes, withdraw')
    expect((await h.say('health', 'agenda')).text).not.toContain('project four')
    expect((await h.say('health', 'agenda')).text).toContain('project three')
  })

  test('not decided on before the meeting begins, it waits for the next, and the asker is told', async () => {
    await asked()
    await h.moveTo('2026-12-06T10:00:00+03:00')
    expect(h.shown.some(s => s.to === 'health' && s.view.summary.startsWith('The meeting began before the Centre had decided'))).toBe(true)
    expect((await h.say('centre', 'show the briefings')).text).toContain('Meeting: Sunday 3 January 2027')
    expect((await h.press('centre', 'Accept')).text).toContain('On the agenda of Sunday 3 January 2027')
  })
})
