/** Which organization, or whom, a question about people means: by the words of their names, in either language. Pure. */
import type { Member, Organization } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'
import { bare, tokensOf } from '../understanding/tokens.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(fold))

/** Kinds of bodies: they tell two of one name apart, and alone they name all of their kind. */
const kinds = set(
  'ministry authority council university department directorate agency institute وزارة هيئة مجلس جامعة مؤسسة إدارة معهد جهاز',
)
/** What the question itself is made of, and words that stand in many a name. */
const asking = set(
  `who whos is are the a an at in of for to my our your me i we us do does contact contacts reach call speak talk get hold write officer officers
  communication communications comms media person people team staff member members colleague colleagues there from with and on network list show
  which what how can could please find directory organisation organisations organization organizations everybody all name names give them responsible
  represents represent know should would handles chat here away handle their his her by any anybody anyone somebody someone s
  من منو مين منهم هو هي هم في عند عندهم عندنا على الى إلى لدى مع هل كيف شلون أتواصل تواصل نتواصل التواصل اتواصل أكلم اكلم كلم أراسل مسؤول مسؤولي مسؤولو
  مسؤولة مسؤولين ضابط ضباط اتصال الاتصال إعلام إعلامي الإعلام موظف موظفين موظفي شخص أشخاص فريق عضو أعضاء زميل زملاء جهة الجهة جهات الجهات شبكة الشبكة
  دليل الدليل قائمة اعرض عرض أعرض عطني أعطني ابي أبي أبغى نبي أريد أحتاج لو سمحت ممكن أقدر الذي اللي ذو و أو يمثل ممثل ممثلو اسم أسماء رقم وين أين
  المسؤول المسؤولة المسؤولون والاتصال بـ ب ل لل عن هناك هني شنو ما هذي هذه هذا كل جميع يرد أحد احد بتواصل اللى حق مال يتولى أعرف`,
)
/** The asker's own organization. */
const own =
  /\b(our|my) (own )?(organi[sz]ation|team|ministry|authority|office|colleagues)\b|\b(with|among) us\b|جهتنا|فريقنا|زملائي|زملاءنا|وزارتنا|هيئتنا|معانا|عندنا/iu

const namesOf = (o: Organization): string[] => [o.name.ar, o.name.en, o.handle, ...o.shortNames].filter(n => n !== undefined)
const wordsOf = (text: string): string[] => tokensOf(text).flatMap(t => (t.kind === 'sign' ? [] : [t.f]))
/** A word of a name without its article and the ending of its number: "municipality" and "municipalities", «البلدية» and «البلديات». */
const stem = (w: string): string =>
  w
    .replace(/^ال(?=..)/, '')
    .replace(/(?<=...)(?:ies|y)$/, 'i')
    .replace(/(?<=...)(?:s|ات|ه)$/, '')
/** What was said, with and without what Arabic writes in front of a word. */
const spellings = (said: string): Set<string> => new Set(wordsOf(said).flatMap(w => [w, ...bare(w)].map(stem)))
const heardIn = (said: ReadonlySet<string>, w: string): boolean => said.has(stem(w))

/** A word of a name that was said counts two, a kind of body one, and a name that was said whole one more. */
function scoreOf(name: string, said: ReadonlySet<string>): number {
  const words = wordsOf(name).filter(w => w.length > 1)
  const heard = words.filter(w => heardIn(said, w) && !small.has(w))
  const weight = heard.reduce((sum, w) => sum + (kinds.has(w) ? 1 : asking.has(w) ? 0 : 2), 0)
  return weight > 0 && words.every(w => heardIn(said, w) || small.has(w)) ? weight + 1 : weight
}
const small = set('of the for and و')

export type Sought = {
  organizations: Organization[]
  members: Member[]
  /** Something was named, and it is not in the network. */
  unknown: boolean
}

/**
 * Organizations that a question means, the best matching ones: one, or several between which is to be chosen. Where none is named, members of that name.
 * `understood` is the id of the one that the reading of the sentence found, slips of typing forgiven.
 */
export function sought(
  said: string,
  among: { organizations: readonly Organization[]; members: readonly Member[]; ownId: string; understood: string | null },
): Sought {
  const found: Sought = { organizations: [], members: [], unknown: false }
  const words = spellings(said)
  const scored = among.organizations.map(o => ({ o, score: Math.max(...namesOf(o).map(n => scoreOf(n, words))) }))
  const best = Math.max(0, ...scored.map(s => s.score))
  const named = scored.filter(s => best > 0 && s.score === best).map(s => s.o)
  // Only a kind of body was recognized ("the minsitry of helth"): what the reading of the sentence made of it is nearer.
  const read = best <= 1 ? among.organizations.find(o => o.id === among.understood) : undefined
  if (read) return { ...found, organizations: [read] }
  if (best > 1) return { ...found, organizations: named }
  const people = membersNamed(words, among.members)
  if (people.length > 0) return { ...found, members: people }
  if (named.length > 0) return { ...found, organizations: named }
  if (own.test(said)) return { ...found, organizations: among.organizations.filter(o => o.id === among.ownId) }
  return { ...found, unknown: wordsOf(said).some(w => w.length > 1 && ![w, ...bare(w)].some(b => asking.has(b) || kinds.has(b))) }
}

/** Members whom a name means: those in whose own name, in either language, every word of it stands. */
export function membersCalled(name: string, members: readonly Member[]): Member[] {
  const words = wordsOf(name).filter(w => w.length > 2 && !asking.has(w))
  const called = (own: string | undefined) => own !== undefined && words.every(w => spellings(own).has(stem(w)))
  return words.length === 0 ? [] : members.filter(m => called(m.name.ar) || called(m.name.en))
}

/** Members by the words of their names: those of whom most was said. Titles and two letters are no name. */
function membersNamed(said: ReadonlySet<string>, members: readonly Member[]): Member[] {
  const score = (m: Member) =>
    Math.max(...[m.name.ar, m.name.en].map(n => wordsOf(n ?? '').filter(w => w.length > 2 && !asking.has(w) && heardIn(said, w)).length))
  const best = Math.max(0, ...members.map(score))
  return best === 0 ? [] : members.filter(m => score(m) === best)
}
