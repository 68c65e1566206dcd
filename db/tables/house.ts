/** What comes in and goes out, conversations, what falls due, and the record of changes. */
import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Reply } from '../../src/model/inbox.ts'
import type { CardRef, Incoming, Place } from '../../src/model/incoming.ts'
import type { Language, Platform } from '../../src/model/people.ts'
import type { View } from '../../src/model/view.ts'
import { bytea, id, instant, networkId } from './columns.ts'

/** Everything that came in, stored before it is acknowledged. Found by its platform's own delivery id, before the network is known. */
export const inbox = pgTable(
  'inbox',
  {
    platform: text('platform').$type<Platform>().notNull(),
    space: text('space').notNull(),
    delivery: text('delivery').notNull(),
    incoming: jsonb('incoming').$type<Incoming>(),
    receivedAt: instant('received_at').notNull(),
    doneAt: instant('done_at'),
    attempts: integer('attempts').notNull().default(0),
    /** What the first time answered at once, for a repeated delivery. */
    reply: jsonb('reply').$type<Reply>(),
    failure: text('failure'),
  },
  t => [primaryKey({ columns: [t.platform, t.space, t.delivery] }), index('inbox_open').on(t.receivedAt).where(sql`done_at is null`)],
)

/** Everything promised to be sent, until it is; afterwards where it stands, so that cards can be updated. */
export const outbox = pgTable(
  'outbox',
  {
    networkId: networkId(),
    id: id(),
    /** Order of promises to one place. */
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    op: text('op').$type<'send' | 'update'>().notNull(),
    platform: text('platform').$type<Platform>().notNull(),
    space: text('space').notNull(),
    /** The account it is for; null for a channel. */
    user: text('user'),
    memberId: text('member_id'),
    place: jsonb('place').$type<Place>(),
    /** Shown to this user alone where the place is a channel. */
    onlyTo: text('only_to'),
    view: jsonb('view').$type<View>().notNull(),
    /** What the card is about, so that every copy of it can be updated: `reminder:<meeting>:<organization>`. */
    subject: text('subject'),
    /** A promise made twice under the same key is one promise. */
    dedupe: text('dedupe'),
    state: text('state').$type<'waiting' | 'sending' | 'sent' | 'gone' | 'refused' | 'dropped'>().notNull().default('waiting'),
    /** Not before this instant of the network's clock. */
    notBefore: instant('not_before').notNull(),
    attempts: integer('attempts').notNull().default(0),
    leaseUntil: instant('lease_until'),
    card: jsonb('card').$type<CardRef>(),
    /** The promise whose card this one changes, where that card was just being sent and has no address yet. */
    follows: text('follows'),
    promisedAt: instant('promised_at').notNull(),
    sentAt: instant('sent_at'),
    failure: text('failure'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('outbox_dedupe').on(t.networkId, t.dedupe),
    index('outbox_open').on(t.networkId, t.notBefore).where(sql`state in ('waiting', 'sending')`),
    index('outbox_subject').on(t.networkId, t.subject).where(sql`subject is not null`),
    index('outbox_person').on(t.networkId, t.platform, t.space, t.user, t.seq),
  ],
)

/** Files that are handed over, for as long as they are kept. */
export const files = pgTable(
  'files',
  {
    networkId: networkId(),
    /** Never told but to whom the file is for: it is part of the file's address. */
    id: id(),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    bytes: bytea('bytes').notNull(),
    /** Whom it was made for; null where it holds what everybody may see who is sent it. */
    memberId: text('member_id'),
    madeAt: instant('made_at').notNull(),
    /** When its address stops opening it, and when it is let go of. */
    openUntil: instant('open_until').notNull(),
    keptUntil: instant('kept_until').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] })],
)

/** One open conversation for each account: the state is versioned and parsed when loaded. */
export const conversations = pgTable(
  'conversations',
  {
    networkId: networkId(),
    platform: text('platform').$type<Platform>().notNull(),
    space: text('space').notNull(),
    user: text('user').notNull(),
    state: jsonb('state').$type<unknown>(),
    /** Language of the last real sentence said in it. */
    language: text('language').$type<Language>(),
    changedAt: instant('changed_at').notNull(),
    /** When an untouched draft is let go. */
    expiresAt: instant('expires_at'),
  },
  t => [primaryKey({ columns: [t.networkId, t.platform, t.space, t.user] })],
)

/** Every moment a person sees: a reminder step, a deadline, an expiry. Read by the clock through the network's own present. */
export const due = pgTable(
  'due',
  {
    networkId: networkId(),
    kind: text('kind').notNull(),
    /** What it is about; one row for each kind and subject. */
    subject: text('subject').notNull(),
    at: instant('at').notNull(),
    doneAt: instant('done_at'),
    attempts: integer('attempts').notNull().default(0),
    failure: text('failure'),
  },
  t => [primaryKey({ columns: [t.networkId, t.kind, t.subject] }), index('due_open').on(t.networkId, t.at).where(sql`done_at is null`)],
)

/** The append-only record of each change: who, when, through what, before, after. */
export const changes = pgTable(
  'changes',
  {
    networkId: networkId(),
    id: id(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    at: instant('at').notNull(),
    /** Null where the bot itself did it. */
    memberId: text('member_id'),
    /** The organization it was done for, where the centre did it for another. */
    forOrganizationId: text('for_organization_id'),
    /** slack, teams, web, clock, or setup. */
    through: text('through').notNull(),
    delivery: text('delivery'),
    action: text('action').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('changes_entity').on(t.networkId, t.entity, t.entityId, t.seq)],
)
