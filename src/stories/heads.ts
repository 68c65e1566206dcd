/** What a sentence says of a story: what it tells, of what, or that one is to be made. Pure. */
import { fold } from '../understanding/fold.ts'

/** «قصة نجاح: …», "success story: …": what stands behind the colon is told. Of what may stand before it: "success story of the walk: …", "make this a story: …". */
const head =
  /^\s*\/?(?:please )?(?:(?:a |the )?new |propose (?:a )?|add (?:a )?|make (?:this|it|that) (?:into )?(?:a )?|here is (?:a |our )?|our )?(?:success[ -])?stor(?:y|ies)(?:\s+(?:of|about|from|on)\s+([^:：\n]{2,120}?))?\s*[:：]\s*(\S[\s\S]*)$/iu
const headInArabic =
  /^\s*\/?(?:أضف |اضف |أضيفوا |سجلوا |سجل |اجعلها |اجعلوها |خلها |خلوها |لدينا |عندنا |هذه |وهذه )?(?:قصة|قصه)(?: نجاح)?(?: جديدة)?(?:\s+(?:عن |من |حول )?([^:：\n]{2,120}?))?\s*[:：]\s*(\S[\s\S]*)$/u
export function storyIn(said: string): { body: string; about: string | null } | null {
  const found = head.exec(said) ?? headInArabic.exec(said)
  const body = found?.[2]?.trim()
  return body ? { body, about: found?.[1]?.trim() ?? null } : null
}
/** Told to make one, folded. */
const makes =
  /\b(make|write|tell|add|propose|new|create|turn|submit|record|mark|nominate|have|got)\b[^.]*\bstor(y|ies)\b|\bas an? (success )?story\b|\binto an? (success )?story\b|\bstory (of|about|from|out of)\b|(سو|سوي|نسوي|اكتب|نكتب|اضف|اضيف|ضيف|سجل|نسجل|اقترح|نقترح|حول|نحول|اجعل|نجعل|خل|نخلي|اعمل|نعمل|قدم|نقدم|رشح|نرشح|عندنا|عندي|لدينا|لدي|حبيت|حاب|اشارك|نشارك|احكي|ابي|نبي|ودي|اريد|نريد)(وا|و)?(ها|ه|هذه|هذي)? (.* )?(قصه|قصة)|قصه (جديده|من|عن)|كقصه/
export const makesStory = (said: string): boolean => makes.test(fold(said)) && !shows.test(fold(said))
const shows = /^(show|list|see|read|which|what|display|give|اعرض|عرض|شوف|اشوف|ابي اشوف|وريني|عطني|اعطني|ما|شنو|وش|اي)(?= )/

/** Asked about what is not decided yet, folded. */
const waits = /\b(wait|waits|waiting|pending|proposed|undecided)\b|has my story|\b(to|for) approv|تنتظر|بانتظار|المعلقه|المقترحه|هل اعتمد/
export const asksWaiting = (said: string): boolean => waits.test(fold(said))
