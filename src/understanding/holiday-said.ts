/** Whether a sentence states that some days are a holiday, or tells to add one: "15 January is a holiday: Founders' Day", «أضيفوا عطلة يوم …». Pure. */
import type { Mention } from '../model/meaning.ts'
import { asks } from './features.ts'
import { fold } from './fold.ts'
import { polite } from './offers.ts'

/** What a holiday is called, folded. */
export const holidayWord =
  '(?:(?:(?:a|an|the|as a|as an) )?(?:(?:public|official|national|new|bank|extra|one-day) )*(?:holidays?|day off)|(?:ال)?(?:عطله|اجازه)(?: (?:ال)?(?:رسميه|عامه|وطنيه))*)(?![\\p{L}])'
const told = new RegExp(
  `^${polite}(?:(?:add|register|enter|put in|declare|record|make|mark)(?: [^:]{0,40}?)? ${holidayWord}|(?:و?(?:اضف|اضيفوا|اضيفي|نضيف|اضافه|سجل|سجلوا|نسجل|تسجيل|اعتمدوا|اعتمد|ادخل|ادخلوا|ضيف|ضيفوا|حط|حطوا)) ${holidayWord})`,
  'u',
)
const stated = new RegExp(`(?:\\b(?:is|are|will be|becomes?|off as)|(?:^|\\s)(?:هو|هي|ستكون|يكون|تكون|سيكون)) ${holidayWord}`, 'u')
const behindDay = new RegExp(`^(?:يوم |يومي |ايام |من )*${holidayWord}`, 'u')

/** The first mention of days by their number or their name in the week; a holiday's own name is no new day. */
export const daysOfHoliday = (when: readonly Mention[]): Mention | undefined =>
  when.find(m => isDays(m) && /\d/.test(fold(m.text))) ?? when.find(isDays)
const isDays = (m: Mention): boolean => !m.timeOnly && (m.grain === 'day' || m.allDay) && m.certainty !== 'approximate'

export function statesHoliday(text: string, when: readonly Mention[]): boolean {
  const said = fold(text)
  // «من ١٠ إلى ١٢ يناير» asks for nobody.
  if (asks(text.replace(/^\s*من\s+(?=\p{N})/u, ''))) return false
  if (told.test(said)) return true
  const days = daysOfHoliday(when)
  if (!days?.allDay) return false
  // «يوم ١٦ ديسمبر إجازة …»: the day stands first, and what it is behind it.
  const first = fold(text.slice(0, days.at)).length <= 4
  return first && (stated.test(said) || behindDay.test(fold(text.slice(days.at + days.text.length))))
}
