/** What a sentence says of a story: its headline, or that one is to be made. Pure. */
import { fold } from '../understanding/fold.ts'

/** «قصة نجاح: …», "success story: …": what stands behind the colon is its headline. */
const head =
  /^\s*\/?(?:new |propose (?:a )?)?(?:success[ -])?stor(?:y|ies)\s*[:：]\s*(\S[\s\S]*)$|^\s*\/?(?:قصة|قصه)(?: نجاح)?(?: جديدة)?\s*[:：]\s*(\S[\s\S]*)$/iu
export const headlineIn = (said: string): string | null => {
  const found = head.exec(said)
  return (found?.[1] ?? found?.[2])?.trim() ?? null
}
/** Told to make one, folded. */
const makes =
  /\b(make|write|tell|add|propose|new|create|turn|submit|record|mark|nominate|have|got)\b[^.]*\bstor(y|ies)\b|\bas an? (success )?story\b|\binto an? (success )?story\b|\bstory (of|about|from|out of)\b|(سو|سوي|نسوي|اكتب|نكتب|اضف|اضيف|ضيف|سجل|نسجل|اقترح|نقترح|حول|نحول|اجعل|خل|اعمل|نعمل|قدم|نقدم|رشح|نرشح|عندنا|لدينا|ابي|نبي|ودي|اريد|نريد) .*(قصه|قصة)|قصه (جديده|من|عن)|كقصه/
export const makesStory = (said: string): boolean => makes.test(fold(said)) && !shows.test(fold(said))
const shows = /^(show|list|see|read|which|what|display|give|اعرض|عرض|شوف|اشوف|ابي اشوف|وريني|عطني|اعطني|ما|شنو|وش|اي)(?= )/

/** Asked about what is not decided yet, folded. */
const waits = /\b(wait|waits|waiting|pending|proposed|undecided)\b|has my story|\b(to|for) approv|تنتظر|بانتظار|المعلقه|المقترحه|هل اعتمد/
export const asksWaiting = (said: string): boolean => waits.test(fold(said))
