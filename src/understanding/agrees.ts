/** Whether somebody takes what they were offered or invited to, in their own words: "yes, we will take part", «نعتذر عن المشاركة». Pure. */
import { fold } from './fold.ts'
import { steering } from './steering.ts'

const takes =
  /^(?:yes |sure |ok |okay |نعم |اي |تمام )?(?:we |i |we'll |i'll |we will |i will |we are |we're |gladly |happy to |with pleasure)*(?:accept(?:ed)?|agree(?:d)?|join(?:ing)?|take part|taking part|take it|take the seat|in|be there|happy to|with pleasure|count us in|نقبل|اقبل|قبلنا|قبلت|قبول|نوافق|اوافق|موافق\p{L}*|سنشارك|نشارك|ساشارك|اشارك|يسعدنا|يشرفنا|بكل سرور|ساحضر|سنحضر)(?= |$)/u
const leaves =
  /^(?:no |sorry |unfortunately |لا |للاسف |عفوا )*(?:we |i |we'll |i'll |we will |i will |we are |we're )*(?:decline|refuse|cannot|can ?n[o']?t|can not|unable|will not|won'?t|do not want|don'?t want|have to decline|pass|نعتذر|اعتذر|اعتذار|نرفض|ارفض|لا نستطيع|لا استطيع|لا يمكننا|لا يمكنني|لن نشارك|لن نتمكن|لن اتمكن|ما نقدر|ما اقدر|لا نرغب|لا ارغب)(?= |$)/u
/** Words of an answer; what is longer says more than that. */
const longest = 12

/** What a sentence answers to an offer: one of two answers, or none. */
export const agrees =
  <A extends string>(yes: A, no: A) =>
  (said: string): A | null => {
    const folded = fold(said)
      .replace(/[.!،,;؛]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (folded.split(' ').length > longest || /[?؟]$/.test(folded)) return null
    const steer = steering(said, 'en')?.kind
    if (steer === 'yes' || takes.test(folded)) return yes
    return steer === 'no' || leaves.test(folded) ? no : null
  }
