/** Calendar files of activities, read back by another library: times, whole days, sessions, states, what is left out, and text that would break a file. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { activityEntries, activityFile } from '../../src/calendar/activity.ts'
import { type Activity, asWritten, type When } from '../../src/model/activity.ts'
import type { Language } from '../../src/model/people.ts'
import { icsOf } from '../../src/time/ics.ts'
import { voice } from '../voice.ts'
import { readIcs } from './read.ts'

const now = Temporal.Instant.from('2026-11-24T06:00:00Z')
const organizations = [
  { id: 'health', handle: 'health', name: { ar: 'وزارة الصحة', en: 'Ministry of Health' }, shortNames: [], centre: false, active: true },
  { id: 'youth', handle: 'youth', name: { ar: 'وزارة الشباب', en: 'Ministry of Youth' }, shortNames: [], centre: false, active: true },
]
const timed: When = { kind: 'timed', start: '2026-12-15T10:00:00+03:00', end: '2026-12-15T12:30:00+03:00' }
const activity = (set: Partial<Activity> = {}): Activity => ({
  id: '5b1f',
  networkId: 'n',
  reference: 'A-2026-0142',
  title: { ar: 'مشي صحة القلب', en: 'Heart health walk' },
  summary: { ar: undefined, en: 'A walk for everybody; bring water, and friends.' },
  kind: 'event',
  when: timed,
  certainty: 'confirmed',
  approval: 'approved',
  review: 'reviewed',
  reviewNote: 'the note of a review',
  lifecycle: 'planned',
  lifecycleReason: null,
  ownerId: 'health',
  partnerIds: ['youth'],
  otherPartners: ['Red Crescent'],
  venue: 'Corniche',
  city: 'Manama',
  patron: 'H.E. Somebody Named',
  spokesperson: 'Dr Spoken For',
  audience: [],
  channels: [],
  materials: [],
  needs: [],
  print: asWritten,
  significance: null,
  priorityId: null,
  contactId: 'contact-1',
  visibility: 'network',
  embargoUntil: null,
  notes: 'internal notes',
  late: false,
  version: 4,
  submittedAt: now,
  changedAt: Temporal.Instant.from('2026-11-20T08:15:00Z'),
  ...set,
})
const read = (a: Activity, language: Language = 'en') =>
  readIcs(activityFile(a, { speak: voice(language), organizations }, { now, language }).bytes)
const one = (set: Partial<Activity>, language: Language = 'en') => {
  const [event, ...more] = read(activity(set), language).events
  expect(more).toEqual([])
  if (!event) throw new Error('no event')
  return event
}

describe('one activity', () => {
  test('its hours in UTC, its version, when the file was made', () => {
    expect(one({})).toMatchObject({
      uid: '5b1f@munassiq',
      sequence: 4,
      stamp: '2026-11-24T06:00:00Z',
      start: '2026-12-15T07:00:00Z',
      end: '2026-12-15T09:30:00Z',
      title: 'Heart health walk',
      place: 'Corniche, Manama',
      status: 'CONFIRMED',
      klass: null,
    })
  })

  test('in the reader’s language, without marks of isolation', () => {
    const { title, about } = one({}, 'ar')
    expect(title).toBe('مشي صحة القلب')
    expect(about).toContain('الجهة: وزارة الصحة')
    expect(read(activity(), 'ar').text).not.toMatch(/[\u2066-\u2069]/)
  })

  test('names nobody, and holds nothing internal', () => {
    const { text } = read(activity())
    expect(text.replace(/\r\n /g, '')).not.toMatch(/Somebody Named|Spoken For|contact-1|internal notes|note of a review/)
  })

  test('without an end it has none', () => {
    expect(one({ when: { ...timed, end: null } })).toMatchObject({ start: '2026-12-15T07:00:00Z', end: null })
  })

  test('whole days are dates, and the end is the day after the last', () => {
    const days: When = { kind: 'days', start: '2026-12-30', end: '2026-12-31' }
    expect(one({ when: days })).toMatchObject({ start: '2026-12-30', end: '2027-01-01' })
    expect(read(activity({ when: days })).text).toContain('DTEND;VALUE=DATE:20270101')
  })

  test('a named span is whole days, and never more than tentative', () => {
    const span: When = { kind: 'span', start: '2026-12-06', end: '2026-12-12', words: 'the second week of December' }
    expect(one({ when: span })).toMatchObject({ start: '2026-12-06', end: '2026-12-13', status: 'TENTATIVE' })
  })

  test('sessions are events of one family: the first keeps the UID that the activity has without sessions', () => {
    const sessions: When = {
      kind: 'sessions',
      sessions: [
        { start: '2026-12-16T16:00:00+03:00', end: '2026-12-16T22:00:00+03:00' },
        { start: '2026-12-17T16:00:00+03:00', end: null },
      ],
    }
    expect(read(activity({ when: sessions })).events.map(e => [e.uid, e.sequence, e.start, e.end, e.title])).toEqual([
      ['5b1f@munassiq', 4, '2026-12-16T13:00:00Z', '2026-12-16T19:00:00Z', 'Heart health walk (1 of 2)'],
      ['5b1f.2@munassiq', 4, '2026-12-17T13:00:00Z', null, 'Heart health walk (2 of 2)'],
    ])
    expect(read(activity({ when: sessions }), 'ar').events[1]?.title).toBe('مشي صحة القلب (٢ من ٢)')
  })

  test('a session that is no more is cancelled in the next file, for whoever took in the last one', () => {
    const sessions: When = {
      kind: 'sessions',
      sessions: ['16', '17', '20'].map(d => ({ start: `2026-12-${d}T16:00:00+03:00`, end: null })),
    }
    const file = activityFile(
      activity({ version: 5 }),
      { speak: voice('en'), organizations },
      { now, language: 'en', earlier: [sessions, timed] },
    )
    expect(readIcs(file.bytes).events.map(e => [e.uid, e.sequence, e.start, e.status])).toEqual([
      ['5b1f@munassiq', 5, '2026-12-15T07:00:00Z', 'CONFIRMED'],
      ['5b1f.2@munassiq', 5, '2026-12-17T13:00:00Z', 'CANCELLED'],
      ['5b1f.3@munassiq', 5, '2026-12-20T13:00:00Z', 'CANCELLED'],
    ])
  })

  test.each([
    [{ certainty: 'tentative' }, 'TENTATIVE'],
    [{ certainty: 'approximate' }, 'TENTATIVE'],
    [{ lifecycle: 'completed' }, 'CONFIRMED'],
    [{ lifecycle: 'withdrawn' }, 'CANCELLED'],
    [{ lifecycle: 'cancelled', certainty: 'tentative' }, 'CANCELLED'],
    [{ lifecycle: 'postponed' }, 'CANCELLED'],
  ] as [Partial<Activity>, string][])('%j is %s', (set, status) => {
    const event = one(set)
    expect(event.status).toBe(status)
    expect(event.title.startsWith('Cancelled: ')).toBe(status === 'CANCELLED')
  })

  test('what is for the centre alone is marked, where a calendar is shared', () => {
    expect(one({ visibility: 'centre' }).klass).toBe('CONFIDENTIAL')
  })
})

test('any text comes back as it was, in lines of at most 75 octets that break no letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom(...'\n,;:"\\^'), (said, odd) => {
      const title = `${odd}${said}${odd} قلب 𝒳`
      const [entry] = activityEntries(activity({ title: { en: title }, summary: { en: title } }), { speak: voice('en'), organizations })
      if (!entry) throw new Error('no entry')
      const bytes = icsOf([entry], { stamp: now, language: 'en', name: title, refreshMinutes: 60 })
      const { events, name, refresh, text } = readIcs(bytes)
      const shown = (t: string) => t.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\uFFFD]+/gu, '')
      expect(events).toHaveLength(1)
      expect(shown(events[0]?.title ?? '')).toBe(shown(title))
      expect(shown(name ?? '')).toBe(shown(title))
      expect(refresh).toBe('PT1H')
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    }),
  )
})
