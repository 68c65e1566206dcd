/** People who come and go: what belongs to a member's joining and leaving, and an account that can no longer be written to. */

import * as changes from '../../db/changes.ts'
import * as conversations from '../../db/conversations.ts'
import * as due from '../../db/due.ts'
import * as outbox from '../../db/outbox.ts'
import * as people from '../../db/people.ts'
import { holders, tell } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { list, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Account, Bilingual, Language, Member, Role } from '../model/people.ts'
import { nextWorkingMoment } from '../time/working-days.ts'

/** A name is in the language of its script; one in neither script is in the network's first language. */
export function nameIn(
  scene: { network: { settings: { languages: Language[] } } },
  name: string,
): { ar: string | null; en: string | null } {
  const arabic = /\p{Script=Arabic}/u.test(name) || (!/\p{Script=Latin}/u.test(name) && scene.network.settings.languages[0] === 'ar')
  return arabic ? { ar: name, en: null } : { ar: null, en: name }
}

export type Joining = {
  name: { ar: string | null; en: string | null }
  email: string | null
  organizationId: string
  roles: Role[]
  rosterLanguage: Language | null
}

/** Makes a person a member; who had left under the same e-mail comes back as who they were. Returns the member's id. */
export async function join(scene: Scene, by: string | null, who: Joining): Promise<string> {
  const [before] = who.email ? await people.leftByEmail(scene.db, scene.network, [who.email.toLowerCase()]) : []
  const id = before?.id ?? scene.ids()
  if (before)
    await people.changeMember(scene.db, scene.network.id, id, {
      nameAr: who.name.ar ?? before.name.ar ?? null,
      nameEn: who.name.en ?? before.name.en ?? null,
      organizationId: who.organizationId,
      roles: who.roles,
      rosterLanguage: who.rosterLanguage,
      active: true,
      leftAt: null,
    })
  else
    await people.addMember(scene.db, scene.network.id, {
      id,
      organizationId: who.organizationId,
      nameAr: who.name.ar,
      nameEn: who.name.en,
      email: who.email,
      roles: who.roles,
      rosterLanguage: who.rosterLanguage,
      joinedAt: scene.now,
    })
  await record(scene, by, { entity: 'member', id, action: 'joined', after: { ...who } })
  await scene.emit({ kind: 'member.joined', memberId: id })
  return id
}

/** Ends a membership: nothing more is written to the person, what they had open is let go; their organization's activities stay. */
export async function leave(scene: Scene, by: string | null, member: Member): Promise<void> {
  await people.changeMember(scene.db, scene.network.id, member.id, { active: false, leftAt: scene.now })
  for (const { account } of await people.unlink(scene.db, scene.network.id, member.id)) {
    await outbox.dropFor(scene.db, scene.network.id, account)
    await conversations.keep(scene.db, scene.network.id, account, { state: null, language: null, changedAt: scene.now, expiresAt: null })
  }
  await record(scene, by, { entity: 'member', id: member.id, action: 'left', before: { ...member } })
  await scene.emit({ kind: 'member.left', memberId: member.id })
}

/** The due row under which the centre is told, in one message, of all who left at the same instant (a roster may remove many). */
export const leftDue = 'network.left'

export async function onLeft(scene: Scene): Promise<void> {
  await due.set(scene.db, scene.network.id, {
    kind: leftDue,
    subject: scene.now.toString(),
    at: nextWorkingMoment(scene.calendar, scene.now),
  })
}

/** Tells the centre who left, and which organizations have nobody left. `subject` is the instant at which they did. */
export async function tellLeft(scene: Scene, subject: string): Promise<void> {
  const left: Member[] = []
  for (const id of await changes.entitiesAt(scene.db, scene.network.id, { entity: 'member', action: 'left', at: subject })) {
    const member = await people.member(scene.db, scene.network, id)
    // Who came back in the meantime did not leave.
    if (member && !member.active) left.push(member)
  }
  if (left.length === 0) return
  const empty = await emptyOf(scene, [...new Set(left.map(m => m.organizationId))])
  const named = (id: string): Bilingual => scene.organizations.find(o => o.id === id)?.name ?? {}
  await tell(
    scene,
    await holders(scene, 'coordinator'),
    language => {
      const speak = scene.voice(language)
      return view(language, [
        text(speak.say('network.left', { n: left.length }), 'strong'),
        list(left.map(m => ({ text: speak.pick(m.name), detail: speak.pick(named(m.organizationId)) }))),
        ...empty.map(id => notice('warning', speak.say('network.nobodyLeft', { organization: speak.pick(named(id)) }))),
      ])
    },
    { dedupe: `${leftDue}:${subject}` },
  )
}

/** Of these organizations, those without an active member. */
async function emptyOf(scene: Scene, organizationIds: string[]): Promise<string[]> {
  const active = await people.activeMembers(scene.db, scene.network, { organizationIds })
  return organizationIds.filter(id => !active.some(m => m.organizationId === id))
}

/**
 * The platform says that an account blocked or uninstalled the bot, or is gone: nothing more is sent to it, and the centre is told once, in working
 * hours. When the person writes again, the account is written to again. The membership itself ends by a roster alone.
 */
export async function leaveAccount(scene: Scene, account: Account): Promise<void> {
  const gone = await people.gone(scene.db, scene.network.id, account, scene.now)
  if (!gone) return
  await outbox.dropFor(scene.db, scene.network.id, account)
  const member = gone.memberId ? await people.member(scene.db, scene.network, gone.memberId) : null
  if (!member?.active) return
  await record(scene, null, { entity: 'account', id: member.id, action: 'gone', after: { ...account } })
  const others = await people.reachable(scene.db, scene.network.id, [member.id])
  const colleagues = await people.activeMembers(scene.db, scene.network, { organizationIds: [member.organizationId] })
  const reached = await people.reachable(
    scene.db,
    scene.network.id,
    colleagues.map(m => m.id),
  )
  const organization = scene.organizations.find(o => o.id === member.organizationId)
  const coordinators = (await holders(scene, 'coordinator')).filter(m => m.id !== member.id)
  await tell(scene, coordinators, language => {
    const speak = scene.voice(language)
    const values = {
      name: speak.pick(member.name),
      organization: speak.pick(organization?.name ?? {}),
      platform: speak.say('network.platform', { _platform: account.platform }),
    }
    return view(language, [
      text(speak.say('network.accountGone', values)),
      ...(others.length > 0 ? [text(speak.say('network.accountOther'), 'subtle')] : []),
      ...(reached.length === 0 ? [notice('warning', speak.say('network.nobodyReached', { organization: values.organization }))] : []),
    ])
  })
}
