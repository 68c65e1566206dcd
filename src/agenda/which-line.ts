/** Which lines of an agenda words mean: those of a kind, an organization's briefing, or one by the words of its title; and where lines go in its order. Pure. */
import type { LineKind } from '../model/agenda.ts'
import type { Context } from '../model/meaning.ts'
import type { Bilingual } from '../model/people.ts'
import { byWords, stemsOf } from '../understanding/by-words.ts'
import { fold } from '../understanding/fold.ts'
import type { Place } from '../understanding/line-order.ts'
import { namesIn } from '../understanding/parts/names.ts'
import { tokensOf } from '../understanding/tokens.ts'

const kinds: readonly (readonly [LineKind, RegExp])[] = [
  ['next', /\bnext meeting'?s? (?:date|line)\b|موعد الاجتماع (?:القادم|المقبل)|الاجتماع التالي/u],
  ['business', /\b(?:other|any other) business\b|\baob\b|ما يستجد|اعمال اخري|الاعمال الاخري/u],
  ['briefing', /\bbriefings?\b|\bpresentations?\b|(?:^|\s)[وبل]?(?:ال)?(?:عروض|عرض)(?:\s|$)/u],
  ['echo', /\becho\b|الصدي/u],
  ['stories', /\bstories\b|قصص/u],
  ['actions', /\bactions?\b|follow[- ]?ups?|اجراءات|المتابعه/u],
  ['changes', /\bchanges?\b|ما تغير|التغييرات/u],
  ['priorities', /\bpriorit(?:y|ies)\b|الاولويات|اولويات/u],
  ['clashes', /\bclash(?:es)?\b|تعارض|التعارضات/u],
  ['plan', /\bplan\b|مخطط|الخطه/u],
  ['support', /\bsupport\b|الدعم/u],
  ['training', /\btraining\b|التدريب/u],
]
/** Words of many organizations' names: they tell none from another. */
const bodies = new Set(stemsOf('ministry authority national information affairs وزارة هيئة شؤون المعلومات الهيئة'))

/** What of a line its reading looks at: whose briefing it is, and how it is titled. */
export type Sayable = { key: string; kind: LineKind; organization: Bilingual | null; title: Bilingual }

/** The lines that words mean, in their order; empty where none is meant. */
export function linesSaid<Line extends Sayable>(words: string, lines: readonly Line[], context: Context): Line[] {
  const folded = fold(words)
  const kind = kinds.find(([, said]) => said.test(folded))?.[0]
  const titled = lines.filter(l => l.kind === 'briefing' || l.kind === 'business')
  if (kind === undefined || kind === 'briefing') {
    const owned = ofOrganization(words, titled, context)
    // An organization that presents nothing: its briefing is no other one.
    if (owned) return owned
  }
  const ofKind = lines.filter(l => l.kind === kind)
  const named = byWords(
    words,
    titled.filter(l => kind === undefined || l.kind === kind),
    l => [l.title.ar, l.title.en].filter(t => t !== undefined),
  )
  // "Briefing" alone means all of them; with words of a title, the one.
  return named.length > 0 && (kind === undefined || named.length < ofKind.length) ? named : ofKind
}

/** Null where no organization is named. */
function ofOrganization<Line extends Sayable>(words: string, lines: readonly Line[], context: Context): Line[] | null {
  const named = new Set(namesIn(tokensOf(words), context).flatMap(at => at.filter(n => n.what === 'organization').map(n => n.name)))
  const whole = lines.filter(l => [l.organization?.ar, l.organization?.en].some(n => n !== undefined && named.has(n)))
  if (named.size > 0) return whole
  // «عرض التعليم» is the one of «وزارة التربية والتعليم», as long as no other organization is called so.
  const said = new Set(stemsOf(words))
  const partly = lines.filter(l =>
    [l.organization?.ar, l.organization?.en].some(n =>
      stemsOf((n ?? '').replace(/(^|\s)و(?=ال)/gu, ' ')).some(s => said.has(s) && !bodies.has(s)),
    ),
  )
  return new Set(partly.map(l => l.organization?.ar ?? l.organization?.en)).size === 1 ? partly : null
}

/** The keys with some of them where they are wanted; null where the other line is not there, or is one of them. */
export function reordered<Line extends Sayable>(
  lines: readonly Line[],
  moved: readonly Line[],
  to: Place,
  context: Context,
): string[] | null {
  const keys = lines.map(l => l.key)
  const own = moved.map(l => l.key)
  const rest = keys.filter(k => !own.includes(k))
  if ('at' in to) {
    const at = to.at < 0 ? rest.length : Math.min(to.at - 1, rest.length)
    return [...rest.slice(0, at), ...own, ...rest.slice(at)]
  }
  const words = 'before' in to ? to.before : 'after' in to ? to.after : to.swap
  // "The health one" is a briefing, as what is moved is.
  const among = /\bones?$/u.test(words) ? lines.filter(l => l.kind === moved[0]?.kind) : lines
  const others = linesSaid(words, among, context).map(l => l.key)
  const [first, last] = [others[0], others.at(-1)]
  if (first === undefined || last === undefined || others.some(k => own.includes(k))) return null
  if ('swap' in to) {
    const [one] = own
    return one === undefined || own.length > 1 || others.length > 1 ? null : keys.map(k => (k === one ? first : k === first ? one : k))
  }
  const at = 'before' in to ? rest.indexOf(first) : rest.indexOf(last) + 1
  return [...rest.slice(0, at), ...own, ...rest.slice(at)]
}
