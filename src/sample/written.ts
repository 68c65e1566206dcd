/** How an activity of the sample is written down before it has a date. */
import type { Kind } from '../model/activity.ts'
import type { Theme } from './priorities.ts'

/** How long it is: minutes on one day, or the shape it has in time. */
export type Shape =
  | { kind: 'timed'; minutes: number }
  /** Whole days from the first, in a row. */
  | { kind: 'days'; days: number }
  /** The part of the month it falls in; no day is known. */
  | { kind: 'span' }
  /** On so many working days in a row. */
  | { kind: 'sessions'; times: number; minutes: number }

export type Written = {
  /** Handle of the owning organization. */
  owner: string
  kind: Kind
  ar: string | null
  en: string | null
  theme: Theme | null
  venue: string
  /** Wall time 'HH:MM' at which it begins. */
  at: string
  shape: Shape
  summary?: { ar?: string; en?: string }
  significance?: string
  patron?: string
  spokesperson?: string
  certainty?: 'tentative'
  partner?: string
  /** Known to the owner, its accepted partners and the centre until it begins. */
  embargoed?: true
  /** On the same day as the one before it in the list: clashes are made so. */
  sameDay?: true
  /** On a Friday, where families are free. */
  onWeekend?: true
  review?: 'new' | { returned: string }
}

export const minutes = (n: number): Shape => ({ kind: 'timed', minutes: n })
export const days = (n: number): Shape => ({ kind: 'days', days: n })
export const sessions = (times: number, each: number): Shape => ({ kind: 'sessions', times, minutes: each })
export const span: Shape = { kind: 'span' }

/** City of each venue used; online has none. */
export const cityOf: Record<string, string | null> = {
  'مركز المعارض': 'السيف',
  'مركز البحرين العالمي للمعارض': 'الزلاق',
  'مسرح البحرين الوطني': 'المنامة',
  'متحف البحرين الوطني': 'المنامة',
  'خليج البحرين': 'المنامة',
  'فندق الخليج': 'المنامة',
  'قلعة البحرين': 'المنامة',
  'حلبة البحرين الدولية': 'الزلاق',
  'المدينة الشبابية': 'مدينة عيسى',
  'مركز عيسى الثقافي': 'المنامة',
  'استاد البحرين الوطني': 'الرفاع',
  'باب البحرين': 'المنامة',
  'فندق الريتز كارلتون': 'السيف',
  'جامعة البحرين': 'الزلاق',
  'مجمع السلمانية الطبي': 'المنامة',
  'حديقة الأندلس': 'المنامة',
  'قاعة المؤتمرات': 'المنامة',
  'بيت القرآن': 'المنامة',
  'مركز الرعاية الصحية في مدينة حمد': 'مدينة حمد',
  'مدرسة الرفاع الثانوية': 'الرفاع',
  'السوق المركزي': 'المنامة',
  'تقاطع الرفاع': 'الرفاع',
  'محطة معالجة المياه': 'سترة',
  'عن بعد': null,
}
