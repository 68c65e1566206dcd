/** Whom an activity is for, what is made for it and what its owner asks of the centre, where a sentence says so outright. */
import type { Parts } from '../../model/meaning.ts'
import { at, phrases, table, wordSet, words } from '../phrases.ts'
import { claim, nameEnd, type Sentence, written } from '../sentence.ts'
import { lookUp, type Token } from '../tokens.ts'

const needs = {
  ar: [
    'نحتاج',
    'ونحتاج',
    'نحتاج إلى',
    'ونحتاج إلى',
    'نطلب',
    'ونطلب',
    'نرجو توفير',
    'يرجى توفير',
    'نبي',
    'ونبي',
    'محتاجين',
    'نحتاج منكم',
    'ومطلوب',
    'المطلوب',
    'مطلوب',
  ],
  en: [
    'we need',
    'and we need',
    'we will need',
    "we'll need",
    'we would need',
    'we also need',
    'please send',
    'please provide',
    'need',
    'needs',
    'requires',
    'we require',
    'we would like a',
  ],
}
const audience = {
  ar: ['الفئة المستهدفة', 'الجمهور المستهدف', 'الجمهور', 'المستهدفون', 'موجهة إلى', 'موجه إلى', 'تستهدف', 'يستهدف', 'والموجهة إلى'],
  en: ['target audience', 'audience', 'aimed at', 'targeting', 'intended for'],
}
const materials = {
  ar: ['المواد الإعلامية', 'المواد', 'المواد المتوفرة', 'مع المواد', 'سنرفق', 'وسنرفق'],
  en: ['materials', 'material', 'we will share', 'we have prepared', 'collateral', 'attached'],
}
export const needsOpens = phrases(
  { ar: needs.ar.filter(p => p !== 'نبي'), en: needs.en.filter(p => p !== 'need' && p !== 'needs') },
  audience,
  materials,
)
const openers = table<'needs' | 'audience' | 'materials'>([
  ...[...needs.ar, ...needs.en].map(p => [p, 'needs'] as const),
  ...[...audience.ar, ...audience.en].map(p => [p, 'audience'] as const),
  ...[...materials.ar, ...materials.en].map(p => [p, 'materials'] as const),
])

/** «الجمهور», "audience": nouns that open a part only with a colon. */
const nouns = wordSet('الفئه الجمهور المستهدفون target audience')

/** What can be asked of the centre. «نبي» and "need" alone ask for nothing unless one of these follows. */
const helps = new Map<string, string>()
for (const [key, list] of [
  ['photographer', 'مصور مصورين مصوره تصوير مصورا photographer photographers photography photo photos camera'],
  ['videographer', 'فيديو فديو مصور_فيديو videographer videographers video filming'],
  ['translation', 'مترجم ترجمه مترجمين مترجمه مترجما translator translators translation interpreter interpreters interpretation'],
  ['livestream', 'بث_مباشر بث livestream livestreaming streaming'],
  ['spokesperson', 'متحدث متحدثا spokesperson speaker'],
  ['presenter', 'مقدم مقدما عريف عريفا مذيع مذيعا presenter mc'],
  ['coverage', 'تغطيه coverage'],
] as const)
  for (const w of words(list)) helps.set(w, key)
/** What the word at a token asks of the centre; undefined where it asks for nothing. */
export const helpAt = (t: readonly Token[], i: number): string | undefined => lookUp(helps, t[i]?.f ?? '')
/** Whether an activity's draft takes a kind of help as one of its needs. */
export const isNeed = (kind: string): boolean => [...helps.values()].includes(kind)
/** What is said where something is needed, and how far it reaches; «نبي» and "need" alone are among it. */
export function needAt(t: readonly Token[], i: number): { next: number } | null {
  const found = at(openers, t, i)
  return found?.value === 'needs' ? found : null
}

const adding = phrases({
  en: ['add', 'also', 'and', 'plus', 'include', 'with', 'we want', 'send us', 'we also want', "we'd like", 'we would like', 'get us'],
  ar: [
    'أضف',
    'أضيفوا',
    'ضيف',
    'ضيفوا',
    'إضافة',
    'مع',
    'وأيضا',
    'أيضا',
    'كذلك',
    'وكذلك',
    'أرسلوا لنا',
    'وفروا',
    'توفير',
    'نريد',
    'نود',
    'ونريد',
  ],
})
const polite = phrases({ en: ['please', 'kindly', 'can you', 'could you'], ar: ['يرجى', 'الرجاء', 'لو سمحتم', 'من فضلكم'] })
/** Tokens of a text that adds to what is needed for an activity that is known, and within which the first of it is named. */
const addition = { most: 9, within: 3 }

/** What a short text adds to the needs of the activity that is spoken of: "add a photographer", «مع ترجمة». Empty where it says anything else first. */
export function addedNeeds(t: readonly Token[]): string[] {
  const start = at(polite, t, 0)?.next ?? 0
  const opener = at(adding, t, start) ?? needAt(t, start)
  if (!opener || t.length > addition.most) return []
  const found = t.flatMap((_, i) => (i >= opener.next ? (helpAt(t, i) ?? []) : []))
  return t.slice(opener.next, opener.next + addition.within).some((_, i) => helpAt(t, opener.next + i)) ? [...new Set(found)] : []
}

const commas = new Set([',', '،'])
/** Words of an entry of a list after its first; what is longer is no entry. */
const longestEntry = 4

/** Where a list ends that goes on after a comma: "audience: young people, walkers." */
function listEnd(s: Sentence, first: number): number {
  let end = first
  while (commas.has(s.t[end]?.f ?? '') && !s.line[end + 1]) {
    const next = nameEnd(s, end + 1)
    if (
      next <= end + 1 ||
      next - end - 1 > longestEntry ||
      s.t.slice(end + 1, next).some(t => t.kind === 'number') ||
      at(openers, s.t, end + 1)
    )
      break
    end = next
  }
  return end
}

/** Tokens [i, j) as the entries between their commas. */
function entries(s: Sentence, i: number, j: number): string[] {
  const out: string[] = []
  for (let from = i, k = i; k <= j; k++)
    if (k === j || commas.has(s.t[k]?.f ?? '')) {
      if (k > from) out.push(written(s, from, k))
      from = k + 1
    }
  return out
}

export function readNeeds(s: Sentence, out: Parts): void {
  for (let i = 0; i < s.t.length; i++) {
    if (s.owner[i] !== null) continue
    const opener = at(openers, s.t, i)
    if (!opener) continue
    let from = opener.next
    if (s.t[from]?.f === ':') from++
    const labelled = s.t[opener.next]?.f === ':'
    const first = nameEnd(s, from)
    if (first <= from) continue
    const j = labelled && opener.value !== 'needs' ? listEnd(s, first) : first
    switch (opener.value) {
      case 'needs': {
        const asked = new Set<string>()
        for (let k = from; k < j; k++) {
          const help = lookUp(helps, s.t[k]?.f ?? '')
          if (help) asked.add(help)
        }
        if (asked.size === 0) continue
        out.needs.push(...asked)
        break
      }
      case 'audience':
        if (nouns.has(s.t[i]?.f ?? '') && !labelled) continue
        out.audience.push(...entries(s, from, j))
        break
      case 'materials':
        if (!labelled) continue
        out.materials.push(...entries(s, from, j))
        break
      default:
        opener.value satisfies never
    }
    claim(s, i, j, 'needs')
    i = j - 1
  }
}
