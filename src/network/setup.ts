/**
 * One-time setup codes. A code is given by someone with access to the server; whoever sends it to the bot first becomes admin and coordinator, and
 * the workspace or tenant it came from belongs to the network from then on. A code for a further workspace or tenant does the same there, which is
 * also how a network whose admins are gone gets one again. Guests cannot use one.
 */
import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import * as changes from '../../db/changes.ts'
import type { Database } from '../../db/client.ts'
import * as network from '../../db/network.ts'
import * as people from '../../db/people.ts'
import { actions, button, notice, text, view, warn } from '../dialogue/say.ts'
import type { Speak } from '../locales/speak.ts'
import type { Incoming, Place } from '../model/incoming.ts'
import type { Network } from '../model/network.ts'
import type { Account, Profile, Role } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { View } from '../model/view.ts'
import { firstNetwork } from './first-network.ts'

/** Without 0, 1, I and O, which are read for one another; 32 letters, so that a byte chooses evenly. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const groups = 3
const groupLength = 4
export const codeDays = 7

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')

/** Makes a code such as 7KQM-2XHD-WP9R (60 bits) and keeps its SHA-256. `random` gives `n` random bytes. Valid for `codeDays` days, once. */
export async function newCode(db: Database, networkId: string, now: Temporal.Instant, random: (n: number) => Uint8Array): Promise<string> {
  const letters = [...random(groups * groupLength)].map(b => alphabet[b & 31])
  await network.addSetupCode(db, {
    hash: hashOf(letters.join('')),
    networkId,
    createdAt: now,
    expiresAt: now.add({ hours: codeDays * 24 }),
  })
  return Array.from({ length: groups }, (_, i) => letters.slice(i * groupLength, (i + 1) * groupLength).join('')).join('-')
}

/**
 * A code for the one real network, which is made when there is none. Runs in a transaction of its own. Fails where the data holds the sample
 * network alone: that one links its people by itself, and must not be mixed with a real one.
 */
export function makeCode(
  db: Database,
  now: Temporal.Instant,
  ids: () => string,
  random: (n: number) => Uint8Array,
): Promise<Result<{ code: string; days: number }, 'sample'>> {
  return db.transaction(async tx => {
    const all = await people.allNetworks(tx)
    if (all.length > 0 && all.every(n => n.sample)) return fail('sample' as const)
    const of = await firstNetwork(tx, now, ids)
    return ok({ code: await newCode(tx, of.id, now, random), days: codeDays })
  })
}

/** Whether a network has nobody who could let others in: a code is printed at the start then. */
export async function needsCode(db: Database, of: Network): Promise<boolean> {
  return (await people.activeMembers(db, of, { role: 'admin' })).length === 0
}

/** Everything in a text that has the shape of a code: capitals or not, with or without hyphens and blanks, Arabic digits forgiven. Pure. */
export function codesIn(said: string): string[] {
  const plain = said
    .slice(0, 400)
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, d => String((d.codePointAt(0) ?? 0) & 0xf))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .toUpperCase()
  const letter = `[${alphabet}]`
  const gap = '[\\s\\-\u2010-\u2015_.]*'
  // Every place where one could begin, for the words before a code may have its letters too.
  const pattern = new RegExp(`(?<![A-Z0-9])(?=((?:${letter}${gap}){${groups * groupLength}})(?![A-Z0-9]))`, 'g')
  return [...new Set([...plain.matchAll(pattern)].map(m => (m[1] ?? '').replace(/[^A-Z0-9]/g, '')))]
}

/**
 * Whether a text is nothing but a code, so that a wrong one is answered and not taken for a sentence: three groups of four, and a digit or hyphened capitals
 * that ordinary words ("next-week plan") do not have.
 */
const isCode = (said: string): boolean => {
  const bare = said.trim().replace(/[٠-٩۰-۹]/g, d => String((d.codePointAt(0) ?? 0) & 0xf))
  return (
    /^[a-z0-9]{4}([-\s]?)[a-z0-9]{4}\1[a-z0-9]{4}$/iu.test(bare) && (/\d/.test(bare) || (bare.includes('-') && bare === bare.toUpperCase()))
  )
}

export type Redeemed = { networkId: string; memberId: string; organizationName: string; newSpace: boolean }
export type Unredeemed = 'none' | 'unknown' | 'used' | 'expired' | 'otherNetwork' | 'guest'

/**
 * Uses the code in a text: the sender becomes (or is made) a member with the roles admin and coordinator, and their space the network's.
 * Problems: `none` no code in it; `unknown`, `used`, `expired`; `otherNetwork` the space belongs to another network; `guest`. Nothing is changed then.
 */
export async function redeem(
  db: Database,
  said: string,
  account: Account,
  profile: Profile,
  now: Temporal.Instant,
  ids: () => string,
  place: Place | null = null,
): Promise<Result<Redeemed, Unredeemed>> {
  const codes = codesIn(said)
  const found = (await Promise.all(codes.map(c => network.setupCode(db, hashOf(c))))).find(c => c !== null)
  if (!found) return fail(isCode(said) ? 'unknown' : 'none')
  if (profile.guest) return fail('guest')
  if (found.usedAt) return fail('used')
  const of = await people.network(db, found.networkId)
  if (!of) return fail('unknown')
  const there = await people.networkOfSpace(db, account.platform, account.space)
  if (there && there.id !== of.id) return fail('otherNetwork')
  if (!(await network.useSetupCode(db, found.hash, now, `${account.platform}/${account.space}/${account.user}`)))
    return fail((await network.setupCode(db, found.hash))?.usedAt ? 'used' : 'expired')
  const { memberId, organizationName } = await makeAdmin(db, of, account, profile, now, ids, place)
  if (!there)
    await people.connectSpace(db, {
      platform: account.platform,
      space: account.space,
      networkId: of.id,
      connectedAt: now,
      connectedBy: memberId,
    })
  await changes.record(db, {
    networkId: of.id,
    id: ids(),
    entity: 'space',
    entityId: `${account.platform}/${account.space}`,
    at: now,
    memberId,
    forOrganizationId: null,
    through: account.platform,
    delivery: null,
    action: there ? 'code' : 'connected',
    before: null,
    after: { ...account },
  })
  return ok({ networkId: of.id, memberId, organizationName, newSpace: !there })
}

/** The member behind the account, known or new, with the roles admin and coordinator beside those they hold. New ones belong to the centre. */
async function makeAdmin(
  db: Database,
  of: Network,
  account: Account,
  profile: Profile,
  now: Temporal.Instant,
  ids: () => string,
  place: Place | null,
) {
  const known = await people.touch(db, of.id, account, profile, place, now)
  const linked = known.memberId ? await people.member(db, of, known.memberId) : null
  const standing = linked?.active ? linked : profile.email ? await people.activeByEmail(db, of, profile.email) : null
  const organizations = await people.organizationsOf(db, of.id)
  const centre = organizations.find(o => o.centre)
  if (standing) {
    const roles: Role[] = [...new Set<Role>([...standing.roles, 'coordinator', 'admin'])]
    await people.changeMember(db, of.id, standing.id, { roles })
    await people.link(db, of.id, account, standing.id)
    const organization = organizations.find(o => o.id === standing.organizationId)
    return { memberId: standing.id, organizationName: nameOf(organization ?? centre) }
  }
  const home = centre ?? {
    id: ids(),
    handle: 'centre',
    name: { ar: 'مركز الاتصال', en: 'Communication Centre' },
    shortNames: [],
    centre: true,
    active: true,
  }
  if (!centre) await people.addOrganization(db, of.id, home)
  const memberId = ids()
  const name = profile.name?.trim() || profile.email || account.user
  const arabic = /\p{Script=Arabic}/u.test(name)
  await people.addMember(db, of.id, {
    id: memberId,
    organizationId: home.id,
    nameAr: arabic ? name : null,
    nameEn: arabic ? null : name,
    email: profile.email ?? null,
    roles: ['coordinator', 'admin'],
    rosterLanguage: null,
    joinedAt: now,
  })
  if (profile.language) await people.changeMember(db, of.id, memberId, { platformLanguage: profile.language })
  await people.link(db, of.id, account, memberId)
  return { memberId, organizationName: nameOf(home) }
}
const nameOf = (o: { name: { ar?: string | undefined; en?: string | undefined } } | undefined): string => o?.name.ar ?? o?.name.en ?? ''

/**
 * Looks for a code in a private message, before it is known whose network it is. Null: no code, the message is an ordinary one. A wrong code is
 * answered in the voice of the network whose space it came from, or else of the one real network there is.
 */
export async function setup(
  db: Database,
  incoming: Incoming,
  now: Temporal.Instant,
  ids: () => string,
): Promise<{ networkId: string; said: (speak: Speak) => View } | null> {
  if (incoming.content.kind !== 'text') return null
  const { account, profile, place } = incoming
  const redeemed = await redeem(db, incoming.content.text, account, profile, now, ids, place)
  if (redeemed.ok) return { networkId: redeemed.value.networkId, said: speak => welcome(speak, redeemed.value) }
  const { problem } = redeemed
  if (problem === 'none') return null
  const of = (await people.networkOfSpace(db, account.platform, account.space)) ?? (await people.allNetworks(db)).find(n => !n.sample)
  return of ? { networkId: of.id, said: speak => warn(speak, `setup.${problem}`, { days: codeDays }) } : null
}

const welcome = (speak: Speak, of: Redeemed): View =>
  view(speak.language, [
    notice('good', speak.say(of.newSpace ? 'setup.connected' : 'setup.admin')),
    text(speak.say('setup.next')),
    actions([
      button(speak, 'setup.roster', 'command', { name: 'roster' }, { style: 'primary' }),
      button(speak, 'setup.meeting', 'command', { name: 'set_meeting' }),
      button(speak, 'setup.holidays', 'command', { name: 'holidays' }),
      button(speak, 'network.whatCanIDo', 'command', { name: 'help' }),
    ]),
  ])
