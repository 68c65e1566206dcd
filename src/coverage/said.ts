/** What a sentence about coverage asks for: the list of outlets, the coverage of an activity, or that some is taken in. Pure. */
import type { Context } from '../model/meaning.ts'
import { fold } from '../understanding/fold.ts'
import { tidied } from './entries.ts'
import { linksIn } from './links.ts'
import { type Known, namedIn } from './outlets.ts'
import { readCoverage } from './read.ts'

/** `name` are the words that may name the activity; `given` what was pasted; `number` the appearance that is to be removed or corrected. */
export type Said =
  | { kind: 'outlets' }
  | { kind: 'outlet'; id: string }
  | { kind: 'give'; name: string; given: string }
  | { kind: 'add'; name: string }
  | { kind: 'none'; name: string }
  | { kind: 'remove' | 'correct'; name: string; number: number; change: string }
  | { kind: 'show'; name: string }
  | { kind: 'open' }

const outlets =
  /\b(?:outlets?|media list|list of (?:the )?media)\b|(?:^|\s)(?:ال)?(?:وسايل|منافذ)(?:\s+(?:ال)?(?:اعلام|اعلاميه|معتمده))?(?=\s|$|\?|؟)/
const adding =
  /\b(?:add|enter|record|log|put in|register|send|submit)\b.*\bcoverage\b|(?:^|\s)(?:اضف|اضيف|اضافه|نضيف|سجل|تسجيل|ادخل|ادخال|ارسل|ارسال|نرسل|حط|ضيف)\s.*تغطي/
const noneSaid =
  /\b(?:no|without|nobody|no one|none|not covered|was not|wasn't|there was no)\b.*\b(?:coverage|covered|media)\b|\bnot covered\b|(?:^|\s)(?:لا توجد|لم توجد|لم تكن|ما في|مافي|ماكو|بدون|لا يوجد|لم تغط|ما غطي|ما غطا)\S*.*تغطي|لم تغطها|ما غطاها/
const taking = /\b(?:remove|delete|take out|drop)\b|(?:^|\s)(?:احذف|حذف|احذفوا|ازل|ازاله|شيل|امسح)(?=\s|$)/
const mending = /\b(?:correct|fix|edit|change)\b|(?:^|\s)(?:صحح|صححوا|تصحيح|عدل|تعديل|غير)(?=\s|$)/
const ordinals: readonly RegExp[] = [
  /\bfirst\b|اول[يه]?(?=\s|$)|الاول[يه]?(?=\s|$)/,
  /\bsecond\b|الثاني/,
  /\bthird\b|الثالث/,
  /\bfourth\b|الرابع/,
  /\bfifth\b|الخامس/,
]
function numberIn(f: string): number | null {
  const digits = /(?:number|no\.?|#|رقم|item|appearance|التغطيه)\s*#?(\d{1,3})\b/.exec(f)?.[1]
  if (digits) return Number(digits)
  const at = ordinals.findIndex(r => r.test(f))
  return at >= 0 ? at + 1 : null
}

/** Words around a name: "here is the coverage of …", «هذه تغطية …». */
const around =
  /\b(?:here|is|are|this|that|these|the|media|press|coverage|cover|covered|of|for|from|on|about|show|list|open|me|us|what|which|was|were|did|do|does|have|has|had|we|our|get|got|give|how|please|add|adding|enter|record|log|send|sending|sharing|share|links?|clippings?|with|to|no|there|none|remove|delete|correct|fix|edit|change|drop|first|second|third|fourth|fifth|number|appearance|item|and|so|far|it|by|activity|event|still|missing|waiting|collect|collected|nudge|pending|owe|own|any)\b/gi

/** The words of a sentence that may name an activity. */
export const nameIn = (said: string): string =>
  said
    .replace(around, ' ')
    .replace(/[؟?:!.،,]/g, ' ')
    .replace(
      /(?<=^|\s)(?:هذه|هذا|هنا|إليكم|اليكم|تغطية|التغطية|تغطيات|التغطيات|الإعلامية|الاعلامية|إعلامية|اعلامية|الإعلامي|فعالية|الفعالية|اعرض|أعرض|أرسل|ارسل|أضف|اضف|إضافة|اضافة|سجل|تسجيل|ما|هي|كيف|كانت|عن|من|في|على|لنا|لدينا|عندنا|روابط|رابط|احذف|حذف|صحح|عدل|رقم|الأولى|الثانية|الثالثة|الرابعة|الخامسة|شنو|وش|وين|هل|يرجى|نود|أبي|ابي|نبي|لا|توجد|أي|اي)(?=\s|$)/gu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()

const about = /coverage|cover|clipping|media|press|تغطي|غطت|غطى|نشر|رصد|الإعلام|اعلام/i

/** The head of a pasted text, before its first colon or line: what names the activity there. */
function headOf(said: string): { head: string; body: string } | null {
  const found = /[:：](?=\s|$)|\n/.exec(said)
  if (!found || found.index > 140) return null
  const head = said.slice(0, found.index)
  if (!about.test(head) || linksIn(head).length > 0) return null
  return { head, body: said.slice(found.index + 1).trim() }
}

export function saidOf(said: string, of: { known: Known; region: string; context: Context }): Said {
  const text = tidied(said).trim()
  const f = fold(text)
  if (!f) return { kind: 'open' }
  const reads = (t: string): boolean => readCoverage(t, of).items.length > 0
  const links = linksIn(text).length > 0
  const several = text.includes('\n')
  const number = several || links ? null : numberIn(f)
  if (number !== null && taking.test(f)) return { kind: 'remove', name: nameIn(text), number, change: '' }
  if (number !== null && mending.test(f)) return { kind: 'correct', name: nameIn(text), number, change: '' }
  const head = headOf(text)
  if (head && reads(head.body)) return { kind: 'give', name: nameIn(head.head), given: head.body }
  if (links) return { kind: 'give', name: nameIn(text.slice(0, linksIn(text)[0]?.at ?? 0)), given: text }
  if (outlets.test(f)) {
    const named = namedIn(text, of.known)
    const [one] = named
    return one && named.length === 1 ? { kind: 'outlet', id: one.outlet.id } : { kind: 'outlets' }
  }
  const named = namedIn(text, of.known)
  const asks = /[?؟]\s*$/.test(text)
  if (several && named.length > 0) return { kind: 'give', name: '', given: text }
  // "The heart walk was in Al Ayam and the GDN".
  if (!asks && named.length > 0 && reads(text) && !/^\s*(?:show|what|which|اعرض|ما|هل)\b/iu.test(text)) {
    const before = text.slice(0, named[0]?.start)
    return { kind: 'give', name: nameIn(before), given: text.slice(named[0]?.start) }
  }
  if (noneSaid.test(f) && !asks) return { kind: 'none', name: nameIn(text) }
  if (adding.test(f)) return { kind: 'add', name: nameIn(text) }
  return { kind: 'show', name: nameIn(text) }
}
