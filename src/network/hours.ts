/** From when to when work is done, as people say it: "8 to 14:00", "7:30 am to 2:30 pm", «من السابعة والنصف إلى الثانية». Pure. */
import type { Hours } from '../model/settings.ts'
import { fold } from '../understanding/fold.ts'
import { numbers } from '../understanding/lexicon.ts'
import { lookUp, tokensOf } from '../understanding/tokens.ts'

const unchanged = /\b(none|no change|same|usual)\b|بلا تغيير|بدون|كالمعتاد|المعتاده|لا يوجد|لا تتغير/
const clock = /(?<!\d)(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|صباحا|ص(?!\p{L})|ظهرا|عصرا|مساء|م(?!\p{L}))?/gu
const parts = new Map([
  ['ونصف', '30'],
  ['والنصف', '30'],
  ['وربع', '15'],
  ['والربع', '15'],
])

/** Hours that are said in words, in digits: «السابعة والنصف» is 7:30. */
function inDigits(said: string): string {
  let out = ''
  for (const { f, start, kind } of tokensOf(said)) {
    const hour = kind === 'word' ? lookUp(numbers, f) : undefined
    const minutes = parts.get(f)
    if (minutes && /\d$/.test(out)) out += `:${minutes}`
    else out += `${/\s/.test(said[start - 1] ?? '') ? ' ' : ''}${hour !== undefined && hour <= 12 ? hour : f}`
  }
  return out
}

/** `sure` where the half of the day was said, or follows from the hour. */
type Clock = { minutes: number; sure: boolean }

function clockOf([, hour, minute, half = '']: RegExpMatchArray): Clock | null {
  const [h, min] = [Number(hour), Number(minute ?? 0)]
  if (h > 23 || min > 59) return null
  const afternoon = /^p|ظهرا|عصرا|مساء|^م/.test(half) && h < 12
  const midnight = /^a|^ص/.test(half) && h === 12
  return { minutes: (midnight ? 0 : afternoon ? h + 12 : h) * 60 + min, sure: half !== '' || h > 12 || /^0/.test(hour ?? '') }
}

const written = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * Wall times of a text; null where it says that nothing changes, undefined where it says neither. An end that would be before the beginning, and whose half
 * of the day is not said, is in the afternoon: "7:30 to 2:30".
 */
export function hoursIn(said: string): Hours | null | undefined {
  if (unchanged.test(fold(said))) return null
  const [from, to, ...more] = [...inDigits(said).matchAll(clock)].map(clockOf)
  if (!from || !to || more.length > 0) return undefined
  const noon = 12 * 60
  const later = !to.sure && to.minutes <= from.minutes && to.minutes + noon > from.minutes && to.minutes < noon
  return { from: written(from.minutes), to: written(to.minutes + (later ? noon : 0)) }
}
