/** Requests to join, decided by coordinators and admins: the card, the list, accepting into an organization, declining. */
import * as network from '../../db/network.ts'
import * as people from '../../db/people.ts'
import { tellAccount, update } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, facts, heading, list, named, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds, type Organization, type Profile } from '../model/people.ts'
import type { Action, View } from '../model/view.ts'
import { newOrganization } from './organizations.ts'
import { join, nameIn } from './people.ts'

type Request = network.JoinRequest

/** What every copy of a request's card is known by. */
export const subjectOf = (id: string): string => `join:${id}`

const mayDecide = (turn: Turn): boolean => holds(turn.reader, 'coordinator') || holds(turn.reader, 'admin')
const refused = (turn: Turn): View =>
  warn(turn.speak, 'dialogue.notAllowed', {
    _who: turn.speak.list((['coordinator', 'admin'] as const).map(r => turn.speak.say('network.roles', { _role: r }))),
  })

const organizationOf = (scene: Scene, r: Request): Organization | undefined =>
  scene.organizations.find(o => o.id === r.organizationId && o.active)
const organizationName = (scene: Scene, speak: Speak, r: Request): string => {
  const known = scene.organizations.find(o => o.id === r.organizationId)
  return known ? speak.pick(known.name) : r.organizationText
}

function deciding(scene: Scene, speak: Speak, r: Request): Action[] {
  const known = organizationOf(scene, r)
  return [
    ...(known ? [button(speak, 'network.accept', 'join.accept', { id: r.id, organization: known.id }, { style: 'primary' })] : []),
    button(speak, known ? 'network.acceptElsewhere' : 'network.acceptInto', 'join.choose', { id: r.id }, known ? {} : { style: 'primary' }),
    button(speak, 'network.decline', 'join.decline', { id: r.id }, { style: 'danger' }),
  ]
}

/** The card of an open request, for those who decide. `profile` is what the platform says of the person. */
export function requestView(scene: Scene, speak: Speak, r: Request, profile: Profile | null): View {
  return view(
    speak.language,
    [
      heading(speak.say('network.joinRequest')),
      facts([
        [speak.say('network.name'), r.name],
        [speak.say('network.organization'), organizationName(scene, speak, r)],
        [speak.say('network.email'), profile?.email],
        [speak.say('network.where'), speak.say('network.platform', { _platform: r.platform })],
        [speak.say('network.asked'), speak.instant(r.askedAt)],
      ]),
      ...(profile?.guest ? [notice('warning', speak.say('network.guest'))] : []),
      ...(organizationOf(scene, r) ? [] : [text(speak.say('network.unknownOrganization'), 'subtle')]),
      actions(deciding(scene, speak, r)),
    ],
    speak.say('network.joinRequestOf', { name: r.name, organization: organizationName(scene, speak, r) }),
  )
}

/** A decided request: what was decided, by whom. */
async function decidedView(scene: Scene, speak: Speak, r: Request): Promise<View> {
  const by = r.decidedBy ? await people.member(scene.db, scene.network, r.decidedBy) : null
  const values = {
    name: r.name,
    organization: organizationName(scene, speak, r),
    by: by ? speak.pick(by.name) : '',
    at: r.decidedAt ? speak.instant(r.decidedAt) : '',
  }
  return view(speak.language, [
    notice(
      r.state === 'accepted' ? 'good' : 'info',
      speak.say(r.state === 'accepted' ? 'network.joinAccepted' : 'network.joinDeclined', values),
    ),
  ])
}

export async function joinRequestsCommand(turn: Turn): Promise<Answer> {
  if (!mayDecide(turn)) return { views: [refused(turn)] }
  const { speak } = turn
  const open = await network.openJoinRequests(turn.db, turn.network.id)
  if (open.length === 0) return { views: [view(turn.language, [text(speak.say('network.noJoinRequests'))])] }
  return {
    views: [
      view(turn.language, [
        heading(speak.say('network.joinRequests', { n: open.length })),
        list(
          open.slice(0, mostListed).map(r => ({
            text: r.name,
            detail: [
              organizationName(turn, speak, r),
              speak.say('network.platform', { _platform: r.platform }),
              speak.instant(r.askedAt),
            ].join(' · '),
            actions: deciding(turn, speak, r),
          })),
        ),
        ...(open.length > mostListed ? [text(speak.say('network.moreRequests', { n: open.length - mostListed }), 'subtle')] : []),
      ]),
    ],
  }
}
/** The oldest are listed; the others follow as these are decided. */
const mostListed = 12

/** Holds the request of a button; or the view that says why there is nothing to decide. */
async function held(turn: Turn, id: string | undefined): Promise<{ ok: true; request: Request } | { ok: false; view: View }> {
  if (!mayDecide(turn)) return { ok: false, view: refused(turn) }
  const request = await network.holdJoinRequest(turn.db, turn.network.id, id ?? '')
  if (!request) return { ok: false, view: warn(turn.speak, 'dialogue.stale') }
  if (request.state !== 'open') return { ok: false, view: await decidedView(turn, turn.speak, request) }
  return { ok: true, request }
}

const perPage = 20

/** The network's organizations as buttons, to accept someone into another than was asked for; an admin may make a new one of the name written. */
export async function choosePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await held(turn, args.id)
  if (!found.ok) return { replace: found.view }
  const { request } = found
  const { speak } = turn
  const page = Math.max(0, Number(args.page ?? 0) || 0)
  const all = turn.organizations.filter(o => o.active)
  const more: Action[] = []
  if (page > 0) more.push(button(speak, 'network.previous', 'join.choose', { id: request.id, page: String(page - 1) }))
  if (all.length > (page + 1) * perPage) more.push(button(speak, 'network.next', 'join.choose', { id: request.id, page: String(page + 1) }))
  if (!request.organizationId && holds(turn.reader, 'admin'))
    more.push(button(speak, 'network.createOrganization', 'join.create', { id: request.id }))
  more.push(button(speak, 'network.decline', 'join.decline', { id: request.id }, { style: 'danger' }))
  return {
    replace: view(turn.language, [
      text(speak.say('network.acceptWhere', { name: request.name, organization: request.organizationText }), 'strong'),
      actions(
        all
          .slice(page * perPage, (page + 1) * perPage)
          .map(o => named(turn.language, speak.pick(o.name), 'join.accept', { id: request.id, organization: o.id })),
      ),
      actions(more),
    ]),
  }
}

export async function acceptPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await held(turn, args.id)
  if (!found.ok) return { replace: found.view }
  const organization = turn.organizations.find(o => o.id === (args.organization ?? found.request.organizationId) && o.active)
  if (!organization) return choosePress(turn, args)
  return { replace: await accept(turn, found.request, organization) }
}

/** An organization of the name that was written, and the person in it: for admins, who alone make organizations. */
export async function createPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await held(turn, args.id)
  if (!found.ok) return { replace: found.view }
  if (!holds(turn.reader, 'admin'))
    return { views: [warn(turn.speak, 'dialogue.notAllowed', { _who: turn.speak.say('network.roles', { _role: 'admin' }) })] }
  const organization = await newOrganization(turn, turn.member.id, found.request.organizationText)
  return { replace: await accept(turn, found.request, organization) }
}

async function accept(turn: Turn, request: Request, organization: Organization): Promise<View> {
  const account = { platform: request.platform, space: request.space, user: request.user }
  const known = await people.accountOf(turn.db, turn.network.id, account)
  const email = known?.profile.email?.toLowerCase() ?? null
  const standing = email ? await people.activeByEmail(turn.db, turn.network, email) : null
  // A guest's e-mail is never taken as a proof of who they are: they do not become a member that stands already.
  const same = known?.memberId ?? (standing && !known?.profile.guest ? standing.id : null)
  const id =
    same ??
    (await join(turn, turn.member.id, {
      name: nameIn(turn, request.name),
      email: standing || known?.profile.guest ? null : email,
      organizationId: organization.id,
      roles: ['member'],
      rosterLanguage: request.language,
    }))
  await people.link(turn.db, turn.network.id, account, id)
  await decide(turn, request, 'accepted', organization.id)
  await answerPerson(turn, request, id, organization)
  return settledView(turn, request.id)
}

export async function declinePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await held(turn, args.id)
  if (!found.ok) return { replace: found.view }
  await decide(turn, found.request, 'declined', undefined)
  await answerPerson(turn, found.request, null, null)
  return { replace: await settledView(turn, found.request.id) }
}

async function decide(turn: Turn, request: Request, state: 'accepted' | 'declined', organizationId: string | undefined): Promise<void> {
  await network.decideJoinRequest(turn.db, turn.network.id, request.id, {
    state,
    ...(organizationId ? { organizationId } : {}),
    decidedAt: turn.now,
    decidedBy: turn.member.id,
  })
  await record(turn, turn.member.id, {
    entity: 'join',
    id: request.id,
    action: state,
    before: { state: 'open', organizationId: request.organizationId },
    after: { state, organizationId: organizationId ?? null },
  })
}

/** Brings every colleague's card up to date, and gives the one for who decided. */
async function settledView(turn: Turn, id: string): Promise<View> {
  const request = await network.holdJoinRequest(turn.db, turn.network.id, id)
  if (!request) throw new Error(`request ${id} is gone`)
  const views = { ar: await decidedView(turn, turn.voice('ar'), request), en: await decidedView(turn, turn.voice('en'), request) }
  await update(turn, subjectOf(id), language => views[language])
  return views[turn.language]
}

/** Tells the person who asked, in the language they asked in, in working hours; a person who was declined is no member whom `tell` could find. */
async function answerPerson(turn: Turn, request: Request, memberId: string | null, organization: Organization | null): Promise<void> {
  const speak = turn.voice(request.language)
  const said = organization
    ? view(request.language, [
        notice('good', speak.say('network.youAreIn', { organization: speak.pick(organization.name) })),
        text(speak.say('network.whatNow')),
        actions([button(speak, 'network.whatCanIDo', 'command', { name: 'help' }, { style: 'primary' })]),
      ])
    : view(request.language, [text(speak.say('network.youAreDeclined'))])
  const account = { platform: request.platform, space: request.space, user: request.user }
  await tellAccount(turn, account, said, { memberId, dedupe: `${subjectOf(request.id)}:answer` })
}
