/** The partners: organizations that take part. «مع» and "with" alone name one only where an organization follows, and never in «مذكرة تفاهم مع …». */
import type { Parts } from '../../model/meaning.ts'
import { at, phrases, table, wordSet } from '../phrases.ts'
import { claim, isCapital, isFree, nameEnd, parts, type Sentence, written } from '../sentence.ts'
import { bare } from '../tokens.ts'
import { bodyEnd, isArabic, isBody, isBodyNoun, isBodyWord, isRank, namesBody } from './bodies.ts'
import { isActivity } from './kinds.ts'
import { isThird, isVerb } from './verbs.ts'

/** Whoever follows is a partner. */
const sure = {
  ar: [
    'بالتعاون مع',
    'بالتعاون ويا',
    'بالتنسيق ويا',
    'بالشراكة ويا',
    'بالشراكة مع',
    'بالتنسيق مع',
    'بالتعاون والتنسيق مع',
    'بالشراكه والتعاون مع',
    'بشراكة مع',
    'بتعاون مع',
    'بدعم من',
    'الشركاء',
    'الشريك',
    'بالتضامن مع',
    'يشاركنا',
    'بتنظيم مشترك مع',
    'بتنظيم مشترك بين',
    'تنظيم مشترك مع',
    'بالاشتراك مع',
    'باشتراك',
    'بالتكامل مع',
    'بمساندة',
    'بمساندة من',
    'بمساهمة',
    'بمساهمة من',
    'بدعم',
    'بإسناد من',
    'جنبا إلى جنب مع',
    'مع شركائنا',
    'بالتعاون بين',
    'بشراكة استراتيجية مع',
  ],
  en: [
    'in partnership with',
    'in cooperation with',
    'in co - operation with',
    'in collaboration with',
    'in coordination with',
    'in co - ordination with',
    'in association with',
    'in conjunction with',
    'partnering with',
    'supported by',
    'sponsored by',
    'funded by',
    'run jointly with',
    'jointly run with',
    'held jointly with',
    'held with',
    'co - sponsored by',
    'powered by',
    'co - hosted with',
    'co - organised with',
    'partners',
    'partner',
    'collaborating with',
    'teaming up with',
    'partnered with',
    'in joint cooperation with',
    'in joint partnership with',
    'co - organised by',
    'co - organized by',
    'co - organized with',
    'co - hosted by',
    'coorganised with',
    'cohosted with',
    'jointly organised with',
    'jointly organized with',
    'organised jointly with',
    'organized jointly with',
    'jointly hosted with',
    'with support from',
    'with the support of',
    'with the cooperation of',
    'backed by',
    'in tandem with',
    'hand in hand with',
    'collab with',
    'in collab with',
  ],
}
/** Only an organization that follows is a partner. */
const loose = {
  ar: ['بمشاركة', 'بمشاركة كل من', 'مع', 'ومع', 'ويا'],
  en: ['with the participation of', 'together with', 'jointly with', 'along with', 'alongside', 'with', 'w /', 'joint with'],
}
export const partnersOpens = phrases(sure, { ar: ['بمشاركة'], en: ['together with', 'jointly with', 'with the participation of'] })
const openers = table([
  ...[...sure.ar, ...sure.en].map(p => [p, true] as const),
  ...[...loose.ar, ...loose.en].map(p => [p, false] as const),
])

/** What is signed, held or said *with* somebody keeps its «مع» in the title. */
const withInTitle = wordSet(
  `مذكره اتفاقيه اتفاقيات اتفاق عقد عقود تفاهم بروتوكول توقيع لقاء اللقاء لقاءات اجتماع الاجتماع حوار مباراه جلسه مقابله محادثات شراكه مباحثات mou mous memorandum protocol signing agreement
   agreements contract contracts meeting interview talks match dialogue deal session live chat meet`,
)
const stop = wordSet('في علي عبر at in on from to @ for تحت under حول about')

export function readPartners(s: Sentence, out: Parts): void {
  for (let i = 0; i < s.t.length; i++) {
    if (s.owner[i] !== null) continue
    const opener = at(openers, s.t, i)
    if (!opener) continue
    let from = opener.next
    while (/^(من|:|كل|the|both)$/.test(s.t[from]?.f ?? '') && s.owner[from] === null) from++
    if (/^(partners?|الشركاء|الشريك)$/.test(s.t[i]?.f ?? '') && s.t[opener.next]?.f !== ':') continue
    const found = namesFrom(s, from, opener.value, s.t[from - 1]?.f === ':')
    if (found.names.length === 0) continue
    if (!opener.value && keepsWith(s, i)) continue
    out.partners.push(...found.names)
    // «… وعدد من الجهات»: others that have no name.
    const next = unnamed.test(s.t[found.next]?.f ?? '') ? nameEnd(s, found.next, k => stop.has(s.t[k]?.f ?? '')) : found.next
    claim(s, i, next, 'partners')
    i = next - 1
  }
}

/** Whether «مع» belongs to what stands before it in the same piece: «توقيع مذكرة تفاهم مع جامعة البحرين». */
function keepsWith(s: Sentence, i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 9 && !parts(s, k); k--) if (bare(s.t[k]?.f ?? '').some(w => withInTitle.has(w))) return true
  return false
}

/** Names one after the other, joined by و, and, & or a comma. Where `any` is false each must be an organization; where they are `listed` («الشركاء: …») all of the line are. */
function namesFrom(s: Sentence, from: number, any: boolean, listed = false): { names: string[]; next: number } {
  const names: string[] = []
  let i = from
  let next = from
  // "The Traffic Directorate and Civil Defence": behind an organization and "and", a name in capitals is another.
  let joinedOn = false
  while (i < s.t.length && names.length < most) {
    const organization = isOrganization(s, i)
    if (!(organization || any || joinedOn || (names.length === 0 && besideBody(s, i)))) break
    const j = partnerEnd(s, i)
    if (
      j <= i ||
      !isFree(s, i, j) ||
      (names.length > 0 && /^[,،]$/.test(s.t[i - 1]?.f ?? '') && doesIt(s, j)) ||
      (any && !organization && (isRank(s, i) || s.t[i]?.kind === 'number'))
    )
      break
    // «ووزارة التربية»: the «و» that joins is no part of the name.
    const joined = names.length > 0 && /^و/.test(s.t[i]?.f ?? '') && !isOwnWaw(s, i)
    names.push(joined ? written(s, i, j).slice(1) : written(s, i, j))
    next = j
    // On past a comma or "and", where another organization follows.
    let k = j
    while (/^(,|،|and|&|و)$/.test(s.t[k]?.f ?? '') && s.owner[k] === null) k++
    if (s.t[k]?.f === 'the') k++
    if (k >= s.t.length || s.owner[k] !== null || (k === j && !isNext(s, k, k))) break
    if (!isOrganization(s, k) && !(listed && !s.line[k] && s.t[k]?.kind === 'word' && !isRank(s, k))) {
      if (!(s.t[k - 1]?.f === 'and' && isCapital(s, k) && !isRank(s, k)) && !joinsOther(s, k)) break
      joinedOn = true
    }
    i = k
  }
  return { names, next }
}
const most = 8

/** "With Zain, the Ministry of Interior and …": a short name in capitals is one of a list in which an organization follows. */
function besideBody(s: Sentence, i: number): boolean {
  let k = i
  while (k < i + 3 && isCapital(s, k) && !parts(s, k)) k++
  if (k === i || isRank(s, i) || !/^(,|and|&)$/.test(s.t[k]?.f ?? '')) return false
  while (/^(,|and|&|the)$/.test(s.t[k]?.f ?? '')) k++
  return isOrganization(s, k) && (isBodyWord(s.t[k]?.f ?? '') || s.t[k - 1]?.f === 'the')
}

/** Where the name of a partner ends: also before the activity it is partner of, «بالتنسيق مع إدارة المرور | سباق الجري»; "Sports for All Federation" is whole. */
function partnerEnd(s: Sentence, i: number): number {
  const j = nameEnd(s, i, k => stop.has(s.t[k]?.f ?? '') || (k > i && (another(s, i, k) || ends(s, k))))
  const end = isBody(s, i) ? bodyEnd(s, i) : i + 1
  if (!isArabic(s.t[i]?.f ?? '')) return s.t[j]?.f === 'for' && end > j ? end : j
  for (let k = end; k < j; k++) if (isActivity(s.t, k) && !/^(ال|لل|وال)/.test(s.t[k]?.f ?? '')) return k
  return j
}

/** Behind a whole name: others without one, or people. */
const ends = (s: Sentence, k: number): boolean =>
  /^و/.test(s.t[k]?.f ?? '') && (unnamed.test(s.t[k]?.f ?? '') || people.test(s.t[k]?.f ?? ''))

/** "…, Beit Al Khair Society holds a bazaar": who does something is no further partner. */
const doesIt = (s: Sentence, j: number): boolean => isVerb(s.t[j]?.f ?? '') || isThird(s.t[j]?.f ?? '')

/** «وزارة», «وكالة» begin with a و of their own. */
const isOwnWaw = (s: Sentence, i: number): boolean => /^(وزار|وكال|وحد|وقف)/.test(s.t[i]?.f ?? '')

/** Whether a further name begins within the run: «… ووزارة التربية», "… and the Bahrain Chamber". */
function another(s: Sentence, i: number, k: number): boolean {
  const f = s.t[k]?.f ?? ''
  if (isNext(s, i, k)) return true
  if (f !== 'and' && f !== '&') return false
  // "Ministry of Finance and National Economy" is one name.
  if ((s.known[i] ?? []).some(n => n.next > k)) return false
  const from = s.t[k + 1]?.f === 'the' ? k + 2 : k + 1
  const known = (s.known[i] ?? []).some(n => n.next === k)
  const right = isOrganization(s, from)
  // "Electricity and Water Authority" is one as well: its first half is no body by itself.
  let left = known
  for (let n = i; n < k; n++) left ||= isBodyWord(s.t[n]?.f ?? '')
  return (
    (right && (left || isBodyWord(s.t[from]?.f ?? '') || firstOfNames.has(s.t[from]?.f ?? ''))) ||
    s.t[k + 1]?.f === 'the' ||
    (!right && isCapital(s, from) && (known || !/^ministry$/.test(s.t[i]?.f ?? '')))
  )
}

/** "Tamkeen and Bahrain Chamber": words with which names begin and no second half of one. */
const firstOfNames = wordSet(
  'bahrain saudi kuwait qatar oman emirates uae gulf gcc arab arabian national royal general supreme american british',
)

/** «ووزارة», «وجامعة», «والهيئة»: and, with an organization behind it. */
const seatOfTwo = /^[وب]?(?:وزاره|هييه|غرفه|اداره|مجلس)$/
/** Companies and media that are called by no word of bodies: «وطيران الخليج», «وتلفزيون البحرين». */
const companies = /^و(?:طيران|تلفزيون|اذاعه|صحيفه|جريده|وكاله|تمكين|ممتلكات|بتلكو|بابكو|زين|البا)$/
function isNext(s: Sentence, i: number, k: number): boolean {
  const f = s.t[k]?.f ?? ''
  if (!/^و./.test(f) || isOwnWaw(s, k)) return false
  // «هيئة المعلومات والحكومة الإلكترونية» is one, whatever the second half is called by itself.
  if (/^وال/.test(f) && k - i === 2 && seatOfTwo.test(s.t[i]?.f ?? '') && /^ال/.test(s.t[k - 1]?.f ?? '') && !isBodyNoun(f.slice(1)))
    return false
  return isBody(s, k) || joinsOther(s, k) || (s.known[k] ?? []).some(n => n.what === 'organization' && n.whole)
}

/** «مجلس المرأة | وكابيتال مول»: a name that is whole, with its definite complement, goes on with no indefinite word: that is another partner, whatever it is called. */
function joinsOther(s: Sentence, k: number): boolean {
  const f = s.t[k]?.f ?? ''
  if (companies.test(f)) return true
  const whole = /^ال../.test(s.t[k - 1]?.f ?? '') && isBody(s, k - 2)
  return (
    whole &&
    /^و(?!ال|[بلك]ال)\p{L}{3}/u.test(f) &&
    !isOwnWaw(s, k) &&
    !unnamed.test(f) &&
    !small.test(f) &&
    !isRank(s, k) &&
    !isActivity(s.t, k) &&
    !isVerb(f)
  )
}
/** «وعدد من الجهات», «والخبير …»: others that have no name, and people. */
const unnamed = /^و(?:عدد|عده|غيره?[ام]?|بعض|مجموعه|جميع|كافه|مختلف|سائر|اخرين|اخري)$/
/** What joins no name. */
const small = /^و(?:ذلك|كذلك|حضور|مشاركه|رعايه|دعم|تحت|برعايه|بحضور|بمشاركه|بدعم|حتي|مع|من|في|علي|يوم|ايضا)$/
const people = /^و?(?:ال)?(?:خبير|فنان|كاتب|شاعر|مدرب|اعلامي|لاعب|مصور|شيف|كابتن|استاذ|مخرج)ه?$/

function isOrganization(s: Sentence, i: number): boolean {
  if (isRank(s, i) && !namesBody(s, i)) return false
  if (isBody(s, i)) return true
  // A short name counts where it is the whole of what follows: «مع الصحة يوم …», "with MOH on …".
  const j = nameEnd(s, i, k => stop.has(s.t[k]?.f ?? '') || /^(and|&)$/.test(s.t[k]?.f ?? ''))
  return (s.known[i] ?? []).some(n => n.what === 'organization' && n.next === j)
}
