/** Networks, their people, and what an administrator keeps of them. */
import { sql } from 'drizzle-orm'
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Place } from '../../src/model/incoming.ts'
import type { Language, Platform, Profile, Role } from '../../src/model/people.ts'
import type { Settings } from '../../src/model/settings.ts'
import { id, instant, networkId } from './columns.ts'

export const networks = pgTable('networks', {
  id: text('id').primaryKey(),
  nameAr: text('name_ar'),
  nameEn: text('name_en'),
  settings: jsonb('settings').$type<Settings>().notNull(),
  sample: boolean('sample').notNull().default(false),
  /** Milliseconds that the network's present is ahead of the machine's clock. */
  clockAhead: bigint('clock_ahead', { mode: 'number' }).notNull().default(0),
  createdAt: instant('created_at').notNull(),
})

/** Slack workspaces and Teams tenants connected to a network; looked up before the network is known. */
export const spaces = pgTable(
  'spaces',
  {
    platform: text('platform').$type<Platform>().notNull(),
    space: text('space').notNull(),
    networkId: networkId(),
    connectedAt: instant('connected_at').notNull(),
    connectedBy: text('connected_by'),
  },
  t => [primaryKey({ columns: [t.platform, t.space] })],
)

/** One-time codes that connect a workspace or tenant; only their SHA-256 is kept. */
export const setupCodes = pgTable('setup_codes', {
  hash: text('hash').primaryKey(),
  networkId: networkId(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
  usedBy: text('used_by'),
})

export const organizations = pgTable(
  'organizations',
  {
    networkId: networkId(),
    id: id(),
    handle: text('handle').notNull(),
    nameAr: text('name_ar'),
    nameEn: text('name_en'),
    shortNames: text('short_names').array().notNull().default(sql`'{}'::text[]`),
    centre: boolean('centre').notNull().default(false),
    active: boolean('active').notNull().default(true),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), uniqueIndex('organizations_handle').on(t.networkId, t.handle)],
)

export const members = pgTable(
  'members',
  {
    networkId: networkId(),
    id: id(),
    organizationId: text('organization_id').notNull(),
    nameAr: text('name_ar'),
    nameEn: text('name_en'),
    /** Lower case. */
    email: text('email'),
    roles: text('roles').array().$type<Role[]>().notNull(),
    /** What they chose themselves; else the roster's; else the platform's. */
    chosenLanguage: text('chosen_language').$type<Language>(),
    rosterLanguage: text('roster_language').$type<Language>(),
    platformLanguage: text('platform_language').$type<Language>(),
    active: boolean('active').notNull().default(true),
    joinedAt: instant('joined_at').notNull(),
    leftAt: instant('left_at'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('members_email').on(t.networkId, t.email).where(sql`active`),
    index('members_organization').on(t.networkId, t.organizationId),
  ],
)

/** One identity on one platform. memberId is null for a person the network does not know (yet). */
export const accounts = pgTable(
  'accounts',
  {
    networkId: networkId(),
    platform: text('platform').$type<Platform>().notNull(),
    space: text('space').notNull(),
    user: text('user').notNull(),
    memberId: text('member_id'),
    profile: jsonb('profile').$type<Profile>().notNull(),
    /** Where this person is met in private, as last seen. */
    directPlace: jsonb('direct_place').$type<Place>(),
    lastUsedAt: instant('last_used_at').notNull(),
    /** Set when the platform said that the person blocked, uninstalled or left. */
    goneAt: instant('gone_at'),
  },
  t => [primaryKey({ columns: [t.networkId, t.platform, t.space, t.user] }), index('accounts_member').on(t.networkId, t.memberId)],
)

export const joinRequests = pgTable(
  'join_requests',
  {
    networkId: networkId(),
    id: id(),
    platform: text('platform').$type<Platform>().notNull(),
    space: text('space').notNull(),
    user: text('user').notNull(),
    name: text('name').notNull(),
    organizationId: text('organization_id'),
    /** As the person wrote it, where no organization of that name is known. */
    organizationText: text('organization_text').notNull(),
    language: text('language').$type<Language>().notNull(),
    state: text('state').$type<'open' | 'accepted' | 'declined'>().notNull().default('open'),
    askedAt: instant('asked_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('join_requests_open').on(t.networkId, t.platform, t.space, t.user).where(sql`state = 'open'`),
  ],
)

export const holidays = pgTable(
  'holidays',
  {
    networkId: networkId(),
    id: id(),
    from: date('from_day').notNull(),
    /** Inclusive. */
    to: date('to_day').notNull(),
    nameAr: text('name_ar'),
    nameEn: text('name_en'),
    source: text('source').$type<'calendar' | 'hijri' | 'decree'>().notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('holidays_days').on(t.networkId, t.to)],
)

/** Days by which a Hijri month begins later (negative: earlier) than Umm al-Qura says. */
export const hijriShifts = pgTable(
  'hijri_shifts',
  {
    networkId: networkId(),
    /** 'YYYY-MM' of the Hijri year and month. */
    month: text('month').notNull(),
    days: integer('days').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.month] })],
)

/** The next number of each series: references by year, editions. */
export const counters = pgTable(
  'counters',
  {
    networkId: networkId(),
    series: text('series').notNull(),
    value: integer('value').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.series] })],
)
