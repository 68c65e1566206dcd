/** Submitting, editing, copying: the form of an activity, and what saving it does. */

import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as changesDb from '../../db/changes.ts'
import type { Asking, Form, Values } from '../dialogue/form.ts'
import { form } from '../dialogue/form.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { same } from '../dialogue/same.ts'
import { actions, button, facts, heading, list, notice, text, view } from '../dialogue/say.ts'
import { idsOf } from '../dialogue/several.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import { type Activity, certainties, type Kind, kinds, when as whenSchema } from '../model/activity.ts'
import { type Bilingual, holds, type Language } from '../model/people.ts'
import { referenceOf } from '../model/reference.ts'
import type { Part, View } from '../model/view.ts'
import { languageOf } from '../understanding/language.ts'
import { activityFields } from './fields.ts'
import { gather, wrongWhen } from './gather.ts'
import { listNames } from './lists.ts'
import { lineOf, nameOf, partsOf } from './show.ts'
import { boundsOf } from './when.ts'

/** What the form works on: a new activity of an organization, or one that stands. */
export type Work = {
  activity: Activity | null
  ownerId: string
  /** The owner's name, where the centre writes for another organization. */
  owner: Bilingual | null
  /** The version that was shown, as the draft's argument says. */
  version: number | null
  /** Priorities it may serve. */
  priorities: activitiesDb.Servable[]
}

/** Which script a title is in decides its language; a title in neither is of the conversation's. */
export const titleLanguage = (title: string, fallback: Language): Language =>
  /\p{Script=Arabic}/u.test(title) ? 'ar' : /\p{Script=Latin}/u.test(title) ? 'en' : (languageOf(title) ?? fallback)

const activityForm = (
  id: string,
  title: 'activity.submitTitle' | 'activity.editTitle',
  submit: 'activity.submit' | 'activity.saveChanges',
) =>
  form<Values, Work>({
    id,
    title,
    submit,
    confirm: true,
    fields: activityFields,
    load,
    gather: (said, asking, values) => gather(said, asking, values),
    check,
    about,
    card: cardNotes,
    ...(id === 'submit' ? { several: { found: 'activity.several', submit: 'activity.submitAll', save: addAll } } : {}),
    outcome,
    stands,
    save: (values, turn, work, args) =>
      work.activity ? edit(values, turn, work, work.activity) : add(values, turn, work, args.draft ?? turn.ids()),
  })

export const submitForm: Form<Values, Work> = activityForm('submit', 'activity.submitTitle', 'activity.submit')
export const editForm: Form<Values, Work> = activityForm('edit', 'activity.editTitle', 'activity.saveChanges')

/** May this person write for this organization? */
export const mayWrite = (turn: Turn, ownerId: string): boolean =>
  holds(turn.reader, 'coordinator') || (holds(turn.reader, 'member') && turn.reader.organizationId === ownerId)

async function load(turn: Turn, args: Record<string, string>): Promise<{ ok: true; value: Work } | { ok: false; view: View }> {
  const { speak } = turn
  const refuse = (v: View) => ({ ok: false as const, view: v })
  if (args.activity) {
    const activity = await activitiesDb.byId(turn.db, turn.reader, args.activity)
    if (!activity) return refuse(view(turn.language, [notice('warning', speak.say('activity.notFound'))]))
    if (!mayWrite(turn, activity.ownerId))
      return refuse(view(turn.language, [notice('warning', speak.say('dialogue.notYours', { name: nameOf(turn, activity.ownerId) }))]))
    if (activity.lifecycle === 'withdrawn')
      return refuse(view(turn.language, [notice('info', speak.say('activity.alreadyWithdrawn', { reference: activity.reference }))]))
    const priorities = await servable(turn, activity)
    return {
      ok: true,
      value: { activity, ...ownerOf(turn, activity.ownerId), version: Number(args.version ?? activity.version), priorities },
    }
  }
  const ownerId = args.owner ?? turn.reader.organizationId
  if (!mayWrite(turn, ownerId)) return refuse(view(turn.language, [notice('warning', speak.say('activity.maySubmit'))]))
  return { ok: true, value: { activity: null, ...ownerOf(turn, ownerId), version: null, priorities: await servable(turn, null) } }
}

export const servable = (turn: Turn, activity: Activity | null): Promise<activitiesDb.Servable[]> =>
  activitiesDb.servable(turn.db, turn.reader, turn.context.now.slice(0, 7), activity?.priorityId ?? null)

function check(values: Values, asking: Asking, work: Work) {
  const w = whenSchema.safeParse(values.when).data
  if (!w) return []
  // What began before and is only being reworded may stay where it is.
  if (work.activity && same(work.activity.when, w)) return []
  const wrong = wrongWhen(w, asking)
  return wrong ? [{ field: 'when', said: wrong }] : []
}

const ownerOf = (turn: Turn, ownerId: string): Pick<Work, 'ownerId' | 'owner'> => ({
  ownerId,
  owner: ownerId === turn.reader.organizationId ? null : (turn.organizations.find(o => o.id === ownerId)?.name ?? null),
})

function about({ speak }: Asking, work: Work): Part[] {
  return work.owner ? [text(speak.say('activity.forOrganization', { name: speak.pick(work.owner) }), 'strong')] : []
}

function cardNotes(values: Values, asking: Asking, work: Work): Part[] {
  const { speak } = asking
  const out: Part[] = []
  const w = whenSchema.safeParse(values.when).data
  if (w?.kind === 'span') out.push(notice('info', speak.say('activity.spanNote', { words: w.words })))
  if (work.activity) out.push(text(speak.say('activity.editing', { reference: work.activity.reference }), 'subtle'))
  return out
}

/** The ids of the drafts are those of the activities. */
async function outcome(turn: Turn, args: Record<string, string>): Promise<View | null> {
  const all = args.draft ? await activitiesDb.byIds(turn.db, turn.reader, idsOf(args.draft)) : []
  const [one, ...more] = all.filter(a => mayWrite(turn, a.ownerId))
  if (!one) return null
  return more.length > 0 ? savedTogether(turn, [one, ...more], 'activity.alreadySavedAll') : savedView(turn, one, 'activity.alreadySaved')
}

async function stands(turn: Turn, args: Record<string, string>): Promise<Part[]> {
  const activity = args.activity ? await activitiesDb.byId(turn.db, turn.reader, args.activity) : null
  return activity ? partsOf(activity, turn, mayWrite(turn, activity.ownerId)) : []
}

const string = (v: unknown): string | null => (typeof v === 'string' && v.trim() ? v.trim() : null)

/** The columns that a draft's values fill. */
function columns(values: Values, turn: Writer, { activity: before, priorities }: Pick<Work, 'activity' | 'priorities'>) {
  const when = whenSchema.parse(values.when)
  const { startsAt, endsAt } = boundsOf(when, turn.network.settings.zone)
  const title = string(values.title) ?? ''
  const first = titleLanguage(title, turn.language)
  const other = string(values.otherTitle)
  const summary = string(values.summary)
  const summaryIn = summary
    ? titleLanguage(summary, turn.language)
    : before?.summary[turn.language]
      ? turn.language
      : before?.summary.ar
        ? 'ar'
        : 'en'
  const kind = kinds.find(k => k === values.kind) ?? 'event'
  const certainty = when.kind === 'span' ? 'approximate' : (certainties.find(c => c === values.certainty) ?? 'confirmed')
  const centre = values.visibility === 'centre'
  return {
    titleAr: first === 'ar' ? title : other,
    titleEn: first === 'en' ? title : other,
    // The form shows one summary; the one in the other language stays as it was.
    summaryAr: summaryIn === 'ar' ? summary : (before?.summary.ar ?? null),
    summaryEn: summaryIn === 'en' ? summary : (before?.summary.en ?? null),
    kind: kind as Kind,
    when,
    startsAt,
    endsAt,
    certainty: certainty as Activity['certainty'],
    venue: string(values.venue),
    // Of a place that stays as it was the city stays.
    city: values.city === undefined && before && before.venue === string(values.venue) ? before.city : string(values.city),
    patron: string(values.patron),
    spokesperson: string(values.spokesperson),
    ...Object.fromEntries(listNames.map(l => [l, Array.isArray(values[l]) ? values[l].map(String) : []])),
    significance: string(values.significance),
    priorityId: priorities.find(p => p.id === values.priority)?.id ?? null,
    notes: string(values.notes),
    otherPartners: Array.isArray(values.otherPartners) ? values.otherPartners.map(String) : [],
    visibility: centre ? ('centre' as const) : ('network' as const),
    embargoUntil: centre && typeof values.embargoUntil === 'string' ? Temporal.Instant.from(values.embargoUntil) : null,
  }
}

const partnersOf = (values: Values, ownerId: string): string[] =>
  Array.isArray(values.partners) ? values.partners.map(String).filter(p => p !== ownerId) : []

async function add(values: Values, turn: Turn, work: Work, id: string): Promise<View> {
  const standing = await activitiesDb.byId(turn.db, turn.reader, id)
  if (standing) return savedView(turn, standing, 'activity.alreadySaved')
  return savedView(turn, await store(values, turn, work, id), 'activity.saved')
}

async function addAll(all: { id: string; values: Values }[], turn: Turn, work: Work): Promise<View> {
  const stored: Activity[] = []
  for (const { id, values } of all)
    stored.push((await activitiesDb.byId(turn.db, turn.reader, id)) ?? (await store(values, turn, work, id)))
  return savedTogether(turn, stored, 'activity.savedAll')
}

/** Whoever writes: a person in a turn, or what they asked for and the clock does. */
export type Writer = Scene & Pick<Turn, 'member' | 'reader' | 'language'>

/** Writes a new activity, the record of it and what follows from it; the activity as it stands then. */
async function store(values: Values, turn: Turn, work: Work, id: string): Promise<Activity> {
  const written = await write(values, turn, work, id, await newNumbers(turn, 1))
  return (await activitiesDb.byId(turn.db, turn.reader, id)) ?? written
}

const yearOf = (turn: Pick<Writer, 'network' | 'now'>): number => turn.now.toZonedDateTimeISO(turn.network.settings.zone).year

/** The first of as many new numbers of activities, taken at once: a counter that one transaction counts up row by row grows slower with each. */
export const newNumbers = (turn: Pick<Writer, 'db' | 'network' | 'now'>, count: number): Promise<number> =>
  changesDb.nextNumber(turn.db, turn.network.id, `A-${yearOf(turn)}`, count)

/** The same under a number that was taken for it; the activity as it was before anything followed from it. */
export async function write(
  values: Values,
  turn: Writer,
  work: Pick<Work, 'activity' | 'ownerId' | 'priorities'>,
  id: string,
  number: number,
): Promise<Activity> {
  const row = {
    networkId: turn.network.id,
    id,
    reference: referenceOf('A', yearOf(turn), number),
    ...columns(values, turn, work),
    ownerId: work.ownerId,
    contactId: turn.member.id,
    submittedAt: turn.now,
    changedAt: turn.now,
  }
  await activitiesDb.add(turn.db, row, partnersOf(values, work.ownerId))
  const activity = await activitiesDb.byId(turn.db, turn.reader, id)
  if (!activity) throw new Error(`activity ${id} was not stored`)
  await recordActivity(turn, activity, 'submitted', null, row)
  await turn.emit({ kind: 'activity.submitted', activity, by: turn.member.id })
  return activity
}

async function edit(values: Values, turn: Turn, work: Work, before: Activity): Promise<View> {
  const set = columns(values, turn, work)
  if (work.version !== before.version) return conflictView(turn, before)
  const changed = await activitiesDb.change(turn.db, turn.network.id, before.id, before.version, { ...set, changedAt: turn.now })
  if (!changed) return conflictView(turn, before)
  const left = await activitiesDb.setPartners(turn.db, turn.network.id, before.id, partnersOf(values, before.ownerId))
  const parted = left.map(p => ({ organizationId: p.organizationId, accepted: p.state === 'accepted' }))
  const after = await activitiesDb.byId(turn.db, turn.reader, before.id)
  if (!after) throw new Error(`activity ${before.id} is gone`)
  await recordActivity(turn, after, 'edited', before, after)
  await turn.emit({ kind: 'activity.changed', activity: after, by: turn.member.id, before, parted })
  return savedView(turn, after, 'activity.changed')
}

/** Somebody changed it since this person's card was drawn: the present state is shown, and nothing is overwritten. */
function conflictView(turn: Turn, present: Activity): View {
  return view(turn.language, [
    notice('warning', turn.speak.say('activity.changedMeanwhile', { reference: present.reference })),
    ...partsOf(present, turn, mayWrite(turn, present.ownerId)),
    actions([
      button(turn.speak, 'activity.edit', 'activity.edit', { id: present.id, version: String(present.version) }, { style: 'primary' }),
    ]),
  ])
}

/** An activity's change on the record, with the organization it was done for. */
export const recordActivity = (turn: Writer, a: Activity, action: string, before: object | null, after: object | null): Promise<void> =>
  record(turn, turn.member.id, { entity: 'activity', id: a.id, action, before, after, for: unlessOwn(turn, a.ownerId) })

/** The confirmation: the number people can say, what was saved, Edit and Withdraw. */
export function savedView(turn: Turn, activity: Activity, key: 'activity.saved' | 'activity.changed' | 'activity.alreadySaved'): View {
  const { speak } = turn
  const args = { id: activity.id, version: String(activity.version) }
  return view(
    turn.language,
    [
      heading(speak.say(key, { reference: activity.reference })),
      facts([
        [speak.say('activity.title'), speak.pick(activity.title)],
        [speak.say('activity.when'), speak.when(activity.when)],
        [speak.say('activity.venue'), activity.venue && speak.venue(activity.venue)],
        [speak.say('activity.owner'), activity.ownerId === turn.reader.organizationId ? null : nameOf(turn, activity.ownerId)],
      ]),
      ...(activity.late ? [notice('info', speak.say('activity.lateNote'))] : []),
      actions([button(speak, 'activity.edit', 'activity.edit', args), button(speak, 'activity.withdraw', 'activity.withdraw', args)]),
    ],
    speak.say('activity.savedLine', { reference: activity.reference, title: speak.pick(activity.title) }),
  )
}

/** Lists longer than this carry no buttons: each line of them is a block or two of Slack's fifty. */
const buttonsUpTo = 8

/** The confirmation of several at once: their numbers, each with Edit and Withdraw. */
function savedTogether(turn: Turn, all: Activity[], key: 'activity.savedAll' | 'activity.alreadySavedAll'): View {
  const { speak } = turn
  return view(turn.language, [
    heading(speak.say(key, { n: all.length })),
    list(
      all.map(activity => {
        const args = { id: activity.id, version: String(activity.version) }
        return {
          ...lineOf(activity, turn, { owner: activity.ownerId !== turn.reader.organizationId }),
          actions:
            all.length <= buttonsUpTo
              ? [button(speak, 'activity.edit', 'activity.edit', args), button(speak, 'activity.withdraw', 'activity.withdraw', args)]
              : [],
        }
      }),
    ),
    ...(all.some(a => a.late) ? [notice('info', speak.say('activity.lateNote'))] : []),
  ])
}

/** A standing activity as the values of its form. */
export function valuesOf(activity: Activity, language: Language): Values {
  const first = activity.title[language] ? language : language === 'ar' ? 'en' : 'ar'
  const values: Values = {
    title: activity.title[first],
    otherTitle: activity.title[first === 'ar' ? 'en' : 'ar'],
    when: activity.when,
    certainty: activity.certainty === 'approximate' ? undefined : activity.certainty,
    venue: activity.venue ?? undefined,
    city: activity.city ?? undefined,
    kind: activity.kind,
    patron: activity.patron ?? undefined,
    partners: activity.partnerIds.length > 0 ? activity.partnerIds : undefined,
    otherPartners: activity.otherPartners.length > 0 ? activity.otherPartners : undefined,
    spokesperson: activity.spokesperson ?? undefined,
    ...Object.fromEntries(listNames.map(l => [l, activity[l].length > 0 ? activity[l] : undefined])),
    summary: activity.summary[language] ?? activity.summary.ar ?? activity.summary.en,
    significance: activity.significance ?? undefined,
    priority: activity.priorityId ?? undefined,
    visibility: activity.visibility,
    embargoUntil: activity.embargoUntil ? activity.embargoUntil.toString() : undefined,
    notes: activity.notes ?? undefined,
  }
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))
}
