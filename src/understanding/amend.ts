/**
 * What is said of several values that stand: all of them named anew, more of them ("also the Ministry of Works", «أضف …», «ووزارة التربية»), or fewer
 * ("drop the morning", «بدون الجمعة»). Pure.
 */
import { at, phrases } from './phrases.ts'
import { type Token, tokensOf } from './tokens.ts'

/** `rest` are the words that name values, without those that add or drop them. */
export type Amend = { how: 'all' | 'add' | 'drop'; rest: string }

const adding = phrases({
  en: ['add', 'also', 'and also', 'also add', 'include', 'also include', 'plus', 'as well as', 'put in', 'too', 'as well'],
  ar: `أضف أضيفوا أضيفي اضافة إضافة نضيف أضيف زد زيدوا زيد ضف ضيف ضيفوا أدرج أدرجوا كذلك أيضا بالإضافة~إلى علاوة~على حط حطوا`
    .split(' ')
    .map(w => w.replace('~', ' ')),
})
const dropping = phrases({
  en: [
    'drop',
    'remove',
    'delete',
    'take out',
    'take off',
    'leave out',
    'without',
    'except',
    'but not',
    'not',
    'no',
    'minus',
    'cancel',
    'stop',
  ],
  ar: `احذف احذفوا حذف نحذف أزل أزيلوا إزالة ألغ ألغوا إلغاء نلغي شيل شيلوا استثن استثنوا استبعد استبعدوا أخرج أخرجوا أوقفوا بدون من~دون دون ما~عدا عدا باستثناء ليس لا بلا مو مب`
    .split(' ')
    .map(w => w.replace('~', ' ')),
})
/** Said before or behind what is added or dropped, and naming nothing. */
const courtesy = phrases({
  en: ['please', 'and', 'then', 'but', 'only', 'no', 'yes', 'ok'],
  ar: ['لا', 'من فضلكم', 'يرجى', 'الرجاء', 'لو سمحتم', 'ثم', 'و', 'نعم'],
})
/** «ووزارة التربية», «والسبت»: a name with an «و» before it goes on from what stands. */
const goesOn = /^و(?=و|ال|لل|هييه|مجلس|جامعه|شركه|مركز|موسسه|بلديه|ديوان|جهاز)/
const leadsOn = /^(?:and|&|plus)$/

const isSign = (t: Token | undefined): boolean => t?.kind === 'sign'

/** The amendments a text says, in their order. A text that neither adds nor drops names all of them anew. */
export function amendsIn(text: string): Amend[] {
  const tokens = tokensOf(text)
  const out: (Amend & { from: number; to: number })[] = []
  let behind = false
  const begin = (how: Amend['how'], from: number) => out.push({ how, rest: '', from, to: from })
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token
    const last = out.at(-1)
    // "No, Sunday": the answer to a card, and nothing that is dropped.
    const answers = /^(?:no|لا)$/.test(token.f) && isSign(tokens[i + 1])
    const drop = answers ? null : at(dropping, tokens, i)
    const add = drop ? null : at(adding, tokens, i)
    if (drop || add) {
      const next = drop?.next ?? add?.next ?? i + 1
      // "Works too", "Works as well": said behind the value.
      if (add && last && last.to > last.from && /^(?:too|as|also|ايضا|كذلك)$/.test(token.f)) {
        if (last.how === 'all') last.how = 'add'
        behind = true
      } else begin(drop ? 'drop' : 'add', next)
      i = next
      continue
    }
    if (!last && leadsOn.test(token.f) && i === 0) begin('add', 1)
    else if (!last && (isSign(token) || at(courtesy, tokens, i))) {
      // Nothing is named by it.
    } else {
      if (!last) begin(i === 0 && goesOn.test(token.f) ? 'add' : 'all', i)
      const open = out.at(-1)
      if (open) open.to = i + 1
    }
    i++
  }
  const said = out.map(({ how, from, to }) => ({ how, rest: wordsBetween(text, tokens, from, to) })).filter(a => a.rest !== '')
  // What names values beside what is added or dropped names what is there.
  return said.length > 0 ? said : behind ? [] : [{ how: 'all', rest: text.trim() }]
}

/** The words from a token to another, without the «and» and the commas at their ends, nor the «و» that goes on from what stands. */
function wordsBetween(text: string, tokens: readonly Token[], from: number, to: number): string {
  let [first, end] = [from, to]
  const loose = (t: Token | undefined) => isSign(t) || t?.f === 'and' || t?.f === 'then' || t?.f === 'و' || t?.f === 'ثم'
  while (first < end && loose(tokens[first])) first++
  while (end > first && loose(tokens[end - 1])) end--
  if (first >= end) return ''
  const start = tokens[first] as Token
  const skip = goesOn.test(start.f) ? 1 : 0
  return text.slice(start.start + skip, (tokens[end - 1] as Token).end)
}
