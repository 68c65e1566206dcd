/** "Invite the Ministry of Health to our forum": which activity, which organization, one question, and the invitation. And the reason of one who declines. */
import * as activitiesDb from '../../db/activities.ts'
import { organizationChoices } from '../activities/fields.ts'
import { organizationOf } from '../activities/gather.ts'
import { meant } from '../activities/meant.ts'
import { nameOf } from '../activities/show.ts'
import { mayWrite, recordActivity } from '../activities/submit.ts'
import { isOver } from '../activities/withdraw.ts'
import { type Ask, openFor, settle } from '../delivery/ask.ts'
import { choiceField, textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { outline, partnerQuestion } from './invite.ts'

type Inviting = { activity: Activity; facts: ReturnType<typeof outline>; with: readonly string[] }

/** The activity as long as this person may invite to it; else why not. */
async function mayInvite(turn: Turn, id: string | undefined): Promise<{ activity: Activity } | { refused: View }> {
  const a = id ? await activitiesDb.byId(turn.db, turn.reader, id) : null
  if (!a) return { refused: warn(turn.speak, 'activity.notFound') }
  if (!mayWrite(turn, a.ownerId)) return { refused: warn(turn.speak, 'dialogue.notYours', { name: nameOf(turn, a.ownerId) }) }
  if (a.lifecycle === 'withdrawn') return { refused: warn(turn.speak, 'activity.alreadyWithdrawn', { reference: a.reference }) }
  if (isOver(turn, a)) return { refused: warn(turn.speak, 'activity.over', { reference: a.reference, title: turn.speak.pick(a.title) }) }
  return { activity: a }
}

export const inviteForm = form<Values, Inviting>({
  id: 'joint.invite',
  title: 'joint.inviteTitle',
  submit: 'joint.invite',
  confirm: true,
  fields: {
    organization: choiceField('organization', {
      label: 'joint.partner',
      ask: 'joint.askPartner',
      need: 'required',
      options: (asking, load) => {
        const { activity } = load as Inviting
        return organizationChoices(asking).filter(o => o.value !== activity.ownerId)
      },
    }),
  },
  async load(turn, args) {
    const found = await mayInvite(turn, args.activity)
    if ('refused' in found) return { ok: false, view: found.refused }
    const { activity } = found
    return { ok: true, value: { activity, facts: outline(turn, turn.speak, activity), with: await partnerIds(turn, activity) } }
  },
  about: ({ speak }, { activity, facts }) => [text(speak.say('joint.inviteTo', { title: speak.pick(activity.title) }), 'strong'), facts],
  check: (values, _asking, load) =>
    load.with.includes(String(values.organization)) ? [{ field: 'organization', said: { key: 'joint.already' } }] : [],
  async outcome(turn, args) {
    const found = await mayInvite(turn, args.activity)
    return 'refused' in found ? found.refused : null
  },
  async save(values, turn, { activity }) {
    const organizationId = String(values.organization)
    const name = nameOf(turn, organizationId)
    // The version counts up, so that an edit begun before does not take the new partner off again.
    if (!(await activitiesDb.change(turn.db, turn.network.id, activity.id, activity.version, { changedAt: turn.now })))
      return warn(turn.speak, 'activity.changedMeanwhile', { reference: activity.reference })
    await activitiesDb.setPartner(turn.db, turn.network.id, activity.id, organizationId, 'named')
    const after = (await activitiesDb.byId(turn.db, turn.reader, activity.id)) ?? activity
    await recordActivity(turn, after, 'edited', activity, after)
    await turn.emit({ kind: 'activity.changed', activity: after, by: turn.member.id, before: activity })
    return view(turn.language, [
      notice('good', turn.speak.say('joint.inviteSent', { organization: name, title: turn.speak.pick(activity.title) })),
    ])
  },
})

const partnerIds = async (turn: Turn, a: Activity): Promise<string[]> =>
  (await activitiesDb.partnersOf(turn.db, turn.network.id, a.id)).flatMap(p => (p.state === 'declined' ? [] : [p.organizationId]))

const beginInvite = (id: string, organizationId: string | null, dialog: boolean): Answer => ({
  begin: { form: 'joint.invite', args: { activity: id }, ...(organizationId ? { values: { organization: organizationId } } : {}), dialog },
})

export async function inviteCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const said = asked.meaning.arguments.organization
  const organizationId = said ? organizationOf(said, { context: turn.context }) : null
  const names = turn.context.names.organizations.find(o => o.id === organizationId)?.names ?? []
  // The name of the organization says nothing of which activity is meant.
  const rest = { ...asked, text: without(asked.text, names) }
  const all = holds(turn.reader, 'coordinator') ? await activitiesDb.planned(turn.db, turn.reader) : undefined
  const found = await meant(turn, rest, 'joint.invite', {
    more: organizationId ? { organization: organizationId } : {},
    ...(all ? { among: all } : {}),
  })
  if ('answer' in found) return found.answer
  return invite(turn, found.activity.id, organizationId, asked.dialog)
}

/** `organization` was named before it was known which activity is meant. */
export const invitePress = (turn: Turn, args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> =>
  invite(turn, args.id, args.organization ?? null, how.dialog)

async function invite(turn: Turn, id: string | undefined, organizationId: string | null, dialog: boolean): Promise<Answer> {
  const found = await mayInvite(turn, id)
  if ('refused' in found) return { views: [found.refused] }
  const { activity } = found
  if (organizationId === activity.ownerId) return { views: [warn(turn.speak, 'joint.isOwner', { name: nameOf(turn, activity.ownerId) })] }
  if (organizationId && (await partnerIds(turn, activity)).includes(organizationId)) return { views: [warn(turn.speak, 'joint.already')] }
  return beginInvite(activity.id, organizationId, dialog)
}

/** A text without the first of these names that stands in it, the longest first; what is written before an Arabic name goes with it. */
export function without(text: string, names: readonly string[]): string {
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const words = name
      .trim()
      .split(/\s+/)
      .map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^ال/, '(?:ال|ل)'))
    const found = new RegExp(`(?<!\\p{L})[ولبك]{0,2}${words.join('\\s+')}(?!\\p{L})`, 'iu').exec(text)
    if (found) return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim()
  }
  return text
}

export const declineForm = form<Values, Ask>({
  id: 'joint.decline',
  title: 'joint.declineTitle',
  submit: 'joint.decline',
  confirm: false,
  fields: { note: textField('note', { label: 'joint.reason', ask: 'joint.askReason', need: 'asked', min: 2, max: 500, long: true }) },
  async load(turn, args) {
    const found = await openFor(turn, partnerQuestion, args.id)
    return 'refused' in found ? { ok: false, view: found.refused } : { ok: true, value: found.ask }
  },
  async outcome(turn, args) {
    const found = await openFor(turn, partnerQuestion, args.id)
    return 'refused' in found ? found.refused : null
  },
  async save(values, turn, ask) {
    const note = typeof values.note === 'string' && values.note.trim() ? values.note.trim() : null
    const answer = await settle(turn, partnerQuestion, ask, 'decline', note)
    return answer.replace ?? warn(turn.speak, 'ask.over')
  },
})
