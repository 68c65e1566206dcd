/** Which messages a question is about: by words of topic, priority and text, spelling and the commonest word forms forgiven. Pure. */
import type { Bilingual } from '../model/people.ts'
import { alike, everywhere, longEnough, type Word, wordOf } from '../understanding/alike.ts'
import { bare, tokensOf } from '../understanding/tokens.ts'

/** A message as it is looked for. */
export type Sought = { text: Bilingual; topic: Bilingual; priority: Bilingual }

/** Words that ask for messages, or say nothing of what about; folded. */
const asking = new Set(
  `what whats do does did we us our i you say said saying tell should about on of for the a an is are in to and or please show me give have any anything something there open list all
  message messages key line lines take bank talking point points wording official position statement propose add new suggest use can could with this
  month next send find search how respond answer reply to
  ما ماذا شنو شو وش ايش هل هي هو من عن في علي الي حول بشان بخصوص يا لو سمحت نقول نقوله اقول تقول يقول قول قولون نرد رد الرد كيف شلون اعطني عطني عطنا اعرض
  ابي ابغي نبي نبغي اريد نريد رساله رسايل الرسايل الرساله رسايلنا رسالتنا رييسيه الرييسيه بنك المعتمده معتمده المعتمد النص نص نقاط الحديث هذا هذه الشهر شهر القادم لدينا عندنا
  افتح كلامنا كلام اقترح اضف اضافه جديده جديد موقفنا الموقف موقف`.split(/\s+/),
)

/** Each word once, without those that say nothing. */
function wordsOf(text: string, but: ReadonlySet<string> = asking): Word[] {
  const out = new Map<string, Word>()
  for (const t of tokensOf(text)) {
    if (t.kind !== 'word' || bare(t.f).some(b => asking.has(b) || but.has(b))) continue
    const w = wordOf(t.f)
    if (w.stem.length > 1) out.set(w.stem, w)
  }
  return [...out.values()]
}

/** What is left of a question when the asking is taken off; empty where it names nothing. */
export const subjectWords = (said: string): string[] => wordsOf(said).map(w => w.stem)

/** The messages a question is about, nearest first; null where it names nothing, and then any will do. `least`: the share of its words that must be found, 0 to 1. */
export function find<M extends Sought>(said: string, all: readonly M[], least = 0.5): M[] | null {
  const wanted = wordsOf(said)
  if (wanted.length === 0) return null
  const shared = (text: string | undefined): { wanted: number; whole: boolean } => {
    const own = wordsOf(text ?? '')
    const hits = wanted.filter(w => own.some(o => alike(w, o))).length
    return { wanted: hits, whole: hits > 0 && own.filter(o => wanted.some(w => alike(w, o))).length * 2 >= own.length }
  }
  const scored = all.flatMap(message => {
    const names = [message.topic.ar, message.topic.en, message.priority.ar, message.priority.en].map(shared)
    const texts = [message.text.ar, message.text.en].map(shared)
    const name = Math.max(...names.map(n => n.wanted))
    const text = Math.max(...texts.map(t => t.wanted))
    // So much of what was asked for, or half of what the topic is called.
    const near = Math.max(name, text) >= wanted.length * least || (least < 1 && names.some(n => n.whole))
    return near && name + text > 0 ? [{ message, score: name * 2 + text }] : []
  })
  return scored.sort((a, b) => b.score - a.score).map(s => s.message)
}

/** How much a title shares with what a priority says: words of its own title count twice. At least one of those, or two of the others, mean something. */
export function likeness(title: string, priority: { title: Bilingual; also: readonly Bilingual[] }): number {
  const wanted = wordsOf(title, everywhere).filter(w => w.stem.length >= longEnough - 1)
  const shares = (texts: (string | undefined)[]) => {
    const own = texts.flatMap(t => wordsOf(t ?? ''))
    return wanted.filter(w => own.some(o => alike(w, o))).length
  }
  return shares([priority.title.ar, priority.title.en]) * 2 + shares(priority.also.flatMap(b => [b.ar, b.en]))
}
export const leastLikeness = 2
