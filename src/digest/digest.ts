/** A member's week in one message: what waits for them, what clashes, what of theirs is coming. Null where there is nothing to tell. */
import * as actionsDb from '../../db/actions.ts'
import * as activitiesDb from '../../db/activities.ts'
import * as clashesDb from '../../db/clashes.ts'
import { lineOf as actionLine, isOverdue, namesFor } from '../actions/show.ts'
import { lineOf } from '../activities/show.ts'
import { touches } from '../activities/when.ts'
import { waitingParts } from '../agenda/waiting.ts'
import { actions, button, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { nextMeeting } from '../meetings/occurrences.ts'
import { answerOf, owes, standing } from '../meetings/standing.ts'
import type { Activity } from '../model/activity.ts'
import { holds, type Member, type Reader } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { dayOf, today } from '../time/zone.ts'

/** Days ahead that are a week's. */
const week = 7
/** Working days in which what is not confirmed is named. */
const soon = 10
/** Lines of one list. */
const shown = 6

export async function digestView(scene: Scene, member: Member, speak: Speak): Promise<View | null> {
  const reader: Reader = {
    networkId: scene.network.id,
    memberId: member.id,
    organizationId: member.organizationId,
    roles: member.roles,
    now: scene.now,
  }
  const parts = [
    ...(holds(reader, 'member') ? await ofMember(scene, reader, speak) : []),
    ...(holds(reader, 'coordinator') ? await ofCentre(scene, reader, speak) : []),
    ...(await waitingParts(scene, reader, speak)),
  ]
  return parts.length === 0 ? null : view(speak.language, [heading(speak.say('digest.title')), ...parts])
}

async function ofMember(scene: Scene, reader: Reader, speak: Speak): Promise<Part[]> {
  const { db, network, now, calendar } = scene
  const own = await activitiesDb.ofOrganization(db, reader, reader.organizationId, { from: now })
  const lines = (all: Activity[]) =>
    list(all.slice(0, shown).map(a => lineOf(a, { speak, organizations: scene.organizations }, { owner: false })))
  const named = (key: 'digest.returned' | 'digest.unsure' | 'digest.coming', all: Activity[]): Part[] =>
    all.length === 0 ? [] : [text(speak.say(key, { n: all.length }), 'strong'), lines(all)]
  const until = addWorkingDays(calendar, dayOf(network.settings.zone, now), soon).toZonedDateTime(network.settings.zone).toInstant()
  const within = (end: typeof now) => (a: Activity) => touches(a.when, { start: now, end }, network.settings.zone)
  const returned = own.filter(a => a.review === 'returned')
  const unsure = own.filter(a => a.certainty !== 'confirmed' && within(until)(a))
  const coming = own.filter(a => within(now.add({ hours: week * 24 }))(a) && !unsure.includes(a) && !returned.includes(a))
  const clashes = await clashesDb.open(db, network.id, [reader.organizationId])
  return [
    ...(await owed(scene, reader, speak)),
    ...(await promised(scene, reader, speak)),
    ...named('digest.returned', returned),
    ...clashParts(clashes.length, speak),
    ...named('digest.unsure', unsure),
    ...named('digest.coming', coming),
  ]
}

/** An answer that the organization still owes for the next meeting. */
async function owed(scene: Scene, reader: Reader, speak: Speak): Promise<Part[]> {
  const m = await nextMeeting(scene)
  const organization = scene.organizations.find(o => o.id === reader.organizationId)
  if (!m || !organization || !owes(organization) || (await answerOf(scene, m, organization.id))) return []
  return [
    notice('warning', speak.say('digest.owes', { deadline: speak.instant(m.deadlineAt) })),
    actions([button(speak, 'meeting.submit', 'meeting.submit', { meeting: m.id }, { style: 'primary' })]),
  ]
}

/** Actions that the organization owes. */
async function promised(scene: Scene, reader: Reader, speak: Speak): Promise<Part[]> {
  const open = await actionsDb.open(scene.db, scene.network.id, { organizationId: reader.organizationId })
  if (open.length === 0) return []
  const names = await namesFor(scene, open)
  return [
    text(speak.say('action.digest', { n: open.length }), 'strong'),
    list(
      open.slice(0, shown).map(a => actionLine({ speak, organizations: scene.organizations }, a, names, today(scene), { owner: false })),
    ),
    actions([shows(speak, 'actions')]),
  ]
}

/** What the network owes and is late with. */
async function late(scene: Scene, speak: Speak): Promise<Part[]> {
  const n = (await actionsDb.open(scene.db, scene.network.id)).filter(a => isOverdue(a, today(scene))).length
  return n > 0 ? [text(speak.say('action.digestLate', { n })), actions([shows(speak, 'actions')])] : []
}

const clashParts = (n: number, speak: Speak): Part[] =>
  n === 0 ? [] : [notice('warning', speak.say('clash.list', { n })), actions([shows(speak, 'clashes')])]

async function ofCentre(scene: Scene, reader: Reader, speak: Speak): Promise<Part[]> {
  const waiting = await activitiesDb.waitingForReview(scene.db, reader)
  const m = await nextMeeting(scene)
  const missing = m ? (await standing(scene, m)).owing.length : 0
  const clashes = await clashesDb.open(scene.db, scene.network.id)
  return [
    ...(waiting.length > 0 ? [text(speak.say('review.count', { n: waiting.length })), actions([shows(speak, 'review')])] : []),
    ...(missing > 0 ? [text(speak.say('meeting.owingCount', { n: missing })), actions([shows(speak, 'missing')])] : []),
    ...(await late(scene, speak)),
    ...clashParts(clashes.length, speak),
  ]
}

const shows = (speak: Speak, name: 'actions' | 'clashes' | 'review' | 'missing'): Action =>
  button(speak, 'digest.show', 'command', { name })
