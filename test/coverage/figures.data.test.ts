/** Figures of what came of communication: added in a sentence or a form, shown in the echo, corrected and removed by whose they are. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activities, changes, outcomeFigures } from '../../db/schema.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { actionsOf, house, type TestHouse, textOf } from '../house.ts'

let database: TestDatabase
let h: TestHouse
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  h = await house(database)
})

const sentence = 'add an outcome figure for A-2026-0022: 1,200 people registered for screening, counted by the clinics until 20 November'
const kept = () => h.db.select().from(outcomeFigures).where(eq(outcomeFigures.networkId, h.networkId))
async function added(): Promise<void> {
  await h.say('health', sentence)
  await h.press('health', 'Add the figure')
}

describe('one is added', () => {
  test('in one sentence, on a card, with one press', async () => {
    const card = await h.say('health', sentence)
    expect(card.text).toContain('Activity or priority: A-2026-0022 · First aid workshop for government staff')
    expect(card.text).toContain(
      'Stage: Outcomes\nFigure: 1,200\nWhat was measured: people registered for screening\nHow it was counted: the clinics',
    )
    expect(card.text).toContain('Counted until: Friday 20 November 2026')
    expect((await h.press('health', 'Add the figure')).text).toContain('The figure stands in the echo now.')
    expect(await kept()).toMatchObject([{ stage: 'outcomes', figure: 1200, until: '2026-11-20', priorityId: null }])
    const { text } = await h.say('health', 'media echo for October')
    expect(text).toContain(
      'Outcomes: what they did because of it\n1,200 people registered for screening\ncounted: the clinics · until Friday 20 November 2026 · A-2026-0022 · Ministry of Health',
    )
    expect(h.errors).toEqual([])
  })

  test('what is missing is asked for, in Arabic too', async () => {
    expect((await h.say('health', 'أضف رقم نتائج للفعالية A-2026-0022: ١٢٠٠ شخص سجّلوا للفحص')).text).toContain('كيف حُسب، ومن حسبه؟')
    expect((await h.say('health', 'المراكز الصحية من سجلاتها')).text).toContain('حتى أي يوم حُسب؟')
    expect((await h.say('health', 'أمس')).text).toContain('محسوب حتى: الاثنين ٢٣ نوفمبر ٢٠٢٦')
    expect((await h.press('health', 'إضافة الرقم')).text).toContain('أُضيف الرقم إلى الصدى.')
  })

  test('of a priority, from its echo', async () => {
    await h.say('health', 'echo of the second priority')
    const form = h.formOf((await h.press('health', 'Add a figure')).reply)
    expect(form.inputs.find(i => i.id === 'of')?.value).toMatch(/^p:/)
    const answers = {
      of: String(form.inputs.find(i => i.id === 'of')?.value),
      stage: 'impact',
      figure: '62%',
      what: 'know the message',
      how: 'a survey',
    }
    await h.fill('health', form, { ...answers, until: '2026-11-23' }, 'en')
    const { text } = await h.say('health', 'echo of the second priority')
    expect(text).toContain('Impact: what came of it\n62% know the message')
  })

  test('once, whatever is pressed twice', async () => {
    await h.say('health', sentence)
    await h.press('health', 'Add the figure')
    await h.press('health', 'Add the figure')
    expect(await kept()).toHaveLength(1)
  })

  test('of another’s activity by nobody but the centre, which adds it in the owner’s name', async () => {
    expect((await h.say('youth', sentence)).text).toContain('A-2026-0022 is no activity of yours that has begun')
    await h.say('youth', 'cancel')
    await h.say('centre', sentence)
    await h.press('centre', 'Add the figure')
    const [row] = await kept()
    const [activity] = await h.db.select().from(activities).where(eq(activities.reference, 'A-2026-0022'))
    expect(row?.organizationId).toBe(activity?.ownerId)
    expect((await h.say('observer', sentence)).text).toMatch(/This is for/)
  })

  test('and a day that has not come is refused', async () => {
    const { text } = await h.say(
      'health',
      'add an outcome for A-2026-0022: 1,200 people registered, counted by the clinics until 3 December 2026',
    )
    expect(text).toContain('Thursday 3 December 2026 has not come yet')
  })
})

describe('whose it is', () => {
  beforeEach(added)

  test('corrects it, and an old card is told how it stands', async () => {
    await h.say('health', 'media echo for October')
    const old = actionsOf(h.last('health').view).find(a => a.label === 'Correct')
    const form = h.formOf((await h.press('health', 'Correct')).reply)
    const values = Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? '']))
    await h.fill('health', form, { ...values, figure: '1,350' }, 'en')
    expect(await kept()).toMatchObject([{ figure: 1350, version: 2 }])
    const { text } = await h.deliver('health', { kind: 'press', press: old?.press ?? { name: '', args: {} }, dialog: false })
    expect(text).toMatch(/changed since it was shown to you[\s\S]*1,350 people[\s\S]*shown to you as:\n1,200 people/)
  })

  test('removes it after a question; both are on the record', async () => {
    await h.say('health', 'media echo for October')
    expect((await h.press('health', 'Remove')).text).toContain('Is this figure to be removed')
    expect((await h.press('health', 'Yes, remove')).text).toContain('Removed: 1,200 people registered for screening')
    expect(await kept()).toEqual([])
    const made = await h.db.select().from(changes).where(eq(changes.entity, 'figure'))
    expect(made.map(c => c.action)).toEqual(['added', 'removed'])
    expect((await h.press('health', 'Yes, remove')).text).toContain('no longer there')
  })

  test('and nobody else: others have no button, and a made-up press changes nothing', async () => {
    const { views } = await h.say('youth', 'media echo for October')
    expect(views.flatMap(actionsOf).map(a => a.label)).not.toContain('Remove')
    const [row] = await kept()
    for (const name of ['figure.change', 'figure.remove', 'figure.removeYes']) {
      const press = { name, args: { id: row?.id ?? '', v: '1' } }
      const { text } = await h.deliver('youth', { kind: 'press', press, dialog: false })
      expect([name, /Only the organization that added it|من صلاحية الجهة التي أضافته/.test(text)]).toEqual([name, true])
    }
    expect(await kept()).toHaveLength(1)
  })

  test('what a reader may not see of an activity, they do not see of its figures', async () => {
    await h.db.update(activities).set({ visibility: 'centre' }).where(eq(activities.reference, 'A-2026-0022'))
    await h.say('youth', 'media echo for October')
    expect(textOf(h.last('youth').view)).not.toContain('registered for screening')
    await h.say('health', 'media echo for October')
    expect(textOf(h.last('health').view)).toContain('registered for screening')
  })
})
