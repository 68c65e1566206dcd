/** The meeting's rule as people say it, in either language, and said back. Pure. */
import { isolate, type Speak } from '../locales/speak.ts'
import type { Context } from '../model/meaning.ts'
import { fold } from '../understanding/fold.ts'
import { readTime } from '../understanding/read.ts'
import { normalRule, partsOf } from './rule.ts'

/** `other` is the second reading where people differ: "every second Tuesday" may be meant of a month. */
export type SaidRule = { rule: string; time: string | null; other: string | null }

const table = (rows: [string, string][]) => new Map(rows.flatMap(([value, words]) => words.split(' ').map(w => [w, value] as const)))

const weekdays = table([
  ['SU', 'sunday sundays sun احد'],
  ['MO', 'monday mondays mon اثنين'],
  ['TU', 'tuesday tuesdays tue ثلاثاء ثلاثا'],
  ['WE', 'wednesday wednesdays wed اربعاء اربعا'],
  ['TH', 'thursday thursdays thu خميس'],
  ['FR', 'friday fridays fri جمعه'],
  ['SA', 'saturday saturdays sat سبت'],
])
const ordinals = table([
  ['1', 'first 1st اول اولي'],
  ['2', 'second 2nd other ثاني'],
  ['3', 'third 3rd ثالث'],
  ['4', 'fourth 4th رابع'],
  ['-1', 'last اخر اخير'],
])
const numbers = table([
  ['2', 'two 2'],
  ['3', 'three 3 ثلاثه'],
  ['4', 'four 4 اربعه'],
])
const every = new Set('every each كل'.split(' '))
const monthWords = new Set('month months monthly شهر شهري شهريا اشهر شهور'.split(' '))
const weekWords = new Set('week weeks weekly اسبوع اسبوعي اسبوعيا اسابيع'.split(' '))
const fortnight = new Set('fortnight fortnightly biweekly اسبوعين اسبوعان'.split(' '))

const bare = (w: string): string => w.replace(/^[وبل]?ال(?=.{2})/, '')
const of = (known: Map<string, string>, w: string): string | undefined => known.get(w) ?? known.get(bare(w))

/** Reads "first Sunday of the month at 10", «أول أحد من كل شهر», "every second Tuesday", "the 15th of every month", or an RRULE line. */
export function readRule(text: string, context: Context): SaidRule | null {
  const said = text.slice(0, 400)
  const line = /[A-Z]*:?\s*(FREQ=[A-Z0-9=;,+-]+)/i.exec(said)
  if (line?.[1]) {
    const rule = normalRule(line[1])
    return rule ? { rule, time: timeIn(said, context), other: null } : null
  }
  const words = fold(said)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const days = [...new Set(words.flatMap(w => of(weekdays, w) ?? []))]
  const nths = [...new Set(words.flatMap(w => of(ordinals, w) ?? []))]
  const monthly = words.some(w => monthWords.has(bare(w)) || w === 'شهرين')
  const repeats = words.some(w => every.has(w))
  const time = timeIn(said, context)
  const counted = words.flatMap((w, i) =>
    of(numbers, w) && (weekWords.has(words[i + 1] ?? '') || monthWords.has(words[i + 1] ?? '')) ? [of(numbers, w)] : [],
  )[0]
  const gap = words.includes('شهرين') || words.some(w => fortnight.has(bare(w))) ? '2' : (counted ?? '1')
  const give = (rule: string, other: string | null = null): SaidRule | null => {
    const normal = normalRule(rule)
    return normal ? { rule: normal, time, other: other ? normalRule(other) : null } : null
  }
  if (days.length === 0) {
    if (!monthly) return null
    // What follows "at" is an hour and no day of the month.
    const date = /(?:^|\s)(\d{1,2})(?:st|nd|rd|th)?(?=\s|$|[,،])/.exec(fold(withoutTime(said)))
    return date ? give(`FREQ=MONTHLY;INTERVAL=${gap};BYMONTHDAY=${date[1]}`) : null
  }
  const ofMonth = nths.filter(n => n !== 'other').flatMap(n => days.map(d => `${n}${d}`))
  if (monthly) return ofMonth.length > 0 ? give(`FREQ=MONTHLY;INTERVAL=${gap};BYDAY=${ofMonth.join(',')}`) : null
  if (nths.length === 1 && nths[0] !== '1' && nths[0] !== '-1' && repeats)
    return give(
      `FREQ=WEEKLY;INTERVAL=${nths[0]};BYDAY=${days.join(',')}`,
      words.includes('other') ? null : `FREQ=MONTHLY;BYDAY=${ofMonth.join(',')}`,
    )
  if (nths.length > 0) return give(`FREQ=MONTHLY;BYDAY=${ofMonth.join(',')}`)
  return repeats || words.some(w => weekWords.has(bare(w)) || fortnight.has(bare(w)))
    ? give(`FREQ=WEEKLY;INTERVAL=${gap};BYDAY=${days.join(',')}`)
    : null
}

const clock = /(?:\bat\s|@|الساعة|الساعه)\s*(.{1,24})/iu
const withoutTime = (text: string): string => text.replace(clock, ' ')

function timeIn(text: string, context: Context): string | null {
  const at = clock.exec(text)
  if (at?.[1]) return readTime(at[1], context)
  return /\d\s*(?:am|pm|:)|صباح|مساء|ظهر/iu.test(text) ? readTime(text, context) : null
}

/** The rule in words; an uncommon one as it is written. */
export function ruleText(rule: string, speak: Speak): string {
  const p = partsOf(rule)
  if (!p || p.BYSETPOS || p.BYMONTH) return isolate(rule)
  const n = Number(p.INTERVAL ?? 1)
  if (p.FREQ === 'MONTHLY' && p.BYMONTHDAY && !p.BYDAY)
    return speak.say('rule.monthDay', { n, _days: speak.list(p.BYMONTHDAY.split(',').map(d => speak.number(Number(d)))) })
  const days = (p.BYDAY ?? '').split(',').map(d => ({ nth: d.slice(0, -2).replace('+', ''), day: d.slice(-2) }))
  if (p.FREQ === 'MONTHLY' && days.every(d => /^([1-5]|-1)$/.test(d.nth)) && !p.BYMONTHDAY)
    return speak.say('rule.monthly', {
      n,
      _days: speak.list(days.map(d => speak.say('rule.nthDay', { _nth: d.nth === '-1' ? 'last' : `n${d.nth}`, _day: d.day }))),
    })
  if (p.FREQ === 'WEEKLY' && days.every(d => d.nth === ''))
    return speak.say('rule.weekly', { n, _days: speak.list(days.map(d => speak.say('rule.day', { _day: d.day }))) })
  return isolate(rule)
}
