/** The plan as people read it: edges of the window, who sees what, pages, words in both languages. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as planDb from '../../db/plan.ts'
import { activityPartners, priorities } from '../../db/schema.ts'
import type { View } from '../../src/model/view.ts'
import { pageSize } from '../../src/plan/order.ts'
import { planCommand, planPage } from '../../src/plan/plan.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { addActivity, asked, at, fill, listed, noon, onDays, pressOf, timed, turnOf, type Who, wordsOf } from './small-network.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.reset()
  await fill(test.db)
})

const plan = async (who: Who, args: Parameters<typeof asked>[0] = {}, language: 'ar' | 'en' = 'en', now = noon): Promise<View> => {
  const answer = await planCommand(await turnOf(test.db, who, language, now), asked(args))
  const shown = answer.views?.[0]
  if (!shown) throw new Error('no view')
  return shown
}

describe('the window, in the network’s zone', () => {
  beforeEach(async () => {
    // The window of November and December 2026 ends at 21:00 UTC on 31 December.
    await addActivity(test.db, 'last-night', timed('2026-12-31T23:30:00+03:00'))
    await addActivity(test.db, 'new-year', timed('2027-01-01T00:00:00+03:00'))
    await addActivity(test.db, 'into-january', onDays('2026-12-30', '2027-01-02'))
    await addActivity(test.db, 'from-october', onDays('2026-10-30', '2026-11-02'))
    await addActivity(test.db, 'to-midnight', timed('2026-10-31T20:00:00+03:00', '2026-11-01T00:00:00+03:00'))
    await addActivity(test.db, 'first-minute', timed('2026-11-01T00:00:00+03:00'))
    await addActivity(test.db, 'gone', onDays('2026-12-05'), { lifecycle: 'withdrawn' })
    await addActivity(test.db, 'cancelled', onDays('2026-12-06'), { lifecycle: 'cancelled' })
  })

  it('holds this month and the next, to the last minute and not one more', async () => {
    expect(listed(await plan('centre')).sort()).toEqual(['first-minute', 'from-october', 'into-january', 'last-night'])
  })

  it('puts what began earlier under its own heading, first', async () => {
    const shown = await plan('centre', { month: '2026-11' })
    expect(listed(shown)).toEqual(['from-october', 'first-minute'])
    expect(wordsOf(shown)).toContain('Begun earlier')
  })

  it('takes a month by name, and days inclusive', async () => {
    expect(listed(await plan('centre', { month: '2027-01' })).sort()).toEqual(['into-january', 'new-year'])
    expect(listed(await plan('centre', { from: '2026-12-31', to: '2026-12-31' })).sort()).toEqual(['into-january', 'last-night'])
    expect(listed(await plan('centre', { from: '2027-01-01', to: '2026-12-31' })).sort()).toEqual([
      'into-january',
      'last-night',
      'new-year',
    ])
  })
})

describe('whose activities', () => {
  it('are those of one organization, its accepted partnerships among them', async () => {
    await addActivity(test.db, 'own', onDays('2026-12-01'), { ownerId: 'youth' })
    await addActivity(test.db, 'joined', onDays('2026-12-02'), { partners: ['youth'] })
    await addActivity(test.db, 'only-named', onDays('2026-12-03'), { partners: ['youth'] })
    await addActivity(test.db, 'other', onDays('2026-12-04'))
    await test.db.update(activityPartners).set({ state: 'accepted' }).where(eq(activityPartners.activityId, 'joined'))
    const shown = await plan('observer', { organization: 'Youth Authority' })
    expect(listed(shown)).toEqual(['own', 'joined'])
    expect(wordsOf(shown)).toContain('Youth Authority')
  })

  it('says so where the organization is not known', async () => {
    const answer = await planCommand(await turnOf(test.db, 'observer'), asked({ organization: 'Ministry of Rain' }))
    expect(wordsOf(answer.views?.[0] as View)).toContain('Ministry of Rain')
    expect(listed(answer.views?.[0] as View)).toEqual([])
  })
})

describe('who sees what', () => {
  const until = '2026-12-01T09:00:00+03:00'
  beforeEach(async () => {
    await addActivity(test.db, 'open', onDays('2026-12-10'))
    await addActivity(test.db, 'centre-only', onDays('2026-12-11'), { visibility: 'centre', partners: ['youth', 'egov'] })
    await addActivity(test.db, 'embargoed', onDays('2026-12-12'), {
      visibility: 'centre',
      embargoUntil: at(until),
      partners: ['youth', 'egov'],
    })
    await test.db.update(activityPartners).set({ state: 'accepted' }).where(eq(activityPartners.organizationId, 'youth'))
  })

  const all = ['open', 'centre-only', 'embargoed']
  const sees: [Who, string[], string[]][] = [
    ['centre', all, all],
    ['health', all, all],
    ['youth', all, all],
    ['egov', ['open'], ['open', 'embargoed']],
    ['admin', all, all],
    ['observer', ['open'], ['open', 'embargoed']],
    ['nobody', [], []],
  ]
  for (const [who, before, after] of sees)
    it(`${who}: before the embargo's instant, and from it on`, async () => {
      expect(listed(await plan(who, { month: '2026-12' }))).toEqual(before)
      expect(listed(await plan(who, { month: '2026-12' }, 'en', at('2026-12-01T08:59:59+03:00')))).toEqual(before)
      expect(listed(await plan(who, { month: '2026-12' }, 'en', at(until)))).toEqual(after)
    })

  it('marks an embargo in words while it holds, and no longer', async () => {
    expect(wordsOf(await plan('centre', { month: '2026-12' }))).toContain('embargoed until')
    expect(wordsOf(await plan('centre', { month: '2026-12' }, 'en', at(until)))).not.toContain('embargoed until')
  })
})

describe('a long plan', () => {
  it('shows every activity exactly once, page after page, in its order', async () => {
    const days = Array.from({ length: 50 }, (_, n) => `2026-${n % 2 ? '11' : '12'}-${String((n % 28) + 1).padStart(2, '0')}`)
    for (const [n, day] of days.entries()) await addActivity(test.db, `x${n}`, onDays(day), { ownerId: n % 3 ? 'health' : 'youth' })
    const turn = await turnOf(test.db, 'observer')
    const opened = await plan('observer')
    // It opens at what is upcoming: 24 November is today.
    expect(days[Number(listed(opened)[0]?.slice(1))]).toBe('2026-11-24')
    const seen: string[] = []
    // Back to the beginning, then forward to the end.
    let first = opened
    for (let p = pressOf(first, 'plan.page', { n: '2' }); p?.args.j; p = pressOf(first, 'plan.page', { n: '2' })) {
      first = (await planPage(turn, p.args)).replace as View
      seen.unshift(...listed(first))
    }
    let last: View | undefined = opened
    while (last) {
      expect(listed(last).length).toBeLessThanOrEqual(pageSize)
      seen.push(...listed(last))
      const later: ReturnType<typeof pressOf> = laterOf(last)
      last = later ? (await planPage(turn, later.args)).replace : undefined
    }
    expect(seen.length).toBe(50)
    expect(new Set(seen).size).toBe(50)
    const dayOf = (id: string) => days[Number(id.slice(1))] ?? ''
    expect(seen.map(dayOf)).toEqual([...seen.map(dayOf)].sort())
  })

  it('shows a page that no longer fits as the last there is', async () => {
    await addActivity(test.db, 'one', onDays('2026-12-10'))
    const shown = (await planPage(await turnOf(test.db, 'observer'), { m: '2026-12', n: '1', i: '400' })).replace as View
    expect(listed(shown)).toEqual(['one'])
  })
})

const laterOf = (v: View) => {
  const all = v.parts.flatMap(p => (p.kind === 'actions' ? p.actions : []))
  return all.find(a => a.press.name === 'plan.page' && a.press.args.i !== undefined && a.press.args.j === undefined)?.press ?? null
}

describe('what is said', () => {
  it('is kind about an empty stretch, and offers Submit to those who may', async () => {
    const member = await plan('health', { month: '2027-05' })
    expect(wordsOf(member)).toContain('Nothing is in the plan for May 2027 so far.')
    expect(pressOf(member, 'activity.submit')).not.toBeNull()
    expect(pressOf(await plan('observer', { month: '2027-05' }), 'activity.submit')).toBeNull()
    expect(wordsOf(await plan('health', { month: '2027-05' }, 'ar'))).toContain('لا فعاليات في المخطط حتى الآن')
  })

  it('counts in Arabic as Arabic counts', async () => {
    const counted: Record<number, string> = {
      1: 'فعالية واحدة',
      2: 'فعاليتان',
      3: '٣ فعاليات',
      11: '١١ فعالية',
    }
    for (let n = 1; n <= 11; n++) {
      await addActivity(test.db, `c${n}`, onDays('2026-12-10'))
      if (counted[n]) expect(wordsOf(await plan('observer', { month: '2026-12' }, 'ar'))).toContain(counted[n])
    }
  })

  it('begins with the priorities of its months', async () => {
    await planDb.addPriority(
      test.db,
      'n1',
      'p1',
      { month: '2026-12', title: { ar: 'الصحة أولاً', en: 'Health first' }, narrative: {}, messages: [] },
      noon,
    )
    await addActivity(test.db, 'one', onDays('2026-12-10'))
    const words = wordsOf(await plan('observer'))
    expect(words.indexOf('Health first')).toBeGreaterThan(-1)
    expect(words.indexOf('Health first')).toBeLessThan(words.indexOf('Activity one'))
    expect(words).toContain('No priorities have been set for \u2068November 2026\u2069 yet.')
    expect((await test.db.select().from(priorities)).length).toBe(1)
  })

  it('lists missing translations for coordinators alone', async () => {
    await addActivity(test.db, 'arabic', onDays('2026-12-10'), { titleEn: null, reference: 'A-2026-9001' })
    await addActivity(test.db, 'english', onDays('2026-12-11'), { titleAr: null, reference: 'A-2026-9002' })
    const centre = wordsOf(await plan('centre'))
    expect(centre).toMatch(/1 activity lacks an English title: .*A-2026-9001/)
    expect(centre).toMatch(/1 activity lacks an Arabic title: .*A-2026-9002/)
    expect(wordsOf(await plan('health'))).not.toContain('lacks')
    expect(wordsOf(await plan('centre', {}, 'ar'))).toMatch(/فعالية واحدة بلا عنوان بالإنجليزية: .*A-2026-9001/)
  })

  it('marks what is tentative, approximate, late or returned', async () => {
    await addActivity(test.db, 'tentative', onDays('2026-12-10'), { certainty: 'tentative' })
    await addActivity(test.db, 'late', onDays('2026-12-11'), { late: true })
    await addActivity(test.db, 'returned', onDays('2026-12-12'), { review: 'returned', reviewedVersion: 1 })
    await addActivity(
      test.db,
      'approximate',
      { kind: 'span', start: '2026-12-13', end: '2026-12-17', words: 'mid December' },
      { certainty: 'approximate' },
    )
    const words = wordsOf(await plan('observer'))
    for (const mark of ['tentative', 'late', 'returned', 'approximate']) expect(words).toContain(mark)
  })
})
