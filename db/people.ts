/** Networks, organizations, members and their accounts. No other file writes these tables, but the sample's loader. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Place } from '../src/model/incoming.ts'
import type { Network } from '../src/model/network.ts'
import type { Account, Bilingual, Language, Member, Organization, Platform, Profile, Role } from '../src/model/people.ts'
import type { Settings } from '../src/model/settings.ts'
import type { Database } from './client.ts'
import { accounts, hijriShifts, holidays, members, networks, organizations, spaces } from './schema.ts'

const asNetwork = (r: typeof networks.$inferSelect): Network => ({
  id: r.id,
  name: { ar: r.nameAr ?? undefined, en: r.nameEn ?? undefined },
  settings: r.settings,
  sample: r.sample,
  clockAhead: r.clockAhead,
})

const asOrganization = (r: typeof organizations.$inferSelect): Organization => ({
  id: r.id,
  handle: r.handle,
  name: { ar: r.nameAr ?? undefined, en: r.nameEn ?? undefined },
  shortNames: r.shortNames,
  centre: r.centre,
  active: r.active,
})

const asMember = (r: typeof members.$inferSelect, first: Language): Member => ({
  id: r.id,
  organizationId: r.organizationId,
  name: { ar: r.nameAr ?? undefined, en: r.nameEn ?? undefined },
  email: r.email,
  roles: r.roles,
  language: r.chosenLanguage ?? r.rosterLanguage ?? r.platformLanguage ?? first,
  active: r.active,
})

export async function allNetworks(db: Database): Promise<Network[]> {
  return (await db.select().from(networks).orderBy(asc(networks.createdAt), asc(networks.id))).map(asNetwork)
}

export async function network(db: Database, id: string): Promise<Network | null> {
  const [row] = await db.select().from(networks).where(eq(networks.id, id))
  return row ? asNetwork(row) : null
}

export async function networkOfSpace(db: Database, platform: Platform, space: string): Promise<Network | null> {
  const [row] = await db
    .select({ network: networks })
    .from(spaces)
    .innerJoin(networks, eq(networks.id, spaces.networkId))
    .where(and(eq(spaces.platform, platform), eq(spaces.space, space)))
  return row ? asNetwork(row.network) : null
}

/** The network that a space's people belong to: the one it is connected to, else the sample network where there is one. */
export async function networkServing(db: Database, platform: Platform, space: string): Promise<Network | null> {
  const [row] = await db
    .select({ network: networks })
    .from(networks)
    .leftJoin(spaces, and(eq(spaces.networkId, networks.id), eq(spaces.platform, platform), eq(spaces.space, space)))
    .where(or(isNotNull(spaces.space), eq(networks.sample, true)))
    .orderBy(sql`${spaces.space} is null`, asc(networks.createdAt), asc(networks.id))
    .limit(1)
  return row ? asNetwork(row.network) : null
}

export async function connectSpace(
  db: Database,
  row: { platform: Platform; space: string; networkId: string; connectedAt: Temporal.Instant; connectedBy: string | null },
): Promise<void> {
  await db.insert(spaces).values(row).onConflictDoNothing()
}

export async function addNetwork(db: Database, n: Network, createdAt: Temporal.Instant): Promise<void> {
  await db.insert(networks).values({
    id: n.id,
    nameAr: n.name.ar ?? null,
    nameEn: n.name.en ?? null,
    settings: n.settings,
    sample: n.sample,
    clockAhead: n.clockAhead,
    createdAt,
  })
}

export async function changeSettings(db: Database, networkId: string, settings: Settings): Promise<void> {
  await db.update(networks).set({ settings }).where(eq(networks.id, networkId))
}

/** Sets the hours of Ramadan alone, so that a change of other settings at the same moment is not undone. */
export async function setRamadanHours(db: Database, networkId: string, hours: Settings['ramadanHours']): Promise<void> {
  await db
    .update(networks)
    .set({ settings: sql`jsonb_set(${networks.settings}, '{ramadanHours}', ${JSON.stringify(hours)}::jsonb)` })
    .where(eq(networks.id, networkId))
}

/** Sets a network's names and some of its settings, so that a change of others at the same moment is not undone. */
export async function setNetwork(db: Database, networkId: string, name: Bilingual, set: Partial<Settings>): Promise<void> {
  await db
    .update(networks)
    .set({ nameAr: name.ar ?? null, nameEn: name.en ?? null, settings: sql`${networks.settings} || ${JSON.stringify(set)}::jsonb` })
    .where(eq(networks.id, networkId))
}

/** Where a platform's announcements go. */
export async function setChannel(
  db: Database,
  networkId: string,
  platform: Platform,
  channel: NonNullable<Settings['channels'][Platform]>,
): Promise<void> {
  await db
    .update(networks)
    .set({ settings: sql`jsonb_set(${networks.settings}, ${`{channels,${platform}}`}, ${JSON.stringify(channel)}::jsonb)` })
    .where(eq(networks.id, networkId))
}

/** Sets some of the meeting's settings, so that a change of others at the same moment is not undone. */
export async function setMeeting(db: Database, networkId: string, set: Partial<Settings['meeting']>): Promise<void> {
  await db
    .update(networks)
    .set({
      settings: sql`jsonb_set(${networks.settings}, '{meeting}', ${networks.settings} -> 'meeting' || ${JSON.stringify(set)}::jsonb)`,
    })
    .where(eq(networks.id, networkId))
}

/** Moves a sample network's present forward; never back. */
export async function moveClock(db: Database, networkId: string, clockAhead: number): Promise<void> {
  await db
    .update(networks)
    .set({ clockAhead })
    .where(and(eq(networks.id, networkId), eq(networks.sample, true), sql`${networks.clockAhead} <= ${clockAhead}`))
}

export async function calendarRows(db: Database, networkId: string) {
  const [days, shifts] = await Promise.all([
    db.select().from(holidays).where(eq(holidays.networkId, networkId)).orderBy(asc(holidays.from)),
    db.select().from(hijriShifts).where(eq(hijriShifts.networkId, networkId)),
  ])
  return { days, shifts: Object.fromEntries(shifts.map(s => [s.month, s.days])) }
}

export async function organizationsOf(db: Database, networkId: string): Promise<Organization[]> {
  return (
    await db
      .select()
      .from(organizations)
      .where(eq(organizations.networkId, networkId))
      .orderBy(desc(organizations.centre), asc(organizations.nameEn))
  ).map(asOrganization)
}

export async function addOrganization(db: Database, networkId: string, o: Organization): Promise<void> {
  await db.insert(organizations).values({
    networkId,
    id: o.id,
    handle: o.handle,
    nameAr: o.name.ar ?? null,
    nameEn: o.name.en ?? null,
    shortNames: o.shortNames,
    centre: o.centre,
    active: o.active,
  })
}

export async function member(db: Database, network: Network, id: string): Promise<Member | null> {
  const [row] = await db
    .select()
    .from(members)
    .where(and(eq(members.networkId, network.id), eq(members.id, id)))
  return row ? asMember(row, network.settings.languages[0] ?? 'ar') : null
}

/** The member behind an account, active or not; null for an account that is nobody's yet. */
export async function memberOf(db: Database, network: Network, account: Account): Promise<Member | null> {
  const [row] = await db
    .select({ member: members })
    .from(accounts)
    .innerJoin(members, and(eq(members.networkId, accounts.networkId), eq(members.id, accounts.memberId)))
    .where(accountIs(network.id, account))
  return row ? asMember(row.member, network.settings.languages[0] ?? 'ar') : null
}

export async function activeByEmail(db: Database, network: Network, email: string): Promise<Member | null> {
  const [row] = await db
    .select()
    .from(members)
    .where(and(eq(members.networkId, network.id), eq(members.email, email.toLowerCase()), eq(members.active, true)))
  return row ? asMember(row, network.settings.languages[0] ?? 'ar') : null
}

/** Active members, of some organizations or of all, in a stable order. */
export async function activeMembers(db: Database, network: Network, of?: { organizationIds?: string[]; role?: Role }): Promise<Member[]> {
  const rows = await db
    .select()
    .from(members)
    .where(
      and(
        eq(members.networkId, network.id),
        eq(members.active, true),
        of?.organizationIds ? inArray(members.organizationId, of.organizationIds) : undefined,
        of?.role ? sql`${of.role} = any(${members.roles})` : undefined,
      ),
    )
    .orderBy(asc(members.organizationId), asc(members.id))
  return rows.map(r => asMember(r, network.settings.languages[0] ?? 'ar'))
}

/** All members there are and were, in a stable order. */
export async function everybody(db: Database, network: Network): Promise<Member[]> {
  const rows = await db.select().from(members).where(eq(members.networkId, network.id)).orderBy(asc(members.id))
  return rows.map(r => asMember(r, network.settings.languages[0] ?? 'ar'))
}

/** People of these e-mails who left the network, the one who left last first. */
export async function leftByEmail(db: Database, network: Network, emails: string[]): Promise<Member[]> {
  if (emails.length === 0) return []
  const rows = await db
    .select()
    .from(members)
    .where(and(eq(members.networkId, network.id), inArray(members.email, emails), eq(members.active, false)))
    .orderBy(sql`${members.leftAt} desc nulls last`, asc(members.id))
  return rows.map(r => asMember(r, network.settings.languages[0] ?? 'ar'))
}

/** What the roster said of each active member's language, and since when they belong to the network, by id. */
export async function rosterFacts(
  db: Database,
  networkId: string,
): Promise<Map<string, { rosterLanguage: Language | null; joinedAt: Temporal.Instant }>> {
  const rows = await db
    .select({ id: members.id, rosterLanguage: members.rosterLanguage, joinedAt: members.joinedAt })
    .from(members)
    .where(and(eq(members.networkId, networkId), eq(members.active, true)))
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

export type NewMember = {
  id: string
  organizationId: string
  nameAr: string | null
  nameEn: string | null
  email: string | null
  roles: Role[]
  rosterLanguage: Language | null
  joinedAt: Temporal.Instant
}
export async function addMember(db: Database, networkId: string, m: NewMember): Promise<void> {
  await db.insert(members).values({ networkId, ...m, email: m.email?.toLowerCase() ?? null })
}
export async function changeMember(
  db: Database,
  networkId: string,
  id: string,
  set: Partial<{
    nameAr: string | null
    nameEn: string | null
    email: string | null
    organizationId: string
    roles: Role[]
    chosenLanguage: Language
    rosterLanguage: Language | null
    platformLanguage: Language
    active: boolean
    leftAt: Temporal.Instant | null
  }>,
): Promise<void> {
  await db
    .update(members)
    .set(set)
    .where(and(eq(members.networkId, networkId), eq(members.id, id)))
}

export type KnownAccount = {
  account: Account
  memberId: string | null
  profile: Profile
  directPlace: Place | null
  lastUsedAt: Temporal.Instant
  goneAt: Temporal.Instant | null
}
const asAccount = (r: typeof accounts.$inferSelect): KnownAccount => ({
  account: { platform: r.platform, space: r.space, user: r.user },
  memberId: r.memberId,
  profile: r.profile,
  directPlace: r.directPlace,
  lastUsedAt: r.lastUsedAt,
  goneAt: r.goneAt,
})
const accountIs = (networkId: string, a: Account) =>
  and(eq(accounts.networkId, networkId), eq(accounts.platform, a.platform), eq(accounts.space, a.space), eq(accounts.user, a.user))

/** Notes that an account was just used; it is written to again if it had been given up. Returns it as it is now. */
export async function touch(
  db: Database,
  networkId: string,
  account: Account,
  profile: Profile,
  directPlace: Place | null,
  at: Temporal.Instant,
): Promise<KnownAccount> {
  const [row] = await db
    .insert(accounts)
    .values({ networkId, ...account, profile, directPlace, lastUsedAt: at })
    .onConflictDoUpdate({
      target: [accounts.networkId, accounts.platform, accounts.space, accounts.user],
      set: { lastUsedAt: at, goneAt: null, profile, ...(directPlace ? { directPlace } : {}) },
    })
    .returning()
  if (!row) throw new Error('account was not stored')
  return asAccount(row)
}

export async function link(db: Database, networkId: string, account: Account, memberId: string): Promise<void> {
  await db.update(accounts).set({ memberId }).where(accountIs(networkId, account))
}

export async function gone(db: Database, networkId: string, account: Account, at: Temporal.Instant): Promise<KnownAccount | null> {
  const [row] = await db
    .update(accounts)
    .set({ goneAt: at })
    .where(and(accountIs(networkId, account), isNull(accounts.goneAt)))
    .returning()
  return row ? asAccount(row) : null
}

/** Accounts of members that can be written to, the one last used first. */
export async function reachable(db: Database, networkId: string, memberIds: string[]): Promise<KnownAccount[]> {
  if (memberIds.length === 0) return []
  return (
    await db
      .select()
      .from(accounts)
      .where(and(eq(accounts.networkId, networkId), inArray(accounts.memberId, memberIds), isNull(accounts.goneAt)))
      .orderBy(desc(accounts.lastUsedAt))
  ).map(asAccount)
}

/** An account as it is known; null when it never wrote. */
export async function accountOf(db: Database, networkId: string, account: Account): Promise<KnownAccount | null> {
  const [row] = await db.select().from(accounts).where(accountIs(networkId, account))
  return row ? asAccount(row) : null
}

/** Takes the accounts of a member who left from them: whoever writes through one is unknown again. Returns them. */
export async function unlink(db: Database, networkId: string, memberId: string): Promise<KnownAccount[]> {
  return (
    await db
      .update(accounts)
      .set({ memberId: null })
      .where(and(eq(accounts.networkId, networkId), eq(accounts.memberId, memberId)))
      .returning()
  ).map(asAccount)
}
