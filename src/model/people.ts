/** Who takes part: organizations, members, their accounts on platforms, and the reader every query takes. */
import type { Temporal } from 'temporal-polyfill'

export type Language = 'ar' | 'en'

/** Text that may exist in either language; the reader's own language is shown first, else the other. */
export type Bilingual = { ar?: string | undefined; en?: string | undefined }

export const platforms = ['slack', 'teams', 'web'] as const
export type Platform = (typeof platforms)[number]

export const roles = ['observer', 'member', 'coordinator', 'admin'] as const
export type Role = (typeof roles)[number]

/** One identity on one platform. `space` is the Slack workspace (or enterprise) id, the Teams tenant id, or 'local'. */
export type Account = { platform: Platform; space: string; user: string }

/** What a platform says of the person behind an account; hints, never proof of a role. */
export type Profile = {
  name?: string | undefined
  email?: string | undefined
  language?: Language | undefined
  /** Guests, restricted and external users are never linked by e-mail. */
  guest: boolean
}

export type Organization = {
  id: string
  handle: string
  name: Bilingual
  /** Other names people use for it, in either language. */
  shortNames: string[]
  centre: boolean
  active: boolean
}

export type Member = {
  id: string
  organizationId: string
  name: Bilingual
  email: string | null
  roles: Role[]
  language: Language
  active: boolean
}

/** For whom a query is made. Every read takes one; visibility is decided in SQL from it. */
export type Reader = {
  networkId: string
  memberId: string
  organizationId: string
  roles: readonly Role[]
  /** The network's own present. */
  now: Temporal.Instant
}

export const holds = (who: { roles: readonly Role[] }, role: Role): boolean => who.roles.includes(role)
