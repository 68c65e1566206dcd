/** What a delivery's words are to the house: a command by its name, a question in between, another activity; and in which language they are answered. */
import { type CommandKey, commands } from './commands.ts'
import type { State } from './dialogue/state.ts'
import type { Incoming } from './model/incoming.ts'
import type { Meaning } from './model/meaning.ts'
import type { Language, Member } from './model/people.ts'
import { asksHelp, headsRequest, requestIn } from './understanding/asks-help.ts'
import { stemsOf } from './understanding/by-words.ts'
import { fold } from './understanding/fold.ts'
import { headOf } from './understanding/heads.ts'
import { labelOf } from './understanding/labels.ts'
import { isArabicOnly, languageOf } from './understanding/language.ts'
import { namesTraining, wantsTraining } from './understanding/offers.ts'
import { isActivity } from './understanding/parts/kinds.ts'
import { isNeed } from './understanding/parts/needs.ts'
import { englishVerb, isVerb } from './understanding/parts/verbs.ts'
import { wordSet } from './understanding/phrases.ts'
import { correctionIn } from './understanding/steering.ts'
import { tokensOf } from './understanding/tokens.ts'

/**
 * A command typed by its name, with or without the slash, in either language: `/plan December`, «فعالياتنا»; and a text that says at its head what it
 * is: «تعميم: …» holds whatever it holds, an activity’s day among it, and is a circular all the same; so do «قرار: …» and «إجراء: …».
 */
export function typedCommand(said: string): { command: (typeof commands)[number]; text: string } | null {
  const t = said.trim().replace(/^\/(munassiq\s+)?/, '')
  const head = headOf(t) ? 'circular' : (headKey(t) ?? requestKey(t))
  const headed = head && commands.find(c => c.key === head)
  if (headed) return { command: headed, text: t }
  const slashed = said.trim().startsWith('/')
  for (const c of commands) {
    for (const name of [c.name, c.key, c.title.ar, c.title.en]) {
      const l = t.toLowerCase()
      const n = name.toLowerCase()
      if (l === n) return { command: c, text: '' }
      if ((slashed || name === c.name || name === c.key) && l.startsWith(`${n} `) && (slashed || name.includes('-') || name.includes('_')))
        return within(c.key, t.slice(name.length).trim()) ?? { command: c, text: t.slice(name.length).trim() }
    }
  }
  return null
}

/** «قرار: …», "action: …": who walks the meeting says what is decided, and an action may be said at any time. */
const headKey = (t: string): CommandKey | null => {
  const label = labelOf(t)
  return label && (label.label === 'decision' ? 'start_meeting' : 'actions')
}

/** S-2026-0007: a request is spoken of by its number, whatever is said of it. */
const requestKey = (t: string): CommandKey | null => {
  const named = requestIn(t)
  return named && named.at < farthest ? 'support' : null
}
/** A number further on is part of what is said; characters. */
const farthest = 60

/** Commands that are also written behind another's name: "/plan changes". */
const inside: Readonly<Record<string, readonly string[]>> = { plan: ['changes'] }
function within(key: string, rest: string): ReturnType<typeof typedCommand> {
  const found = inside[key] ? typedCommand(`/${rest}`) : null
  return found && inside[key]?.includes(found.command.key) ? found : null
}

const asking =
  /^(what|what's|whats|when|when's|who|who's|which|how|where|why|is|are|do|does|did|can|ما|ماذا|متى|من|كم|كيف|هل|أين|لماذا|شنو|شو|وش|ايش|إيش|شلون|منو|مين|وين|ليش|متي|أي|اي)\s/iu
const telling = /^(show|list|open|display|give me|tell me|اعرض|أعرض|أظهر|افتح|ورني|أرني|عطني|أعطني|قل لي|اذكر)\s/iu

/** Whether a text is a question by its form: it begins as one and ends with its sign. */
export const asks = (said: string): boolean => asking.test(said.trim()) && /[?؟]\s*$/.test(said) && said.trim().split(/\s+/).length > 2

/**
 * How sure the reading must be before an answer to an open question is taken as a question of its own. One in the form of a question needs less, and
 * so does a request that says of what: "open edition 2".
 */
const sureOf = (said: string, meaning: Meaning): number =>
  asks(said) || (telling.test(said.trim()) && Object.keys(meaning.arguments).length > 0) ? 0.5 : 0.8

/** What is done with activities is said of the one that is open. */
const stays: ReadonlySet<string> = new Set(['submit', 'edit', 'withdraw', 'nil_return'])
/** Whether a command is meant that speaks of something else than an open activity. */
const leaves = ({ intent }: Meaning): boolean => !stays.has(intent) && commands.some(c => c.key === intent)
/** In words. */
const lengthOf = (said: string): number => said.trim().split(/\s+/).length

/** Whether a text inside a conversation is a question of its own: sure, and asked as one; very sure where an answer may be a question ("can we have more exercises?"). */
export const isAside = (said: string, meaning: Meaning, free?: 'short' | 'long'): boolean =>
  asksOf(said, meaning, free === 'long' ? 0.8 : sureOf(said, meaning))

function asksOf(said: string, meaning: Meaning, least: number): boolean {
  if (!leaves(meaning) || meaning.sure < least) return false
  return /[?؟]\s*$/.test(said) || asking.test(said.trim()) || telling.test(said.trim())
}

/** The forms in which what a command speaks of is given: there its sentences are answers. */
const formsOf: Readonly<Record<string, RegExp>> = {
  submit: /^(?:submit|edit|fresh|wording)/,
  // What is needed for a draft that is open is said of that.
  support: /^(?:support|submit|edit)/,
  training: /^training/,
  coverage: /^coverage/,
  stories: /^stor/,
}
/** Whether a command is meant whose sentences are no answers in a form. */
const isElsewhere = (meaning: Meaning, form: string): boolean => leaves(meaning) && !formsOf[meaning.intent]?.test(form)

/**
 * The same of a text that was no answer to the question that is open in a form: then less is needed of what is asked, and whatever else is plainly wanted
 * ("offer a workshop …") is wanted after all.
 */
export const isAsideAfterAll = (said: string, meaning: Meaning, form: string): boolean =>
  asksOf(said, meaning, 0.45) || ((meaning.sure === 1 || (lengthOf(said) > 2 && meaning.sure >= 0.7)) && isElsewhere(meaning, form))

/** Whether a text of two words or more is a command as the table has it, word for word: «إنهاء الاجتماع», "training figures". */
export const isCommandItself = (said: string, meaning: Meaning, form: string): boolean =>
  meaning.sure === 1 && lengthOf(said) > 1 && isElsewhere(meaning, form)

/** Forms whose answers may be of any kind and length. */
const takesAnything = /^(?:join|roster|circular|message|walk|decision|action)/

/**
 * Whether a text inside a conversation is a wish of its own, and no answer to what is asked in it: an activity that is told whole, help that is asked for
 * something else, coverage that is given, a seat that is wanted, an activity that is to be withdrawn or edited. `free` where any words may answer the
 * question.
 */
export function isWish(said: string, meaning: Meaning, state: State, free: 'short' | 'long' | undefined): boolean {
  const { intent, sure } = meaning
  const { form } = state
  if (takesAnything.test(form) || free === 'long') return false
  if (intent === 'withdraw' || intent === 'edit') return ofAnother(said, meaning, state)
  if (lengthOf(said) < fewestOfWish) return false
  if (ofActivity.test(form) && intent === 'support') return isOwnRequest(said, meaning, state)
  if (!formsOf[intent] || formsOf[intent].test(form)) return false
  switch (intent) {
    case 'submit':
      return isWhole(meaning) || (!free && announces(said) && meaning.activity.title !== null && !meaning.missing.includes('date'))
    case 'support':
      return asksHelp(said) !== null || headsRequest(said)
    case 'training':
      return sure >= 0.8 && wantsTraining(said) && namesTraining(said)
    default:
      return !free && sure >= 0.9
  }
}
/** Words. */
const fewestOfWish = 4
/** "We are launching …", «نطلق …»: what is going to be done is told from its first words on. */
const announces = (said: string): boolean =>
  tokensOf(said)
    .slice(0, 4)
    .some(t => isVerb(t.f) || englishVerb(t.f) !== null)
/** An activity with its title, its day, its hour and its place: no answer to any question holds as much. */
const isWhole = ({ activity, when, missing }: Meaning): boolean => activity.title !== null && when.length > 0 && missing.length === 0

/** Forms of an activity: what is needed for it is said in them. */
const ofActivity = /^(?:submit|edit)/
/** What the open draft is called by now, or is for. */
const titlesOf = ({ values }: State): string =>
  [values.title, values.otherTitle, values.details].filter(t => typeof t === 'string').join(' ')
/** The days of the open draft, from the first to the last; null where it has none yet. */
function daysOf({ values }: State): { first: string; last: string } | null {
  const all = (JSON.stringify(values.when ?? null).match(/\d{4}-\d\d-\d\d/g) ?? []).sort()
  const [first, last] = [all[0], all.at(-1)]
  return first && last ? { first, last } : null
}
const sharesWords = (a: string, b: string): boolean => {
  const words = new Set(stemsOf(b))
  return stemsOf(a).some(w => words.has(w))
}

/**
 * Help that is asked for something else than the activity that is open: it is headed as a request, it is for another day or another activity, or it is
 * none of what an activity's draft takes. "We need a photographer" is said of the draft.
 */
function isOwnRequest(said: string, meaning: Meaning, state: State): boolean {
  if (headsRequest(said)) return true
  const help = asksHelp(said)
  if (!help) return false
  if (ofActivity.test(state.form)) {
    if (!isNeed(help.kind)) return true
    const [day, days] = [meaning.when.find(m => !m.timeOnly)?.start.slice(0, 10), daysOf(state)]
    if (day && days && (day < days.first || day > days.last)) return true
  }
  const [purpose, called] = [said.slice(help.end), titlesOf(state)]
  return called !== '' && namesThing(purpose) && !sharesWords(purpose, called)
}
/** What may be said of the activity that is open, whatever it is. */
const anyActivity = wordSet('event activity الفعاليه للفعاليه فعاليتنا لفعاليتنا النشاط للنشاط')

/** "Withdraw A-2026-0046", "cancel the vaccination campaign": said of another activity than the one that is open, which has none of its words. */
function ofAnother(said: string, meaning: Meaning, state: State): boolean {
  if (!asksToChange.test(fold(said))) return false
  if (meaning.arguments.reference) return true
  return (
    meaning.sure >= 0.8 && lengthOf(said) >= 3 && correctionIn(said) === null && namesThing(said) && !sharesWords(said, titlesOf(state))
  )
}
const asksToChange =
  /^(?:(?:please|kindly|can you|could you|we want to|i want to|we need to|i need to|i would like to|يرجي|نرجو|الرجاء|لو سمحتم|اريد|نريد|ابي|نبي|ان) )*(?:withdraw|cancel|remove|delete|edit|change|move|postpone|reschedule|update|correct|take (?:off|out)|سحب|اسحب|اسحبوا|نسحب|الغاء|الغ|الغوا|نلغي|الغي|حذف|احذف|احذفوا|تعديل|عدل|عدلوا|نعدل|تغيير|غير|غيروا|نغير|تاجيل|اجل|اجلوا|ناجل|نقل|انقل|انقلوا)(?= |$)/
/** A kind of activity is named, beside the word for any. */
const namesThing = (said: string): boolean => {
  const t = tokensOf(said)
  return t.some((x, i) => isActivity(t, i) && !anyActivity.has(x.f))
}

/**
 * Whether the text, with a draft on the card or a choice between that draft and another, tells of another activity altogether, or of another request;
 * with a question open, only where it is told whole and has no word of the draft's title.
 */
export function freshSubmission(said: string, meaning: Meaning, state: State): boolean {
  const onCard = ['confirming', 'resuming', 'several'].includes(state.stage)
  if (state.form === 'support') return onCard && asksHelp(said) !== null && isOwnRequest(said, meaning, state)
  if (state.form !== 'submit' || meaning.intent !== 'submit') return false
  const { activity, when, missing } = meaning
  if (activity.title === null || when.length === 0 || missing.includes('date') || activity.title === state.values.title) return false
  return onCard || (isWhole(meaning) && titlesOf(state) !== '' && !sharesWords(activity.title, titlesOf(state)))
}

/** The language of this turn (domain.md): the last real sentence's within a conversation; the card's for a press; else the member's own. */
export function speaks(incoming: Incoming, member: Member, conversation: { language: Language | null; state: unknown } | null): Language {
  const { content } = incoming
  switch (content.kind) {
    case 'text':
    case 'quote':
    case 'edited': {
      const arabic = !conversation?.state && isArabicOnly(content.text) ? 'ar' : null
      return languageOf(content.text) ?? arabic ?? conversation?.language ?? member.language
    }
    case 'command':
      return languageOf(content.text) ?? (conversation?.state ? conversation.language : null) ?? member.language
    case 'press':
      // Without a card (a shortcut, a message extension) it is a bare command: outside a conversation it speaks the member's own language.
      return content.press.language ?? (conversation?.state ? conversation.language : null) ?? member.language
    case 'answers':
      return content.language ?? conversation?.language ?? member.language
    case 'file':
      return languageOf(content.text) ?? conversation?.language ?? member.language
    case 'home':
    case 'installed':
    case 'left':
    case 'deleted':
      return member.language
    default:
      return content satisfies never
  }
}
