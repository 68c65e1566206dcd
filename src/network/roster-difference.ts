/** What a roster would do to a network: who it adds, changes and removes, which organizations it makes. Pure. */
import type { Language, Member, Organization, Role } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'
import { organizationNamed } from './organizations.ts'
import type { RosterRow } from './roster-read.ts'

/** The network as it stands: active members, with what the roster said of their language before. */
export type Standing = {
  members: readonly Member[]
  rosterLanguage: ReadonlyMap<string, Language | null>
  organizations: readonly Organization[]
}

export type Changed = { member: Member; row: RosterRow; what: ('name' | 'email' | 'organization' | 'roles' | 'language')[] }
export type Difference = {
  add: RosterRow[]
  change: Changed[]
  remove: Member[]
  /** How many stay as they are. */
  same: number
  /** Names of organizations the network does not know, each once, as first written. */
  organizations: string[]
  /** Whether somebody holds the role admin afterwards. */
  keepsAdmin: boolean
}

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean => a.length === b.length && a.every(r => b.includes(r))
const isArabic = (name: string): boolean => /\p{Script=Arabic}/u.test(name)

/** The member a row speaks of: by e-mail; who has none on record is found by name. */
function memberOf(row: RosterRow, members: readonly Member[], taken: ReadonlySet<string>): Member | null {
  const byEmail = members.find(m => m.email === row.email)
  if (byEmail) return byEmail
  const wanted = fold(row.name)
  const byName = members.filter(
    m => m.email === null && !taken.has(m.id) && [m.name.ar, m.name.en].some(n => n !== undefined && fold(n) === wanted),
  )
  return byName.length === 1 ? (byName[0] ?? null) : null
}

/** Members who stand on the network's list and not on the roster are removed; a row without a language leaves the one given before. */
export function difference(rows: readonly RosterRow[], standing: Standing): Difference {
  const out: Difference = {
    add: [],
    change: [],
    remove: [],
    same: 0,
    organizations: [],
    keepsAdmin: rows.some(r => r.roles.includes('admin')),
  }
  const unknown = new Set<string>()
  const met = new Set<string>()
  for (const row of rows) {
    const organization = organizationNamed(standing.organizations, row.organization)
    if (!organization && !unknown.has(fold(row.organization))) {
      unknown.add(fold(row.organization))
      out.organizations.push(row.organization)
    }
    const member = memberOf(row, standing.members, met)
    if (!member) {
      out.add.push(row)
      continue
    }
    met.add(member.id)
    const what: Changed['what'] = []
    if ((isArabic(row.name) ? member.name.ar : member.name.en) !== row.name) what.push('name')
    if (member.email !== row.email) what.push('email')
    if (organization?.id !== member.organizationId) what.push('organization')
    if (!sameRoles(row.roles, member.roles)) what.push('roles')
    if (row.language && row.language !== (standing.rosterLanguage.get(member.id) ?? null)) what.push('language')
    if (what.length > 0) out.change.push({ member, row, what })
    else out.same++
  }
  out.remove = standing.members.filter(m => !met.has(m.id))
  return out
}
