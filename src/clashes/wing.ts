/** The clashes wing: what is said before saving, the list of open clashes, what else is on at a time, and letting one stand. */
import * as activitiesDb from '../../db/activities.ts'
import * as changes from '../../db/changes.ts'
import * as clashesDb from '../../db/clashes.ts'
import { lineOf } from '../activities/show.ts'
import { whenOf } from '../activities/when.ts'
import { holders, tell } from '../delivery/promise.ts'
import { textField } from '../dialogue/fields.ts'
import { form } from '../dialogue/form.ts'
import { divider, heading, list, notice, onlyFor, say, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Wing } from '../dialogue/wing.ts'
import type { When } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { advise, nearby } from './advise.ts'
import { stretchesOf } from './compare.ts'
import { clashView, type Sides } from './show.ts'
import { onEvent, redraw, seenBy, sidesOf } from './watch.ts'

/** Clashes on one card. */
const shown = 8

async function clashesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const at = asked.meaning.when.find(m => !m.timeOnly)
  const when = at ? whenOf(at) : null
  if (when) return { views: [await atTime(turn, when)] }
  const { speak } = turn
  const coordinator = holds(turn.reader, 'coordinator')
  const all = await clashesDb.open(turn.db, turn.network.id, coordinator ? undefined : [turn.reader.organizationId])
  const parts: Part[] = [heading(speak.say('clash.list', { n: all.length }))]
  for (const clash of all.slice(0, shown)) {
    const sides = await sidesOf(turn, clash)
    if (!sides) continue
    const eye = await eyeOf(turn, sides)
    const one = clashView(turn, speak, sides, eye)
    parts.push(divider, ...one.parts.map(p => (p.kind === 'heading' ? text(p.text, 'strong') : p)))
  }
  return { views: [view(turn.language, parts)] }
}

const eyeOf = async (turn: Turn, sides: Sides) => {
  const coordinator = holds(turn.reader, 'coordinator')
  const { organizationId } = turn.reader
  return { organizationId, coordinator, seen: await seenBy(turn, sides, organizationId, coordinator) }
}

/** "Is anything on then?": what the reader may see, and that there is more. */
async function atTime(turn: Turn, when: When): Promise<View> {
  const { speak } = turn
  const { zone } = turn.network.settings
  // A span asks about all of its days.
  const asked = stretchesOf(when.kind === 'span' ? { kind: 'days', start: when.start, end: when.end } : when, zone)
  const then = (await nearby(turn, when, [])).filter(other =>
    stretchesOf(other.when, zone).some(s => asked.some(a => s.from < a.to && a.from < s.to)),
  )
  const seen = await activitiesDb.byIds(
    turn.db,
    turn.reader,
    then.filter(o => o.seen).map(o => o.id),
  )
  return view(turn.language, [
    heading(speak.when(when)),
    text(speak.say('clash.onDay', { n: seen.length })),
    list(seen.map(a => lineOf(a, turn))),
    ...(then.length > seen.length ? [notice('warning', speak.say('clash.andSensitive'))] : []),
  ])
}

type Kept = { sides: Sides }
const keepForm = form<Record<string, unknown>, Kept>({
  id: 'clash.keep',
  title: 'clash.keepTitle',
  submit: 'dialogue.save',
  confirm: false,
  fields: { note: textField('note', { label: 'clash.note', ask: 'clash.askNote', need: 'required', min: 2, max: 500, long: true }) },
  async load(turn, args) {
    const found = await openClash(turn, args.id)
    return 'sides' in found ? { ok: true, value: found } : { ok: false, view: found.refused }
  },
  outcome: async (turn, args) => {
    const found = await openClash(turn, args.id)
    return 'refused' in found ? found.refused : null
  },
  async save(values, turn, { sides }) {
    const note = String(values.note)
    const { clash, activities } = sides
    const set = { state: 'kept' as const, note, settledBy: turn.member.id, settledAt: turn.now }
    if (!(await clashesDb.settle(turn.db, turn.network.id, clash.id, set))) return warn(turn.speak, 'clash.settledAlready')
    await changes.record(turn.db, {
      networkId: turn.network.id,
      id: turn.ids(),
      entity: 'clash',
      entityId: clash.id,
      at: turn.now,
      memberId: turn.member.id,
      forOrganizationId: null,
      through: turn.through,
      delivery: turn.delivery,
      action: 'kept',
      before: { state: clash.state },
      after: { state: 'kept', note },
    })
    await redraw(turn, clash.id)
    const now = await clashesDb.byId(turn.db, turn.network.id, clash.id)
    const settled: Sides = { clash: now ?? clash, activities }
    const owners = await holders(turn, 'member', [...new Set(activities.map(a => a.ownerId))])
    const seen = new Map<string, ReadonlySet<string>>()
    for (const { organizationId } of owners) seen.set(organizationId, await seenBy(turn, settled, organizationId, false))
    await tell(
      turn,
      owners.filter(m => m.id !== turn.member.id),
      (language, m) =>
        clashView(turn, turn.voice(language), settled, {
          organizationId: m.organizationId,
          coordinator: false,
          seen: seen.get(m.organizationId) ?? new Set(),
        }),
    )
    return clashView(turn, turn.speak, settled, await eyeOf(turn, settled))
  },
})

/** The clash as long as it is open and this person may settle it; else what to say. */
async function openClash(turn: Turn, id: string | undefined): Promise<Kept | { refused: View }> {
  if (!holds(turn.reader, 'coordinator')) return { refused: onlyFor(turn.speak, 'coordinator') }
  const clash = id ? await clashesDb.byId(turn.db, turn.network.id, id) : null
  const sides = clash && (await sidesOf(turn, clash))
  if (!sides) return { refused: say(turn.speak, 'clash.gone') }
  if (clash.state === 'open') return { sides }
  return { refused: clashView(turn, turn.speak, sides, await eyeOf(turn, sides)) }
}

export const wing: Wing = {
  commands: { clashes: clashesCommand },
  forms: [keepForm],
  presses: {
    'clash.keep': async (turn, args, how) => {
      const found = await openClash(turn, args.id)
      return 'refused' in found
        ? { views: [found.refused] }
        : { begin: { form: 'clash.keep', args: { id: args.id ?? '' }, dialog: how.dialog } }
    },
  },
  events: [onEvent],
  advice: { submit: advise, edit: advise },
}
