/** Outlets, appearances in the media, and how far each activity's coverage is known. */
import { date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Collection, Level, Medium, MessageRef, Outlet, SharedReach, Tone } from '../../src/model/coverage.ts'
import type { Language } from '../../src/model/people.ts'
import { id, instant, networkId } from './columns.ts'

export const outlets = pgTable(
  'outlets',
  {
    networkId: networkId(),
    id: id(),
    nameAr: text('name_ar'),
    nameEn: text('name_en'),
    also: text('also').array().notNull(),
    medium: text('medium').$type<Medium>().notNull(),
    level: text('level').$type<Level>().notNull(),
    language: text('language').$type<Language>(),
    domains: text('domains').array().notNull(),
    state: text('state').$type<Outlet['state']>().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] })],
)

export const coverage = pgTable(
  'coverage',
  {
    networkId: networkId(),
    id: id(),
    activityId: text('activity_id').notNull(),
    outletId: text('outlet_id').notNull(),
    medium: text('medium').$type<Medium>().notNull(),
    level: text('level').$type<Level>().notNull(),
    language: text('language').$type<Language>(),
    title: text('title'),
    link: text('link'),
    /** The link without what does not tell pages apart: one page is one appearance of an activity. */
    linkKey: text('link_key'),
    on: date('on').notNull(),
    reach: integer('reach'),
    reachHow: text('reach_how'),
    shared: jsonb('shared_reach').$type<SharedReach>(),
    tone: text('tone').$type<Tone>(),
    messages: jsonb('messages').$type<MessageRef[]>().notNull(),
    version: integer('version').notNull().default(1),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('coverage_link').on(t.networkId, t.linkKey, t.activityId),
    index('coverage_activity').on(t.networkId, t.activityId, t.on),
    index('coverage_on').on(t.networkId, t.on),
  ],
)

export const collections = pgTable(
  'coverage_collections',
  {
    networkId: networkId(),
    activityId: text('activity_id').notNull(),
    state: text('state').$type<Collection>().notNull(),
    askedAt: instant('asked_at'),
    answeredAt: instant('answered_at'),
    answeredBy: text('answered_by'),
  },
  t => [primaryKey({ columns: [t.networkId, t.activityId] })],
)
