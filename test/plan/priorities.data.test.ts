/** Priorities: read by everybody, set by coordinators in conversation, in both languages. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as planDb from '../../db/plan.ts'
import { changes } from '../../db/schema.ts'
import { begin, type Desk, go, saidEvent } from '../../src/dialogue/conversation.ts'
import type { State } from '../../src/dialogue/state.ts'
import type { Answer, Turn } from '../../src/dialogue/turn.ts'
import type { Language } from '../../src/model/people.ts'
import type { View } from '../../src/model/view.ts'
import { prioritiesCommand, prioritiesParts } from '../../src/plan/priorities.ts'
import { wing } from '../../src/plan/wing.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { addActivity, asked, at, fill, listed, noon, onDays, pressOf, turnOf, type Who, wordsOf } from './small-network.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.reset()
  await fill(test.db)
})

const desk: Desk = { forms: new Map((wing.forms ?? []).map(f => [f.id, f])), advice: new Map() }
const turn = (who: Who = 'centre', language: Language = 'en', now = noon) => turnOf(test.db, who, language, now)
const shown = (a: Answer): View => {
  const v = a.replace ?? a.views?.[0]
  if (!v) throw new Error('no view')
  return v
}
const press = async (name: string, args: Record<string, string>, t?: Turn): Promise<Answer> => {
  const handler = wing.presses?.[name]
  if (!handler) throw new Error(`no press ${name}`)
  return handler(t ?? (await turn()), args, { dialog: false })
}
const priorities = async (args: Parameters<typeof asked>[0] = {}, t?: Turn): Promise<View> =>
  shown(await prioritiesCommand(t ?? (await turn('observer')), asked(args)))
const standing = async (month = '2026-12') => planDb.prioritiesOf(test.db, (await turn()).reader, [month])
const add = (id: string, month = '2026-12', more: Partial<planDb.PriorityText> = {}) =>
  planDb.addPriority(
    test.db,
    'n1',
    id,
    { month, title: { ar: `أولوية ${id}`, en: `Priority ${id}` }, narrative: {}, messages: [], ...more },
    noon,
  )

/** Says lines one after the other in a conversation that a press or command began; gives the last answer. */
async function talk(
  t: Turn,
  what: Answer,
  lines: (string | { press: string; args?: Record<string, string> })[],
): Promise<{ last: View; state: State | null; asked: string[] }> {
  if (!what.begin) throw new Error('no conversation began')
  let spoken = await begin(t, desk, what.begin, null)
  const summaries = [spoken.views[0]?.summary ?? '']
  for (const line of lines) {
    if (!spoken.state) throw new Error(`the conversation ended before ${JSON.stringify(line)}`)
    // A button carries what its card says; where the card shown has no such button, one from before is pressed.
    const carried = typeof line === 'string' ? {} : (spoken.views[0] && pressOf(spoken.views[0], line.press)?.args) || {}
    const event =
      typeof line === 'string'
        ? saidEvent(t, line, null, false)
        : { kind: 'pressed' as const, name: line.press, args: { ...carried, ...line.args } }
    spoken = await go(t, desk, spoken.state, event, { dialog: false })
    summaries.push(spoken.views[0]?.summary ?? '')
  }
  return { last: spoken.views[0] as View, state: spoken.state, asked: summaries }
}

describe('reading', () => {
  it('shows rank, title, narrative, key messages and what serves each, in the reader’s language', async () => {
    await add('a', '2026-11', {
      narrative: { ar: 'سردية', en: 'A narrative' },
      messages: [{ ar: 'رسالة', en: 'A message' }, { ar: 'بالعربية وحدها' }],
    })
    await add('b', '2026-11')
    await addActivity(test.db, 'serves', onDays('2026-11-28'), { priorityId: 'a' })
    const en = wordsOf(await priorities())
    expect(en).toMatch(
      /1\. Priority a[\s\S]*A narrative[\s\S]*A message[\s\S]*بالعربية وحدها[\s\S]*1 activity serves it[\s\S]*Activity serves/,
    )
    expect(en.indexOf('2. Priority b')).toBeGreaterThan(en.indexOf('Activity serves'))
    const ar = wordsOf(await priorities({}, await turn('observer', 'ar')))
    expect(ar).toMatch(/١\. أولوية a[\s\S]*سردية[\s\S]*رسالة[\s\S]*تخدمها فعالية واحدة[\s\S]*٢\. أولوية b[\s\S]*لا فعاليات تخدمها بعد/)
  })

  it('counts and shows only what the reader may see', async () => {
    await add('a', '2026-12')
    await addActivity(test.db, 'hidden', onDays('2026-12-28'), {
      priorityId: 'a',
      visibility: 'centre',
      embargoUntil: at('2026-12-01T00:00:00+03:00'),
    })
    expect(wordsOf(await priorities({ month: '2026-12' }))).toContain('No activities serve it yet.')
    expect(wordsOf(await priorities({ month: '2026-12' }, await turn('centre')))).toContain('1 activity serves it')
    const later = await turn('observer', 'en', at('2026-12-01T00:00:00+03:00'))
    expect(wordsOf(await priorities({ month: '2026-12' }, later))).toContain('1 activity serves it')
  })

  it('puts many activities behind a button, page after page', async () => {
    await add('a', '2026-12')
    for (let n = 0; n < 15; n++) await addActivity(test.db, `s${n}`, onDays(`2026-12-${n + 10}`), { priorityId: 'a' })
    const all = pressOf(await priorities({ month: '2026-12' }), 'priority.activities')
    const first = shown(await press('priority.activities', all?.args ?? {}, await turn('observer')))
    const second = shown(await press('priority.activities', pressOf(first, 'priority.activities')?.args ?? {}, await turn('observer')))
    expect(new Set([...listed(first), ...listed(second)]).size).toBe(15)
  })

  it('says so where a month has none, and offers coordinators to add', async () => {
    const observer = await priorities({ month: '2027-03' })
    expect(wordsOf(observer)).toContain('No priorities have been set for')
    expect(pressOf(observer, 'priority.add')).toBeNull()
    expect(pressOf(await priorities({ month: '2027-03' }, await turn('centre')), 'priority.add')?.args).toEqual({ m: '2027-03' })
  })

  it('gives the home page titles alone', async () => {
    await add('a', '2026-11', { narrative: { en: 'A narrative' } })
    const words = JSON.stringify(await prioritiesParts(await turn('observer'), '2026-11'))
    expect(words).toContain('Priority a')
    expect(words).not.toContain('A narrative')
  })
})

describe('setting, in conversation', () => {
  it('asks for month, title, the title in the other language, and messages in both', async () => {
    const t = await turn('centre', 'ar')
    const what = await wing.commands?.set_priorities?.(t, asked({}, 'أضف أولوية'))
    const {
      last,
      state,
      asked: questions,
    } = await talk(t, what ?? {}, [
      'ديسمبر',
      'الصحة أولاً',
      'Health first',
      'صحتكم تبدأ بالوقاية\nالفحص مجاني | Screening is free',
      'Your health begins with prevention',
      { press: 'draft.submit' },
    ])
    expect(questions.slice(0, 5)).toEqual([
      'لأي شهر؟',
      'ما عنوان الأولوية؟',
      'ما عنوانها باللغة الأخرى؟',
      'ما الرسائل الرئيسية التي يمكن لكل جهة استخدامها؟',
      'وما الرسائل نفسها باللغة الأخرى؟',
    ])
    expect(state).toBeNull()
    expect(wordsOf(last)).toContain('أُضيفت إلى أولويات')
    expect(await standing()).toMatchObject([
      {
        rank: 1,
        title: { ar: 'الصحة أولاً', en: 'Health first' },
        messages: [
          { ar: 'صحتكم تبدأ بالوقاية', en: 'Your health begins with prevention' },
          { ar: 'الفحص مجاني', en: 'Screening is free' },
        ],
      },
    ])
    expect(await test.db.select().from(changes).where(eq(changes.entity, 'priority'))).toMatchObject([
      { action: 'added', memberId: 'centre', through: 'web' },
    ])
  })

  it('lets everything but month and title be skipped', async () => {
    const { last } = await talk(await turn(), await press('priority.add', { m: '2026-12' }), [
      'One voice',
      'skip',
      'skip',
      { press: 'draft.submit' },
    ])
    expect(wordsOf(last)).toContain('Added to')
    expect(await standing()).toMatchObject([{ title: { en: 'One voice' }, messages: [] }])
  })

  it('asks again for a month that is past', async () => {
    const { last, state } = await talk(await turn(), { begin: { form: 'priority' } }, ['2026-10'])
    expect(wordsOf(last)).toContain('is already past')
    expect(state?.asking).toBe('month')
  })

  it('takes a filled form whole', async () => {
    const t = await turn()
    const opened = await begin(t, desk, { form: 'priority', values: { month: '2026-12' }, dialog: true }, null)
    const spoken = await go(
      t,
      desk,
      opened.state as State,
      { kind: 'filled', answers: { month: 'December 2026', title: 'From a form', messages: 'رسالة | A message', rank: '1' } },
      { dialog: true },
    )
    expect(wordsOf(spoken.views[0] as View)).toContain('Added to')
    expect(await standing()).toMatchObject([{ title: { en: 'From a form' }, messages: [{ ar: 'رسالة', en: 'A message' }] }])
  })

  it('is for coordinators, whichever way it is asked', async () => {
    for (const who of ['health', 'observer', 'admin'] as const) {
      const t = await turn(who)
      await add(`of-${who}`)
      for (const name of ['manage', 'add', 'edit', 'move', 'copy', 'remove', 'remove.yes'])
        expect(wordsOf(shown(await press(`priority.${name}`, { id: `of-${who}`, m: '2026-12', at: '1', to: '2' }, t)))).toContain(
          'coordinators',
        )
      const spoken = await begin(t, desk, { form: 'priority', values: { month: '2026-12' } }, null)
      expect(spoken.state).toBeNull()
      expect(await standing('2027-01')).toEqual([])
    }
    expect(await standing()).toHaveLength(3)
  })
})

describe('changing', () => {
  it('edits in place and records before and after', async () => {
    await add('a')
    const t = await turn()
    const what = await press('priority.edit', { id: 'a' })
    await talk(t, what, ['skip', { press: 'draft.field', args: { field: 'title' } }, 'Another title', { press: 'draft.submit' }])
    expect((await standing())[0]?.title).toEqual({ ar: 'أولوية a', en: 'Another title' })
    expect(await test.db.select().from(changes)).toMatchObject([
      { action: 'edited', before: { title: { en: 'Priority a' } }, after: { title: { en: 'Another title' } } },
    ])
  })

  it('overwrites nothing that somebody changed meanwhile', async () => {
    await add('a')
    const what = await press('priority.edit', { id: 'a' })
    const text = { month: '2026-12', title: { en: 'By a colleague' }, narrative: {}, messages: [] }
    await planDb.changePriority(test.db, 'n1', 'a', noon, text, noon.add({ minutes: 1 }))
    const { last } = await talk(await turn(), what, ['skip', { press: 'draft.submit' }])
    expect(wordsOf(last)).toContain('changed by somebody else')
    expect((await standing())[0]?.title).toEqual({ ar: undefined, en: 'By a colleague' })
  })

  it('moves one up once, however often the button is pressed', async () => {
    for (const id of ['a', 'b', 'c']) await add(id)
    const manage = shown(await press('priority.manage', { m: '2026-12' }))
    const up = pressOf(manage, 'priority.move', { id: 'c', to: '2' })
    await press('priority.move', up?.args ?? {})
    await press('priority.move', up?.args ?? {})
    expect((await standing()).map(p => `${p.rank}${p.id}`)).toEqual(['1a', '2c', '3b'])
    expect(await test.db.select().from(changes)).toHaveLength(1)
  })

  it('removes once, closes the gap, and says so the second time', async () => {
    for (const id of ['a', 'b', 'c']) await add(id)
    expect(wordsOf(shown(await press('priority.remove', { id: 'a' })))).toContain('Yes, remove')
    expect(wordsOf(shown(await press('priority.remove.yes', { id: 'a' })))).toContain('was removed')
    expect(wordsOf(shown(await press('priority.remove.yes', { id: 'a' })))).toContain('already')
    expect((await standing()).map(p => `${p.rank}${p.id}`)).toEqual(['1b', '2c'])
  })

  it('copies to the next month once, messages and all, and again after the copy was removed', async () => {
    await add('a', '2026-12', { messages: [{ ar: 'رسالة', en: 'A message' }] })
    await add('z', '2027-01')
    expect(wordsOf(shown(await press('priority.copy', { id: 'a' })))).toContain('was copied to')
    expect(wordsOf(shown(await press('priority.copy', { id: 'a' })))).toContain('already')
    const [, copy] = await standing('2027-01')
    expect(copy).toMatchObject({ rank: 2, title: { en: 'Priority a' }, messages: [{ ar: 'رسالة', en: 'A message' }] })
    await press('priority.remove.yes', { id: copy?.id ?? '' })
    await press('priority.copy', { id: 'a' })
    expect((await standing('2027-01')).map(p => p.rank)).toEqual([1, 2])
    expect(await standing()).toHaveLength(1)
  })
})
