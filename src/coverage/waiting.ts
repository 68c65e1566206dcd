/** The card of what waits for coverage: a member's own organization's, or for the centre everybody's and what nobody was asked about. */
import * as activitiesDb from '../../db/activities.ts'
import * as coverageDb from '../../db/coverage.ts'
import { lineOf } from '../activities/show.ts'
import { actions, button, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'

/** Lines of what waits. */
const mostLines = 8
/** Days back in which the centre is told of what nobody was asked about. */
const unaskedDays = 30

/** What waits: for a member their organization's, with its buttons; for the centre everybody's, what is open first, with one to ask again. */
export async function waitingView(turn: Turn): Promise<View> {
  const { speak } = turn
  const centre = holds(turn.reader, 'coordinator')
  const rows = await coverageDb.waiting(turn.db, turn.reader, centre ? {} : { ownerId: turn.reader.organizationId })
  const found = await activitiesDb.byIds(
    turn.db,
    turn.reader,
    rows.map(r => r.activityId),
  )
  const section = (state: 'open' | 'asked') =>
    rows.flatMap(r => {
      const a = r.state === state ? found.find(x => x.id === r.activityId) : undefined
      return a ? [{ a, askedAt: r.askedAt }] : []
    })
  const lines = (all: ReturnType<typeof section>) =>
    list(
      all.slice(0, mostLines).map(({ a, askedAt }) => {
        const line = lineOf(a, turn, { owner: centre })
        const asked = askedAt ? speak.say('coverage.askedOn', { when: speak.instant(askedAt) }) : null
        return {
          text: line.text,
          detail: [line.detail, asked].filter(Boolean).join(' · '),
          actions: centre
            ? [
                button(speak, 'coverage.nudge', 'coverage.nudge', { id: a.id }),
                button(speak, 'coverage.open', 'coverage.open', { id: a.id }),
              ]
            : [
                button(speak, 'coverage.add', 'coverage.add', { id: a.id }, { style: 'primary' }),
                button(speak, 'coverage.none', 'coverage.none', { id: a.id }),
              ],
        }
      }),
    )
  const [open, asked] = [section('open'), section('asked')]
  const more = (all: readonly unknown[]) =>
    all.length > mostLines ? [text(speak.say('coverage.more', { n: all.length - mostLines }), 'subtle')] : []
  const span = { start: turn.now.subtract({ hours: 24 * unaskedDays }), end: turn.now }
  const unasked = centre ? await coverageDb.unasked(turn.db, turn.reader, span) : []
  const notAsked = await activitiesDb.byIds(turn.db, turn.reader, unasked.slice(0, mostLines))
  const proposed = centre ? (await coverageDb.outletsOf(turn.db, turn.network.id)).filter(o => o.state === 'proposed').length : 0
  return view(turn.language, [
    heading(speak.say(centre ? 'coverage.waitingAll' : 'coverage.waitingOwn')),
    ...(open.length + asked.length === 0 ? [text(speak.say('coverage.nothingWaits'))] : []),
    ...(open.length > 0 ? [notice('warning', speak.say('coverage.openCount', { n: open.length }))] : []),
    lines(open),
    ...more(open),
    ...(asked.length > 0 ? [text(speak.say('coverage.askedCount', { n: asked.length }), 'strong')] : []),
    lines(asked),
    ...more(asked),
    ...(unasked.length > 0
      ? [
          text(speak.say('coverage.unasked', { n: unasked.length, days: unaskedDays }), 'subtle'),
          list(
            unasked
              .flatMap(id => notAsked.find(a => a.id === id) ?? [])
              .map(a => ({ ...lineOf(a, turn), actions: [button(speak, 'coverage.askNow', 'coverage.nudge', { id: a.id })] })),
          ),
          ...more(unasked),
        ]
      : []),
    ...(proposed > 0 ? [notice('info', speak.say('outlet.waiting', { n: proposed }))] : []),
    actions([
      button(speak, 'coverage.addOther', 'coverage.addOther', {}),
      ...(centre ? [button(speak, 'outlet.list', 'outlet.list', {})] : []),
    ]),
    text(speak.say('coverage.listHint'), 'subtle'),
  ])
}
