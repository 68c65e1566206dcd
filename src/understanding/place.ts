/** A line of a list that was just shown, called by its place: "the second", "open the third one", «رقم ٢», «سحب الثانية». Pure. */
import { fold } from './fold.ts'
import { wordSet } from './phrases.ts'
import { isDayWord, isMonthWord } from './time-words.ts'
import { placeOf } from './which.ts'

/** `place` counts from 1, -1 is the last; `does` is what is to be done with it, folded: empty where it is only to be opened. */
export type Place = { place: number; does: string }

const opens =
  /^(?:(?:please|kindly|can you|could you|i want|i would like|i choose|let me see|يرجي|الرجاء|لو سمحت|لو سمحتم|اريد|نريد|ابي|نبي|ابغي)(?= |$)|(?:to )?(?:open|show|see|view|display|read|choose|pick|select|take|details(?: of)?|more (?:on|about)|tell me (?:more )?about|what about|about|me)(?= |$)|(?:افتح|افتحوا|فتح|اعرض|اعرضوا|عرض|اظهر|ارني|ورني|راويني|عطني|اعطني|اختار|نختار|اختر|تفاصيل|عن|لي|التفاصيل|ماذا عن)(?= |$)) ?/
/** What the lines of a list are called: they are counted, whatever they are. Before a number it is one of that number. */
const called =
  /(?<![\p{L}])(?:(?:workshop|course|request|story|outlet|circular|meeting|action|line|entry|option|result|priority|message|partner|clash)|(?:ال)?(?:ورشه|دوره|طلب|قصه|وسيله|تعميم|اجتماع|اجراء|خيار|سطر|نتيجه|اولويه|رساله|تعارض|بند))(?![\p{L}]| ?\d)/gu
/** Before a place these make it an hour or a day. */
const timed = wordSet('at on by until since from hour الساعه ساعه يوم اليوم في حتي من قبل بعد')
/** Characters of a text that calls a line. */
const longest = 100
/** What puts something at a place speaks of an order, and calls no line: "put it last". */
const puts = /^(?:make|put|move|keep|leave|rank|place|bring|set|اجعل|خل|ضع|حط|انقل|قدم|اخر)/
/** Words before the place: what is to be done. */
const mostBefore = 4

/** The one of a row that a text calls by its place and nothing else; undefined where it calls none, or there is no such. */
export function calledIn<T>(text: string, row: readonly T[]): T | undefined {
  const called = placeIn(text)
  return called?.does === '' ? row.at(called.place < 0 ? called.place : called.place - 1) : undefined
}

/** Null where the text says anything else beside. */
export function placeIn(text: string): Place | null {
  if (text.length > longest) return null
  const words = fold(text)
    .replace(/[.!،,:]+$/g, '')
    .replace(called, ' ')
    .trim()
    .split(/\s+/)
  for (let n = 0; n < words.length && n <= mostBefore; n++) {
    const place = placeOf(words.slice(n).join(' '))
    if (place === null) continue
    const head = words.slice(0, n)
    if (head.some(w => timed.has(w) || isDayWord(w) || isMonthWord(w) || /\d/.test(w))) return null
    let does = head.join(' ')
    for (let m = opens.exec(does); m; m = opens.exec(does)) does = does.slice(m[0].length).trim()
    // A bare number behind other words is theirs.
    if (puts.test(does)) return null
    return does && /^\d+$/.test(words.slice(n).join(' ')) ? null : { place, does }
  }
  return null
}
