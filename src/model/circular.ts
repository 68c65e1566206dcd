/** A circular: what the centre tells the network, or some of it, at once. */
import { z } from 'zod'
import { type Role, roles } from './people.ts'

/** `all` is everybody; else whoever belongs to one of the organizations or holds one of the roles. */
export type Audience = { all: boolean; organizationIds: string[]; roles: Role[] }

export type CircularState = 'sent' | 'recalled'

/** Whom a circular goes to, as the values of a choice: `all`, `role:observer`, `organization:<id>`. */
export const addressees = z.array(z.string())

export const everybody = 'all'
export const ofRole = (role: Role): string => `role:${role}`
export const ofOrganization = (id: string): string => `organization:${id}`

/** Names that are no role are left out, and so is every id where everybody is meant. */
export function audienceOf(to: readonly string[]): Audience {
  if (to.includes(everybody)) return { all: true, organizationIds: [], roles: [] }
  const after = (prefix: string) => to.filter(t => t.startsWith(prefix)).map(t => t.slice(prefix.length))
  return {
    all: false,
    organizationIds: after('organization:'),
    roles: after('role:').filter((r): r is Role => (roles as readonly string[]).includes(r)),
  }
}

export const isMeant = (audience: Audience, who: { organizationId: string; roles: readonly Role[] }): boolean =>
  audience.all || audience.organizationIds.includes(who.organizationId) || audience.roles.some(r => who.roles.includes(r))
