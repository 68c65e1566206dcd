/** A sentence read into a circular's values: its text with its head at first; once the text stands, for whom it is and how urgent. Pure. */
import type { Asking, Gathered, Values } from '../dialogue/form.ts'
import { fold } from '../understanding/fold.ts'
import { addressed } from './heard.ts'
import { readAnswer, textOf } from './texts.ts'
import { toAmended } from './to.ts'

/** A correction is no longer; characters. What is longer is a text. */
const longestCorrection = 200

const normal = /(?:^|\s)(?:not urgent|isn't urgent|normal|عادي|عاديا|غير عاجل|ليس عاجلا|مو عاجل|مب عاجل)(?:$|[\s.،,!])/u
const urgent = /(?:^|\s)(?:urgent|عاجل|عاجلا|عاجله|مستعجل)(?:$|[\s.،,!])/u
const line = /(?:^|\s)(?:lines? to take|توجيه(?:ا)? اعلامي(?:ا)?|بنك الرسائل|message bank)(?:$|[\s.،,!])/u
/** Where an address begins in a sentence: "no, to the observers", «لا، للمتابعين». */
const lead = /(?:^|[\s,،])(?:(?:to|for|إلى|الى)\s|ل(?=\S{3}))/iu

export function gatherCircular(text: string, asking: Asking, values: Partial<Values>): Gathered<Values> {
  const gathered = (given: Values): Gathered<Values> => ({ values: given, problems: [], choose: null, other: [] })
  const standing = textOf(values)
  if (!standing.ar && !standing.en) {
    const read = readAnswer(text, asking)
    return read.ok ? gathered(read.value) : { ...gathered({}), problems: [{ field: 'text', said: read.problem }] }
  }
  if (text.length > longestCorrection) return gathered({})
  const folded = fold(text)
  const urgency = normal.test(folded) ? 'normal' : line.test(folded) ? 'line' : urgent.test(folded) ? 'urgent' : null
  return gathered({ ...toIn(text, asking, values), ...(urgency ? { urgency } : {}) })
}

/** Whom it adds, drops or names, if it is an address of which every word is known. */
function toIn(text: string, { context }: Asking, values: Partial<Values>): Values {
  const amended = toAmended(text, context, values)
  if (amended) return { to: amended }
  const from = lead.exec(text)?.index ?? -1
  if (from < 0) return {}
  // Whoever is named before the address is added to it: "add the Ministry of Works, and to the observers".
  if (addressed(text.slice(0, from), context).to.length > 0) return {}
  const who = addressed(text.slice(from), context)
  return who.to.length === 0 || who.unknown ? {} : { to: who.to }
}
