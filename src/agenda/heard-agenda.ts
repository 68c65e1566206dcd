/** What the centre's words do to an agenda: give a line other minutes or another place, add a point, or open it to be arranged. Pure. */
import { capital } from '../dialogue/fields.ts'
import type { Context } from '../model/meaning.ts'
import { fold } from '../understanding/fold.ts'
import { type LineOrder, lineOrderIn } from '../understanding/line-order.ts'
import { readBriefing } from './read-briefing.ts'

export type HeardAgenda =
  | { kind: 'minutes'; minutes: number; every: boolean }
  | ({ kind: 'order' } & LineOrder)
  | { kind: 'add'; point: string | null }
  | { kind: 'arrange' }

const always = /\b(?:always|every meeting|each meeting|all meetings|from now on)\b|دايما|كل اجتماع|جميع الاجتماعات|من الان/u
const adds = /^(?:please\s+)?(?:add|put|include)\b|\badd\b.*\bagenda\b|(?:^|\s)(?:اضف|اضيفوا|نضيف|ادرج|ادرجوا|ضيف|اضافه)(?:\s|$)/u
const arranges = /\b(?:arrange|reorder|rearrange|order of|edit|change)\b|(?:^|\s)(?:رتب|ترتيب|نرتب|رتبوا|عدل|تعديل|نعدل)(?:\s|$)/u

/** What stands before and after the point in a sentence that adds one. */
const frame =
  /^(?:please\s+)?(?:add|put|include)\s+(?:(?:(?:a|the|this)\s+)?(?:point|item|other business)\s*)?(?:(?:to|on|in)\s+(?:the\s+)?agenda)?\s*(?:about|on|:|-)?\s*|^(?:أضف|اضف|أضيفوا|أدرج|أدرجوا|ادرج|إضافة|اضافة)\s+(?:(?:نقطة|بنداً|بندا|بند)\s*)?(?:(?:إلى|الى|في|على)\s+جدول\s+(?:ال)?أعمال\s*(?:الاجتماع)?)?\s*(?:عن|حول|بشأن|:|-)?\s*/iu
const tail =
  /\s+(?:(?:to|on|in)\s+(?:the\s+)?(?:meeting(?:'s)?\s+)?agenda(?:\s+of\s+the\s+(?:next\s+)?meeting)?|(?:إلى|الى|في|على)\s+جدول\s+(?:ال)?أعمال.*)\s*[.]?$/iu

/** Characters of a sentence that are looked at. */
const looked = 400

export function heardAgenda(said: string, context: Context): HeardAgenda | null {
  const text = said.slice(0, looked)
  const order = lineOrderIn(text, context)
  if (order) return { kind: 'order', ...order }
  const folded = fold(text)
  const { minutes } = readBriefing(text)
  if (minutes !== null && minutes >= 1 && minutes <= 180 && !adds.test(folded))
    return { kind: 'minutes', minutes, every: always.test(folded) }
  if (adds.test(folded)) {
    const point = capital(text.trim().replace(frame, '').replace(tail, '').trim())
    const { length } = [...point]
    return { kind: 'add', point: length >= 3 && length <= 200 ? point : null }
  }
  return arranges.test(folded) ? { kind: 'arrange' } : null
}
