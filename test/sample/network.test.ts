import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { boundsOf, firstDayOf } from '../../src/activities/when.ts'
import { when as whenSchema } from '../../src/model/activity.ts'
import { type SampleActivity, type SampleData, sampleNetwork } from '../../src/sample/network.ts'
import { past } from '../../src/sample/past.ts'
import { people } from '../../src/sample/people.ts'
import { upcoming } from '../../src/sample/upcoming.ts'
import { cityOf } from '../../src/sample/written.ts'
import { type Calendar, inWorkingHours, isWorkingDay } from '../../src/time/working-days.ts'
import { dayOf } from '../../src/time/zone.ts'

const at = (text: string) => Temporal.Instant.from(text)
const zone = 'Asia/Bahrain'
const calendar = (data: SampleData): Calendar => ({ ...data.settings, holidays: data.holidays, hijriShifts: {} })
const first = (a: SampleActivity) => Temporal.PlainDate.from(firstDayOf(a.when, zone))
const instants = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z') / 60_000, max: Date.parse('2030-12-31T23:59:00Z') / 60_000 })
  .map(minute => Temporal.Instant.fromEpochMilliseconds(minute * 60_000))

const titled = (data: SampleData, title: string) => {
  const found = data.activities.find(a => a.title.en === title || a.title.ar === title)
  if (!found) throw new Error(`No ${title}`)
  return found
}
const overlap = (a: SampleActivity, b: SampleActivity) => {
  const [x, y] = [boundsOf(a.when, zone), boundsOf(b.when, zone)]
  return Temporal.Instant.compare(x.startsAt, y.endsAt) < 0 && Temporal.Instant.compare(y.startsAt, x.endsAt) < 0
}
const pairs = (list: SampleActivity[]) => list.flatMap((a, n) => list.slice(n + 1).map(b => [a, b] as const))
const dated = (list: SampleActivity[]) => list.filter(a => a.when.kind !== 'span')

describe('who is in it', () => {
  const data = sampleNetwork(at('2026-11-24T09:00:00+03:00'))
  test('a centre and twelve organizations with two or three members each, and one observer', () => {
    expect(data.organizations.filter(o => o.centre).map(o => o.handle)).toEqual(['centre'])
    expect(data.organizations.filter(o => !o.centre)).toHaveLength(12)
    for (const o of data.organizations) {
      const own = data.members.filter(m => m.organization === o.handle && !m.roles.includes('observer'))
      expect([2, 3], o.handle).toContain(own.length)
    }
    expect(people.filter(p => p.roles.includes('observer')).map(p => p.handle)).toEqual(['observer'])
  })

  test('the handles, e-mails, roles and languages that are promised', () => {
    const of = (handle: string) => people.find(p => p.handle === handle)
    expect(of('centre')?.roles).toEqual(['coordinator'])
    expect(of('admin')?.roles).toEqual(['admin'])
    for (const handle of ['health', 'egov', 'youth', 'tourism'])
      expect(of(handle)).toMatchObject({ roles: ['member'], organization: handle })
    expect(new Set(people.filter(p => p.language === 'en').map(p => p.organization))).toEqual(new Set(['health', 'tourism']))
    for (const p of people) expect(p.email).toBe(`${p.handle}@munassiq.example`)
    expect(new Set(people.map(p => p.handle)).size).toBe(people.length)
    for (const p of people) expect([p.name.ar, p.name.en].every(Boolean)).toBe(true)
  })

  test('every venue written has its city, every owner and partner is an organization, every text is within the limits', () => {
    const handles = new Set(data.organizations.map(o => o.handle))
    for (const written of [...past, ...upcoming].flat()) {
      expect(cityOf, written.venue).toHaveProperty([written.venue])
      expect(handles).toContain(written.owner)
      if (written.partner) expect(handles).toContain(written.partner)
      for (const title of [written.ar, written.en]) if (title !== null) expect(title.length).toBeGreaterThanOrEqual(3)
      expect(written.ar ?? written.en).not.toBeNull()
    }
  })
})

describe('what it holds, whatever day it is', () => {
  const check = (now: Temporal.Instant) => {
    const data = sampleNetwork(now)
    const cal = calendar(data)
    const today = dayOf(zone, now)
    const over = data.activities.filter(a => a.lifecycle === 'completed')
    const ahead = data.activities.filter(a => a.lifecycle === 'planned')

    // Twelve in each of the three months before today, fourteen in each of the two from today.
    expect(over).toHaveLength(36)
    expect(ahead).toHaveLength(28)
    for (const back of [1, 2, 3]) {
      const inside = over.filter(a => inSpan(first(a), today.subtract({ months: back }), today.subtract({ months: back - 1 })))
      expect(inside.length).toBeGreaterThanOrEqual(10)
    }
    for (const a of over) expect(Temporal.PlainDate.compare(first(a), today)).toBeLessThan(0)
    for (const a of ahead) expect(Temporal.PlainDate.compare(first(a), today)).toBeGreaterThan(0)

    for (const a of data.activities) {
      expect(whenSchema.safeParse(a.when).success).toBe(true)
      const { startsAt, endsAt } = boundsOf(a.when, zone)
      expect(Temporal.Instant.compare(startsAt, endsAt)).toBeLessThan(0)
      if (a.when.kind !== 'span') {
        const onPurpose = ['Family Walk', 'Youth Marathon'].includes(a.title.en ?? '')
        if (onPurpose) expect(first(a).dayOfWeek).toBe(5)
        else expect(isWorkingDay(cal, first(a)), `${a.title.ar} on ${first(a)}`).toBe(true)
      }
      expect(Temporal.Instant.compare(a.submittedAt, now)).toBeLessThan(0)
      expect(Temporal.Instant.compare(a.submittedAt, startsAt)).toBeLessThan(0)
      expect(inWorkingHours(cal, a.submittedAt)).toBe(true)
    }

    // The two clashes, and no other of either sort among what has a day.
    const timed = dated(ahead)
    const sameVenue = pairs(timed).filter(([a, b]) => a.venue === b.venue && a.venue !== 'عن بعد' && overlap(a, b))
    expect(sameVenue.map(pair => pair.map(a => a.title.en).sort())).toEqual([['National Youth Forum', 'University Guidance Forum']])
    const samePatron = pairs(timed).filter(([a, b]) => a.patron !== null && a.patron === b.patron && overlap(a, b))
    expect(samePatron.map(pair => pair.map(a => a.title.en).sort())).toEqual([
      ['Infrastructure financing agreement', 'Opening of the Jobs and Training Fair'],
    ])
    expect(pairs(timed).filter(([a, b]) => a.owner === b.owner && overlap(a, b))).toEqual([])

    const embargoed = data.activities.filter(a => a.visibility === 'centre')
    expect(embargoed).toHaveLength(1)
    expect(Temporal.Instant.compare(embargoed[0]?.embargoUntil ?? now, now)).toBeGreaterThan(0)
    expect(data.activities.filter(a => a.partners.length > 0)).toHaveLength(1)
    expect(new Set(ahead.map(a => a.when.kind))).toEqual(new Set(['timed', 'days', 'span', 'sessions']))
    expect(new Set(ahead.map(a => a.certainty))).toEqual(new Set(['confirmed', 'tentative', 'approximate']))
    expect(data.activities.some(a => !a.title.en) && data.activities.some(a => !a.title.ar)).toBe(true)
    expect(data.activities.filter(a => a.title.ar && a.title.en).length).toBeGreaterThan(50)

    const thisMonth = today.toPlainYearMonth()
    for (const month of [thisMonth.toString(), thisMonth.add({ months: 1 }).toString()]) {
      const own = data.priorities.filter(p => p.month === month)
      expect(own.map(p => p.rank)).toEqual([1, 2, 3])
      for (const p of own) {
        expect([2, 3]).toContain(p.messages.length)
        const serving = data.activities.filter(a => a.priority?.month === month && a.priority.theme === p.theme)
        expect(serving.length, `${p.title.en} in ${month}`).toBeGreaterThan(0)
      }
    }

    // References run in the order of submission, within the year of each.
    const seen = new Map<number, number>()
    for (const [n, a] of data.activities.entries()) {
      const before = data.activities[n - 1]
      if (before) expect(Temporal.Instant.compare(before.submittedAt, a.submittedAt)).toBeLessThanOrEqual(0)
      const year = a.submittedAt.toZonedDateTimeISO(zone).year
      const number = (seen.get(year) ?? 0) + 1
      seen.set(year, number)
      expect(a.reference).toBe(`A-${year}-${String(number).padStart(4, '0')}`)
    }
    expect(data.counters).toEqual(Object.fromEntries([...seen].map(([year, last]) => [`A-${year}`, last])))
    expect(new Set(data.activities.map(a => a.owner)).size).toBe(13)
    for (const a of data.activities) expect(people.find(p => p.handle === a.contact)?.organization).toBe(a.owner)
    expect(data.holidays[0]?.from.slice(0, 4)).toBe(String(today.year - 1))
    expect(data.holidays.at(-1)?.from.slice(0, 4)).toBe(String(today.year + 2))
    expect(new Set(data.holidays.map(h => h.key)).size).toBe(data.holidays.length)
  }

  test.each([
    '2026-11-24T09:00:00+03:00',
    '2026-12-06T09:59:00+03:00',
    '2026-12-31T23:59:00+03:00',
    '2027-01-01T00:00:00+03:00',
    '2027-03-31T12:00:00+03:00',
    '2028-02-29T12:00:00+03:00',
    '2029-01-31T12:00:00+03:00',
    '2030-05-31T12:00:00+03:00',
  ])('at %s', text => check(at(text)))

  test('at any instant from 2026 to 2030', () => {
    fc.assert(
      fc.property(instants, now => check(now)),
      { numRuns: 60 },
    )
  })

  test('the same instant gives the same network', () => {
    const now = at('2026-11-24T09:00:00+03:00')
    expect(JSON.stringify(sampleNetwork(now))).toBe(JSON.stringify(sampleNetwork(now)))
  })

  test('the joint activity and the embargoed one are those of the right owners', () => {
    const data = sampleNetwork(at('2026-11-24T09:00:00+03:00'))
    expect(titled(data, 'Launch of the unified electronic health record')).toMatchObject({ owner: 'health', partners: ['egov'] })
    expect(titled(data, 'إعلان حزمة دعم المؤسسات الصغيرة والمتوسطة')).toMatchObject({ owner: 'finance', visibility: 'centre' })
  })
})

describe('who still owes an answer to the next meeting', () => {
  test('most organizations have told nothing since the last meeting, some have', () => {
    // 1 November 2026 is the first Sunday; its meeting began at 10:00.
    const data = sampleNetwork(at('2026-11-24T09:00:00+03:00'))
    const since = at('2026-11-01T10:00:00+03:00')
    const answered = new Set(data.activities.filter(a => Temporal.Instant.compare(a.submittedAt, since) > 0).map(a => a.owner))
    expect(answered).toEqual(new Set(['culture', 'environment', 'education', 'municipalities', 'works']))
  })
})

/** After the first day, up to the last. */
function inSpan(day: Temporal.PlainDate, after: Temporal.PlainDate, until: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, after) > 0 && Temporal.PlainDate.compare(day, until) <= 0
}
