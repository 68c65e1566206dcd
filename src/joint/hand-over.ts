/** The centre hands an activity over to another organization: both are told, and the record says so. */
import * as activitiesDb from '../../db/activities.ts'
import { organizationChoices } from '../activities/fields.ts'
import { nameOf } from '../activities/show.ts'
import { recordActivity } from '../activities/submit.ts'
import { isOver } from '../activities/withdraw.ts'
import { close, toOrganization, writers } from '../delivery/ask.ts'
import { tell } from '../delivery/promise.ts'
import { choiceField, textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { actions, button, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { outline, partnerQuestion } from './invite.ts'

type Handing = { activity: Activity; facts: Part; version: string }

async function mayHandOver(turn: Turn, id: string | undefined): Promise<{ activity: Activity } | { refused: View }> {
  if (!holds(turn.reader, 'coordinator')) return { refused: onlyFor(turn.speak, 'coordinator') }
  const a = id ? await activitiesDb.byId(turn.db, turn.reader, id) : null
  if (!a) return { refused: warn(turn.speak, 'activity.notFound') }
  if (a.lifecycle === 'withdrawn') return { refused: warn(turn.speak, 'activity.alreadyWithdrawn', { reference: a.reference }) }
  if (isOver(turn, a)) return { refused: warn(turn.speak, 'activity.over', { reference: a.reference, title: turn.speak.pick(a.title) }) }
  return { activity: a }
}

export async function handOverPress(turn: Turn, args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> {
  const found = await mayHandOver(turn, args.id)
  if ('refused' in found) return { views: [found.refused] }
  return {
    begin: { form: 'joint.handOver', args: { activity: found.activity.id, version: String(found.activity.version) }, dialog: how.dialog },
  }
}

export const handOverForm = form<Values, Handing>({
  id: 'joint.handOver',
  title: 'joint.handOverTitle',
  submit: 'activity.handOver',
  confirm: true,
  fields: {
    organization: choiceField('organization', {
      label: 'activity.owner',
      ask: 'joint.askOwner',
      need: 'required',
      options: (asking, load) => {
        const { activity } = load as Handing
        return organizationChoices(asking).filter(o => o.value !== activity.ownerId)
      },
    }),
    note: textField('note', { label: 'joint.reason', ask: 'joint.askReason', need: 'offered', min: 2, max: 500, long: true }),
  },
  async load(turn, args) {
    const found = await mayHandOver(turn, args.activity)
    if ('refused' in found) return { ok: false, view: found.refused }
    const { activity } = found
    return { ok: true, value: { activity, facts: outline(turn, turn.speak, activity), version: args.version ?? String(activity.version) } }
  },
  about: (_asking, { facts }) => [facts],
  async outcome(turn, args) {
    const found = await mayHandOver(turn, args.activity)
    return 'refused' in found ? found.refused : null
  },
  async save(values, turn, { activity, version }) {
    const to = String(values.organization)
    const note = typeof values.note === 'string' ? values.note : null
    const contact = (await writers(turn, [to]))[0]?.id ?? turn.member.id
    // Notes are internal to the organization that wrote them: they stay in the record alone.
    const set = { ownerId: to, contactId: contact, notes: null, changedAt: turn.now }
    if (version !== String(activity.version) || !(await activitiesDb.change(turn.db, turn.network.id, activity.id, activity.version, set)))
      return warn(turn.speak, 'activity.changedMeanwhile', { reference: activity.reference })
    await activitiesDb.dropPartner(turn.db, turn.network.id, activity.id, to)
    await close(turn, partnerQuestion, activity.id, { to: toOrganization(to) })
    const after = (await activitiesDb.byId(turn.db, turn.reader, activity.id)) ?? activity
    await recordActivity(
      turn,
      after,
      'handedOver',
      { ownerId: activity.ownerId, contactId: activity.contactId, notes: activity.notes },
      { ownerId: to, contactId: contact, note },
    )
    await turn.emit({ kind: 'activity.changed', activity: after, by: turn.member.id, before: activity })
    await tellBoth(turn, activity, to, note)
    return view(turn.language, [notice('good', turn.speak.say('joint.handedOver', said(turn, activity, activity.ownerId, to)))])
  },
})

const said = (voice: Pick<Turn, 'speak' | 'organizations'>, a: Activity, from: string, to: string) => ({
  reference: a.reference,
  title: voice.speak.pick(a.title),
  from: nameOf(voice, from),
  to: nameOf(voice, to),
})

async function tellBoth(turn: Turn, a: Activity, to: string, note: string | null): Promise<void> {
  const members = (await writers(turn, [a.ownerId, to])).filter(m => m.id !== turn.member.id)
  await tell(turn, members, (language, m) => {
    const speak = turn.voice(language)
    return view(language, [
      notice('info', speak.say('joint.handedOver', said({ speak, organizations: turn.organizations }, a, a.ownerId, to))),
      ...(note ? [text(speak.say('ask.note', { note }))] : []),
      actions(m.organizationId === to ? [button(speak, 'activity.open', 'activity.open', { id: a.id })] : []),
    ])
  })
}
