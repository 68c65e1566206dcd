/** What a sentence says of a story: its headline, or that one is to be made. Pure. */
import { capital } from '../dialogue/fields.ts'
import { fold } from '../understanding/fold.ts'

/** «قصة نجاح: …», "success story: …": what stands behind the colon is its headline. Of what it tells may stand before it: "success story of the walk: …". */
const head =
  /^\s*\/?(?:(?:a |the )?new |propose (?:a )?|add (?:a )?)?(?:success[ -])?stor(?:y|ies)(?:\s+(?:of|about|from|on)\s+([^:：\n]{2,120}?))?\s*[:：]\s*(\S[\s\S]*)$/iu
const headInArabic =
  /^\s*\/?(?:أضف |اضف |أضيفوا |سجلوا )?(?:قصة|قصه)(?: نجاح)?(?: جديدة)?(?:\s+(?:عن |من |حول )?([^:：\n]{2,120}?))?\s*[:：]\s*(\S[\s\S]*)$/u
export function storyIn(said: string): { headline: string; about: string | null } | null {
  const found = head.exec(said) ?? headInArabic.exec(said)
  const headline = found?.[2]?.trim()
  return headline ? { headline: capital(headline), about: found?.[1]?.trim() ?? null } : null
}
export const headlineIn = (said: string): string | null => storyIn(said)?.headline ?? null
/** Told to make one, folded. */
const makes =
  /\b(make|write|tell|add|propose|new|create|turn|submit|record|mark|nominate|have|got)\b[^.]*\bstor(y|ies)\b|\bas an? (success )?story\b|\binto an? (success )?story\b|\bstory (of|about|from|out of)\b|(سو|سوي|نسوي|اكتب|نكتب|اضف|اضيف|ضيف|سجل|نسجل|اقترح|نقترح|حول|نحول|اجعل|خل|اعمل|نعمل|قدم|نقدم|رشح|نرشح|عندنا|عندي|لدينا|لدي|حبيت|حاب|اشارك|نشارك|احكي|ابي|نبي|ودي|اريد|نريد) .*(قصه|قصة)|قصه (جديده|من|عن)|كقصه/
export const makesStory = (said: string): boolean => makes.test(fold(said)) && !shows.test(fold(said))
const shows = /^(show|list|see|read|which|what|display|give|اعرض|عرض|شوف|اشوف|ابي اشوف|وريني|عطني|اعطني|ما|شنو|وش|اي)(?= )/

/** Asked about what is not decided yet, folded. */
const waits = /\b(wait|waits|waiting|pending|proposed|undecided)\b|has my story|\b(to|for) approv|تنتظر|بانتظار|المعلقه|المقترحه|هل اعتمد/
export const asksWaiting = (said: string): boolean => waits.test(fold(said))
