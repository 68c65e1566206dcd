/** What looks like a date and is none: version 3.0, room 215, the thirtieth batch, a reference, a price, a telephone number. */
import type { Line } from './grammar.ts'

/** Words that a number behind them belongs to. */
const counters = new Set(
  'version room hall phase batch gate building no number class grade floor flat block road route page chapter item level stage unit office suite volume issue part article law resolution decision expo vision agenda v نسخه النسخه الاصدار اصدار قاعه القاعه الدفعه دفعه المرحله مرحله مبني المبني رقم الدوره دوره غرفه الغرفه طابق الطابق شارع طريق بوابه صاله الصاله بند الماده ماده قانون قرار رويه الرويه اكسبو مجمع فيلا عدد العدد الفصل فصل الجزء'.split(
    ' ',
  ),
)
/** Signs around a number that is money, a share or a telephone's. */
const money = new Set(['$', '€', '£', '%', '#', '+', '٪'])

/** "Safety expo 21 December": before a month a number is its day, unless the month has another ("phase 2 December 5"). */
const beforeMonth = (line: Line, i: number): boolean =>
  line[i]?.kind === 'number' &&
  (line[i + 1]?.senses.some(s => s.class === 'month') ?? false) &&
  !(line[i + 2]?.kind === 'number' && (line[i + 2]?.n ?? 0) <= 31 && line[i + 3]?.f !== ':' && !hours(line[i + 3]))
/** "21 December 9 am": the number behind the month is an hour. */
const hours = (w: Line[number] | undefined): boolean => w?.senses.some(s => s.class === 'half' || s.class === 'oclock') ?? false

/** "Al Khamis Mosque", «سوق الأربعاء»: a mosque or a market that has its name from a weekday. */
const ofDay = new Set(['سوق', 'مسجد', 'جامع', 'قريه', 'بسوق', 'بمسجد'])
const ofDayLatin = new Set(['mosque', 'market', 'souq', 'souk', 'village', 'road', 'street', 'school'])
function namedAfterDay(line: Line, i: number): boolean {
  const at = line[i]?.f === 'al' ? i + 1 : i
  if (!line[at]?.senses.some(s => s.class === 'weekday')) return false
  const latin = /^(?:khamis|khamees|ahad|sabt|jum\w*|arb\w*|ithnain|thulath\w*)$/.test(line[at]?.f ?? '')
  return latin ? ofDayLatin.has(line[at + 1]?.f ?? '') : ofDay.has(line[i - 1]?.f ?? '')
}

export function notADate(line: Line, i: number): boolean {
  const w = line[i]
  if (!w) return false
  // «صباح الخير», good evening.
  if (['الخير', 'النور'].includes(line[i + 1]?.f ?? '') || line[i - 1]?.f === 'good') return true
  const before = line[i - 1]
  // «من اليوم نفسه»: the day of what is told, and not today.
  if (/^(?:اليوم|لليوم)$/.test(w.f) && /^(?:نفسه|ذاته)$/.test(line[i + 1]?.f ?? '')) return true
  if (w.f === 'اليوم' && /^(?:نفس|ذات)$/.test(before?.f ?? '')) return true
  if (namedAfterDay(line, i)) return true
  const counted = w.kind === 'number' || w.senses.some(s => s.class === 'cardinal' || s.class === 'ordinal' || s.class === 'tens')
  if (counted && before && counters.has(before.f) && !beforeMonth(line, i)) return true
  if (w.kind !== 'number') return false
  if (before && money.has(before.f)) return true
  // Inside a longer number: 1,194.09 or 3.0.1.
  if (before?.tight && w.tight && ['.', ',', '٫', '٬'].includes(before.f) && line[i - 2]?.kind === 'number') return true
  // A-2026-0142 and the like.
  const letter = (k: number) => /^[a-z]{1,3}$/.test(line[k]?.f ?? '')
  if (w.tight && before?.f === '-' && before.tight && letter(i - 2)) return true
  return Boolean(
    w.tight && before?.f === '-' && line[i - 2]?.kind === 'number' && line[i - 3]?.f === '-' && line[i - 3]?.tight && letter(i - 4),
  )
}
