/** Verbs by which activities are told: «نطلق خدمة …», «يفتتح معالي الوزير …», "we are signing …". Each with the noun that stands for it in a title, if the title needs one. */
import type { Kind } from '../../model/activity.ts'
import { fold } from '../fold.ts'
import { words } from '../phrases.ts'

export type Verb = {
  /** What is put before the object in a title; null where the object says it all («نطلق خدمة» is «خدمة»). */
  noun: string | null
  /** True where the noun is only said of a place: "opens the conference" is the conference, "opens the park" its opening. */
  ofPlaces?: boolean
  /** What the activity is when its own words do not say. */
  kind: Kind | null
}

/** Arabic verbs without their prefix: ن/ي/ت, with or without the س of the future. «ن» of «انطلق» and «ت» of «تم» are part of the stem. */
const arabicStems: [string, Verb][] = [
  ['طلق', { noun: null, kind: 'launch' }],
  ['نطلق', { noun: null, kind: null }],
  ['دشن', { noun: 'تدشين', kind: 'launch' }],
  ['فتتح', { noun: 'افتتاح', ofPlaces: true, kind: 'opening' }],
  ['فتح', { noun: 'فتح', kind: 'opening' }],
  ['وقع', { noun: 'توقيع', kind: 'signing' }],
  ['زور', { noun: 'زيارة', kind: 'visit' }],
  ['كرم', { noun: 'تكريم', kind: 'ceremony' }],
  ['ستقبل', { noun: 'استقبال', kind: 'meeting' }],
  ['لتقي', { noun: 'لقاء', kind: 'meeting' }],
  ['ستضيف', { noun: 'استضافة', kind: 'event' }],
  ['حتفل', { noun: 'الاحتفال', kind: 'event' }],
  ['حتفي', { noun: 'الاحتفاء', kind: 'event' }],
  ['شارك', { noun: 'المشاركة', kind: null }],
  ['نشر', { noun: 'نشر', kind: 'publication' }],
  ['صدر', { noun: null, kind: 'publication' }],
  ['وزع', { noun: 'توزيع', kind: 'event' }],
  ['سلم', { noun: 'تسليم', kind: 'ceremony' }],
  ['ناقش', { noun: 'مناقشة', kind: 'meeting' }],
  ['عرض', { noun: 'عرض', kind: 'event' }],
  ['ختتم', { noun: 'ختام', kind: 'ceremony' }],
  ['كشف', { noun: 'الكشف', kind: 'announcement' }],
  ['علن', { noun: null, kind: 'announcement' }],
  ['نظم', { noun: null, kind: null }],
  ['قيم', { noun: null, kind: null }],
  ['قام', { noun: null, kind: null }],
  ['قدم', { noun: null, kind: null }],
  ['عقد', { noun: null, kind: null }],
  ['نعقد', { noun: null, kind: null }],
  ['عتزم', { noun: null, kind: null }],
  ['نوي', { noun: null, kind: null }],
  ['خطط', { noun: null, kind: null }],
  ['بدا', { noun: null, kind: null }],
  ['ستمر', { noun: null, kind: null }],
  ['تم', { noun: null, kind: null }],
  ['نفذ', { noun: null, kind: null }],
  ['جري', { noun: null, kind: null }],
  ['كون', { noun: null, kind: null }],
  ['سوي', { noun: null, kind: null }],
  ['شهد', { noun: null, kind: null }],
  ['حضر', { noun: null, kind: null }],
  ['رعي', { noun: null, kind: null }],
  ['ترأس', { noun: null, kind: null }],
  ['تراس', { noun: null, kind: null }],
  ['لقي', { noun: null, kind: null }],
  ['شرف', { noun: null, kind: null }],
  ['دعو', { noun: null, kind: null }],
  ['قود', { noun: null, kind: null }],
  ['قوم', { noun: null, kind: null }],
  ['تفقد', { noun: 'تفقد', kind: 'visit' }],
  ['تضمن', { noun: null, kind: null }],
]
/** Forms that are nouns, or words of another kind. */
const noVerbs = new Set(words('تقدم وتقدم بتقدم توقع وتوقع بتوقع بتسلم بتعرض'))

const arabic = new Map<string, Verb>()
// «بنوزع»: as the future is said in the Gulf.
for (const [stem, verb] of arabicStems)
  for (const future of ['', 'س', 'وس', 'و', 'ب', 'وب'])
    for (const person of ['ن', 'ي', 'ت', 'ا']) {
      const form = fold(future + person + stem)
      if (!noVerbs.has(form) && !(person === 'ا' && !future.endsWith('س'))) arabic.set(form, verb)
    }
for (const plain of ['راح', 'بنسوي', 'بنطلق', 'بنفتح', 'حنطلق', 'بنوقع', 'سوف']) arabic.set(plain, { noun: null, kind: null })
arabic.set('بنفتح', { noun: 'افتتاح', kind: 'opening' })
arabic.set('بنوقع', { noun: 'توقيع', kind: 'signing' })

/** English verbs: as said of somebody else ("opens"), by somebody ("opening" after "we are"), and after "will". */
const englishForms: [string, Verb][] = [
  ['launch launches launching launched', { noun: null, kind: 'launch' }],
  ['roll rolls rolling', { noun: null, kind: 'launch' }],
  ['unveil unveils unveiling', { noun: 'unveiling of', kind: 'announcement' }],
  ['open opens opening', { noun: 'Opening of', ofPlaces: true, kind: 'opening' }],
  ['inaugurate inaugurates inaugurating', { noun: 'Inauguration of', ofPlaces: true, kind: 'opening' }],
  ['sign signs signing', { noun: 'Signing of', kind: 'signing' }],
  ['visit visits visiting', { noun: 'Visit to', kind: 'visit' }],
  ['tour tours touring', { noun: 'Tour of', kind: 'visit' }],
  ['inspect inspects inspecting', { noun: 'Inspection of', kind: 'visit' }],
  ['address addresses addressing', { noun: 'Address to', kind: 'speech' }],
  ['demonstrate demonstrates demonstrating demo demos', { noun: 'Demonstration of', kind: 'event' }],
  ['lead leads leading', { noun: null, kind: null }],
  ['see sees', { noun: null, kind: null }],
  ['receive receives receiving', { noun: 'Reception of', kind: 'meeting' }],
  ['meet meets', { noun: 'Meeting with', kind: 'meeting' }],
  ['honour honours honouring honor honors honoring', { noun: 'Honouring', kind: 'ceremony' }],
  ['celebrate celebrates celebrating', { noun: 'Celebration of', kind: 'event' }],
  ['mark marks marking', { noun: null, kind: 'event' }],
  ['publish publishes publishing', { noun: 'Publication of', kind: 'publication' }],
  ['release releases releasing', { noun: 'Release of', kind: 'publication' }],
  ['distribute distributes distributing', { noun: 'Distribution of', kind: 'event' }],
  ['announce announces announcing', { noun: null, kind: 'announcement' }],
  ['hold holds holding', { noun: null, kind: null }],
  ['host hosts hosting', { noun: null, kind: null }],
  ['run runs running', { noun: null, kind: null }],
  ['stage stages staging', { noun: null, kind: null }],
  ['have has having', { noun: null, kind: null }],
  ['organise organises organising organize organizes organizing', { noun: null, kind: null }],
  ['conduct conducts conducting', { noun: null, kind: null }],
  ['arrange arranges arranging', { noun: null, kind: null }],
  ['deliver delivers delivering', { noun: null, kind: null }],
  ['give gives giving', { noun: null, kind: null }],
  ['chair chairs chairing', { noun: null, kind: 'meeting' }],
  ['attend attends attending', { noun: null, kind: null }],
  ['patronise patronises patronize patronizes', { noun: null, kind: null }],
  ['participate participates participating', { noun: null, kind: null }],
  ['do does doing', { noun: null, kind: null }],
  ['join joins joining', { noun: null, kind: null }],
  ['start starts starting begin begins beginning', { noun: null, kind: null }],
  ['kick kicks', { noun: null, kind: null }],
  ['take takes taking', { noun: null, kind: null }],
  ['invite invites inviting', { noun: null, kind: null }],
  ['present presents presenting', { noun: null, kind: null }],
  ['plan plans planning', { noun: null, kind: null }],
  ['intend intends', { noun: null, kind: null }],
]
const english = new Map(englishForms.flatMap(([forms, verb]) => words(forms).map(w => [w, verb] as const)))
/** Third persons that are hardly ever nouns: after a name they say that it does something. */
const thirds = new Set(
  words(
    'participates patronises patronizes launches opens inaugurates signs visits receives honours honors celebrates publishes releases announces holds hosts organises organizes conducts delivers gives chairs attends joins starts begins kicks takes unveils presents invites distributes has plans intends will is are to',
  ),
)

/** «نطلق», «ستفتتح»: the verb a folded Arabic word is. */
export const arabicVerb = (f: string): Verb | null => arabic.get(f) ?? null
export const englishVerb = (f: string): Verb | null => english.get(f) ?? null
/** Whether a folded Latin word says what a name before it does. */
export const isThird = (f: string): boolean => thirds.has(f)
/** Whether a name ends before this word. English verbs are also nouns ("launch", "visit") and are told by where they stand. */
export const isVerb = (f: string): boolean => arabic.has(f)
