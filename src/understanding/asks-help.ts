/**
 * Whether a sentence asks the centre for help, and for what: "we need a photographer for the health walk", «نحتاج مترجماً لحفل الافتتاح». One that first
 * tells of an activity and then says what it needs tells of the activity. Pure.
 */
import { fold } from './fold.ts'
import { isActivity } from './parts/kinds.ts'
import { helpAt, needAt } from './parts/needs.ts'
import { at, wordSet } from './phrases.ts'
import { type Token, tokensOf } from './tokens.ts'
import { before, openers } from './words/help.ts'
import { named } from './words/help-kinds.ts'

/** Words between an opener and what it asks for that do not change it. */
const reach = 7

/** `at` to `end`, in UTF-16 units. */
export type Help = { kind: string; at: number; end: number }
/** `from` is where the words behind the asking begin. */
export type Asking = Help & { from: number }

/** Everything in a text that names something the centre can help with: its kind, and where the words stand. */
export function helpIn(text: string, tokens: readonly Token[] = tokensOf(text)): Help[] {
  const out: Help[] = []
  for (let i = 0; i < tokens.length; i++) {
    const phrase = at(named, tokens, i)
    const kind = phrase?.value ?? helpAt(tokens, i)
    if (!kind) continue
    const next = phrase?.next ?? i + 1
    out.push({ kind, at: tokens[i]?.start ?? 0, end: tokens[next - 1]?.end ?? text.length })
    i = next - 1
  }
  return out
}

const openerAt = (t: readonly Token[], i: number): number => Math.max(needAt(t, i)?.next ?? 0, at(openers, t, i)?.next ?? 0)

/** Tokens among which the asking must begin, greetings and haste left out. */
const begins = 3

/** Where the help that a sentence asks for first is named; null where it asks for none, or tells of something else before it. */
export function asksHelp(text: string): Asking | null {
  const t = tokensOf(text)
  let i = 0
  for (;;) {
    const skipped = at(before, t, i)
    if (skipped) i = skipped.next
    else if (t[i]?.kind === 'sign') i++
    else break
  }
  const first = i
  for (; i < Math.min(t.length, first + begins); i++) {
    const next = openerAt(t, i)
    if (next === 0) continue
    const end = t[Math.min(t.length, next + reach) - 1]?.end ?? 0
    const found = helpIn(text, t).find(h => h.at >= (t[i]?.start ?? 0) && h.at < end)
    if (found && !tellsBefore(t, next, found)) return { ...found, from: Math.min(found.at, t[next - 1]?.end ?? 0) }
  }
  // "Photographer needed for …", «مصور لحفل …»: what is asked for stands first, and is no title.
  const lead = helpIn(text, t).find(h => h.at === t[first]?.start || h.at === t[first + 1]?.start)
  if (!lead) return null
  const after = t.findIndex(x => x.start >= lead.end)
  // "Crisis: the water is off …" says what it is before the colon.
  const headed = lead.kind === 'crisis' && t[after]?.f === ':'
  const asksFor = headed || (after >= 0 && t.slice(after, after + 2).some(x => wanted.has(x.f))) || politely.test(text)
  return asksFor ? { ...lead, from: lead.at } : null
}

const heads =
  /^(?:(?:please|hello|hi|يرجي|السلام عليكم|مرحبا|عاجل|urgent) ?[,،:]? ?)*(?:(?:new |a )?support requests?|(?:a )?requests? for (?:support|help|assistance)|(?:we|i) (?:need|want|would like|request|ask for) (?:your |some |the centre's )?(?:support|help|assistance)|(?:نحتاج|احتاج|نطلب|اطلب|نرجو|نود|نريد|نبي|محتاجين)(?: الي| ل)? ?(?:ال|لل)?(?:دعم|دعما|دعمكم|مسانده|مساندتكم|مساعده|مساعدتكم)(?: المركز)?|طلب (?:دعم|مسانده|مساعده)) ?[:：–-] ?\p{L}/u
/** Whether a text says at its head that it is a request: "support request: …", «نحتاج إلى دعم: …». */
export const headsRequest = (text: string): boolean => heads.test(fold(text))

/** Verbs by which an activity is told of, and what is done to one that stands; folded. */
const tells = wordSet(
  `submit add register log organise organize hold host launch announce open celebrate schedule edit change move withdraw cancel postpone invite
   تنظيم اقامه اضافه تسجيل تقديم اطلاق تدشين افتتاح ننظم نقيم نضيف نسجل نقدم نطلق ندشن نفتتح نعلن نعقد عقد تعديل نعدل تغيير نغير سحب نسحب الغاء نلغي تاجيل ناجل دعوه ندعو اسجل اضيف اقدم`,
)
/** "We would like to submit a photography workshop": what follows the asking is an activity, and no help. */
function tellsBefore(t: readonly Token[], from: number, found: Help): boolean {
  for (let i = from; i < t.length && (t[i]?.start ?? 0) < found.at; i++) if (tells.has(t[i]?.f ?? '') || isActivity(t, i)) return true
  const after = t.findIndex(x => x.start >= found.end)
  // "a photo exhibition", in Arabic the kind stands before.
  return after >= 0 && t[after]?.start === found.end + 1 && /^[a-z]/.test(t[after]?.f ?? '') && isActivity(t, after)
}
const wanted = new Set(['needed', 'required', 'wanted', 'please', 'مطلوب', 'مطلوبه', 'ضروري', 'لازم'])

/** "… please", at the end. */
const politely = /(?:please|لو سمحت[وم]?ا?|لو تكرمت[وم]?ا?|من فضلكم|من فضلك)[\s.!؟?]*$/iu

/** The centre's duty, or whom to reach there; on folded text. */
export const ofDuty =
  /\b(?:on|off)[ -](?:duty|call)\b|\bduty (?:rota|roster|officer)\b|\bthe duty\b|'s duty\b|(?:^| )[ولب]?(?:ال)?(?:مناوب(?:ه|ين|ات|تي|تنا)?|نوبه)(?= |$|:)/
export const reachesCentre =
  /\bwho (?:can|do|should) (?:i|we) (?:call|reach|contact|talk to|speak to|write to)\b.*\b(?:centre|center|tonight|now|weekend|hours|emergency)\b|(?:^| )(?:من|منو|مين|بمن) (?:نكلم|اكلم|نتواصل|اتواصل|اتصل|نتصل|نراجع).*(?:المركز|الليله|الحين|الان|الاجازه|الطواري|نهايه|الدوام)/
/** What somebody asked for before, by what it was: "our request for the interpreter", «طلب المترجم». */
const ofRequest = /\brequests?\b|(?:^| )(?:ال)?طلب(?:ات|نا|ي|اتنا|اتي)?(?= |$)/
/** How requests stand, which is said of nothing else. */
const ofStanding = /\b(?:assigned|overdue|taken)\b|(?:^| )(?:المسنده|المتاخره|متاخره|تسلم)/
/** Whether a text is about the centre's duty, or whom to reach there: so plainly that it is about nothing else. */
export function speaksOfDuty(text: string): boolean {
  const folded = fold(text).replace(/[.!?؟،,]+/g, ' ')
  return ofDuty.test(folded) || reachesCentre.test(folded)
}
/** Whether a text is about the centre's duty, or about requests by what was asked for. */
export function speaksOfSupport(text: string): boolean {
  const folded = fold(text).replace(/[.!?؟،,]+/g, ' ')
  return speaksOfDuty(text) || (ofRequest.test(folded) && (helpIn(text).length > 0 || ofStanding.test(folded)))
}
/** "The wage support programme", «برنامج دعم الأجور»: support that is part of a name, and not asked for. */
export const namesSupport = (text: string): boolean =>
  /\bsupport (?:programmes?|programs?|schemes?|funds?|packages?|platforms?|services?|units?|initiatives?|portal)\b|(?:^| )(?:ال)?(?:برنامج|صندوق|مبادره|منصه|حزمه) (?:ال)?دعم/.test(
    fold(text),
  ) && requestIn(text) === null

/** "Press coverage for the book fair" is to come; that of the fair, or of December, has been. */
export const isToCome = (text: string, help: Help): boolean => /^\s+(?:for|at)\s|^\s+(?:لل|ل)\p{L}{3}/u.test(text.slice(help.end))

/** Words without which nothing is said of help at all; folded. */
const ofHelp = wordSet(
  `support help assist assistance advice request requests requested duty rota roster on-call reach emergency rumour rumor ask asked assign taken
   دعم الدعم دعما مسانده المسانده مساعده مساعدتكم مساعدتنا تساعدونا تساعدوننا ساعدونا مشوره مراجعه طلب الطلب طلبا طلبنا طلبي طلبات الطلبات طلباتنا طلبناه طلبناها نطلب اطلب
   مناوب المناوب مناوبه المناوبه مناوبين المناوبين نكلم اكلم طاري طوارئ طواري ازمه اشاعه شايعه`,
)
/** Whether a text holds any word of asking for help, of what can be asked for, or the number of a request. What holds none is like it in its letters alone. */
export function speaksOfHelp(text: string): boolean {
  const t = tokensOf(text)
  return (
    t.some(x => ofHelp.has(x.f) || (x.f.startsWith('و') && ofHelp.has(x.f.slice(1)))) ||
    helpIn(text, t).length > 0 ||
    requestIn(text) !== null
  )
}

/** S-2026-0007: the number of a support request, in whichever digits; null where none is named. */
export function requestIn(text: string): { reference: string; at: number; end: number } | null {
  const found = /(?<![\p{L}\p{N}])[sS]\s?[-–]\s?([0-9٠-٩]{4})\s?[-–]\s?([0-9٠-٩]{1,6})(?![\p{N}])/u.exec(text)
  if (!found) return null
  return {
    reference: `S-${fold(found[1] ?? '')}-${fold(found[2] ?? '').padStart(4, '0')}`,
    at: found.index,
    end: found.index + found[0].length,
  }
}
