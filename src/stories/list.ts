/** The stories that are approved, by month or organization; what waits; and telling one, in a sentence or from an activity. */
import * as storiesDb from '../../db/stories.ts'
import { meant } from '../activities/meant.ts'
import type { EchoScope } from '../coverage/echo.ts'
import { namesPriority, scopeOf, scopeSaid } from '../coverage/echo-said.ts'
import { actions, button, divider, heading, list, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Begin, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import { holds, type Organization } from '../model/people.ts'
import type { Story } from '../model/stories.ts'
import type { Part, View } from '../model/view.ts'
import { byWords } from '../understanding/by-words.ts'
import { achievementsSaid, askEdition, editionAsked, monthSaid } from './edition.ts'
import { mayTell, tellable, valuesOf } from './form.ts'
import { asksWaiting, makesStory, storyIn } from './heads.ts'
import { asShown } from './keep.ts'
import { figureOf, organizationName, storyCard } from './show.ts'
import { toldIn } from './told.ts'

/** Lines on one page. */
const perPage = 8

export async function storiesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const told = storyIn(asked.text)
  if (told) return tell(turn, asked, told)
  if (achievementsSaid(asked.text)) return editionAsked(turn, asked)
  if (asksWaiting(asked.text) && mayTell(turn)) return { views: [await waitingView(turn)] }
  if (makesStory(asked.text)) return tell(turn, asked, null)
  const said = asked.meaning.arguments
  const organization = turn.organizations.find(o => [o.name.ar, o.name.en].includes(said.organization)) ?? null
  if (!namesPriority(asked.text)) return { views: [await listView(turn, { month: monthSaid(turn, asked), organization }, 0)] }
  const found = await scopeSaid(turn, asked, 'story.page')
  return { views: ['view' in found ? found.view : await listView(turn, { organization: null, priority: found.scope.priority }, 0)] }
}

/** Begins one: of the activity that the sentence names, with all that it tells. */
async function tell(turn: Turn, asked: Asked, told: ReturnType<typeof storyIn>): Promise<Answer> {
  if (!mayTell(turn)) return { views: [onlyFor(turn.speak, 'member')] }
  const among = await tellable(turn)
  const named = (said: string): Activity[] => byWords(said, among, a => [a.title.ar, a.title.en].filter(t => t !== undefined))
  const how = { text: told ? asked.text : undefined, message: asked.message, dialog: asked.dialog }
  if (told && !asked.meaning.arguments.reference) {
    // What is told speaks of an activity in passing: it is tied to one that it plainly names, and else asked about.
    const found = named(told.about ?? toldIn(told.body).told.headline ?? told.body)
    const [only] = found
    return only && found.length === 1 ? begun(only.id, how) : { begin: { form: 'story', ...how } }
  }
  if (!asked.meaning.arguments.reference && named(asked.text).length === 0) return { begin: { form: 'story', ...how } }
  const found = await meant(turn, asked, 'story.of', { among })
  return 'answer' in found ? found.answer : begun(found.activity.id, how)
}

const begun = (activity: string, how: Pick<Begin, 'dialog' | 'text' | 'message'>): Answer => ({
  begin: { form: 'story', args: { activity }, values: { activity }, ...how },
})

type Of = { month?: string | undefined; organization: Organization | null; priority?: EchoScope['priority'] }

async function listView(turn: Turn, of: Of, from: number): Promise<View> {
  const { speak } = turn
  const filter = {
    ...(of.month ? { month: of.month } : {}),
    ...(of.organization ? { organizationId: of.organization.id } : {}),
    ...(of.priority ? { priorityId: of.priority.id } : {}),
  }
  const all = await storiesDb.approved(turn.db, turn.reader, filter)
  const waits = mayTell(turn) ? await storiesDb.waiting(turn.db, turn.reader) : []
  const page = all.slice(from, from + perPage)
  const rest = all.length - from - page.length
  const about = {
    ...(of.month ? { m: of.month } : {}),
    ...(of.organization ? { o: of.organization.id } : {}),
    ...(of.priority ? { p: of.priority.id } : {}),
  }
  return view(turn.language, [
    heading(titleOf(turn, of)),
    text(speak.say('story.count', { n: all.length }), 'subtle'),
    ...byMonth(turn, page),
    actions([
      ...(rest > 0 ? [button(speak, 'story.more', 'story.page', { ...about, i: String(from + perPage) }, { values: { n: rest } })] : []),
      ...(waits.length > 0 ? [button(speak, 'story.waiting', 'story.waiting', {}, { values: { n: waits.length } })] : []),
      ...(mayTell(turn) ? [button(speak, 'story.tell', 'story.new', {}, { opensForm: true })] : []),
      button(speak, 'story.achievements', 'achievements.show', of.month ? { m: of.month } : {}),
    ]),
  ])
}

function titleOf({ speak }: Turn, { month, organization, priority }: Of): string {
  if (priority) return speak.say('story.titlePriority', { priority: speak.pick(priority.title) })
  if (month && organization) return speak.say('story.titleBoth', { month: speak.month(month), organization: speak.pick(organization.name) })
  if (month) return speak.say('story.titleMonth', { month: speak.month(month) })
  return organization ? speak.say('story.titleOrganization', { organization: speak.pick(organization.name) }) : speak.say('story.title')
}

/** Lines under the month of each. */
function byMonth(turn: Turn, all: readonly Story[]): Part[] {
  const months = [...new Set(all.map(s => s.month))]
  return months.flatMap(month => [
    text(turn.speak.month(month), 'strong'),
    list(
      all
        .filter(s => s.month === month)
        .map(s => ({
          text: turn.speak.pick(s.headline),
          detail: [turn.speak.pick(organizationName(turn, s.organizationId)), figureOf(s, turn.speak)].filter(Boolean).join(' · '),
          actions: [button(turn.speak, 'story.open', 'story.open', { id: s.id })],
        })),
    ),
  ])
}

/** What waits: for the centre its decision, for an organization its own. */
async function waitingView(turn: Turn): Promise<View> {
  const all = await storiesDb.waiting(turn.db, turn.reader)
  const shown = all.slice(0, 3)
  return view(turn.language, [
    heading(turn.speak.say('story.waitingTitle')),
    ...(all.length === 0 ? [text(turn.speak.say('story.nothingWaits'))] : []),
    ...shown.flatMap(s => [divider, ...storyCard(turn, s, turn.speak, turn.reader).parts]),
    ...(all.length > shown.length ? [text(turn.speak.say('story.moreWait', { n: all.length - shown.length }), 'subtle')] : []),
  ])
}

const monthArg = (m: string | undefined): string | undefined => (/^\d{4}-(0[1-9]|1[0-2])$/.test(m ?? '') ? m : undefined)

export const listPresses: Record<string, PressHandler> = {
  'story.page': async (turn, args) => {
    const from = Number(args.i)
    const organization = turn.organizations.find(o => o.id === args.o) ?? null
    const { priority } = args.p ? await scopeOf(turn, args) : { priority: null }
    return {
      views: [await listView(turn, { month: monthArg(args.m), organization, priority }, Number.isInteger(from) && from > 0 ? from : 0)],
    }
  },
  'story.open': async (turn, args) => {
    const s = args.id ? await storiesDb.byId(turn.db, turn.reader, args.id) : null
    return { views: [s && s.state !== 'withdrawn' ? storyCard(turn, s, turn.speak, turn.reader) : warn(turn.speak, 'story.gone')] }
  },
  'story.waiting': async turn => ({ views: [mayTell(turn) ? await waitingView(turn) : onlyFor(turn.speak, 'member')] }),
  'story.new': async (turn, _args, how) =>
    mayTell(turn) ? { begin: { form: 'story', dialog: how.dialog } } : { views: [onlyFor(turn.speak, 'member')] },
  'story.of': async (turn, args, how) =>
    mayTell(turn)
      ? begun(args.id ?? '', { dialog: how.dialog, text: storyIn(args.said ?? '') ? args.said : undefined })
      : { views: [onlyFor(turn.speak, 'member')] },
  'story.edit': async (turn, args, how) => {
    const found = await asShown(turn, args)
    if ('refused' in found) return { replace: found.refused }
    const { id, version } = found.story
    return {
      begin: { form: 'story.edit', args: { id, v: String(version) }, values: valuesOf(found.story, turn.language), dialog: how.dialog },
    }
  },
  'story.return': async (turn, args, how) => {
    if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
    const found = await asShown(turn, args)
    if ('refused' in found) return { replace: found.refused }
    const { id, version } = found.story
    return { begin: { form: 'story.return', args: { id, v: String(version) }, dialog: how.dialog } }
  },
  'achievements.show': (turn, args) => askEdition(turn, { month: monthArg(args.m), number: Number(args.n) || undefined }),
}
