/** Editions: frozen once, never changed, numbered without gaps, and read within the narrower of then and now. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as activitiesDb from '../../db/activities.ts'
import * as planDb from '../../db/plan.ts'
import { activities, activityPartners, counters, editionRows, editions, outbox } from '../../db/schema.ts'
import type { View } from '../../src/model/view.ts'
import { type Compiled, type Compiling, compile } from '../../src/plan/compile.ts'
import { announceEdition, editionPage, editionView, numberOf } from '../../src/plan/edition.ts'
import { planCommand } from '../../src/plan/plan.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import {
  addActivity,
  asked,
  at,
  fill,
  listed,
  network,
  noon,
  onDays,
  pressOf,
  sceneAt,
  turnOf,
  type Who,
  wordsOf,
} from './small-network.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.reset()
  await fill(test.db)
})

const stretch = { firstMonth: '2026-12', months: 2 }
/** Always a new edition: none has this number yet. */
const byCentre: Compiling = { meetingId: null, compiledBy: 'centre', expects: 99, ...stretch }
const byDeadline = (meetingId: string, deadlineAt = noon): Compiling => ({ meetingId, compiledBy: null, deadlineAt, ...stretch })
const freezeNow = async (what: Compiling = byCentre, now = noon): Promise<Compiled> => {
  const scene = await sceneAt(test.db, now)
  return test.db.transaction(tx => compile({ ...scene, db: tx }, what))
}
const read = async (who: Who, number = 1, now = noon, language: 'ar' | 'en' = 'en'): Promise<View> =>
  editionView(await turnOf(test.db, who, language, now), number, 0)
const set = (id: string, columns: Partial<typeof activities.$inferInsert>) =>
  test.db.update(activities).set(columns).where(eq(activities.id, id))

describe('compiling', () => {
  it('numbers editions from 1 without gaps, and a deadline makes one only once', async () => {
    expect(await freezeNow(byDeadline('m1'))).toEqual({ number: 1 })
    expect(await freezeNow(byDeadline('m1'))).toEqual({ already: 1 })
    expect(await freezeNow({ ...byCentre, meetingId: 'm1' })).toEqual({ number: 2 })
    expect(await freezeNow(byDeadline('m2'))).toEqual({ number: 3 })
    expect(await freezeNow(byDeadline('m1', noon.add({ hours: 24 })))).toEqual({ number: 4 })
    expect((await test.db.select().from(counters).where(eq(counters.series, 'edition')))[0]?.value).toBe(4)
    expect(await test.db.select().from(editions)).toHaveLength(4)
  })

  it('makes one when two copies of the bot come to the deadline together', async () => {
    const both = await Promise.all([freezeNow(byDeadline('m1')), freezeNow(byDeadline('m1'))])
    expect(both).toContainEqual({ number: 1 })
    expect(both).toContainEqual({ already: 1 })
  })

  it('takes all that stands in the window, whatever its visibility, and leaves out what is cancelled or withdrawn', async () => {
    await addActivity(test.db, 'open', onDays('2026-12-01'))
    await addActivity(test.db, 'secret', onDays('2026-12-02'), { visibility: 'centre' })
    await addActivity(test.db, 'back', onDays('2026-12-03'), { review: 'returned', reviewedVersion: 1 })
    await addActivity(test.db, 'cancelled', onDays('2026-12-04'), { lifecycle: 'cancelled' })
    await addActivity(test.db, 'withdrawn', onDays('2026-12-05'), { lifecycle: 'withdrawn' })
    await addActivity(test.db, 'november', onDays('2026-11-30'))
    await addActivity(test.db, 'january', onDays('2027-01-31'))
    await addActivity(test.db, 'february', onDays('2027-02-01'))
    await freezeNow()
    expect(listed(await read('centre'))).toEqual(['open', 'secret', 'back', 'january'])
    expect(wordsOf(await read('centre'))).toContain('returned')
  })

  it('records who compiled, and leaves nothing behind where the transaction is undone', async () => {
    const scene = await sceneAt(test.db)
    await expect(
      test.db.transaction(async tx => {
        await compile({ ...scene, db: tx }, byCentre)
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await freezeNow()).toEqual({ number: 1 })
    expect(wordsOf(await read('observer'))).toContain('Person centre')
  })
})

describe('what was frozen stays', () => {
  it('whatever is edited, withdrawn, renamed or prioritised afterwards', async () => {
    await addActivity(test.db, 'one', onDays('2026-12-10'), { titleEn: 'As it was', venue: 'Old hall', notes: 'for us alone' })
    await planDb.addPriority(
      test.db,
      'n1',
      'p1',
      { month: '2026-12', title: { en: 'Old priority' }, narrative: {}, messages: [{ ar: 'رسالة', en: 'A message' }] },
      noon,
    )
    await freezeNow()
    const before = await test.db.select().from(editionRows)
    expect(JSON.stringify(before)).not.toContain('for us alone')
    await set('one', { titleEn: 'Changed', venue: 'New hall', when: onDays('2027-03-01'), lifecycle: 'withdrawn' })
    const p = await planDb.priority(test.db, (await turnOf(test.db, 'centre')).reader, 'p1')
    await planDb.changePriority(
      test.db,
      'n1',
      'p1',
      p?.changedAt ?? noon,
      { month: '2026-12', title: { en: 'New priority' }, narrative: {}, messages: [] },
      noon,
    )
    const words = wordsOf(await read('observer'))
    expect(words).toContain('As it was')
    expect(words).toContain('Old hall')
    expect(words).toContain('Old priority')
    expect(words).not.toMatch(/Changed|New hall|New priority/)
    expect(await test.db.select().from(editionRows)).toEqual(before)
    expect(await planDb.prioritiesOfEdition(test.db, (await turnOf(test.db, 'centre')).reader, 1)).toMatchObject([
      { messages: [{ ar: 'رسالة', en: 'A message' }] },
    ])
  })
})

describe('the narrower of then and now', () => {
  const until = at('2026-12-01T09:00:00+03:00')
  beforeEach(async () => {
    await addActivity(test.db, 'open', onDays('2026-12-10'))
    await addActivity(test.db, 'centre-only', onDays('2026-12-11'), { visibility: 'centre', partners: ['youth', 'egov'] })
    await addActivity(test.db, 'embargoed', onDays('2026-12-12'), {
      visibility: 'centre',
      embargoUntil: until,
      partners: ['youth', 'egov'],
    })
    await test.db.update(activityPartners).set({ state: 'accepted' }).where(eq(activityPartners.organizationId, 'youth'))
    await freezeNow()
  })
  const all = ['open', 'centre-only', 'embargoed']

  const sees: [Who, string[], string[]][] = [
    ['centre', all, all],
    ['health', all, all],
    ['youth', all, all],
    ['admin', all, all],
    ['egov', ['open'], ['open', 'embargoed']],
    ['observer', ['open'], ['open', 'embargoed']],
  ]
  for (const [who, before, after] of sees)
    it(`${who}: an embargo opens by itself at its instant`, async () => {
      expect(listed(await read(who))).toEqual(before)
      expect(listed(await read(who, 1, at('2026-12-01T08:59:59+03:00')))).toEqual(before)
      expect(listed(await read(who, 1, until))).toEqual(after)
    })

  it('hides what was open then and is for the centre now', async () => {
    await set('open', { visibility: 'centre' })
    expect(listed(await read('observer'))).toEqual([])
    expect(listed(await read('egov'))).toEqual([])
    expect(listed(await read('health'))).toEqual(all)
    expect(listed(await read('centre'))).toEqual(all)
  })

  it('hides what was open then and is embargoed now, until that instant', async () => {
    await set('open', { visibility: 'centre', embargoUntil: at('2026-12-05T00:00:00+03:00') })
    expect(listed(await read('observer', 1, at('2026-12-04T23:59:00+03:00')))).toEqual(['embargoed'])
    expect(listed(await read('observer', 1, at('2026-12-05T00:00:00+03:00')))).toEqual(['open', 'embargoed'])
  })

  it('hides what was embargoed then, though the activity is open now', async () => {
    await set('embargoed', { visibility: 'network', embargoUntil: null })
    expect(listed(await read('observer'))).toEqual(['open'])
    expect(listed(await read('observer', 1, until))).toEqual(['open', 'embargoed'])
  })

  it('hides it from a partner who had not accepted then, and from one who declined since', async () => {
    await test.db.update(activityPartners).set({ state: 'accepted' }).where(eq(activityPartners.organizationId, 'egov'))
    expect(listed(await read('egov'))).toEqual(['open'])
    await test.db.update(activityPartners).set({ state: 'declined' }).where(eq(activityPartners.organizationId, 'youth'))
    expect(listed(await read('youth'))).toEqual(['open'])
  })

  it('shows a stranger nothing, not even that it exists', async () => {
    const words = wordsOf(await read('nobody'))
    expect(words).not.toMatch(/Activity|December/)
  })
})

describe('reading by number', () => {
  it('finds it as people say it, in either language, and says which there is where it does not', async () => {
    expect([numberOf('٧'), numberOf('7'), numberOf('edition 12'), numberOf('الأول')]).toEqual([7, 7, 12, 0])
    await addActivity(test.db, 'one', onDays('2026-12-10'))
    await freezeNow()
    const answer = await planCommand(await turnOf(test.db, 'observer', 'ar'), asked({ edition: '١' }))
    expect(wordsOf(answer.views?.[0] as View)).toContain('مخطط الاتصال، الإصدار ١')
    const missing = await read('observer', 9)
    expect(wordsOf(missing)).toContain('The latest is edition 1.')
    const open = pressOf(missing, 'plan.edition')
    expect(listed((await editionPage(await turnOf(test.db, 'observer'), open?.args ?? {})).views?.[0] as View)).toEqual(['one'])
  })

  it('pages a long one, each activity exactly once', async () => {
    for (let n = 0; n < 40; n++) await addActivity(test.db, `x${n}`, onDays(`2026-12-${String((n % 28) + 1).padStart(2, '0')}`))
    await freezeNow()
    const turn = await turnOf(test.db, 'observer')
    const seen: string[] = []
    let shown: View | undefined = await read('observer')
    while (shown) {
      seen.push(...listed(shown))
      const later: ReturnType<typeof laterOf> = laterOf(shown)
      shown = later ? (await editionPage(turn, later.args)).replace : undefined
    }
    expect(seen).toHaveLength(40)
    expect(new Set(seen).size).toBe(40)
  })
})

const laterOf = (v: View) =>
  v.parts.flatMap(p => (p.kind === 'actions' ? p.actions : [])).find(a => a.press.args.i && !a.press.args.j)?.press

it('says what changed since the edition before it', async () => {
  for (const id of ['stays', 'changes', 'goes', 'past']) await addActivity(test.db, id, onDays(id === 'past' ? '2026-12-01' : '2027-01-10'))
  await freezeNow()
  await set('changes', { venue: 'Elsewhere', version: 2 })
  await set('goes', { lifecycle: 'cancelled' })
  await addActivity(test.db, 'comes', onDays('2027-02-10'))
  await addActivity(test.db, 'secret', onDays('2027-02-11'), { visibility: 'centre' })
  await freezeNow({ ...byCentre, firstMonth: '2027-01' })
  expect(wordsOf(await read('observer'))).not.toContain('Since edition')
  expect(wordsOf(await read('observer', 2))).toContain('Since edition 1: 1 new, 1 changed, 1 no longer in it.')
  expect(wordsOf(await read('centre', 2))).toContain('Since edition 1: 2 new, 1 changed, 1 no longer in it.')
})

describe('the announcement', () => {
  it('counts network-visible rows alone, once, in the network’s first language', async () => {
    await addActivity(test.db, 'open', onDays('2026-12-10'))
    await addActivity(test.db, 'secret', onDays('2026-12-11'), { visibility: 'centre', ownerId: 'youth', titleAr: 'سر' })
    await addActivity(test.db, 'embargoed', onDays('2026-12-12'), {
      visibility: 'centre',
      embargoUntil: at('2026-12-01T09:00:00+03:00'),
      ownerId: 'egov',
    })
    await freezeNow()
    const scene = await sceneAt(test.db)
    await announceEdition(scene, 1)
    await announceEdition(scene, 1)
    const posts = await test.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.networkId, network.id), eq(outbox.platform, 'slack')))
    expect(posts).toHaveLength(1)
    const words = wordsOf(posts[0]?.view as View)
    expect(posts[0]?.view.language).toBe('ar')
    expect(words).toContain('وزارة الصحة')
    expect(words).toContain('فعالية واحدة')
    expect(words).toContain('/plan edition 1')
    expect(words).not.toMatch(/هيئة الشباب|الحكومة الإلكترونية|سر/)
  })
})

it('no function of the query file changes what an edition holds', async () => {
  expect(
    Object.keys(planDb)
      .filter(name => /edition/i.test(name))
      .sort(),
  ).toEqual(['addEdition', 'edition', 'editionAt', 'holdEditions', 'latestEdition', 'prioritiesOfEdition', 'rowsOfEdition'])
  expect(Object.keys(activitiesDb)).toContain('inWindow')
})
