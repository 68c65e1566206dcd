/** Whether a text points at what is before one's eyes and names nothing: "move it to Tuesday", «غيرها», «هذه الفعالية». Pure. */
import { fold } from './fold.ts'
import { tokensOf } from './tokens.ts'

const points = new Set(
  'it this that them هذه هذا هذي هاذي ذي هالفعاليه هالفعالية الفعاليه الموعد المكان الوقت التاريخ'.split(' ').map(fold),
)
/** A verb with "it" behind: «غيرها», «أجلوه», «خلها». */
const withIt =
  /^(?:[ونلفاأسي]{0,2})?(?:غير|عدل|بدل|حول|انقل|نقل|اجل|قدم|خل|خلي|خلو|اجعل|حط|حطو|الغ|الغي|احذف|شيل|امسح|اسحب|سحب|اضف|ضيف|رتب|كبر|صحح)(?:ي|و|وا)?(?:ها|ه|هم)$/

/** Whether what begins at a place in a text, in UTF-16 units, is where something goes: "to Sunday", «إلى الأحد», «ليوم الاثنين». */
export const leadsTo = (text: string, at: number): boolean =>
  /(?:^|\s)(?:to|until|الي|لين|حتي)(?: the| يوم| تاريخ)?\s*$/.test(fold(text.slice(0, at))) || /^(?:ليوم|لل)/.test(fold(text.slice(at)))

export const saysIt = (text: string): boolean => tokensOf(text).some(t => points.has(t.f) || withIt.test(t.f))
