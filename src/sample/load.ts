/** Loads the sample network into a database: gives the sample's people and things their ids and writes them at once. */
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/client.ts'
import { insertSample, type SampleRows, sampleNetworkId } from '../../db/sample.ts'
import { boundsOf } from '../activities/when.ts'
import { between, placesOf, worst } from '../clashes/compare.ts'
import { dueKinds, momentsOf } from '../freshness/moments.ts'
import { asksAt, dueKind } from '../messages/keep.ts'
import { clashRulesOf, freshDaysOf } from '../model/settings.ts'
import { dayOf } from '../time/zone.ts'
import { messages } from './messages.ts'
import { type SampleData, sampleNetwork } from './network.ts'
import { outlets } from './outlets.ts'

/** The space of the local chat; the user and the place of a sample member there are the member's handle. */
export const localSpace = 'local'

/**
 * Writes the sample network as it stands at `now` and returns its id. Where the data hold a sample network nothing changes and that one's id comes
 * back. `then` runs in the same transaction once the rows stand: what other wings keep of a network (its meetings, its due moments) is made there.
 */
export async function loadSample(
  db: Database,
  now: Temporal.Instant,
  ids: () => string,
  then: (tx: Database, networkId: string) => Promise<void> = async () => {},
): Promise<string> {
  const networkId = ids()
  const rows = rowsOfSample(sampleNetwork(now), { networkId, now, ids })
  const written = await insertSample(db, rows, tx => then(tx, networkId))
  const id = written ? networkId : await sampleNetworkId(db)
  if (id === null) throw new Error('The sample network is neither there nor written')
  return id
}

/** What the clash radar would have found as they were submitted. */
function clashesAmong(
  activities: SampleRows['activities'],
  data: SampleData,
  { networkId, now, ids }: { networkId: string; now: Temporal.Instant; ids: () => string },
): SampleRows['clashes'] {
  const rules = { rules: clashRulesOf(data.settings), zone: data.settings.zone, place: placesOf(data.settings) }
  const ahead = activities
    .filter(a => a.lifecycle === 'planned')
    .map(a => ({ ...a, patron: a.patron ?? null, venue: a.venue ?? null, audience: [], priorityId: a.priorityId ?? null }))
  return ahead.flatMap((a, i) =>
    ahead.slice(i + 1).flatMap(b => {
      const reasons = between(a, b, rules).filter(f => f.weight !== 'minor')
      const weight = worst(reasons)
      const [first, second] = [a.id, b.id].sort() as [string, string]
      return weight ? [{ networkId, id: ids(), first, second, reasons, weight, foundAt: now }] : []
    }),
  )
}

type Named = (wanted: string) => string

/** The message bank: the centre approved all of it but what a member proposed. */
function bankOf(
  data: SampleData,
  { networkId, now, ids }: { networkId: string; now: Temporal.Instant; ids: () => string },
  named: { priority: Named; member: Named },
): SampleRows['bankMessages'] {
  const today = dayOf(data.settings.zone, now)
  const centre = data.members.find(m => m.roles.includes('coordinator'))
  return messages.map((m, nth) => {
    const served = typeof m.about === 'string' ? data.priorities.find(p => p.theme === m.about) : undefined
    // The first stand first where the newest do.
    const at = now.subtract({ hours: 24 * 7, minutes: nth })
    return {
      networkId,
      id: ids(),
      textAr: m.text.ar,
      textEn: m.text.en,
      priorityId: served ? named.priority(`${served.month} ${served.theme}`) : null,
      topicAr: typeof m.about === 'string' ? null : m.about.ar,
      topicEn: typeof m.about === 'string' ? null : m.about.en,
      facts: m.facts,
      source: m.source,
      validUntil: m.days === null ? null : today.add({ days: m.days }).toString(),
      ...(m.proposedBy
        ? { state: 'proposed' as const, proposedBy: named.member(m.proposedBy) }
        : { state: 'approved' as const, approvedBy: centre ? named.member(centre.handle) : null, approvedAt: at }),
      addedAt: at,
      changedAt: at,
    }
  })
}

/** The moments at which the centre is asked whether a message still holds. */
function endingsOf(bank: SampleRows['bankMessages'], data: SampleData, now: Temporal.Instant): SampleRows['due'] {
  const calendar = { ...data.settings, holidays: data.holidays, hijriShifts: {} }
  return bank.flatMap(({ networkId, id, state, validUntil }) => {
    const at = state === 'approved' && validUntil ? asksAt(calendar, validUntil, now) : null
    return at ? [{ networkId, kind: dueKind, subject: id, at }] : []
  })
}

/** When each of them is asked about again, had it been submitted. */
function freshnessOf(
  activities: SampleRows['activities'],
  data: SampleData,
  { networkId, now }: { networkId: string; now: Temporal.Instant },
): SampleRows['due'] {
  const calendar = { ...data.settings, holidays: data.holidays, hijriShifts: {} }
  return activities.flatMap(a => {
    const { when, id: subject } = a
    const sure = { when, certainty: a.certainty ?? 'confirmed', lifecycle: a.lifecycle ?? 'planned' }
    const moments = momentsOf(calendar, sure, freshDaysOf(data.settings))
    return (['near', 'past'] as const).flatMap(moment => {
      const at = moments[moment]
      return at && Temporal.Instant.compare(at, now) > 0 ? [{ networkId, kind: dueKinds[moment], subject, at }] : []
    })
  })
}

/** The sample as rows. Every id is one that `ids` gave; the same ids in the same order give the same rows. */
export function rowsOfSample(data: SampleData, given: { networkId: string; now: Temporal.Instant; ids: () => string }): SampleRows {
  const { networkId, now, ids } = given
  const named = <Thing>(things: readonly Thing[], name: (thing: Thing) => string) => {
    const made = new Map(things.map(thing => [name(thing), ids()]))
    return (wanted: string): string => {
      const id = made.get(wanted)
      if (id === undefined) throw new Error(`The sample has no ${wanted}`)
      return id
    }
  }
  const organization = named(data.organizations, o => o.handle)
  const member = named(data.members, m => m.handle)
  const priority = named(data.priorities, p => `${p.month} ${p.theme}`)
  const activity = named(data.activities, a => a.reference)

  const activities = data.activities.map(a => ({
    networkId,
    id: activity(a.reference),
    reference: a.reference,
    titleAr: a.title.ar ?? null,
    titleEn: a.title.en ?? null,
    summaryAr: a.summary.ar ?? null,
    summaryEn: a.summary.en ?? null,
    kind: a.kind,
    when: a.when,
    ...boundsOf(a.when, data.settings.zone),
    certainty: a.certainty,
    approval: a.approval,
    review: a.review,
    reviewedVersion: a.review === 'new' ? null : 1,
    reviewNote: a.reviewNote,
    lifecycle: a.lifecycle,
    ownerId: organization(a.owner),
    venue: a.venue,
    city: a.city,
    patron: a.patron,
    spokesperson: a.spokesperson,
    significance: a.significance,
    priorityId: a.priority ? priority(`${a.priority.month} ${a.priority.theme}`) : null,
    contactId: member(a.contact),
    visibility: a.visibility,
    embargoUntil: a.embargoUntil,
    submittedAt: a.submittedAt,
    changedAt: a.submittedAt,
  }))

  const bankMessages = bankOf(data, { networkId, now, ids }, { priority, member })

  return {
    networks: [{ id: networkId, nameAr: data.name.ar, nameEn: data.name.en, settings: data.settings, sample: true, createdAt: now }],
    organizations: data.organizations.map(o => ({
      networkId,
      id: organization(o.handle),
      handle: o.handle,
      nameAr: o.name.ar,
      nameEn: o.name.en,
      shortNames: o.shortNames,
      centre: o.centre,
    })),
    members: data.members.map(m => ({
      networkId,
      id: member(m.handle),
      organizationId: organization(m.organization),
      nameAr: m.name.ar,
      nameEn: m.name.en,
      email: m.email,
      roles: m.roles,
      rosterLanguage: m.language,
      joinedAt: now,
    })),
    // So that reminders reach the local chat of a member whom nobody has played yet.
    accounts: data.members.map(m => ({
      networkId,
      platform: 'web' as const,
      space: localSpace,
      user: m.handle,
      memberId: member(m.handle),
      profile: { name: m.name[m.language], email: m.email, language: m.language, guest: false },
      directPlace: { kind: 'direct' as const, id: m.handle },
      lastUsedAt: now,
    })),
    holidays: data.holidays.map(h => ({
      networkId,
      id: h.key,
      from: h.from,
      to: h.to,
      nameAr: h.name.ar,
      nameEn: h.name.en,
      source: h.source,
    })),
    priorities: data.priorities.map(p => ({
      networkId,
      id: priority(`${p.month} ${p.theme}`),
      month: p.month,
      rank: p.rank,
      titleAr: p.title.ar,
      titleEn: p.title.en,
      narrativeAr: p.narrative.ar,
      narrativeEn: p.narrative.en,
      changedAt: now,
    })),
    keyMessages: data.priorities.flatMap(p =>
      p.messages.map((text, at) => ({
        networkId,
        id: ids(),
        priorityId: priority(`${p.month} ${p.theme}`),
        position: at + 1,
        textAr: text.ar,
        textEn: text.en,
      })),
    ),
    bankMessages,
    activities,
    activityPartners: data.activities.flatMap(a =>
      a.partners.map(handle => ({
        networkId,
        activityId: activity(a.reference),
        organizationId: organization(handle),
        state: 'accepted' as const,
      })),
    ),
    clashes: clashesAmong(activities, data, { networkId, now, ids }),
    due: [...endingsOf(bankMessages, data, now), ...freshnessOf(activities, data, { networkId, now })],
    counters: Object.entries(data.counters).map(([series, value]) => ({ networkId, series, value })),
    changes: activities.map(row => ({
      networkId,
      id: ids(),
      entity: 'activity',
      entityId: row.id,
      at: row.submittedAt,
      memberId: row.contactId,
      through: 'web',
      action: 'submitted',
      after: JSON.parse(JSON.stringify(row)) as Record<string, unknown>,
    })),
    outlets: outlets.map(({ name, ...o }) => ({ networkId, ...o, nameAr: name.ar, nameEn: name.en, changedAt: now })),
  }
}
