/** What a coordinator's words ask of circulars: to see one, to see who has not read, or to write one, with its text and for whom. Pure. */
import { capital } from '../dialogue/fields.ts'
import { everybody, ofOrganization, ofRole } from '../model/circular.ts'
import type { Context } from '../model/meaning.ts'
import type { Role } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'
import { headOf } from '../understanding/heads.ts'
import { namesIn } from '../understanding/parts/names.ts'
import { bare, type Token, tokensOf } from '../understanding/tokens.ts'

/** `unknown` are words that were said of the audience and name nobody the network knows. */
export type Addressed = { to: string[]; unknown: string | null }
export type Written = Addressed & { body: string | null; urgent: boolean; line: { on: string | null } | null }
export type Heard =
  | { kind: 'list' }
  /** The last one, with who has not read it and what can be done. */
  | { kind: 'last' }
  | { kind: 'show'; reference: string | null; number: number }
  | ({ kind: 'write' } & Written)

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

const roleWords: Record<Role, ReadonlySet<string>> = {
  observer: set('observer observers متابع متابعين متابعون المتابعين المتابعون مراقب مراقبين المراقبين المراقبون'),
  member: set('officer officers member members ضابط ضباط مسؤول مسوول مسوولي مسؤولي مسوولو مسوولين المسوولين عضو اعضاء الاعضاء'),
  coordinator: set('coordinator coordinators منسق منسقي منسقو منسقين المنسقين المنسقون'),
  admin: set('admin admins administrator administrators مدير مديري مديرو مدراء المديرين'),
}
const everyone = set(
  'everyone everybody all whole entire every network organizations organisations entities الجميع جميع كل كافه الشبكه الجهات جهات الكل كلها كلهم باكملها باسرها كافتها',
)
/** Words that name nobody by themselves. */
const fillers = set(
  `to for the a an of and in at from our us we please both also add too only just it communication communications comms press media staff team teams people ministry ministries
   authority authorities اتصال الاتصال الي على علي في من لدي عند كل من ال و الاعلام النظام نظام فقط بس ايضا كذلك اضف زيد وزاره الوزاره هييه الهييه الوزارات وزارات الهيئات هيئات السيد الساده ذلك`,
)
const belongs = set('of in at from في من لدي عند ب')

/** Whom the words of an address name: organizations and roles together, or everybody. */
export function addressed(said: string, context: Context): Addressed {
  const tokens = tokensOf(said)
  const names = namesIn(tokens, context)
  const to: string[] = []
  const unknown: string[] = []
  let all = false
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const name = names[i]?.find(n => n.what === 'organization')
    if (name) {
      const found = context.names.organizations.find(o => o.names[0] === name.name)
      if (found) to.push(ofOrganization(found.id))
      i = name.next - 1
      continue
    }
    if (token.kind === 'sign') continue
    const spellings = bare(token.f)
    const role = (Object.keys(roleWords) as Role[]).find(r => spellings.some(w => roleWords[r].has(w)))
    if (role) {
      // "The officers of the Ministry of Health": the organization says who.
      const next = tokens[i + 1]?.f === 'الاتصال' || tokens[i + 1]?.f === 'اتصال' ? i + 2 : i + 1
      if (!belongs.has(tokens[next]?.f ?? '')) to.push(ofRole(role))
    } else if (spellings.some(w => everyone.has(w))) all = true
    else if (!spellings.some(w => fillers.has(w))) unknown.push(said.slice(token.start, token.end))
  }
  const chosen = [...new Set(to)]
  return { to: chosen.length > 0 ? chosen : all ? [everybody] : [], unknown: unknown.length > 0 ? unknown.join(' ') : null }
}

/** A text with its head taken off: "circular to the observers: …", "to the observers: …"; the whole text where it has none. */
export function writtenIn(text: string, context: Context): Written {
  const head = headOf(text)
  if (head) {
    const who = head.to === null ? { to: [], unknown: null } : addressed(head.to, context)
    return { ...who, body: head.body || null, urgent: head.urgent, line: head.line }
  }
  // Without the word, only an address of which every word is known is one: the text may well begin with "To all who …".
  const bareHead = /^\s*(?:(urgent|عاجل)\s*)?((?:to|إلى|الى)\s[^:\n]{2,200})?:/iu.exec(text)
  if (bareHead?.[1] || bareHead?.[2]) {
    const who = bareHead[2] ? addressed(bareHead[2], context) : { to: [], unknown: null }
    const body = text.slice(bareHead[0].length).trim()
    if (body && !who.unknown && (who.to.length > 0 || !bareHead[2])) return { ...who, body, urgent: bareHead[1] !== undefined, line: null }
  }
  return { to: [], unknown: null, body: text.trim() || null, urgent: false, line: null }
}

const names = set('circular circulars تعميم تعميما تعاميم التعميم التعاميم تعميمات التعميمات')
/** Verbs that name it by themselves. */
const verbs = set('عمم عمموا نعمم اعمم circulate')
const several = set('circulars تعاميم التعاميم تعميمات')
const asksToWrite = set(
  `write send issue draft prepare publish circulate new compose post make create
   ارسل ارسلوا ارسال نرسل برسل اكتب اكتبوا كتابه نكتب اصدر اصدار نصدر اصدروا عمم عمموا نعمم اعمم جهز جهزوا تجهيز نجهز جديد
   وزع وزعوا توزيع نوزع حضر اعداد اعد سو سوي نسوي طرش طرشوا نطرش`,
)
const asksToAct = set('recall withdraw correct fix remind chase اسحب سحب نسحب صحح تصحيح نصحح عدل تعديل ذكر ذكروا تذكير نذكر')
const asksToSee = set(
  `show list see open which who what latest last sent status read acknowledged acknowledge unread follow previous past
   اعرض عرض اظهر افتح ورني عطني شوف من منو مين اخر التعاميم تعاميم circulars اطلع قرا قراه يطلع يقرا سابقه السابقه المرسله ارسلناها كم هل ما شنو وش حاله`,
)
const asksWhoNot = /(?:\b(?:not|unread|hasn't|haven't|who)\b|(?:^|\s)(?:لم|ما|من|منو|مين)(?:\s|$))/u
/** What the words before a text end with. */
const thatSays = /(?:^|\s)(?:that says|saying that|saying|that|بأن|بان|أن|إن|مفاده أن|مفاده|نصه|يفيد بأن|يقول إن)\s/iu
/** A line to take, and on what: "issue a line to take on the power cut", «نريد توجيهاً إعلامياً حول انقطاع الكهرباء». */
const lineNamed =
  /(?:\blines? to take|توجيه(?:اً?)? [إا]علامي(?:اً?)?|(?:ال)?رد(?:اً?)? (?:ال)?موحد(?:اً?)?|(?:ال)?موقف(?:اً?)? (?:ال)?موحد(?:اً?)?)(?:\s+(?:on|about|regarding|concerning|حول|عن|بشأن|بشان|بخصوص)\s+(?<on>[^:\n]{2,120}))?/iu
/** A request stands in its first words. */
const firstWords = 8
/** And is no longer than these, unless it says the text too. */
const mostWords = 14

/** "Tell all organizations that …", «أبلغوا جميع الجهات بأن …»: who is told, and what. Null where not every word before it says who. */
function tellIn(text: string, context: Context): Heard | null {
  const found = tells.exec(text.trim())
  const [who, body] = [found?.[1] ?? found?.[3], found?.[2] ?? found?.[4]]
  if (!who || !body) return null
  const { to, unknown } = addressed(who, context)
  return to.length > 0 && !unknown ? { kind: 'write', to, unknown: null, body: capital(body.trim()), urgent: false, line: null } : null
}
const tells =
  /^(?:please\s+)?(?:tell|inform|notify|let)\s+([^:\n]{2,120}?)(?:\s+know)?(?:\s+that\s+|\s*:\s*)([\s\S]{3,})$|^(?:يرجى\s+|الرجاء\s+)?(?:بل[ّ]?غوا?|أبلغوا?|ابلغوا?|أخبروا?|اخبروا?|خب[ّ]?روا?|عم[ّ]?موا?\s+على)\s+([^:\n]{2,120}?)(?:\s+(?:بأن|بان|أن|ان|إن)\s+|\s*:\s*)([\s\S]{3,})$/iu

/** What is asked. `text` is the sentence, or what came after the command's name; empty for the command alone. */
export function heard(text: string, context: Context): Heard {
  if (!text.trim()) return { kind: 'list' }
  if (headOf(text)) return { kind: 'write', ...writtenIn(text, context) }
  const told = tellIn(text, context)
  if (told) return told
  const folded = fold(text.slice(0, 2000))
  const reference = /\bc-(\d{4})-(\d{1,6})\b/.exec(folded)
  const short = folded.length < 60
  if (reference && short) return { kind: 'show', reference: reference[0].toUpperCase(), number: Number(reference[2]) }
  const words = tokensOf(text)
    .slice(0, firstWords)
    .map(t => bare(t.f))
  const holds = (some: ReadonlySet<string>) => words.some(forms => forms.some(w => some.has(w)))
  const numbered = /^(?:[^\d]{0,40}\s)?(?:رقم |no\.? |number |#)?(\d{1,4})\s*[?؟.!]*$/.exec(folded)
  if (numbered?.[1] && short && (holds(names) || /^\D{0,6}\d/.test(folded)))
    return { kind: 'show', reference: null, number: Number(numbered[1]) }
  // A text that only speaks of a circular is no request for one.
  if (!holds(names) && !holds(verbs) && !(short && lineNamed.test(text))) return { kind: 'write', ...writtenIn(text, context) }
  const writes = holds(asksToWrite) || (short && lineNamed.test(text))
  if (!writes && folded.split(' ').length > mostWords) return { kind: 'write', ...writtenIn(text, context) }
  if (!writes && holds(asksToAct)) return { kind: 'last' }
  if (!writes && holds(asksToSee)) return asksWhoNot.test(folded) && !holds(several) ? { kind: 'last' } : { kind: 'list' }
  // "Send a circular to all: the logo changes on Sunday": what stands behind the colon is the text.
  const says = writes ? (/^[^\n:：]{4,200}[:：](?=\s*\S)/u.test(text) ? /[:：]/u.exec(text) : thatSays.exec(text)) : null
  const before = says ? text.slice(0, says.index) : text
  const named = lineNamed.exec(before)
  const lead = named ? null : /(?:^|\s)(?:to|for|إلى|الى|على|ل)/iu.exec(before)
  return {
    kind: 'write',
    to: lead ? known(before.slice(lead.index), context) : [],
    unknown: null,
    body: (says && text.slice(says.index + says[0].length).trim()) || null,
    urgent: /\burgent\b|عاجل/u.test(fold(before)),
    line: named ? { on: named.groups?.on?.trim() || null } : null,
  }
}

/** Of a whole sentence only the names that are certain say for whom it is: "send a circular to the observers". */
function known(said: string, context: Context): string[] {
  const { to, unknown } = addressed(said, context)
  return unknown && to.includes(everybody) ? [] : to
}
