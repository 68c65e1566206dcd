/**
 * What a sentence says of the reminders before a deadline: "also remind them two days before", «احذف تذكير اليوم نفسه», "reminder steps 5, 3 and 1".
 * Steps are working days before the deadline; 0 is its own morning. Pure.
 */
import { type Amend, amendsIn } from './amend.ts'
import { asks } from './features.ts'
import { fold } from './fold.ts'
import { numbers } from './lexicon.ts'
import { isMonthWord } from './time-words.ts'
import { lookUp, tokensOf } from './tokens.ts'

export type SaidSteps = { how: Amend['how']; steps: number[] }

const dayWord = /^(?:days?|working|ايام|يوم|يوما|بيوم|عمل|اليوم)$/
const twoDays = /^[بلو]?(?:ال)?يوم(?:ين|ان)$/
const oneDay = /^(?:day)$/
/** A week before is five working days. */
const week = /^(?:week|[بل]?اسبوع)$/
const ownDay =
  /\b(?:morning|same day|on the day|the day itself|day of the deadline|deadline day)\b|صباح|(?:ال)?يوم نفسه|نفس (?:ال)?يوم|يوم (?:ال)?(?:موعد|اغلاق)|(?:ال)?يوم (?:ال)?اخير/

/** The steps that words name, the farthest first. */
export function stepsIn(said: string): number[] {
  const t = tokensOf(said)
  const out: number[] = ownDay.test(fold(said)) ? [0] : []
  t.forEach(({ f, kind, n }, i) => {
    const [before, next] = [t[i - 1]?.f ?? '', t[i + 1]?.f ?? '']
    if (kind === 'number') out.push(n)
    else if (kind !== 'word') return
    else if (twoDays.test(f)) out.push(2)
    else if (week.test(f) && !/^(?:next|this)$/.test(before) && lookUp(numbers, before) === undefined) out.push(5)
    else if (oneDay.test(f) && /^(?:a|the)$/.test(before) && /^(?:before|earlier)$/.test(next)) out.push(1)
    else if (
      /^(?:ب?يوم|يوما)$/.test(f) &&
      (/^(?:قبل|واحد)$/.test(before) || /^ب/.test(f) || next === 'واحد') &&
      !ownDay.test(fold(said.slice(t[i]?.start)))
    )
      out.push(1)
    else {
      const value = dayWord.test(next) ? lookUp(numbers, f) : undefined
      if (value !== undefined) out.push(value)
    }
  })
  return [...new Set(out)].sort((a, b) => b - a)
}

/** The steps of a whole answer, added, dropped or named anew. */
export const stepsSaid = (text: string): SaidSteps[] =>
  amendsIn(text).flatMap(({ how, rest }) => {
    const steps = stepsIn(rest)
    return steps.length > 0 ? [{ how, steps }] : []
  })

const reminds =
  /\bremind(?:s|ers?|ing)?\b|(?:^|\s)[وفسبل]*(?:ال)?(?:تذكير(?:ات|ا)?|يذكر|نذكر|تذكر|ذكر(?:وا)?(?:هم|ها|وهم|وها)?)(?=\s|$|[:،,])/u
const ofOneself = /\bremind (?:me|us)\b|ذكرني|ذكروني|ذكرنا|ذكرونا/
const ofThem = /\b(?:before|earlier|steps?|morning|deadline|same day|on the day)\b|قبل|يسبق|صباح|نفسه|نفس|الموعد|خطوات|مراحل/
/** All of them are named: as steps, by several at once, or alone. */
const whole =
  /\bsteps?\b|\breminders (?:are|should be|will be|go out)\b|\bonly\b|\bjust\b|خطوات|مراحل|فقط|التذكيرات (?:هي|تكون|قبل)|مواعيد التذكير/
/** Characters of such a sentence at most. */
const longest = 160

/** Null where it is of no reminders before a deadline. One step that is told and not named among all of them is added to what stands. */
export function remindersIn(text: string): SaidSteps[] | null {
  const folded = fold(text)
  if (text.length > longest || asks(text) || !reminds.test(folded) || ofOneself.test(folded) || !ofThem.test(folded)) return null
  // A reminder of a day that is named is of an activity.
  if (tokensOf(text).some(t => isMonthWord(t.f))) return null
  const said = stepsSaid(text)
  if (said.length === 0) return null
  return said.map(s => (s.how === 'all' && s.steps.length === 1 && !whole.test(folded) ? { ...s, how: 'add' as const } : s))
}
