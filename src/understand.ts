/**
 * `npm run -s understand`: JSON lines in, one meaning a line out, in order. Reads the sample network's names and holidays.
 * Flags: --now ISO instant, --zone IANA name, --weekend fri,sat; --intents prints the keys known, one a line.
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { commands } from './commands.ts'
import type { Context } from './model/meaning.ts'
import { namesOf, type Weekday } from './model/settings.ts'
import { cities, organizations, venues } from './sample/names.ts'
import { holidaysOf } from './sample/settings.ts'
import { languageOf } from './understanding/language.ts'
import { stampOf } from './understanding/stamps.ts'
import { understand } from './understanding/understand.ts'

const { values } = parseArgs({
  options: {
    now: { type: 'string', default: '2026-11-23T09:00:00+03:00' },
    zone: { type: 'string', default: 'Asia/Bahrain' },
    weekend: { type: 'string', default: 'fri,sat' },
    intents: { type: 'boolean', default: false },
  },
})

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const line = z.object({ text: z.string(), now: z.string().optional() })

if (values.intents) {
  for (const key of [...commands.map(c => c.key), 'other', 'small_talk']) console.log(key)
} else {
  const weekend = values.weekend
    .split(',')
    .map(d => (days.indexOf(d.trim().toLowerCase().slice(0, 3)) + 1) as Weekday)
    .filter(d => d > 0)
  const instantOf = (text: string) => {
    const iso = /(Z|[+-]\d\d:?\d\d)$/.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(values.zone).toInstant()
    return stampOf(iso.toZonedDateTimeISO(values.zone))
  }
  const known = new Map<number, Context['holidays']>()
  const holidaysAround = (now: string): Context['holidays'] => {
    const year = Number(now.slice(0, 4))
    const had = known.get(year) ?? holidaysOf(year - 1, year + 2).map(h => ({ from: h.from, to: h.to, name: h.name, kind: 'public' }))
    known.set(year, had)
    return had
  }
  const base: Omit<Context, 'now' | 'language' | 'holidays'> = {
    zone: values.zone,
    weekend,
    workingHours: { from: '07:00', to: '14:15' },
    hijriShifts: {},
    dayMonthOrder: 'day-month',
    names: {
      organizations: organizations.map(o => ({ id: o.handle, names: [o.ar, o.en, ...o.shortNames] })),
      venues: venues.flatMap(namesOf),
      cities,
    },
  }
  for await (const raw of createInterface({ input: process.stdin })) {
    if (!raw.trim()) continue
    const asked = line.parse(JSON.parse(raw))
    const now = instantOf(asked.now ?? values.now)
    const meaning = understand(asked.text, { ...base, now, holidays: holidaysAround(now), language: languageOf(asked.text) ?? 'ar' })
    const { sure: _sure, nearest: _nearest, ...out } = meaning
    console.log(JSON.stringify(out))
  }
}
