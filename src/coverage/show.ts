/** How coverage is shown: an appearance in a line, all of an activity on a card, and how far it is known. */
import * as coverageDb from '../../db/coverage.ts'
import { storyButton } from '../activities/show.ts'
import { mayWrite } from '../activities/submit.ts'
import { isOver } from '../activities/withdraw.ts'
import { actions, button, heading, notice, numbered, text, view } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Coverage, Outlet } from '../model/coverage.ts'
import type { Part, View } from '../model/view.ts'
import { levelOf, mediumOf, nameOfOutlet, reachSaid, togetherSaid, toneSaid } from './fields.ts'
import { mayCorrect, mayCover } from './who.ts'

/** Lines of a card that carry buttons: a Slack message holds 50 blocks. */
const buttonsUpTo = 10

/** Outlets by their ids. */
export type Outlets = ReadonlyMap<string, Outlet>
export const outletsById = async (turn: Pick<Turn, 'db' | 'network'>): Promise<Outlets> =>
  new Map((await coverageDb.outletsOf(turn.db, turn.network.id)).map(o => [o.id, o]))

export function lineOf(speak: Speak, c: Coverage, outlets: Outlets): { text: string; detail: string } {
  const o = outlets.get(c.outletId)
  const name = o
    ? o.state === 'proposed'
      ? speak.say('coverage.newOutlet', { name: nameOfOutlet(speak, o) })
      : nameOfOutlet(speak, o)
    : c.outletId
  const rest = [
    mediumOf(speak, c.medium),
    levelOf(speak, c.level),
    speak.shortDay(c.on),
    c.reach === null ? null : reachSaid(speak, c.reach, c.reachHow),
    c.shared && speak.say('coverage.reachOfLine', { _said: togetherSaid(speak, c.shared.reach, c.shared.how) }),
    c.tone && toneSaid(speak, c.tone),
    c.messages.length > 0 ? speak.say('coverage.carried', { n: c.messages.length }) : null,
    c.link && isolate(c.link),
  ]
  return { text: c.title ? speak.say('coverage.line', { name, title: c.title }) : isolate(name), detail: rest.filter(Boolean).join(' · ') }
}

/** How far it is known, in a sentence; null where there is coverage to be seen. */
export function standing(speak: Speak, state: coverageDb.CollectionRow['state'] | null, n: number): Part | null {
  if (n > 0) return null
  switch (state) {
    case null:
      return notice('info', speak.say('coverage.notAsked'))
    case 'asked':
      return notice('info', speak.say('coverage.isAsked'))
    case 'open':
      return notice('warning', speak.say('coverage.isOpen'))
    case 'none':
      return notice('info', speak.say('coverage.isNone'))
    case 'collected':
      return null
    default:
      return state satisfies never
  }
}

/** All coverage of an activity, as the reader may see it, under notes on what was done. */
export async function shown(turn: Turn, a: Activity, notes: Part[] = []): Promise<View> {
  const { speak } = turn
  const all = await coverageDb.ofActivity(turn.db, turn.reader, a.id)
  const row = await coverageDb.collection(turn.db, turn.network.id, a.id)
  const outlets = await outletsById(turn)
  const writes = mayCover(turn, a)
  const state = standing(speak, row?.state ?? null, all.length)
  const onLines = writes && all.length <= buttonsUpTo
  return view(turn.language, [
    ...notes,
    heading(speak.say('coverage.of', { title: speak.pick(a.title) })),
    text(
      [isolate(a.reference), speak.shortWhen(a.when), ...(all.length > 0 ? [speak.say('coverage.count', { n: all.length })] : [])].join(
        ' · ',
      ),
      'subtle',
    ),
    ...(state ? [state] : []),
    numbered(
      speak,
      all.map(c => ({ ...lineOf(speak, c, outlets), actions: onLines && mayCorrect(turn, a, c) ? lineButtons(speak, c) : [] })),
    ),
    ...(writes && !onLines ? [text(speak.say('coverage.byNumber'), 'subtle')] : []),
    actions(
      writes
        ? [
            button(speak, 'coverage.add', 'coverage.add', { id: a.id }, { style: all.length === 0 ? 'primary' : 'normal' }),
            ...(all.length === 0 && row?.state !== 'none' && mayWrite(turn, a.ownerId)
              ? [button(speak, 'coverage.none', 'coverage.none', { id: a.id })]
              : []),
            ...(mayWrite(turn, a.ownerId) && isOver(turn, a) ? [storyButton(speak, a)] : []),
          ]
        : [],
    ),
  ])
}

const lineButtons = (speak: Speak, c: Coverage) => {
  const args = { id: c.id, v: String(c.version) }
  return [
    button(speak, 'coverage.correct', 'coverage.correct', args),
    button(speak, 'coverage.remove', 'coverage.remove', args, { style: 'danger' }),
  ]
}
