/** What a sentence wants of support: to ask for it, to see requests, to do something about one, to write about one, or about the centre's duty. Pure. */
import type { Meaning } from '../model/meaning.ts'
import type { View } from '../model/view.ts'
import { asksHelp, headsRequest, helpIn, ofDuty, reachesCentre, requestIn } from '../understanding/asks-help.ts'
import { asks } from '../understanding/features.ts'
import { fold } from '../understanding/fold.ts'
import { isActivity } from '../understanding/parts/kinds.ts'
import { steering } from '../understanding/steering.ts'
import { tokensOf } from '../understanding/tokens.ts'

export type Deed = 'open' | 'take' | 'give' | 'done' | 'thanks' | 'notYet' | 'withdraw' | 'decline' | 'pass' | 'change'
export type Heard =
  | { what: 'message'; reference: string; text: string }
  | { what: 'one'; reference: string; deed: Deed }
  | { what: 'duty'; deed: 'who' | 'set' | 'end' }
  | { what: 'list'; mine: boolean; overdue: boolean }
  | { what: 'ask' }

/** "Tell …", "reply to …", «رد على …», before the number or behind it. */
const tells =
  /^\s*(?:please\s+|(?:يرجى|الرجاء|لو سمحت|لو سمحتم)\s+)?(?:reply|respond|answer|write|tell|message|send|say|note|add a (?:note|message)|let them know|inform|رد|ردّ|ردوا|الرد|أرد|نرد|اكتب|اكتبوا|أرسل|ارسل|أرسلوا|طرش|بلغ|بلّغ|بلغوا|بلغهم|أبلغ|ابلغ|أبلغوا|قل|قولوا|قول|خبر|خبرهم|خبّر|جاوب|جاوبهم|رسالة|أضف|ضيف)(?=[\s:،,]|$)/iu

const deeds: readonly (readonly [Exclude<Deed, 'open'>, RegExp])[] = [
  [
    'notYet',
    /\bnot (?:yet )?(?:done|finished|ready)|\bnot yet\b|\bstill not\b|لم (?:ينجز|يتم|ينته)|ما (?:خلص|صار|تم)|ليس بعد|(?:^| )بعده (?:ما|لم)/,
  ],
  ['thanks', /\bthank|\bthanks\b|\bthx\b|شكر|مشكور/],
  [
    'withdraw',
    /\bwithdraw|\bcancel|\bno longer\b|\bdo(?: not|n't) need\b|\btake back\b|(?:^| )(?:ا?سحب|نسحب|اسحبوا|الغ|الغاء|الغوا|نلغي|كنسل)/,
  ],
  ['decline', /\bdecline|\brefuse|\breject|\bturn down\b|(?:^| )(?:ا?عتذر|نعتذر|اعتذار|ا?رفض|نرفض|رفض)/],
  ['pass', /\bpass\b|\bforward\b|\bask another\b|(?:^| )(?:احل|احاله|نحيل|حيل)/],
  ['give', /\bgive\b|\bassign\b|\bhand (?:it )?(?:over )?to\b|(?:^| )(?:اسند|اسناد|نسند|سلم|اعط|عط|حول|حوله)/],
  ['change', /\bchange\b|\bedit\b|\bmove\b|\bpostpone\b|(?:^| )(?:عدل|تعديل|نعدل|غير|تغيير|نغير|اجل)/],
  ['take', /\btake\b|\bi'?ll do\b|\bmine\b|\bi have\b|(?:^| )(?:اتولي|اتولاه|بتولي|استلم|استلام|استلمت|اخذ|باخذ|علي|تولي)(?: |$)/],
  [
    'done',
    /\bdone\b|\bfinish|\bcomplete|\bclosed?\b|\bsettled\b|(?:^| )(?:تم|انجز|انجاز|انجزنا|خلص|خلصنا|انتهي|انتهينا|اكتمل|منجز|اغلق|اغلاق)/,
  ],
]

const endsDuty =
  /\boff duty\b|\b(?:end|cancel|remove|stop|clear|delete|finish)\b.*\bduty\b|\bno longer on duty\b|(?:^| )(?:انه|انهي|انهاء|الغ|الغاء|شيل|شيلوا|اشطب|احذف|ازل|وقف|ايقاف)(?: |$).*(?:مناوب|نوب)/
const setsDuty =
  /^(?:please |can you )?(?:put|set|make|place|assign|add|plan|schedule)\b|^(?:يرجي |الرجاء )?(?:ضع|ضعوا|حط|حطوا|خل|خلوا|عين|عينوا|اضف|ضيف|سجل|رتب|حدد|تعيين|تحديد)(?: |$)/
const lists =
  /^(?:please |can you )?(?:show|list|open|display|view|see|give me|where|what|which|who|has|have|is|are|how|status|did|do)\b|\brequests\b|^(?:my|our)\b|^(?:يرجي )?(?:اعرض|عرض|اظهر|ورني|راويني|عطني|قايمه|كشف|وين|اين|ما|ماذا|شنو|وش|ايش|منو|من|كم|هل|حاله|متي)(?: |$)|طلبات|طلباتي|طلباتنا|(?:^| )طلبي(?: |$)/
/** How something asked for before stands: it is asked about, and a request is spoken of. */
const standing =
  /^(?:please |can you )?(?:show|list|open|display|where|what|which|how far|how is|status|has|have|did|any)\b.*\brequest|\brequests\b|^(?:يرجي )?(?:اعرض|عرض|اظهر|ورني|راويني|قايمه|كشف|وين|اين|ما|ماذا|شنو|وش|ايش|حاله|متي|كل|اي|هل).*(?:^| )(?:ال)?طلب(?:ات|نا|ي|اتنا|اتي)?(?= |$)|^(?:ال)?طلبات(?:نا|ي)?(?= |$)/
/** What makes a request where nothing says of what kind. */
const makes =
  /\b(?:make|file|raise|create|submit|new|open a|log|place)\b.*\b(?:request|support)\b|\b(?:request|ask for|ask the cent(?:re|er) for|need|want|get)\b.*\b(?:support|help|assistance)\b|\bhelp us\b|\bneed you\b|\bemergency\b|\brumou?r\b|\badvice\b|(?:^| )(?:نحتاج|احتاج|محتاج|محتاجين|نبي|ابي|نبغي|ابغي|نريد|اريد|نود|نطلب|اطلب|نرجو|يرجي|تقديم|اقدم|نقدم|ممكن|ساعدونا|تساعدونا|مطلوب|جديد|طاري|عاجل)(?: |$)/
const mine = /\bmine\b|\bmy\b|\bi (?:have|took|asked)\b|\bassigned to me\b|عندي|طلباتي|طلبي|المسنده الي|استلمتها|استلمته|قدمتها/
const overdue = /\boverdue\b|\blate\b|\bdelayed\b|متاخر|فات موعد|انقضي/

export function heardSupport(text: string): Heard {
  const folded = fold(text)
    .replace(/[.!؟?،,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const named = requestIn(text)
  if (named) {
    const { reference } = named
    const rest = text.slice(named.end)
    const colon = /^\s*[:：]\s*/u.exec(rest)
    const head = tells.exec(text)
    const body = (colon ? rest.slice(colon[0].length) : rest.replace(/^\s*(?:[،,–-]|that|بأن|أن|بان|ان)\s+/u, '')).trim()
    if ((colon || head) && body) return { what: 'message', reference, text: body }
    const beside = fold(`${text.slice(0, named.at)} ${rest}`)
    // "Reply to S-2026-0007" alone asks for the words.
    if (head && !body && named.at > 0) return { what: 'message', reference, text: '' }
    return { what: 'one', reference, deed: deeds.find(([, said]) => said.test(beside))?.[0] ?? 'open' }
  }
  if (ofDuty.test(folded) || reachesCentre.test(folded) || /^duty$/.test(folded)) {
    if (endsDuty.test(folded)) return { what: 'duty', deed: 'end' }
    const question = asks(text) || reachesCentre.test(folded)
    return { what: 'duty', deed: !question && setsDuty.test(folded) ? 'set' : 'who' }
  }
  const list: Heard = { what: 'list', mine: mine.test(folded), overdue: overdue.test(folded) }
  if (standing.test(folded)) return list
  if (asksHelp(text)) return { what: 'ask' }
  if (lists.test(folded) && !(makes.test(folded) && !asks(text) && !/requests|طلبات/.test(folded))) return list
  if (makes.test(folded) || helpIn(text).length > 0 || /\bhelp\b|تساعد/.test(folded)) return { what: 'ask' }
  return list
}

/** Whether haste is said: "urgent", "now", «عاجل». */
export const urgentIn = (text: string): boolean =>
  /\burgent(?:ly)?\b|\basap\b|\bemergency\b|\bimmediately\b|\bat once\b|\bright (?:now|away)\b|\bnow\b|(?:^| )(?:عاجل|عاجله|عاجلا|مستعجل|مستعجله|طاري|طارئ|فورا|حالا|الان|الحين|ضروري|بسرعه)(?: |$)/.test(
    fold(text).replace(/[.!؟?،,:]+/g, ' '),
  ) && !/\bnot urgent\b|غير عاجل|(?:^| )(?:مب|مو|ليس|مش) (?:عاجل|مستعجل)/.test(fold(text))

/**
 * Whether words that follow a request's card are a message about it: behind what the other side wrote, whatever wants nothing else; behind the card of a
 * request, what speaks of the very thing that was asked for ("the photographer should come at 8").
 */
export function isReply(said: string, meaning: Meaning, on: View): boolean {
  if (headsRequest(said) || requestIn(said) || meaning.arguments.reference) return false
  const { intent, sure, activity, missing } = meaning
  const elsewhere = !['other', 'support', 'submit', 'edit'].includes(intent) && sure >= 0.5
  // An activity that is told, or help that is asked for one.
  const told = intent === 'submit' && sure >= 0.8 && activity.title !== null && !missing.includes('date')
  const [help, steer] = [asksHelp(said), steering(said, 'en')?.kind]
  const forAnother = help !== null && namesActivity(meaning.when.reduce((rest, { text }) => rest.replace(text, ' '), said.slice(help.end)))
  if (elsewhere || told || forAnother || asks(said) || (steer && !['yes', 'no', 'change'].includes(steer))) return false
  if (wasWritten(on)) return true
  const asked = helpIn(textOf(on)).map(h => h.kind)
  return helpIn(said).some(h => asked.includes(h.kind) && (help !== null || isKnown(said, h.at)))
}
/** The card of a message opens the request; that of the request does more with it. */
const wasWritten = ({ parts }: View): boolean =>
  parts.some(p => p.kind === 'actions' && p.actions.some(a => a.press.name === 'support.open'))
const textOf = ({ parts }: View): string =>
  parts.flatMap(p => ('text' in p ? [p.text] : p.kind === 'facts' ? p.facts.map(f => f.value) : [])).join('\n')
/** "The photographer", «المصور»: it is one that was spoken of. */
const isKnown = (said: string, at: number): boolean =>
  /\b(?:the|this|that|our|your|these|those)\s+(?:\w+\s+)?$/i.test(said.slice(0, at)) || /^[وفبلك]?ال/.test(fold(said.slice(at)))
const namesActivity = (text: string): boolean => {
  const t = tokensOf(text)
  return t.some((_, i) => isActivity(t, i))
}
