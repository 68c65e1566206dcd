/** Words that put lines of an agenda in another order, or give one its minutes: what is meant, as it was said, and where it goes. Pure. */
import type { Context } from '../model/meaning.ts'
import { asks } from './features.ts'
import { fold } from './fold.ts'
import { numbers } from './lexicon.ts'
import { namesIn } from './parts/names.ts'
import { lookUp, tokensOf } from './tokens.ts'

/** `at` counts from 1, -1 is the last; `before`, `after` and `swap` name another line, folded. */
export type Place = { at: number } | { before: string } | { after: string } | { swap: string }
export type LineOrder = { what: string; to: Place }

/** A longer text is about something else; characters. */
const longest = 160

/** What lines of an agenda are called, folded. */
const line =
  /\b(?:briefings?|presentations?|plan|priorities|clashes|(?:other|any other) business|aob|echo|(?:success )?stories|support|training|changes|points?|items?|follow[- ]?ups?|actions|next meeting(?:'s)? date)\b|(?<!\p{L})(?:[وبل]?العروض|عرض|المخطط|مخطط الاتصال|(?:ال)?اولويات|(?:ال)?تعارضات|ما يستجد|الصدي|قصص (?:ال)?نجاح|بند|نقطه|الدعم|التدريب|التغييرات|الاجراءات|اجراءات المتابعه)(?!\p{L})/u
const agenda = /\b(?:agenda|running order)\b|جدول (?:ال)?اعمال|(?<!\p{L})(?:ال)?اجنده/u

const polite =
  /^(?:please |kindly |can you |could you |let's |let us |(?:اريد|نريد|نود|نرجو|ابي|نبي|ابغي) (?:ان )?|يرجي |الرجاء |نرجو |لو سمحتم? )+|(?: please| thanks| لو سمحتم?| رجاء| من فضلكم?)+$/gu
const onAgenda =
  / (?:(?:on|in|of|from) (?:the |our )?(?:meeting's |meeting )?(?:agenda|running order|meeting|list)|(?:في|من|علي|ضمن) (?:جدول (?:ال)?اعمال(?: الاجتماع)?|الجدول|الاجنده|الاجتماع))$/u

const verb =
  /^(?:(?:i |we )?(?:want |would like )?(?:to )?(?:put|move|place|make|let|have|bring|set|take|shift|push|keep|send|leave)|ضع(?:وا)?|نضع|وضع|اجعل(?:وا)?|نجعل|جعل|خل(?:وا)?|خلو|نخلي|حط(?:وا)?|نحط|انقل(?:وا)?|ننقل|نقل|قدم(?:وا)?|نقدم|تقديم|اخر(?:وا)?|نوخر|تاخير|ارفع(?:وا)?|نزل(?:وا)?|ليكن|لتكن|يكون|تكون|ياتي|تاتي)\s+/u
/** Between a line and its place: "the briefing should come first", «عرض الصحة يكون أولاً». */
const stands =
  /\s+(?:(?:should|must|shall|to|will|can|may)\s+)?(?:be|is|are|comes?|goes?|go|stands?|stay|presents?)$|\s+(?:ليكون|لتكون|يكون|تكون|ياتي|تاتي|يجب ان يكون|يجب ان تكون|يصير|تصير)$/u
/** «عرض الصحة يكون قبل …» begins with no verb. */
const said = (what: string): boolean => verb.test(what) || stands.test(what)

const places: readonly (readonly [RegExp, number])[] = [
  [/\s+(?:as )?(?:the )?(?:first(?: item| line| point| thing)?|(?:to|at|on) the (?:top|start|beginning|head|front)|up front)$/u, 1],
  [/\s+(?:as )?(?:the )?(?:last(?: item| line| point| thing)?|(?:to|at) the (?:(?:very )?end|bottom))$/u, -1],
  [
    /\s+(?:اولا|بدايه|(?:في|الي) (?:البدايه|المقدمه|الصداره|الاعلي|اعلي الجدول|اول (?:الجدول|القايمه|الاجتماع|جدول (?:ال)?اعمال)|بدايه (?:الجدول|الاجتماع|جدول (?:ال)?اعمال))|(?:ال)?بند الاول|اول (?:شيء?|بند|الجدول|جدول الاعمال)|الاول)$/u,
    1,
  ],
  [
    /\s+(?:اخيرا|اخرا|ختاما|(?:في|الي) (?:النهايه|الاخر|الختام|الاسفل|نهايه (?:الجدول|القايمه|الاجتماع|جدول (?:ال)?اعمال))|(?:(?:في|الي) )?اخر (?:شيء?|بند|الجدول|القايمه|الاجتماع|جدول (?:ال)?اعمال)|(?:ال)?بند الاخير|الاخير)$/u,
    -1,
  ],
]
const nth =
  /\s+(?:as |in |to |at )?(?:the |number |place )?(\p{L}+|\d{1,2})(?: (?:item|line|point|place))?$|\s+(?:البند|رقم|في المركز)\s+(\p{L}+|\d{1,2})$/u
const beside: readonly (readonly [RegExp, 'before' | 'after'])[] = [
  [/^(.+?)\s+(?:before|ahead of|above|in front of|قبل)\s+(.+)$/u, 'before'],
  [/^(.+?)\s+(?:after|behind|below|following|(?:الي ما )?بعد)\s+(.+)$/u, 'after'],
]
/** «قدّم س على ص», «أخّر س عن ص» */
const preferred: readonly (readonly [RegExp, 'before' | 'after'])[] = [
  [/^(?:قدم(?:وا)?|نقدم|تقديم|يقدم|يتقدم|ليتقدم)\s+(.+?)\s+علي\s+(.+)$/u, 'before'],
  [/^(?:اخر(?:وا)?|نوخر|تاخير|يوخر)\s+(.+?)\s+عن\s+(.+)$/u, 'after'],
]
const swaps =
  /^(?:swap|switch|exchange|reverse)\s+(.+?)\s+(?:and|with)\s+(.+)$|^(?:بدل(?:وا)?|بادل(?:وا)?|نبدل|تبديل)\s+(?:(?:بين|مكان|ترتيب)\s+)?(.+?)\s+(?:مع\s+|و)(.+)$/u
const opens =
  /^(?:we |the meeting )?(?:(?:will |should |shall )?(?:starts?|begins?|opens?))(?: the (?:meeting|agenda))? with (.+)$|^(?:ابدا(?:وا)?|ابدووا|ابدا|نبدا|لنبدا|البدء|نفتتح|افتتح(?:وا)?|يبدا)\s+(?:(?:الاجتماع|جدول الاعمال)\s+)?ب(.+)$/u
const ends =
  /^(?:we |the meeting )?(?:(?:will |should |shall )?(?:ends?|finish(?:es)?|closes?|concludes?))(?: the (?:meeting|agenda))? with (.+)$|^(?:نختم|اختم(?:وا)?|نختتم|اختتم(?:وا)?|ننهي|يختتم)\s+(?:(?:الاجتماع|جدول الاعمال)\s+)?ب(.+)$/u

/** The order a sentence asks for; null where it speaks of no line, or asks something. An organization's name stands for its briefing. */
export function lineOrderIn(text: string, context: Context): LineOrder | null {
  if (text.length > longest || asks(text)) return null
  const whole = fold(text)
    .replace(/[.!؛;,،]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(polite, '')
    .trim()
  const ofAgenda = agenda.test(whole)
  const folded = whole.replace(onAgenda, '')
  const found = orderIn(folded, ofAgenda)
  if (!found) return null
  const names = (words: string) => line.test(words) || /\b(?:one|ones)$/u.test(words) || namesOrganization(words, context)
  const other = 'before' in found.to ? found.to.before : 'after' in found.to ? found.to.after : 'swap' in found.to ? found.to.swap : null
  const speaks = line.test(found.what) || (other !== null && line.test(other)) || ofAgenda || /\bpresents?\b/u.test(folded)
  return speaks && names(found.what) && (other === null || names(other)) ? found : null
}

const namesOrganization = (words: string, context: Context): boolean =>
  namesIn(tokensOf(words), context).some(at => at.some(n => n.what === 'organization'))

const bare = (words: string): string =>
  words
    .replace(stands, '')
    .replace(verb, '')
    .replace(/^(?:the|our)\s+/u, '')
    .trim()

/** `sure` where the agenda is spoken of: "Health before Education on the agenda". */
function orderIn(folded: string, sure: boolean): LineOrder | null {
  const first = opens.exec(folded)
  if (first) return { what: bare(first[1] ?? first[2] ?? ''), to: { at: 1 } }
  const last = ends.exec(folded)
  if (last) return { what: bare(last[1] ?? last[2] ?? ''), to: { at: -1 } }
  const swapped = swaps.exec(folded)
  if (swapped) return { what: bare(swapped[1] ?? swapped[3] ?? ''), to: { swap: bare(swapped[2] ?? swapped[4] ?? '') } }
  for (const [pattern, side] of preferred) {
    const [, what, other] = pattern.exec(folded) ?? []
    if (what && other) return { what: bare(what), to: beside_(side, other) }
  }
  for (const [pattern, side] of beside) {
    const [, what, other] = pattern.exec(folded) ?? []
    if (what && other && (sure || said(what))) return { what: bare(what), to: beside_(side, other) }
  }
  for (const [pattern, at] of places) {
    const place = pattern.exec(folded)
    const what = folded.slice(0, place?.index)
    if (place && (sure || said(what))) return { what: bare(what), to: { at } }
  }
  const numbered = nth.exec(folded)
  const what = folded.slice(0, numbered?.index)
  const at = numbered && said(what) ? numberOf(numbered[1] ?? numbered[2] ?? '') : null
  return at ? { what: bare(what), to: { at } } : null
}

const beside_ = (side: 'before' | 'after', other: string): Place => (side === 'before' ? { before: bare(other) } : { after: bare(other) })
const numberOf = (word: string): number | null => {
  const n = /^\d+$/.test(word) ? Number(word) : (lookUp(numbers, word) ?? lookUp(numbers, word.replace(/^ال|ا$/gu, '')))
  return n !== undefined && n > 0 && n < 40 ? n : null
}

const gives =
  /^(?:(?:i |we )?(?:want to )?(?:give|allow|allot|allocate|grant|assign|set|make|let|put|leave|keep)|اعط(?:وا)?|نعطي|اعط|عط(?:وا)?|امنح(?:وا)?|خصص(?:وا)?|نخصص|اجعل(?:وا)?|خل(?:وا)?|حدد(?:وا)?|مدد(?:وا)?|اختصر(?:وا)?)\s+/u
const getting = /\b(?:gets?|takes?|has|needs?)\s+(?:only\s+)?\S+(?:[- ]\S+)?\s+minutes?\b/u
const minutes = /\bminutes?\b|\bmins?\b|(?:a quarter of an|half an) hour|دقيق|دقايق|ربع ساعه|نصف ساعه|نص ساعه|ثلث ساعه/u
const ours = /\b(?:us|our|we|me|my|i)\b|(?<!\p{L})(?:لنا|عرضنا|لدينا|نحتاج|نبي|فقرتنا)(?!\p{L})/u

/** Whether a sentence gives a line of the agenda, or an organization's briefing, its minutes; the asker's own briefing is asked for otherwise. */
export function givesMinutes(text: string, context: Context): boolean {
  if (text.length > longest || asks(text)) return false
  const folded = fold(text).replace(/\s+/gu, ' ').trim().replace(polite, '')
  if (!minutes.test(folded) || ours.test(folded)) return false
  if (!gives.test(folded) && !(getting.test(folded) && agenda.test(folded))) return false
  return line.test(folded) || namesOrganization(folded, context)
}
