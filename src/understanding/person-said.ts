/**
 * What a sentence says of one person of the network: "add Huda Salem, huda@health.example, to the Ministry of Health as a member", «غادر علي الشبكة»,
 * "Huda is now a coordinator". Who and where is looked up by the network's own names elsewhere. Pure.
 */
import type { Role } from '../model/people.ts'
import { asks } from './features.ts'
import { fold } from './fold.ts'
import { bare, tokensOf } from './tokens.ts'

/** `who`, `name`, `organization` are words as they were written; null where they were not said. */
export type PersonSaid =
  | { kind: 'add'; name: string | null; email: string | null; organization: string | null; roles: Role[] }
  | { kind: 'left'; who: string }
  | { kind: 'roles'; how: 'all' | 'add' | 'drop'; who: string; roles: Role[] }

const roleWords: Record<Role, ReadonlySet<string>> = {
  observer: new Set(['observer', 'observers', 'مراقب', 'مراقبا', 'مراقبه']),
  member: new Set(['member', 'members', 'officer', 'عضو', 'عضوا', 'عضوه']),
  coordinator: new Set(['coordinator', 'coordinators', 'منسق', 'منسقا', 'منسقه']),
  admin: new Set(['admin', 'administrator', 'admins', 'مدير', 'مديرا', 'مديره', 'مشرف', 'مشرفا', 'مشرفه']),
}
const role =
  '(?:observers?|members?|officer|coordinators?|admins?|administrators?|مراقبا?|مراقبه|عضوا?|عضوه|منسقا?|منسقه|مديرا?|مديره|مشرفا?|مشرفه)'
const rolesIn = (said: string): Role[] => {
  const words = tokensOf(said).flatMap(t => bare(t.f))
  return (Object.keys(roleWords) as Role[]).filter(r => words.some(w => roleWords[r].has(w)))
}

/** Characters of such a sentence at most. */
const longest = 300
const polite = '(?:please |kindly |يرجي |الرجاء |نرجو |من فضلكم )?'
const adds = new RegExp(
  `^${polite}(?:also )?(?:add|register|enrol|put|include|اضف|اضيفوا|اضيفي|نضيف|اضيف|اضافه|سجل|سجلوا|ضيف|ضيفوا|حط)\\s`,
  'u',
)
const address = /[^\s,،;؛()<>]*@[^\s,،;؛()<>]*/u
/** Where the place or the role of the person begins, behind the name. */
const behindName =
  /(?:^|[\s,،;؛(])(?:to|at|from|of|in|as|with|e-?mail|الى|إلى|في|من|بصفة|بصفته|بصفتها|كـ|على|ل?بريد(?:ه|ها|هم)?|إيميل(?:ه|ها)?|ايميل(?:ه|ها)?|عضواً?|عضوة|منسقاً?|منسقة|مراقباً?|مراقبة|مديراً?|مديرة|مشرفاً?|مشرفة)(?=$|[\s:،,)])/iu
const place =
  /(?:^|[\s,،;؛])(?:to|at|from|of|in|الى|إلى|في|من|على)\s+(?:the\s+)?([^,،;؛\n]+?)(?=\s+(?:as|with|بصفة|بصفته|بصفتها|كـ|عضو|عضواً|عضوا|عضوة|منسق|منسقاً|منسقا|منسقة|مراقب|مراقباً|مراقبا|مراقبة|مدير|مديراً|مديرا|مديرة|مشرف|مشرفاً|مشرفا|مشرفة)(?:\s|$)|[,،;؛\n]|[.]?$)/iu
/** What is no organization, though somebody is added to it. */
const noPlace = /^(?:(?:our |the )?(?:network|roster|list|members?|team)|(?:ال)?(?:شبكه|سجل|قايمه|اعضاء|فريق)(?: (?:ال)?(?:اعضاء|شبكه))?)$/u

const withoutVerb = (text: string): string => text.trim().replace(/^(?:(?:please|kindly|also|يرجى|الرجاء|نرجو)\s+|من فضلكم\s+)*\S+\s+/u, '')

function addedIn(text: string): PersonSaid | null {
  if (!adds.test(fold(text))) return null
  const rest = withoutVerb(text)
  const email = address.exec(rest)?.[0].replace(/[.]+$/, '') ?? null
  const named = fold(rest)
  const asRole = new RegExp(`(?:^|\\s)(?:as (?:an? |the )?|بصف(?:ه|ته|تها) )?${role}[.]?$`, 'u').test(named)
  if (!email && !asRole) return null
  const left = rest.replace(address, ',')
  const cut = behindName.exec(left)?.index ?? left.length
  const name =
    left
      .slice(0, cut)
      .split(/[,،;؛]/)[0]
      ?.replace(/[()<>"]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() ?? ''
  // "Add the Ministry of Works as a partner" names no person; nor does "add a new member".
  const ofPerson =
    /\p{L}{2}/u.test(name) && !/^(?:an? |the |new |(?:عضو|موظف|زميل|شخص)(?:ا)?(?: جديد)?)/iu.test(fold(name)) && name.split(' ').length <= 8
  if (!ofPerson && !email) return null
  const where = place.exec(left.slice(cut === left.length ? 0 : cut))?.[1]?.trim() ?? null
  const organization = where && !noPlace.test(fold(where)) ? where : null
  const roles = rolesIn(left.slice(cut).replace(where ?? '', ' '))
  return { kind: 'add', name: ofPerson ? name : null, email, organization, roles }
}

const who = '([^\\n:;؛]{2,60}?)'
const network = '(?:the |our )?(?:network|roster|members?(?: list)?|list of members|communication officers)'
const networkAr = '(?:ال)?(?:شبكه|سجل|قايمه|اعضاء)(?: (?:ال)?(?:اعضاء|شبكه))?'
const gone: readonly RegExp[] = [
  new RegExp(`^${polite}(?:remove|take|drop|delete) ${who} (?:from|off|out of) ${network}[.]?$`, 'u'),
  new RegExp(
    `^${who} (?:has left|have left|left|is leaving|leaves|quit|has quit) (?:us|the network|our network|the ministry|the authority|the team|his post|her post|their post|the centre)[.]?$`,
    'u',
  ),
  new RegExp(
    `^${who} (?:no longer works|does not work|doesn't work|is no longer|is not)(?: (?:with|for|at|in|here|us|the|our|a|member|members|of|network|ministry|authority|anymore|any more|longer|working))+[.]?$`,
    'u',
  ),
  new RegExp(`^${polite}(?:احذف|احذفوا|ازل|ازيلوا|شيل|شيلوا|اخرج|اخرجوا) ${who} من ${networkAr}[.]?$`, 'u'),
  new RegExp(
    `^(?:لقد |قد )?(?:غادر|غادرت|ترك|تركت) ${who} (?:(?:ال)?(?:شبكه|عمل|وزاره|هييه|فريق|مركز|جهه)|عمله|عملها|منصبه|منصبها)[.]?$`,
    'u',
  ),
  new RegExp(`^(?:لقد |قد )?(?:غادرنا|غادرتنا|تركنا|تركتنا) ${who}[.]?$`, 'u'),
  new RegExp(`^${who} (?:قد )?(?:غادر|غادرت|ترك|تركت) (?:(?:ال)?(?:شبكه|عمل|وزاره|هييه|فريق|مركز|جهه)|عمله|عملها|منصبه|منصبها)[.]?$`, 'u'),
  new RegExp(
    `^(?:لم (?:يعد|تعد) ${who} (?:يعمل|تعمل)|${who} (?:لم يعد|لم تعد|ما عاد|ما عادت) (?:يعمل|تعمل))(?: (?:معنا|هنا|لدينا|في (?:ال)?(?:شبكه|وزاره|هييه|مركز|جهه)))?[.]?$`,
    'u',
  ),
]
/** "Ali left.": alone it is said of a person by the capital letters of the name. */
const leftAlone = /^((?:\p{Lu}[\p{L}'’.-]+\s+){1,5})(?:has\s+)?left[.]?$/u

const roleSaid: readonly { how: 'all' | 'add' | 'drop'; pattern: RegExp }[] = [
  {
    how: 'drop',
    pattern: new RegExp(`^${who} (?:is no longer|is not|isn't) (?:an? |the )?${role}(?: (?:anymore|any more|now))?[.]?$`, 'u'),
  },
  { how: 'drop', pattern: new RegExp(`^${who} (?:لم يعد|لم تعد|ما عاد|ما عادت) ${role}[.]?$`, 'u') },
  { how: 'add', pattern: new RegExp(`^${who} is also (?:an? |the )?${role}[.]?$`, 'u') },
  { how: 'add', pattern: new RegExp(`^${who} is (?:now )?(?:an? |the )?${role} (?:too|as well|also)[.]?$`, 'u') },
  { how: 'all', pattern: new RegExp(`^${who} (?:is now|becomes|became|will be|has become) (?:an? |the )?${role}[.]?$`, 'u') },
  { how: 'all', pattern: new RegExp(`^${polite}(?:make|appoint) ${who}(?: as)? (?:an? |the )?${role}[.]?$`, 'u') },
  { how: 'add', pattern: new RegExp(`^${who} (?:هو |هي )?(?:ايضا|كذلك) ${role}[.]?$|^${who} ${role} (?:ايضا|كذلك)[.]?$`, 'u') },
  {
    how: 'all',
    pattern: new RegExp(`^(?:اصبح|اصبحت|صار|صارت) ${who} ${role}[.]?$|^${who} (?:(?:هو |هي )?الان|اصبح|اصبحت|صار|صارت) ${role}[.]?$`, 'u'),
  },
  { how: 'all', pattern: new RegExp(`^${polite}(?:اجعل|اجعلوا|عين|عينوا|خل|خلوا) ${who} ${role}[.]?$`, 'u') },
]

/** The words as they were written, of which `folded` are some. */
function asWritten(text: string, folded: string): string {
  const words = text.split(/\s+/).filter(Boolean)
  const wanted = folded.split(' ')
  for (let i = 0; i + wanted.length <= words.length; i++)
    if (wanted.every((w, k) => fold(words[i + k] ?? '').startsWith(w))) return words.slice(i, i + wanted.length).join(' ')
  return folded
}
const firstGroup = (m: RegExpExecArray): string => m.slice(1).find(g => g !== undefined) ?? ''

/** Whoever speaks of themselves asks to be forgotten: "remove me from the network", «احذفوا بياناتي من الشبكة». */
const isOneself =
  /^(?:me|myself|us|(?:my|our) (?:data|details|account|accounts|name|information|record|registration|profile)|(?:بيانات|معلومات|حساب|حسابات|تسجيل|اسم|سجل|ملف)(?:ي|نا)?)$/u

/** Null where the sentence is of no one person's membership. */
export function personIn(text: string): PersonSaid | null {
  const said = text.trim()
  if (said.length > longest || said.includes('\n') || asks(said)) return null
  const added = addedIn(said)
  if (added) return added
  const folded = fold(said)
  for (const { how, pattern } of roleSaid) {
    const m = pattern.exec(folded)
    if (m) return { kind: 'roles', how, who: asWritten(said, firstGroup(m)), roles: rolesIn(folded.replace(firstGroup(m), ' ')) }
  }
  for (const pattern of gone) {
    const m = pattern.exec(folded)
    if (m) return isOneself.test(firstGroup(m)) ? null : { kind: 'left', who: asWritten(said, firstGroup(m)) }
  }
  const alone = leftAlone.exec(said)?.[1]
  return alone ? { kind: 'left', who: alone.trim() } : null
}
