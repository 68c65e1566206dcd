/** What the calendar wing says, in Arabic. */
import type { en } from './words.en.ts'

export const ar: Record<keyof typeof en, string> = {
  'calendar.meeting': 'الاجتماع الدوري: {network}',
  'calendar.covers': 'فترة المخطط: {_months}',
  'calendar.deadline': 'آخر موعد للتقديم: {_at}',
  'calendar.fact': '{_label}: {_value}',
  'calendar.session': '{title} ({n} من {of})',
  'calendar.off': 'أُلغي الموعد: {title}',
  'calendar.place': '{_venue}، {_city}',
}
