/** What looks like a date and is none: «اليوم العالمي», "Women's Day", version 3.0, room 215, the thirtieth batch. */
import type { Token } from './tokens.ts'

const counters = new Set([
  'version',
  'room',
  'hall',
  'phase',
  'batch',
  'gate',
  'building',
  'نسخه',
  'النسخه',
  'الاصدار',
  'قاعه',
  'القاعه',
  'الدفعه',
  'دفعه',
  'المرحله',
  'مبني',
  'رقم',
  'الدوره',
  'v',
  'no',
  'number',
  'class',
  'grade',
])

export function notADate(t: Token[], i: number): boolean {
  const f = t[i]?.f ?? ''
  const before = t[i - 1]?.f ?? ''
  const after = t[i + 1]?.f ?? ''
  if (counters.has(before) && !/^(الساعه|يوم)$/.test(f)) return true
  // A-2026-0142 and the like.
  if (f === 'a' && after === '-' && t[i + 2]?.kind === 'number' && (t[i + 2]?.n ?? 0) > 1900) return true
  if (t[i]?.kind === 'number' && before === '-' && t[i - 1]?.tight && /^[a-z]$/.test(t[i - 2]?.f ?? '')) return true
  if (
    t[i]?.kind === 'number' &&
    t[i - 1]?.f === '-' &&
    t[i - 2]?.kind === 'number' &&
    (t[i - 2]?.n ?? 0) > 1900 &&
    /^[a-z]$/.test(t[i - 4]?.f ?? '')
  )
    return true
  return false
}
