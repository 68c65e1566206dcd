/**
 * Every table, in one place. Each tenant table's key begins with network_id, so that the whole can be sharded by network unchanged;
 * the inbox, setup codes and spaces are found before the network is known, and say so. Instants are timestamptz, rules wall time.
 */
import { sql } from 'drizzle-orm'
import { bigint, boolean, customType, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { Temporal } from 'temporal-polyfill'
import type { Kind, Lifecycle, When } from '../src/model/activity.ts'
import type { AttendanceAnswer, BriefingState } from '../src/model/agenda.ts'
import type { Audience, CircularState } from '../src/model/circular.ts'
import type { ClashState, Found, Weight } from '../src/model/clash.ts'
import type { Reply } from '../src/model/inbox.ts'
import type { CardRef, Incoming, Place } from '../src/model/incoming.ts'
import type { MinutesContent, WalkedLine } from '../src/model/minutes.ts'
import type { Language, Platform, Profile, Role } from '../src/model/people.ts'
import type { Settings } from '../src/model/settings.ts'
import type { View } from '../src/model/view.ts'

/** An instant as both drivers hand it over. */
const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** Dozens of instants are read in each turn, and Temporal's own reader takes five times as long: it is for what is written otherwise (years before 0). */
function instantOf(text: string): Temporal.Instant {
  const [, day, time, fraction = ''] = inUtc.exec(text) ?? []
  if (!day) return Temporal.Instant.from(text)
  const seconds = Date.parse(`${day}T${time}Z`)
  const micros = Number(fraction.padEnd(6, '0'))
  return micros % 1000 === 0
    ? Temporal.Instant.fromEpochMilliseconds(seconds + micros / 1000)
    : Temporal.Instant.fromEpochNanoseconds((BigInt(seconds) * 1000n + BigInt(micros)) * 1000n)
}

/** timestamptz as Temporal.Instant: microseconds survive, and nothing depends on the machine's zone. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: value => value.toString(),
  fromDriver: instantOf,
})

/** Bytes as both drivers hand them over. */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

const id = () => text('id').notNull()
const networkId = () => text('network_id').notNull()

// ---- networks and people ----

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

// ---- in, out, and what is under way ----

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

// ---- activities ----

export const activities = pgTable(
  'activities',
  {
    networkId: networkId(),
    id: id(),
    reference: text('reference').notNull(),
    titleAr: text('title_ar'),
    titleEn: text('title_en'),
    summaryAr: text('summary_ar'),
    summaryEn: text('summary_en'),
    kind: text('kind').$type<Kind>().notNull(),
    when: jsonb('when').$type<When>().notNull(),
    /** From `when`, for queries: first instant inclusive, last exclusive. */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    certainty: text('certainty').$type<'confirmed' | 'tentative' | 'approximate'>().notNull(),
    approval: text('approval').$type<'proposed' | 'approved'>().notNull().default('proposed'),
    /** 'changed' is derived: new or reviewed or returned is stored, with the version it was said of. */
    review: text('review').$type<'new' | 'reviewed' | 'returned'>().notNull().default('new'),
    reviewedVersion: integer('reviewed_version'),
    reviewNote: text('review_note'),
    lifecycle: text('lifecycle').$type<Lifecycle>().notNull().default('planned'),
    lifecycleReason: text('lifecycle_reason'),
    ownerId: text('owner_id').notNull(),
    otherPartners: text('other_partners').array().notNull().default(sql`'{}'::text[]`),
    venue: text('venue'),
    city: text('city'),
    patron: text('patron'),
    spokesperson: text('spokesperson'),
    audience: text('audience').array().notNull().default(sql`'{}'::text[]`),
    channels: text('channels').array().notNull().default(sql`'{}'::text[]`),
    materials: text('materials').array().notNull().default(sql`'{}'::text[]`),
    needs: text('needs').array().notNull().default(sql`'{}'::text[]`),
    significance: text('significance'),
    priorityId: text('priority_id'),
    contactId: text('contact_id').notNull(),
    visibility: text('visibility').$type<'network' | 'centre'>().notNull().default('network'),
    embargoUntil: instant('embargo_until'),
    notes: text('notes'),
    /** The centre's own wording, the section and the place there: what an edition prints. */
    wordingAr: text('wording_ar'),
    wordingEn: text('wording_en'),
    sectionAr: text('section_ar'),
    sectionEn: text('section_en'),
    sectionPlace: integer('section_place'),
    wordedAt: instant('worded_at'),
    late: boolean('late').notNull().default(false),
    version: integer('version').notNull().default(1),
    submittedAt: instant('submitted_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('activities_reference').on(t.networkId, t.reference),
    // A window is mostly in the future, so what has ended is left out first.
    index('activities_end').on(t.networkId, t.endsAt, t.startsAt),
    index('activities_owner').on(t.networkId, t.ownerId, t.endsAt),
    index('activities_priority').on(t.networkId, t.priorityId),
  ],
)

export const activityPartners = pgTable(
  'activity_partners',
  {
    networkId: networkId(),
    activityId: text('activity_id').notNull(),
    organizationId: text('organization_id').notNull(),
    /** Only accepted partners see a centre-only activity. */
    state: text('state').$type<'named' | 'accepted' | 'declined'>().notNull().default('named'),
  },
  t => [primaryKey({ columns: [t.networkId, t.activityId, t.organizationId] })],
)

/** Two activities that hurt each other. `first` is the one whose id sorts first, so that a pair stands once. */
export const clashes = pgTable(
  'clashes',
  {
    networkId: networkId(),
    id: id(),
    first: text('first_id').notNull(),
    second: text('second_id').notNull(),
    reasons: jsonb('reasons').$type<Found[]>().notNull(),
    weight: text('weight').$type<Weight>().notNull(),
    state: text('state').$type<ClashState>().notNull().default('open'),
    /** Why the centre lets it stand. */
    note: text('note'),
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
    foundAt: instant('found_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('clashes_pair').on(t.networkId, t.first, t.second),
    index('clashes_second').on(t.networkId, t.second),
    index('clashes_open').on(t.networkId, t.foundAt).where(sql`state = 'open'`),
  ],
)

// ---- priorities ----

export const priorities = pgTable(
  'priorities',
  {
    networkId: networkId(),
    id: id(),
    /** YYYY-MM */
    month: text('month').notNull(),
    rank: integer('rank').notNull(),
    titleAr: text('title_ar'),
    titleEn: text('title_en'),
    narrativeAr: text('narrative_ar'),
    narrativeEn: text('narrative_en'),
    active: boolean('active').notNull().default(true),
    changedAt: instant('changed_at').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('priorities_month').on(t.networkId, t.month, t.rank)],
)

export const keyMessages = pgTable(
  'key_messages',
  {
    networkId: networkId(),
    id: id(),
    priorityId: text('priority_id').notNull(),
    position: integer('position').notNull(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('key_messages_priority').on(t.networkId, t.priorityId, t.position)],
)

// ---- meetings ----

/** Occurrences of the periodic meeting, made ahead from the rule; `day` is the rule's own day and never changes. */
export const meetings = pgTable(
  'meetings',
  {
    networkId: networkId(),
    id: id(),
    /** The day the rule gave; null for a meeting that was added by hand. */
    ruleDay: date('rule_day'),
    startsAt: instant('starts_at').notNull(),
    deadlineAt: instant('deadline_at').notNull(),
    /** YYYY-MM: the first month of its window, by the rule's own day wherever it is moved. */
    firstMonth: text('first_month').notNull(),
    state: text('state').$type<'planned' | 'skipped'>().notNull().default('planned'),
    /** The steps before the deadline, in working days, as they were when the meeting was made or moved. */
    steps: integer('steps').array().notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('meetings_rule_day').on(t.networkId, t.ruleDay),
    index('meetings_start').on(t.networkId, t.startsAt),
  ],
)

/** An organization's own answer to a meeting: a nil return, or "that is all". Submissions and edits answer by themselves, from the change record. */
export const meetingAnswers = pgTable(
  'meeting_answers',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    organizationId: text('organization_id').notNull(),
    answer: text('answer').$type<'nil' | 'all' | 'submitted'>().notNull(),
    memberId: text('member_id').notNull(),
    at: instant('at').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId, t.organizationId] })],
)

// ---- editions ----

export const editions = pgTable(
  'editions',
  {
    networkId: networkId(),
    number: integer('number').notNull(),
    meetingId: text('meeting_id'),
    /** The deadline that compiled it; null where a coordinator did. A meeting moved after its deadline has a second one. */
    deadlineAt: instant('deadline_at'),
    firstMonth: text('first_month').notNull(),
    months: integer('months').notNull(),
    compiledAt: instant('compiled_at').notNull(),
    /** Null where the deadline did it. */
    compiledBy: text('compiled_by'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.number] }),
    // A deadline compiles a meeting once, on however many copies of the bot.
    uniqueIndex('editions_deadline').on(t.networkId, t.meetingId, t.deadlineAt),
  ],
)

/** What was in an edition, as it was: never updated. */
export const editionRows = pgTable(
  'edition_rows',
  {
    networkId: networkId(),
    number: integer('number').notNull(),
    position: integer('position').notNull(),
    activityId: text('activity_id').notNull(),
    snapshot: jsonb('snapshot').$type<Record<string, unknown>>().notNull(),
    ownerId: text('owner_id').notNull(),
    /** Visibility it was frozen with; a reader sees the narrower of this and the activity's present one. */
    visibility: text('visibility').$type<'network' | 'centre'>().notNull(),
    embargoUntil: instant('embargo_until'),
  },
  t => [primaryKey({ columns: [t.networkId, t.number, t.position] })],
)

/** Priorities of an edition's months, as they were. */
export const editionPriorities = pgTable(
  'edition_priorities',
  {
    networkId: networkId(),
    number: integer('number').notNull(),
    position: integer('position').notNull(),
    snapshot: jsonb('snapshot').$type<Record<string, unknown>>().notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.number, t.position] })],
)

// ---- message bank ----

export type MessageState = 'proposed' | 'approved' | 'retired'

/** What the network says, by priority or topic. What is retired is kept. */
export const bankMessages = pgTable(
  'bank_messages',
  {
    networkId: networkId(),
    id: id(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    priorityId: text('priority_id'),
    topicAr: text('topic_ar'),
    topicEn: text('topic_en'),
    facts: text('facts'),
    source: text('source'),
    state: text('state').$type<MessageState>().notNull(),
    proposedBy: text('proposed_by'),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
    /** The last day on which it holds. */
    validUntil: date('valid_until'),
    /** The last day about which the centre was asked whether it still holds. */
    askedFor: date('asked_for'),
    version: integer('version').notNull().default(1),
    addedAt: instant('added_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    index('bank_messages_state').on(t.networkId, t.state, t.changedAt),
    index('bank_messages_priority').on(t.networkId, t.priorityId),
  ],
)

/** How a message was worded before: only ever added to. `version` is that of the message as it was worded so. */
export const bankWordings = pgTable(
  'bank_wordings',
  {
    networkId: networkId(),
    messageId: text('message_id').notNull(),
    version: integer('version').notNull(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    facts: text('facts'),
    source: text('source'),
    /** When it was replaced, and by whom. */
    until: instant('until').notNull(),
    replacedBy: text('replaced_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.messageId, t.version] })],
)

// ---- ask and wait ----

/** Questions put to people that wait for an answer, or did. `subject` is what a question is about, by its kind. */
export const asks = pgTable(
  'asks',
  {
    networkId: networkId(),
    id: id(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    /** Whom it was put to: those who write for an organization, one member, or the holders of a role; and which. */
    asked: text('asked').$type<'organization' | 'member' | 'role'>().notNull(),
    askedId: text('asked_id').notNull(),
    state: text('state').$type<'open' | 'answered' | 'expired'>().notNull().default('open'),
    answer: text('answer'),
    /** What the person said with the answer. */
    note: text('note'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    index('asks_subject').on(t.networkId, t.kind, t.subject),
    uniqueIndex('asks_open').on(t.networkId, t.kind, t.subject, t.asked, t.askedId).where(sql`state = 'open'`),
  ],
)

/** Days on which a member is away and another of their organization stands in. */
export const absences = pgTable(
  'absences',
  {
    networkId: networkId(),
    id: id(),
    memberId: text('member_id').notNull(),
    delegateId: text('delegate_id').notNull(),
    /** Days of the network, `to` inclusive. */
    from: date('from').notNull(),
    to: date('to').notNull(),
    /** Taken back before its end. */
    endedAt: instant('ended_at'),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('absences_member').on(t.networkId, t.memberId, t.to)],
)

// ---- circulars ----

export const circulars = pgTable(
  'circulars',
  {
    networkId: networkId(),
    id: id(),
    /** C-2026-0003. */
    reference: text('reference').notNull(),
    audience: jsonb('audience').$type<Audience>().notNull(),
    /** Goes out at once, whatever the hour. */
    urgent: boolean('urgent').notNull(),
    /** A line to take: the message of the bank under the circular's own id says the same. */
    line: boolean('line').notNull().default(false),
    state: text('state').$type<CircularState>().notNull().default('sent'),
    /** Its present wording, from 1. */
    version: integer('version').notNull().default(1),
    sentAt: instant('sent_at').notNull(),
    sentBy: text('sent_by').notNull(),
    /** When the present wording reaches its readers: at once, or as the office opens. */
    goesOutAt: instant('goes_out_at').notNull(),
    /** When the last reminder of the present wording reaches those who had not read it. */
    remindedFor: instant('reminded_for'),
    recalledAt: instant('recalled_at'),
    recalledBy: text('recalled_by'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('circulars_reference').on(t.networkId, t.reference),
    index('circulars_sent').on(t.networkId, t.sentAt),
  ],
)

/** Each wording of a circular, as it was sent: never updated. */
export const circularTexts = pgTable(
  'circular_texts',
  {
    networkId: networkId(),
    circularId: text('circular_id').notNull(),
    version: integer('version').notNull(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    writtenAt: instant('written_at').notNull(),
    writtenBy: text('written_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.circularId, t.version] })],
)

/** Who is to read a wording, and whether they did. A correction begins anew with rows of its own. */
export const circularReaders = pgTable(
  'circular_readers',
  {
    networkId: networkId(),
    circularId: text('circular_id').notNull(),
    version: integer('version').notNull(),
    memberId: text('member_id').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    answer: text('answer'),
  },
  t => [primaryKey({ columns: [t.networkId, t.circularId, t.version, t.memberId] })],
)

// ---- calendars ----

/** The secret address of a member's calendar; only its SHA-256 is kept. It is looked up before the network is known. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    networkId: networkId(),
    memberId: text('member_id').notNull(),
    hash: text('hash').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.memberId] }), uniqueIndex('calendar_feeds_hash').on(t.hash)],
)

// ---- the agenda of a meeting ----

/** A slot in a meeting that an organization asked for, to present a project. */
export const briefings = pgTable(
  'briefings',
  {
    networkId: networkId(),
    id: id(),
    meetingId: text('meeting_id').notNull(),
    organizationId: text('organization_id').notNull(),
    askedBy: text('asked_by').notNull(),
    titleAr: text('title_ar'),
    titleEn: text('title_en'),
    presenter: text('presenter').notNull(),
    minutes: integer('minutes').notNull(),
    /** Of what is shown; https alone. */
    link: text('link'),
    state: text('state').$type<BriefingState>().notNull().default('asked'),
    /** Why it was declined. */
    reason: text('reason'),
    askedAt: instant('asked_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('briefings_meeting').on(t.networkId, t.meetingId)],
)

/** What the centre settled about a line of an agenda: its minutes, its place; and the points of other business, whose text stands here alone. */
export const agendaLines = pgTable(
  'agenda_lines',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    /** `plan`, `briefing:ID`, `business:ID`: what src/agenda/agenda.ts names a line. */
    key: text('key').notNull(),
    minutes: integer('minutes'),
    /** Counts from 1; null where the line stands in its usual place. */
    position: integer('position'),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId, t.key] })],
)

/** Who was invited to a meeting, and whether they come. */
export const attendance = pgTable(
  'attendance',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    memberId: text('member_id').notNull(),
    /** Null for one who answered before the invitation went out. */
    invitedAt: instant('invited_at'),
    /** Null until it is given; `other`: somebody comes instead. */
    answer: text('answer').$type<AttendanceAnswer>(),
    /** Who comes instead: a member of the network, or a name alone. */
    insteadId: text('instead_id'),
    insteadName: text('instead_name'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId, t.memberId] })],
)

// ---- actions ----

export type FollowUpState = 'open' | 'done' | 'dropped'

/** What was agreed to be done: by whom, until when, and what came of it. */
export const actions = pgTable(
  'actions',
  {
    networkId: networkId(),
    id: id(),
    /** Said aloud: "action 12". Never reused. */
    number: integer('number').notNull(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    organizationId: text('organization_id').notNull(),
    /** Whose it is by name; null where it is the organization's. */
    memberId: text('member_id'),
    /** A day of the network. */
    dueOn: date('due_on').notNull(),
    state: text('state').$type<FollowUpState>().notNull().default('open'),
    /** What was said when it was done or dropped. */
    note: text('note'),
    /** The meeting that agreed it, and the line of its agenda; null where the centre added it outside one. */
    meetingId: text('meeting_id'),
    lineKey: text('line_key'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    /** When it was done or dropped, and by whom. */
    settledAt: instant('settled_at'),
    settledBy: text('settled_by'),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('actions_number').on(t.networkId, t.number),
    index('actions_open').on(t.networkId, t.dueOn).where(sql`state = 'open'`),
    index('actions_organization').on(t.networkId, t.organizationId, t.dueOn),
    index('actions_meeting').on(t.networkId, t.meetingId),
  ],
)

// ---- the meeting walked through, and its minutes ----

/** A meeting that a coordinator walks through, line by line. */
export const meetingWalks = pgTable(
  'meeting_walks',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    state: text('state').$type<'open' | 'closed'>().notNull().default('open'),
    /** The key of the present line; null behind the last one. */
    line: text('line'),
    /** Lines that were spoken of or passed over, in the order they were come to, with their titles as they were then. */
    lines: jsonb('lines').$type<WalkedLine[]>().notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    version: integer('version').notNull().default(1),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId] }), index('meeting_walks_open').on(t.networkId).where(sql`state = 'open'`)],
)

/** What a meeting decided. One that is taken out before its minutes stand is kept as removed. */
export const decisions = pgTable(
  'decisions',
  {
    networkId: networkId(),
    id: id(),
    meetingId: text('meeting_id').notNull(),
    /** The line of the agenda it was decided on; null behind the last one. */
    lineKey: text('line_key'),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    removedAt: instant('removed_at'),
    version: integer('version').notNull().default(1),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('decisions_meeting').on(t.networkId, t.meetingId, t.recordedAt)],
)

/** The minutes of a meeting as they were posted: never updated. A correction is the next version under the same number. */
export const minutes = pgTable(
  'minutes',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    version: integer('version').notNull(),
    /** "Minutes 7": one for each meeting. */
    number: integer('number').notNull(),
    content: jsonb('content').$type<MinutesContent>().notNull(),
    postedAt: instant('posted_at').notNull(),
    postedBy: text('posted_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId, t.version] }), uniqueIndex('minutes_number').on(t.networkId, t.number, t.version)],
)
