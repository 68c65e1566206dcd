/** What an edition keeps of an activity and of a priority: snapshots as JSON, made once and read back as the activity it was. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Priority } from '../../db/plan.ts'
import { type Activity, asWritten, certainties, kinds, when } from '../model/activity.ts'
import type { Organization } from '../model/people.ts'

const bilingual = z.object({ ar: z.string().optional(), en: z.string().optional() })
const texts = z.array(z.string())

/** Notes and the centre's notes are left out: they belong to the owner and are not printed. */
export const frozenActivity = z.object({
  version: z.literal(1),
  reference: z.string(),
  title: bilingual,
  summary: bilingual,
  kind: z.enum(kinds),
  when,
  certainty: z.enum(certainties),
  approval: z.enum(['proposed', 'approved']),
  review: z.enum(['new', 'changed', 'reviewed', 'returned']),
  lifecycle: z.enum(['planned', 'postponed', 'rescheduled', 'cancelled', 'completed', 'withdrawn']),
  lifecycleReason: z.string().nullable(),
  partners: texts,
  /** Those of the partners who had accepted: they may see what is for the centre and partners alone. */
  accepted: texts,
  otherPartners: texts,
  venue: z.string().nullable(),
  city: z.string().nullable(),
  patron: z.string().nullable(),
  spokesperson: z.string().nullable(),
  audience: texts,
  channels: texts,
  materials: texts,
  significance: z.string().nullable(),
  priority: z.object({ id: z.string(), title: bilingual.nullable() }).nullable(),
  contactId: z.string(),
  /** Absent in editions that were frozen before the centre could word what they print. */
  print: z.object({ wording: bilingual, section: bilingual, place: z.number().nullable(), at: z.string().nullable() }).optional(),
  late: z.boolean(),
  activityVersion: z.number(),
  submittedAt: z.string(),
  changedAt: z.string(),
  ownerId: z.string(),
  visibility: z.enum(['network', 'centre']),
  embargoUntil: z.string().nullable(),
  /** Names of the owner and the partners as they were, by id. */
  names: z.record(z.string(), bilingual),
})
export type FrozenActivity = z.infer<typeof frozenActivity>

export const frozenPriority = z.object({
  version: z.literal(1),
  id: z.string(),
  month: z.string(),
  rank: z.number(),
  title: bilingual,
  narrative: bilingual,
  messages: z.array(bilingual),
})
export type FrozenPriority = z.infer<typeof frozenPriority>

export function freeze(
  a: Activity,
  accepted: string[],
  organizations: readonly Organization[],
  priority: Pick<Priority, 'id' | 'title'> | null,
): FrozenActivity {
  return {
    version: 1,
    reference: a.reference,
    title: a.title,
    summary: a.summary,
    kind: a.kind,
    when: a.when,
    certainty: a.certainty,
    approval: a.approval,
    review: a.review,
    lifecycle: a.lifecycle,
    lifecycleReason: a.lifecycleReason,
    partners: a.partnerIds,
    accepted,
    otherPartners: a.otherPartners,
    venue: a.venue,
    city: a.city,
    patron: a.patron,
    spokesperson: a.spokesperson,
    audience: a.audience,
    channels: a.channels,
    materials: a.materials,
    significance: a.significance,
    priority: a.priorityId ? { id: a.priorityId, title: priority?.title ?? null } : null,
    contactId: a.contactId,
    print: { ...a.print, at: a.print.at?.toString() ?? null },
    late: a.late,
    activityVersion: a.version,
    submittedAt: a.submittedAt.toString(),
    changedAt: a.changedAt.toString(),
    ownerId: a.ownerId,
    visibility: a.visibility,
    embargoUntil: a.embargoUntil?.toString() ?? null,
    names: Object.fromEntries(
      organizations.filter(o => o.id === a.ownerId || a.partnerIds.includes(o.id)).map(o => [o.id, o.name] as const),
    ),
  }
}

export const freezePriority = (p: Priority): FrozenPriority => ({
  version: 1,
  id: p.id,
  month: p.month,
  rank: p.rank,
  title: p.title,
  narrative: p.narrative,
  messages: p.messages,
})

/** The activity as it was, and the organizations as they were called. Throws where the row is not one this file made. */
export function thaw(networkId: string, activityId: string, snapshot: unknown): { activity: Activity; organizations: Organization[] } {
  const f = frozenActivity.parse(snapshot)
  return {
    organizations: Object.entries(f.names).map(([id, name]) => ({ id, handle: id, name, shortNames: [], centre: false, active: true })),
    activity: {
      id: activityId,
      networkId,
      reference: f.reference,
      title: f.title,
      summary: f.summary,
      kind: f.kind,
      when: f.when,
      certainty: f.certainty,
      approval: f.approval,
      review: f.review,
      reviewNote: null,
      lifecycle: f.lifecycle,
      lifecycleReason: f.lifecycleReason,
      ownerId: f.ownerId,
      partnerIds: f.partners,
      invitedIds: f.partners.filter(p => !f.accepted.includes(p)),
      otherPartners: f.otherPartners,
      venue: f.venue,
      city: f.city,
      patron: f.patron,
      spokesperson: f.spokesperson,
      audience: f.audience,
      channels: f.channels,
      materials: f.materials,
      needs: [],
      significance: f.significance,
      priorityId: f.priority?.id ?? null,
      contactId: f.contactId,
      visibility: f.visibility,
      embargoUntil: f.embargoUntil ? Temporal.Instant.from(f.embargoUntil) : null,
      notes: null,
      print: f.print ? { ...f.print, at: f.print.at ? Temporal.Instant.from(f.print.at) : null } : asWritten,
      late: f.late,
      version: f.activityVersion,
      submittedAt: Temporal.Instant.from(f.submittedAt),
      changedAt: Temporal.Instant.from(f.changedAt),
    },
  }
}
