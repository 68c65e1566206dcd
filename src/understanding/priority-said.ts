/**
 * What a sentence or a pasted block says of a month's priorities: one with its title, rank and key messages ("Priority for December: digital services.
 * Messages: …", «أولوية يناير: …»), or a place in their order ("make tourism the first"). Pure.
 */
import type { Context } from '../model/meaning.ts'
import { asks } from './features.ts'
import { fold } from './fold.ts'
import { numbers } from './lexicon.ts'
import { readMonth } from './read.ts'
import { lookUp, tokensOf } from './tokens.ts'

/** `messages` are lines; null where none were said. `month` is YYYY-MM. */
export type SaidPriority = { month: string | null; title: string | null; rank: number | null; messages: string | null }
/** `what` names it, null where "it" does; `to` is a rank from 1, or the end. */
export type SaidPlace = { what: string | null; to: number | 'last' | 'up' | 'down' }

const messagesHead =
  /(?:^|[.\n،,;؛\s])(?:(?:its |the |with )?(?:key )?messages?|(?:و?(?:ال)?رسا[ئي]ل(?:ها)?)(?: الر[ئي]+سي[ةه])?)\s*[:：]/iu
const named =
  /^(?:please |also |يرجى |الرجاء )?(?:(?:add|set|new|define|save|enter|أضف|اضف|أضيفوا|اضيفوا|حدد|حددوا|إضافة)\s+)?(?:(?:a|the|new|our|another)\s+)*(?:(?:first|second|third|fourth|fifth)\s+)?(?:priority|(?:ال)?[أا]ولوي[ةه])(?=[\s:])/iu
const rankSaid =
  /[,،.(]?\s*(?:(?:at |with |in )?(?:rank|place|position|number|no\.?)|(?:في |ب)?(?:المرتبة|المرتبه|الترتيب|الرتبة)(?: رقم)?|ترتيبها)\s*:?\s+([\p{L}\p{N}]+)\)?/iu
const ordinal = (word: string): number | null => (/^\d+$/.test(fold(word)) ? Number(fold(word)) : (lookUp(numbers, fold(word)) ?? null))

/** Null where no priority is told. */
export function priorityIn(said: string, context: Context): SaidPriority | null {
  const text = said.trim()
  if (!named.test(text)) return null
  const head = messagesHead.exec(text)
  const before = (head ? text.slice(0, head.index) : text).trim()
  const noun = named.exec(before)
  if (!noun || asks(before)) return null
  const nth = /(first|second|third|fourth|fifth)/i.exec(noun[0])?.[1]
  const rest = before.slice(noun[0].length)
  const ranked = rankSaid.exec(rest)
  const told = ranked ? rest.replace(ranked[0], '') : rest
  // The title stands behind the colon, or behind "is"; what is before it says the month.
  const at = /[:：]|\s(?:is|هي|هو|to)\s/iu.exec(told)
  if (!at) return null
  const title = told
    .slice(at.index + at[0].length)
    .replace(/\s+/g, ' ')
    .replace(/[.\s،,]+$/u, '')
    .trim()
  const rank = ranked?.[1] ? ordinal(ranked[1]) : nth ? ordinal(nth) : null
  return {
    month: readMonth(told.slice(0, at.index), context),
    title: title.length > 2 ? title : null,
    rank,
    messages: head ? messagesSaid(text.slice(head.index + head[0].length)) : null,
  }
}

/** Key messages told behind their head, a line for each; in one line they are parted by semicolons or dashes. */
export function messagesIn(said: string): string | null {
  const text = said.trim()
  const head = messagesHead.exec(text)
  return head && head.index <= 1 ? messagesSaid(text.slice(head.index + head[0].length)) : null
}
function messagesSaid(said: string): string | null {
  const lines = said.trim().includes('\n') ? said : said.replace(/\s*[;؛]\s*|(?:^|\s+)[-•–]\s+/gu, '\n')
  return /\p{L}/u.test(lines) ? lines.trim() : null
}

const first =
  '(?:the )?(?:first|second|third|fourth|fifth|last|top|bottom|اولي|ثانيه|ثالثه|رابعه|خامسه|اخيره|ال(?:اولي|ثانيه|ثالثه|رابعه|خامسه|اخيره))'
const placed = new RegExp(
  `^(?:please |يرجي |الرجاء )?(?:(?:make|put|move|set|rank|place) (.{1,80}?)(?: to| as| at| in)?(?: (?:priority|number|rank|place))? (${first})(?: priority| place)?|(?:اجعل|اجعلوا|ضع|ضعوا|انقل|انقلوا|رتب|رتبوا|خل|خلوا) (.{1,80}?)(?: في| الي)?(?: (?:المرتبه|الاولويه|المركز))? (${first}))[.]?$`,
  'u',
)
/** What has an order of its own. */
const ofAnother =
  /\b(?:item|line|briefing|agenda|meeting|speaker|name|language|day|date)\b|(?:ال)?(?:بند|عرض|اجتماع|متحدث|اسم|لغه|يوم|موعد)(?=\s|$)/u
const moved =
  /^(?:please )?(?:move|put) (.{1,80}?) (up|down)(?: (?:one|a place))?[.]?$|^(?:قدم|قدموا|اخر|اخروا) (.{1,80}?) في (?:ال)?ترتيب[.]?$/u

export function placeIn(text: string): SaidPlace | null {
  if (text.length > 160 || asks(text) || ofAnother.test(fold(text))) return null
  const folded = fold(text)
  const what = (said: string | undefined): string | null =>
    said === undefined || /^(?:it|this|that|this one|it to|هذه|هذا)$/.test(said)
      ? null
      : said.replace(/^(?:the )?priority (?:of |on )?|^(?:ال)?اولويه /u, '')
  const p = placed.exec(folded)
  if (p) {
    const word = (p[2] ?? p[4] ?? '').replace(/^the /, '')
    // «اجعلها الأولى»: the one that was spoken of.
    const to = /^(?:last|bottom|(?:ال)?اخيره)$/.test(word) ? 'last' : word === 'top' ? 1 : ordinal(word)
    return to === null ? null : { what: what(p[1] ?? p[3]), to }
  }
  const it = new RegExp(`^(?:اجعلها|اجعلوها|ضعها|ضعوها|انقلها|خلها|خلوها)(?: في| الي)?(?: المرتبه)? (${first})[.]?$`, 'u').exec(folded)?.[1]
  if (it) {
    const to = /اخيره/.test(it) ? 'last' : ordinal(it)
    return to === null ? null : { what: null, to }
  }
  const m = moved.exec(folded)
  return m ? { what: what(m[1] ?? m[3]), to: m[2] === 'down' || /^اخر/.test(folded) ? 'down' : 'up' } : null
}

/** A priority named by its present rank: "the second priority", «الثانية». */
export const rankNamed = (what: string): number | null => {
  const words = tokensOf(what).filter(t => !/^(?:the|priority|one|الاولويه|اولويه)$/.test(t.f))
  return words.length === 1 && words[0] ? ordinal(words[0].f) : null
}
