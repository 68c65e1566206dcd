/** What a sentence wants of the calendar: a holiday with its days and its name, one that is taken away, a Hijri month moved, the hours of Ramadan. Pure. */
import type { Begin } from '../dialogue/turn.ts'
import type { Meaning } from '../model/meaning.ts'
import { fold } from '../understanding/fold.ts'
import { daysOfHoliday, holidayWord, statesHoliday } from '../understanding/holiday-said.ts'
import { wordSet } from '../understanding/phrases.ts'
import { isDayWord } from '../understanding/time-words.ts'
import { tokensOf } from '../understanding/tokens.ts'
import { type HijriMonth, monthSaid, wayOf } from './hijri-months.ts'
import { hoursIn } from './hours.ts'

export type Wanted = { kind: 'begin'; begin: Begin } | { kind: 'remove'; name: string | null; day: string | null } | null

const changes = /\b(set|change|add|new)\b|اضف|اضافه|اضيف|غير|تغيير|تعديل|عدل|ضع|جديده/
const takesAway =
  /^(?:please |يرجي |الرجاء )?(?:remove|delete|cancel|drop|take away|احذف|احذفوا|الغ|الغوا|ازل|ازيلوا|شيل|شيلوا|حذف|الغاء|ازاله)\s/

/** `months` are those that may be moved. Null where the calendar is to be shown. */
export function wantedOf(text: string, meaning: Pick<Meaning, 'when'>, months: readonly HijriMonth[]): Wanted {
  const said = fold(text)
  const hours = /hours|ساعات|دوام/.test(said) && /ramadan|رمضان/.test(said) ? hoursIn(withoutHoliday(text)) : undefined
  if (hours) return { kind: 'begin', begin: { form: 'ramadan', values: { hours } } }
  if (changes.test(said) && /hours|ساعات/.test(said)) return { kind: 'begin', begin: { form: 'ramadan' } }
  const days = daysOfHoliday(meaning.when)
  if (takesAway.test(said)) return { kind: 'remove', name: nameSaid(text, meaning.when), day: days?.start.slice(0, 10) ?? null }
  const states = statesHoliday(text, meaning.when)
  const month = monthSaid(said, months)
  const way = wayOf(said)
  const speaksOfMonth = (month && way) || /hijri month|الشهر الهجري|شهر هجري/.test(said)
  if (speaksOfMonth && !states && !/(add|new) .*holiday|اضف|اضافه|عطله|اجازه/.test(said))
    return { kind: 'begin', begin: { form: 'hijri', values: { ...(month ? { month: month.key } : {}), ...(way ? { way } : {}) } } }
  if (!changes.test(said) && !states) return null
  const name = nameSaid(text, meaning.when)
  const values = days ? { from: days.start.slice(0, 10), to: (days.end ?? days.start).slice(0, 10) } : {}
  return { kind: 'begin', begin: { form: 'holiday', values: { ...values, ...(name ? { name } : {}) } } }
}

const withoutHoliday = (text: string): string => text.replace(/ramadan|رمضان/giu, ' ')

/** Characters of a name in one language: it stands on the button that removes the holiday, too. */
export const nameMax = 60

/** What stands before a name and behind it. */
const beside = wordSet(
  `please add register enter put in declare record make mark remove delete cancel drop also is are will be as a an the on from for to by and called named it occasion of
   يرجى الرجاء أضف أضيفوا نضيف إضافة سجل سجلوا احذف احذفوا ألغ ألغوا أزل أزيلوا بمناسبة باسم اسمها تسمى هو هي في من بتاريخ تاريخ ضيف حط`,
)
/** And what only stands before a day, behind a name. */
const beforeDay = wordSet('يوم يومي أيام falls')
const trimmed = (piece: string): string => {
  const words = piece.split(/[\s:،,.;–—]+/).filter(Boolean)
  const loose = (word: string | undefined, more: boolean) =>
    word !== undefined && (beside.has(fold(word)) || (more && beforeDay.has(fold(word))))
  let [from, to] = [0, words.length]
  while (from < to && loose(words[from], false)) from++
  while (to > from && loose(words[to - 1], true)) to--
  return words.slice(from, to).join(' ')
}
const holiday = new RegExp(holidayWord, 'gu')

/** «إجازة العيد الوطني يوم ١٦ ديسمبر», "called Founders' Day": what the holiday is called; what is left beside its days and the word for it. */
export function nameSaid(said: string, when: Meaning['when']): string | null {
  let left = said
  // A name may be read as a time itself; a day with its number is none, nor is one of the week.
  const isDay = (m: Meaning['when'][number]) => /\d/.test(fold(m.text)) || tokensOf(m.text).some(t => isDayWord(t.f))
  for (const m of when.filter(isDay).sort((a, b) => b.at - a.at)) left = `${left.slice(0, m.at)}\n${left.slice(m.at + m.text.length)}`
  const named = /[:：]\s*(?=\S)/u.exec(left)
  // What stands behind a colon is a name as it is.
  const pieces = named ? [left.slice(named.index + 1)] : left.split(/[\n؛;،,]/).flatMap(piece => withoutWord(piece))
  const names = pieces.map(trimmed).filter(p => p.length >= 2 && /\p{L}/u.test(p) && !/^\d/.test(fold(p)))
  const name = names.sort((a, b) => b.length - a.length)[0]
  return name && name.length <= nameMax * 2 + 3 ? name : null
}

/** A piece of a sentence parted where the word for a holiday stands. Words folded have as many spaces as they had. */
function withoutWord(piece: string): string[] {
  const words = piece.split(/\s+/).filter(Boolean)
  const folded = words.map(w => fold(w)).join(' ')
  const found = [...folded.matchAll(holiday)].filter(m => m.index === 0 || folded[m.index - 1] === ' ')
  const out: string[] = []
  let from = 0
  for (const m of found) {
    const at = folded.slice(0, m.index).split(' ').length - 1
    out.push(words.slice(from, at).join(' '))
    from = at + m[0].trim().split(' ').length
  }
  return [...out, words.slice(from).join(' ')]
}
