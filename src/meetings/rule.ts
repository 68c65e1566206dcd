/** The rule of the periodic meeting (RFC 5545, RRULE without DTSTART) as days: wall time in the network's zone. Pure. */
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Settings } from '../model/settings.ts'
import { instantAt } from '../time/zone.ts'

export type Rule = Pick<Settings['meeting'], 'rule' | 'from' | 'time'>
/** `day` is the rule's own day (YYYY-MM-DD), which a meeting keeps wherever it is moved. */
export type Occurrence = { day: string; startsAt: Temporal.Instant }

const frequencies = new Set(['WEEKLY', 'MONTHLY', 'YEARLY'])
const weekday = /^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$/
const number = /^-?\d{1,3}$/
/** Parts that say days; a rule that ends (COUNT, UNTIL) or says its own hours would contradict the other settings. */
const parts: Record<string, (value: string) => boolean> = {
  FREQ: v => frequencies.has(v),
  INTERVAL: v => /^\d{1,2}$/.test(v) && Number(v) >= 1 && Number(v) <= 24,
  BYDAY: v => v.split(',').every(d => weekday.test(d)),
  BYMONTHDAY: v => v.split(',').every(d => number.test(d) && Number(d) !== 0 && Math.abs(Number(d)) <= 31),
  BYSETPOS: v => v.split(',').every(d => number.test(d) && Number(d) !== 0),
  BYMONTH: v => v.split(',').every(m => /^\d{1,2}$/.test(m) && Number(m) >= 1 && Number(m) <= 12),
  WKST: v => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(v),
}

/** The parts of a rule; null where it is not one this network can keep. */
export function partsOf(rule: string): Record<string, string> | null {
  const said: Record<string, string> = {}
  for (const piece of rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .split(';')) {
    const [name = '', value = ''] = piece.split('=')
    if (name in said || !parts[name]?.(value)) return null
    said[name] = value
  }
  if (!said.FREQ) return null
  // Without a day, the recurrence would fall on whatever day it is counted from.
  return said.BYDAY || said.BYMONTHDAY ? said : null
}

/** An RRULE line as it is kept, or null where it is not one, or gives no day within the next years. */
export function normalRule(text: string): string | null {
  const said = partsOf(text)
  if (!said) return null
  const rule = Object.keys(parts)
    .flatMap(name => (said[name] && !(name === 'INTERVAL' && said[name] === '1') ? [`${name}=${said[name]}`] : []))
    .join(';')
  return after({ rule, time: '10:00' }, 'UTC', Temporal.Instant.from('2024-01-01T00:00:00Z'), 1).length > 0 ? rule : null
}

export const intervalOf = (rule: string): number => Number(partsOf(rule)?.INTERVAL ?? 1)

/** Where counting begins: at `from`, or, where every one counts, a year before `at`, so that little has to be counted. */
function anchored(rule: Rule, zone: string, at: Temporal.Instant): RRuleTemporal<Temporal.ZonedDateTime> {
  const year = at.toZonedDateTimeISO(zone).year
  const first = rule.from && intervalOf(rule.rule) > 1 ? rule.from : intervalOf(rule.rule) > 1 ? '2024-01-01' : `${year - 2}-01-01`
  const dtstart = instantAt(zone, Temporal.PlainDate.from(first), rule.time).toZonedDateTimeISO(zone)
  return new RRuleTemporal({ rruleString: `RRULE:${rule.rule}`, dtstart, temporal: Temporal, maxIterations: 2000 })
}

/** The next occurrences after an instant, at most `most`; fewer where the rule gives no more. */
export function after(rule: Rule, zone: string, at: Temporal.Instant, most: number): Occurrence[] {
  const out: Occurrence[] = []
  try {
    const days = anchored(rule, zone, at)
    let from = at.toZonedDateTimeISO(zone)
    while (out.length < most) {
      const next = days.next(from, false)
      if (!next) break
      out.push({ day: next.toPlainDate().toString(), startsAt: next.toInstant() })
      from = next
    }
  } catch {
    // The library throws where a rule gives no day for thousands of periods (31 February): that is what "no more" means here.
  }
  return out
}

/** The last occurrence before an instant, for a network whose first meeting has not been kept. */
export function before(rule: Rule, zone: string, at: Temporal.Instant): Temporal.Instant | null {
  try {
    return anchored(rule, zone, at).previous(at.toZonedDateTimeISO(zone), false)?.toInstant() ?? null
  } catch {
    return null
  }
}
