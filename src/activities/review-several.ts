/** Several that wait for review are accepted at once: all of them, an organization's, or those that are named; each as it was shown, what changed since is left. */
import * as activitiesDb from '../../db/activities.ts'
import { actions, button, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { Action, Part } from '../model/view.ts'
import { referencesIn } from '../understanding/arguments.ts'
import { fold } from '../understanding/fold.ts'
import { organizationOf } from './gather.ts'
import { acceptAsShown, refused } from './review-one.ts'
import { lineOf } from './show.ts'

/** Most that one press accepts: a button holds no more, and no card shows more. */
const most = 30

const ofAll =
  /\b(?:all|everything|every one|them all|the rest|the lot)\b|(?:^| )(?:ا?لكل|كلها|كلهم|جميعا|جميعها|كافه|جميع|الباقي|كل)(?: |$)/
const butFor = /\b(?:but|except|apart from|other than|excluding)\b|(?:^| )(?:عدا|ما عدا|الا|باستثناء|سوي|ماعدا)(?: |$)/

/** Which of what waits is to be accepted; null where one at most is named, and not all. */
export function severalOf(turn: Turn, asked: Asked, waiting: readonly Activity[]): Activity[] | null {
  const said = fold(asked.text)
  const but = butFor.exec(said)
  const [first, left] = but ? [asked.text.slice(0, but.index), asked.text.slice(but.index)] : [asked.text, '']
  const without = new Set(referencesIn(left))
  const named = referencesIn(first)
  if (named.length > 1) return waiting.filter(a => named.includes(a.reference))
  if (named.length === 1 || !ofAll.test(said)) return null
  const owner = asked.meaning.arguments.organization
  const id = owner && organizationOf(owner, { context: turn.context })
  return waiting.filter(
    a => !without.has(a.reference) && (!id || (but && fold(left).includes(fold(owner)) ? a.ownerId !== id : a.ownerId === id)),
  )
}

/** What a press accepts, each in the version that was shown. */
export const acceptAllButton = (turn: Turn, these: readonly Activity[]): Action =>
  button(
    turn.speak,
    'review.acceptAll',
    'review.acceptAll',
    {
      these: these
        .slice(0, most)
        .map(a => `${a.reference}.${a.version}`)
        .join(' '),
    },
    { values: { n: Math.min(these.length, most) } },
  )

/** Shows what would be accepted, and asks. */
export function acceptSure(turn: Turn, these: readonly Activity[]): Answer {
  const { speak } = turn
  if (these.length === 0) return { views: [view(turn.language, [text(speak.say('review.count', { n: 0 }))])] }
  return {
    views: [
      view(turn.language, [
        heading(speak.say('review.sure', { n: Math.min(these.length, most) })),
        list(these.slice(0, most).map(a => lineOf(a, turn))),
        ...(these.length > most ? [text(speak.say('review.restLater', { n: these.length - most }), 'subtle')] : []),
        actions([acceptAllButton(turn, these)]),
      ]),
    ],
  }
}

export async function acceptAll(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return refused(turn)
  const shown = (args.these ?? '').split(' ').flatMap(s => {
    const [reference, version] = s.split('.')
    return reference && version ? [{ reference, version }] : []
  })
  const all = await activitiesDb.byReferences(
    turn.db,
    turn.reader,
    shown.map(s => s.reference),
  )
  const accepted: string[] = []
  const left: Activity[] = []
  for (const { reference, version } of shown) {
    const a = all.find(x => x.reference === reference)
    if (!a || a.review === 'reviewed') continue
    if (String(a.version) === version && a.lifecycle !== 'withdrawn' && (await acceptAsShown(turn, a))) accepted.push(reference)
    else left.push(a)
  }
  const parts: Part[] = []
  if (accepted.length > 0)
    parts.push(notice('good', speak.say('review.acceptedAll', { n: accepted.length, _references: speak.list(accepted) })))
  if (left.length > 0)
    parts.push(
      notice('warning', speak.say('review.leftOut', { n: left.length })),
      list(left.map(a => ({ ...lineOf(a, turn), actions: [button(speak, 'activity.open', 'activity.open', { id: a.id })] }))),
    )
  if (parts.length === 0) parts.push(notice('info', speak.say('review.allDone')))
  return { views: [view(turn.language, parts)] }
}
