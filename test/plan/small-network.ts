/** A small network in a real database for the plan's tests: a centre, three organizations, a person of each kind, and turns for them at any instant. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import type { Database } from '../../db/client.ts'
import * as people from '../../db/people.ts'
import { boundsOf } from '../../src/activities/when.ts'
import type { Asked, Scene, Turn } from '../../src/dialogue/turn.ts'
import type { When } from '../../src/model/activity.ts'
import type { Arguments, Meaning } from '../../src/model/meaning.ts'
import type { Network } from '../../src/model/network.ts'
import type { Language, Member, Role } from '../../src/model/people.ts'
import type { Part, View } from '../../src/model/view.ts'
import { sceneOf } from '../../src/scene.ts'
import { instantText, wall } from '../../src/time/zone.ts'

export const zone = 'Asia/Bahrain'
export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
/** Tuesday noon. */
export const noon = at('2026-11-24T12:00:00+03:00')

export const network: Network = {
  id: 'n1',
  name: { ar: 'شبكة', en: 'Network' },
  sample: false,
  clockAhead: 0,
  settings: {
    region: 'BH',
    zone,
    weekend: [5, 6],
    workingHours: { from: '07:00', to: '14:15' },
    ramadanHours: null,
    languages: ['ar', 'en'],
    digits: 'arab',
    hijri: true,
    dayMonthOrder: 'day-month',
    meeting: { rule: 'FREQ=MONTHLY;BYDAY=1SU', time: '10:00', minutes: 90, place: {}, deadlineWorkingDays: 5, reminderSteps: [5, 0] },
    windowMonths: 2,
    venues: [],
    cities: [],
    channels: { slack: { space: 'T1', id: 'C1' } },
  },
}

const organizations = [
  { id: 'centre', ar: 'مركز الاتصال', en: 'The Centre' },
  { id: 'health', ar: 'وزارة الصحة', en: 'Ministry of Health' },
  { id: 'youth', ar: 'هيئة الشباب', en: 'Youth Authority' },
  { id: 'egov', ar: 'الحكومة الإلكترونية', en: 'eGovernment' },
]

const persons: Record<string, { organizationId: string; roles: Role[] }> = {
  centre: { organizationId: 'centre', roles: ['coordinator', 'member'] },
  health: { organizationId: 'health', roles: ['member'] },
  youth: { organizationId: 'youth', roles: ['member'] },
  egov: { organizationId: 'egov', roles: ['member'] },
  admin: { organizationId: 'health', roles: ['admin'] },
  observer: { organizationId: 'health', roles: ['observer'] },
  nobody: { organizationId: '', roles: [] },
}
export type Who = 'centre' | 'health' | 'youth' | 'egov' | 'admin' | 'observer' | 'nobody'

export async function fill(db: Database): Promise<void> {
  await people.addNetwork(db, network, at('2026-01-01T00:00:00Z'))
  for (const o of organizations)
    await people.addOrganization(db, 'n1', {
      id: o.id,
      handle: o.id,
      name: { ar: o.ar, en: o.en },
      shortNames: [],
      centre: o.id === 'centre',
      active: true,
    })
  for (const [id, p] of Object.entries(persons))
    if (p.roles.length > 0)
      await people.addMember(db, 'n1', {
        id,
        organizationId: p.organizationId,
        nameAr: null,
        nameEn: `Person ${id}`,
        email: `${id}@munassiq.example`,
        roles: p.roles,
        rosterLanguage: null,
        joinedAt: at('2026-01-01T00:00:00Z'),
      })
}

let ids = 0

export const sceneAt = (db: Database, now = noon): Promise<Scene> =>
  sceneOf(db, network, { now, machine: now, ids: () => `id-${++ids}`, events: [], through: 'web', delivery: null })

export async function turnOf(db: Database, who: Who, language: Language = 'en', now = noon): Promise<Turn> {
  const scene = await sceneAt(db, now)
  const p = persons[who] ?? { organizationId: '', roles: [] }
  const member: Member = { id: who, name: { en: who }, email: null, language, active: true, ...p }
  return {
    ...scene,
    reader: { networkId: 'n1', memberId: who, organizationId: p.organizationId, roles: p.roles, now },
    member,
    organization: scene.organizations.find(o => o.id === p.organizationId) ?? null,
    account: { platform: 'web', space: 'local', user: who },
    place: { kind: 'direct', id: who },
    language,
    speak: scene.voice(language),
    context: {
      now: instantText(wall(zone, now)),
      zone,
      weekend: network.settings.weekend,
      workingHours: network.settings.workingHours,
      holidays: [],
      hijriShifts: {},
      dayMonthOrder: 'day-month',
      names: {
        organizations: organizations.map(o => ({ id: o.id, names: [o.ar, o.en] })),
        venues: [],
        cities: [],
      },
      language,
    },
  }
}

export const asked = (args: Arguments = {}, text = ''): Asked => {
  const meaning: Meaning = {
    intent: 'plan',
    sure: 1,
    nearest: [],
    arguments: args,
    when: [],
    activity: {
      title: null,
      kind: null,
      venue: null,
      city: null,
      patron: null,
      embargoUntil: null,
      partners: [],
      audience: [],
      materials: [],
      needs: [],
    },
    missing: [],
    problems: [],
    others: [],
    beyond: 0,
  }
  return { text, meaning, message: null, dialog: false }
}

let references = 0

/** Adds an activity; partners named `accepted` have accepted. Its id and reference are `id` unless given otherwise. */
export async function addActivity(
  db: Database,
  id: string,
  when: When,
  more: Partial<activitiesDb.NewActivity> & { partners?: string[] } = {},
): Promise<void> {
  const { partners = [], ...columns } = more
  await activitiesDb.add(
    db,
    {
      networkId: 'n1',
      id,
      reference: `A-2026-${String(++references).padStart(4, '0')}`,
      titleAr: `فعالية ${id}`,
      titleEn: `Activity ${id}`,
      kind: 'event',
      when,
      ...boundsOf(when, zone),
      certainty: 'confirmed',
      ownerId: 'health',
      contactId: 'health',
      submittedAt: noon,
      changedAt: noon,
      ...columns,
    },
    partners,
  )
}

export const timed = (start: string, end: string | null = null): When => ({ kind: 'timed', start, end })
export const onDays = (start: string, end = start): When => ({ kind: 'days', start, end })

/** Every text of a view, for looking whether something is said in it. */
export const wordsOf = (v: View): string => v.parts.flatMap(partWords).join('\n')

function partWords(p: Part): string[] {
  switch (p.kind) {
    case 'heading':
    case 'text':
    case 'notice':
      return [p.text]
    case 'facts':
      return p.facts.flatMap(f => [`${f.label}: ${f.value}`])
    case 'list':
      return p.items.flatMap(i => [i.text, i.detail ?? '', ...i.actions.map(a => a.label)])
    case 'actions':
      return p.actions.map(a => a.label)
    case 'form':
    case 'file':
    case 'divider':
      return []
    default:
      return p satisfies never
  }
}

/** Ids of the activities a view lists, by their Details buttons. */
export const listed = (v: View): string[] =>
  v.parts.flatMap(p =>
    p.kind === 'list'
      ? p.items.flatMap(i => i.actions.flatMap(a => (a.press.name === 'activity.open' ? [a.press.args.id ?? ''] : [])))
      : [],
  )

/** The press of a button of a view, by name and, where several bear it, by what its arguments hold. */
export function pressOf(v: View, name: string, holds: Record<string, string> = {}): { name: string; args: Record<string, string> } | null {
  const all = v.parts.flatMap(p => (p.kind === 'actions' ? p.actions : p.kind === 'list' ? p.items.flatMap(i => i.actions) : []))
  return all.find(a => a.press.name === name && Object.entries(holds).every(([k, x]) => a.press.args[k] === x))?.press ?? null
}
