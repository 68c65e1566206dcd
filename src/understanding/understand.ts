/** Text in, meaning out: the stages one after the other. Pure, and it never throws on a text. */
import { Temporal } from 'temporal-polyfill'
import type { Context, Gap, Meaning, Mention, OtherActivity } from '../model/meaning.ts'
import { argumentsOf, invitedIn, makesEdition, referenceIn } from './arguments.ts'
import { askedAbout } from './asked-about.ts'
import { asksHelp, isToCome, namesSupport, speaksOfDuty, speaksOfHelp, speaksOfSupport } from './asks-help.ts'
import { correctionIn } from './corrections.ts'
import { asksChange } from './edit.ts'
import { asks } from './features.ts'
import { fold } from './fold.ts'
import { statesHoliday } from './holiday-said.ts'
import { itemsIn } from './in-parts.ts'
import { intentOf } from './intent.ts'
import type { Item } from './items.ts'
import { type Sense, wordsOf } from './lexicon.ts'
import { givesMinutes, lineOrderIn } from './line-order.ts'
import { placeIn } from './lists.ts'
import { namesTraining, offersTraining, speaksOfSeats, wantsTraining } from './offers.ts'
import { ofClause, timesOf } from './own-times.ts'
import type { Clause } from './parts/clauses.ts'
import { isActivity } from './parts/kinds.ts'
import { partsIn } from './parts.ts'
import { personIn } from './person-said.ts'
import { priorityIn, placeIn as priorityPlace } from './priority-said.ts'
import { remindersIn } from './reminders-said.ts'
import { settingsIn } from './settings-said.ts'
import { readable, type Token, tokensOf } from './tokens.ts'

export function understand(text: string, context: Context): Meaning {
  const read = text.slice(0, readable)
  const { items, beyond } = itemsIn(text, context)
  const [first, ...others] = inTurn(items, context)
  const main = first ?? activityIn(read, context)
  const reference = referenceIn(read)
  const asked = argumentsOf(read, main.when, context, reference)
  const intent = intentOf(read)
  /** Said as the table of commands has it. */
  const itself = intent.sure === 1
  // To name an edition is to ask for it, unless it is told to be made.
  if (asked.edition && (intent.key === 'compile' || intent.key === 'other')) intent.key = makesEdition(read) ? 'compile' : 'plan'
  // Training that is offered has a day and a place, as an activity has.
  if (offersTraining(read)) become(intent, 'training', 1)
  else if (intent.sure < 1 && speaksOfSeats(read)) {
    if (!['training', 'my_training'].includes(intent.key)) become(intent, 'training', seats)
  } else if (!['training', 'my_training'].includes(intent.key) && !(intent.key === 'submit' && main.when.length > 0) && namesTraining(read))
    become(intent, 'training', told)
  // What only sounds a little like training, or nearly like an activity, and has a long title, is an activity.
  else if (
    intent.key === 'training'
      ? soundsLike(read, main, intent.sure)
      : intent.key === 'other' && intent.nearest[0] === 'submit' && titled(read, main)
  )
    become(intent, 'submit', told)
  // The invited one stands behind the inviting, whatever longer name the title of the activity holds.
  const invited = intent.key === 'invite_partner' ? invitedIn(read, context) : null
  if (invited) asked.organization = invited
  if (intent.key === 'meeting' && intent.sure < 1 && asksOfAnother(read)) become(intent, 'other', 0)
  helpOrActivity(intent, read, main)
  // When, who and how many are asked for, and told of nothing.
  if (intent.key === 'submit' && intent.sure < 1 && asksFor(read)) become(intent, intent.nearest[0] ?? 'other', told)
  const corrects = itself ? null : correctionIn(read)
  if (corrects) become(intent, corrects.what === 'action' ? 'actions' : 'start_meeting', told)
  // The name of a wing, or of an organization, stands here for a line of the agenda.
  if (!itself && intent.key !== 'agenda' && (lineOrderIn(read, context) || givesMinutes(read, context))) become(intent, 'agenda', told)
  if (intent.sure < 1 && settingsIn(read).length > 0) become(intent, 'settings', stated)
  else if (intent.sure < 1 && main.activity.venue === null && statesHoliday(read, main.when)) become(intent, 'holidays', stated)
  else if (intent.sure < 1 && personIn(read)) become(intent, 'roster', stated)
  else if (intent.sure < 1 && priorityIn(text, context)?.title) become(intent, 'set_priorities', stated)
  else if (intent.sure < 1 && placeable.has(intent.key) && priorityPlace(read)) become(intent, 'set_priorities', told)
  else if (intent.sure < 1 && remindersIn(read)) become(intent, 'set_meeting', stated)
  // A title that says what it is, its day, and where or when on it: that is told, and nothing else is asked for.
  if (unsure(intent) && tells(read, main, intent.key === 'other' || intent.key === 'small_talk'))
    become(intent, 'submit', Math.max(intent.sure, told))
  // What is to be changed of a thing that stands tells of no other, and takes none away.
  if (!itself && changeable.has(intent.key) && asksChange(read)) become(intent, 'edit', Math.max(intent.sure, told))
  return { intent: intent.key, sure: intent.sure, nearest: intent.nearest, arguments: asked, ...main, others, beyond }
}

/** What asking to change an activity may be mistaken for. */
const changeable = new Set(['submit', 'other', 'small_talk', 'invite_partner', 'withdraw', 'forget_me', 'coverage'])

/** "When is the budget statement?" is no question about the meeting, though it begins as one. */
const ofMeeting = /meet|deadline|due|submi|next|agenda|اجتماع|نجتمع|جتمع|لقاء|جلس|تقديم|موعد|مهل|تسليم|رفع|القادم|الجاي|الياي/
const asksOfAnother = (text: string): boolean => {
  const about = askedAbout(text)?.about
  return about !== undefined && !ofMeeting.test(about)
}
const asksFor = (text: string): boolean =>
  /^(?:when|who|whose|how (?:many|much)|why|متي|كم|منو|مين|ليش|لماذا)(?:'s|s)? /.test(fold(text).trim()) && asks(text)
/** The activities in their order. «الأحد … والثلاثاء …»: a weekday by its bare name is the first one behind the day of the activity before. */
function inTurn(items: Item[], context: Context): OtherActivity[] {
  let day: string | null = null
  return items.map(item => {
    let one = activityIn(item.text, context)
    const [said] = one.when
    if (day && said && said.start.slice(0, 10) < day && isBareWeekday(said))
      one = activityIn(item.text, { ...context, now: Temporal.PlainDate.from(day).toZonedDateTime(context.zone).toInstant().toString() })
    const [own] = one.when
    if (own && !own.timeOnly) day = own.start.slice(0, 10)
    return { ...one, when: one.when.map(m => ({ ...m, at: placeIn(item, m.at) })) }
  })
}
/** Neither its date nor its week is said with it. */
function isBareWeekday(m: Mention): boolean {
  const said = wordsOf(tokensOf(m.text)).flatMap(w => w.senses)
  const more = (s: Sense): boolean => ['month', 'hijri', 'offset', 'shift'].includes(s.class) || (s.class === 'unit' && s.value !== 'day')
  return said.some(s => s.class === 'weekday') && !said.some(more)
}

/** Something else is asked for than was heard first, which is the next nearest then. */
function become(intent: { key: string; sure: number; nearest: string[] }, key: string, sure: number): void {
  const nearest = [intent.key, ...intent.nearest].filter(k => k !== key && k !== 'other' && k !== 'small_talk').slice(0, 2)
  Object.assign(intent, { key, sure, nearest })
}
/**
 * "We need a photographer for the health walk on 6 December" asks the centre for help, though it has a title and a day; "Health walk on 6 December, we
 * need a photographer" tells of the walk: what stands first is what is wanted. What names a request by its number asks for nothing new.
 */
function helpOrActivity(intent: { key: string; sure: number; nearest: string[] }, text: string, main: OtherActivity): void {
  const help = asksHelp(text)
  const other = intent.sure < 1 && intent.key !== 'support'
  const speaks =
    !tells(text, main, false) &&
    (speaksOfDuty(text) || (speaksOfSupport(text) && (unsure(intent) || ['settings', 'my_events', 'forget_me'].includes(intent.key))))
  const covers = help?.kind === 'coverage' && intent.key === 'coverage' && isToCome(text, help)
  if (other && (speaks || (help && (overruled.has(intent.key) || unsure(intent) || covers || somebody.test(text)))))
    become(intent, 'support', Math.max(intent.sure, told))
  else if (!help && intent.key === 'support' && intent.sure < 0.9 && !speaksOfHelp(text))
    Object.assign(intent, { key: intent.nearest[0] ?? 'other', sure: Math.min(intent.sure, told), nearest: intent.nearest.slice(1) })
  else if (!help && intent.key === 'support' && intent.sure < 1 && namesSupport(text) && main.activity.title && !asks(text))
    become(intent, 'submit', told)
  else if (!help && intent.key === 'support' && main.activity.needs.length > 0 && tells(text, main, true))
    become(intent, 'submit', intent.sure)
}
/** Whom somebody looks for: no question about what is planned. */
const somebody = /\b(?:someone|somebody|anyone|anybody)\b|(?<!\p{L})من [يت]\p{L}+/iu
/** What asking for help may be mistaken for. */
const overruled = new Set(['submit', 'edit', 'other', 'small_talk', 'language', 'attendance', 'my_events', 'help'])

/** How sure it is that a seat, or who came, is spoken of: more than an answer to an open question may be. */
const seats = 0.85
/** What "make tourism the first" may be mistaken for. */
const placeable = new Set(['other', 'small_talk', 'submit', 'edit', 'compile', 'priorities', 'set_priorities', 'wording'])
/** How sure it is that a setting is stated: every word of the sentence says so. */
const stated = 0.9
/** How sure it is that an activity is told where only its parts say so. */
const told = 0.5
const unsure = (intent: { key: string; sure: number }): boolean => intent.key !== 'submit' && intent.sure < 0.65
/** A kind of activity and a title of several words, and no question. */
const titled = (text: string, { activity }: OtherActivity): boolean =>
  !asks(text) && activity.kind !== null && tokensOf(activity.title ?? '').length > 4
/** Whether what was heard as training is an activity: a title says so unless training is nearly sure, a day and any title where it is hardly heard. */
const soundsLike = (text: string, one: OtherActivity, sure: number): boolean =>
  !namesTraining(text) &&
  !wantsTraining(text) &&
  ((sure < 0.8 && titled(text, one)) ||
    (sure < 1 && tells(text, one, false)) ||
    (sure < 0.4 && !asks(text) && one.when.length > 0 && one.activity.title !== null))
/** `nothing` where the sentence asks for nothing else: then a name with its day and its place is told, whatever it is called ("GCC Traffic Week"). */
function tells(text: string, { when: [first], activity }: OtherActivity, nothing: boolean): boolean {
  if (!first || first.timeOnly || !activity.title || asks(text)) return false
  const title = tokensOf(activity.title)
  return (
    (!first.allDay || activity.venue !== null || activity.patron !== null) &&
    ((nothing && activity.venue !== null && title.length > 2) || title.some((_, i) => isActivity(title, i)))
  )
}

/** One activity: its times and its parts. */
export function activityIn(text: string, context: Context): OtherActivity {
  const tokens = tokensOf(text)
  const { clauses, found } = timesOf(text, tokens, context)
  const { parts, openness } = partsIn(text, tokens, found.taken, clauses, context)
  const said: Mention[] = found.mentions.map(({ endAt: _end, ...m }) => m)
  // A deadline or an old day that no clause took is still none of the activity's own.
  const own = said.filter(m => !m.role)
  for (const m of own) {
    if (openness === 'tentative' && m.certainty === 'confirmed') m.certainty = 'tentative'
    // "time TBC" leaves the day as sure as it was.
    if (openness === 'rest' && m.certainty === 'tentative') m.certainty = 'confirmed'
  }
  const first = own[0]
  parts.embargoUntil = embargoOf(text, tokens, clauses, first, context)
  const deadlines = clauses.filter(c => c.kind === 'deadline').flatMap(c => ofClause(text, tokens, c, context))
  const beside = first ? [...said.filter(m => m.role), ...deadlines] : []
  const problems = first || found.problems.includes('impossible') ? found.problems : []
  return { when: [...own, ...beside], activity: parts, missing: missingOf(first, parts), problems }
}

/** What is asked for: a title, an exact day, the hour of a single day, a place. */
function missingOf(first: Mention | undefined, parts: OtherActivity['activity']): Gap[] {
  const missing: Gap[] = []
  const exactDay = first && !first.timeOnly && first.certainty !== 'approximate'
  const several = exactDay && (first.sessions !== null || (first.end !== null && first.end.slice(0, 10) !== first.start.slice(0, 10)))
  if (!parts.title) missing.push('title')
  if (!exactDay) missing.push('date')
  if (!first || (first.allDay && !several)) missing.push('time')
  if (!parts.venue) missing.push('venue')
  return missing
}

/** Until when nothing is published. A time without a day ("not before 2 pm") is that of the activity's own day. */
function embargoOf(text: string, tokens: Token[], clauses: Clause[], first: Mention | undefined, context: Context): string | null {
  const clause = clauses.find(c => c.kind === 'embargo')
  const m = clause && ofClause(text, tokens, clause, context)[0]
  if (!m) return null
  return m.timeOnly && first && !first.timeOnly ? `${first.start.slice(0, 10)}${m.start.slice(10)}` : m.start
}
