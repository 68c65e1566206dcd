/** The exports wing: what can be taken away as a file, in which form and language; only what the asker may see. */
import * as activitiesDb from '../../db/activities.ts'
import * as minutesDb from '../../db/minutes.ts'
import * as planDb from '../../db/plan.ts'
import * as storiesDb from '../../db/stories.ts'
import { agendaMeeting } from '../agenda/agenda.ts'
import { argsOf as echoArgs, scopeSaid as echoSaid, scopeOf as echoScopeOf } from '../coverage/echo-said.ts'
import { keepFile } from '../delivery/files.ts'
import { actions, button, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Wing } from '../dialogue/wing.ts'
import { ensureMeetings } from '../meetings/occurrences.ts'
import { holds, type Reader } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { editionView, numberOf } from '../plan/edition.ts'
import { argsOf, planView, type Scope, saysLatest, scopeOf, scopeSaid, stretchOf } from '../plan/plan.ts'
import { achievementsSaid, monthSaid } from '../stories/edition.ts'
import { fold } from '../understanding/fold.ts'
import { type Format, formats, type What } from './formats.ts'
import { type Chosen, formatSaid, languageSaid, languagesOf, networkSaid } from './said.ts'

export const wing: Wing = {
  commands: { export: exportCommand },
  presses: { 'export.ask': exportPress, 'export.make': exportPress },
}

const ofMinutes = /\bminutes\b|محضر/
const ofEcho = /\becho\b|\bcoverage\b|media report|(^| )[لبو]?(ال)?صد[ايه]( |$)|التقرير الاعلامي|(ال)?تغطيه|(ال)?تغطيات/
const ofStories = /\bsuccess stor(y|ies)\b|قصص (ال)?نجاح/
const ofAgenda = /\bagenda\b|جدول (ال)?اعمال|الاجنده/

/** What no file is made of. */
const ofNone = /\bactions?\b|\btasks?\b|\btraining\b|\bsupport\b|\bworkshops?\b|\bdirectory\b|اجراءات|التدريب|الورش|طلبات (?:ال)?دعم|دليل/
const ofPlan = /\bplan\b|\bactivit|\bevents?\b|\bagenda\b|\bminutes\b|مخطط|الخطه|خطه|فعاليات|جدول|محضر/

/** "Send me the plan for December as Excel, in both languages": what is not said is the plan as it is shown, in the language of the sentence. */
async function exportCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (ofNone.test(fold(asked.text)) && !ofPlan.test(fold(asked.text))) return { views: [warn(turn.speak, 'export.noSuch')] }
  const what = await meant(turn, asked)
  if ('view' in what) return { views: [what.view] }
  const forWhom = networkSaid(asked.text) ? 'network' : 'asker'
  return answer(turn, what, { format: formatSaid(asked.text, what.kind), chosen: languageSaid(asked.text) ?? turn.language, forWhom })
}

async function meant(turn: Turn, asked: Asked): Promise<What | { view: View }> {
  const said = asked.meaning.arguments
  if (ofMinutes.test(fold(asked.text))) return minutesMeant(turn, asked.text)
  if (ofAgenda.test(fold(asked.text))) {
    await ensureMeetings(turn)
    const meeting = await agendaMeeting(turn)
    return meeting ? { kind: 'agenda', meetingId: meeting.id } : { view: warn(turn.speak, 'meeting.none') }
  }
  if (ofEcho.test(fold(asked.text))) {
    const found = await echoSaid(turn, asked)
    return 'view' in found ? found : { kind: 'echo', scope: found.scope }
  }
  if (achievementsSaid(asked.text) || ofStories.test(fold(asked.text))) return achievementsMeant(turn, asked)
  if (said.edition) return { kind: 'edition', number: numberOf(said.edition) }
  if (saysLatest(asked.text)) return { kind: 'edition', number: (await planDb.latestEdition(turn.db, turn.reader))?.number ?? 0 }
  const scope = scopeSaid(turn, asked)
  return 'view' in scope ? scope : { kind: 'plan', scope: scope.scope }
}

/** Achievements by the number of their edition, of a month, or the last ones. */
async function achievementsMeant(turn: Turn, asked: Asked): Promise<What | { view: View }> {
  const { edition } = asked.meaning.arguments
  const number = edition ? numberOf(edition) : (await storiesDb.latestEdition(turn.db, turn.reader, monthSaid(turn, asked)))?.number
  if (!number) return { view: warn(turn.speak, 'achievements.noneYet') }
  return (await storiesDb.edition(turn.db, turn.reader, number))
    ? { kind: 'achievements', number }
    : { view: warn(turn.speak, 'achievements.none', { number }) }
}

/** Minutes by their number, or the last ones. */
async function minutesMeant(turn: Turn, said: string): Promise<What | { view: View }> {
  const named = Number(/(?:minutes|محضر)(?: (?:number|no|رقم))?\.? (\d{1,6})\b/.exec(fold(said))?.[1] ?? 0)
  const number = named || (await minutesDb.latest(turn.db, turn.reader, 1))[0]?.number
  if (!number) return { view: warn(turn.speak, 'word.noMinutes') }
  return (await minutesDb.byNumber(turn.db, turn.reader, number))
    ? { kind: 'minutes', number }
    : { view: warn(turn.speak, 'word.noSuchMinutes', { number }) }
}

/** What is meant, as short arguments of a button: `x` the format, `l` the language or both. */
function argsFor(what: What): Record<string, string> {
  switch (what.kind) {
    case 'plan':
      return argsOf(what.scope)
    case 'edition':
      return { e: String(what.number) }
    case 'agenda':
      return { g: what.meetingId }
    case 'minutes':
      return { k: String(what.number) }
    case 'echo':
      return { c: '1', ...echoArgs(what.scope) }
    case 'achievements':
      return { h: String(what.number) }
    default:
      return what satisfies never
  }
}

async function whatOf(turn: Turn, args: Record<string, string>): Promise<What> {
  if (args.c !== undefined) return { kind: 'echo', scope: await echoScopeOf(turn, args) }
  if (args.g !== undefined) return { kind: 'agenda', meetingId: args.g }
  if (args.k !== undefined) return { kind: 'minutes', number: Number(args.k) }
  if (args.h !== undefined) return { kind: 'achievements', number: Number(args.h) }
  if (args.e !== undefined) return { kind: 'edition', number: Number(args.e) }
  return { kind: 'plan', scope: scopeOf(turn, args) }
}

async function exportPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const what = await whatOf(turn, args)
  const format = formats.find(f => f.key === args.x && f.of.includes(what.kind)) ?? null
  const chosen = (['ar', 'en', 'both'] as const).find(l => l === args.l) ?? turn.language
  return answer(turn, what, { format, chosen, forWhom: args.v === 'network' ? 'network' : 'asker' })
}

/** `network`: what is handed on to everybody holds what everybody may see, whoever has it made. */
type How = { format: Format | null; chosen: Chosen; forWhom: 'asker' | 'network' }

/** The file, with buttons for the other languages; or, where several forms are possible and none was said, which. */
async function answer(turn: Turn, what: What, how: How): Promise<Answer> {
  const may = formats.filter(f => f.of.includes(what.kind))
  const format = how.format ?? (may.length === 1 ? may[0] : null)
  // What is not there needs no form.
  if (what.kind === 'edition' && !(await planDb.edition(turn.db, turn.reader, what.number)))
    return { views: [await editionView(turn, what.number, 0)] }
  if (what.kind === 'plan' && (await isEmpty(turn, what.scope))) return { views: [await planView(turn, what.scope, null)] }
  if (!format) return { views: [whichOf(turn, what, may, how)] }
  const reader: Reader = how.forWhom === 'network' ? { ...turn.reader, memberId: '', organizationId: '', roles: ['observer'] } : turn.reader
  const languages = languagesOf(how.chosen, turn.language, turn.network.settings.languages)
  const made = await format.make({ ...turn, reader }, what, languages)
  if (!made) return { views: [warn(turn.speak, 'dialogue.fileGone')] }
  const file = await keepFile(turn, { ...made, reader: turn.member.id })
  const shown = text(turn.speak.say('export.here', { _name: `\u2068${made.name}\u2069` }))
  const forAll = how.forWhom === 'network' ? [text(turn.speak.say('export.isForNetwork'), 'subtle')] : []
  return { views: [view(turn.language, [shown, ...forAll, actions(others(turn, what, { ...how, format })), file])] }
}

/** Where there is nothing to take away, the plan itself says so. */
async function isEmpty(turn: Turn, scope: Scope): Promise<boolean> {
  const found = await activitiesDb.outlines(turn.db, turn.reader, stretchOf(turn, scope), { ownerId: scope.organizationId ?? undefined })
  return found.length === 0
}

const pressed = (what: What, { format, chosen, forWhom }: How): Record<string, string> => ({
  ...argsFor(what),
  ...(format ? { x: format.key } : {}),
  l: chosen,
  ...(forWhom === 'network' ? { v: forWhom } : {}),
})

const whichOf = (turn: Turn, what: What, may: readonly Format[], how: How): View =>
  view(turn.language, [
    text(turn.speak.say('export.which'), 'strong'),
    actions(may.map(format => button(turn.speak, format.label, 'export.make', pressed(what, { ...how, format })))),
  ])

/** The same in the other languages, and for whoever sees more than the network, as everybody may see it. */
function others(turn: Turn, what: What, how: How) {
  const { languages } = turn.network.settings
  const inOther = ([...languages, 'both'] as Chosen[])
    .filter(l => languages.length > 1 && l !== how.chosen)
    .map(l => button(turn.speak, 'export.inLanguage', 'export.make', pressed(what, { ...how, chosen: l }), { values: { _language: l } }))
  const seesMore = holds(turn.reader, 'coordinator') && how.forWhom === 'asker'
  return [
    ...inOther,
    ...(seesMore ? [button(turn.speak, 'export.forNetwork', 'export.make', pressed(what, { ...how, forWhom: 'network' }))] : []),
  ]
}
