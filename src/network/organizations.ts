/** Organizations by the names people write: finding one, making one. */
import * as people from '../../db/people.ts'
import { record } from '../dialogue/record.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Organization } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'
import { nameIn } from './people.ts'

/** The organization of exactly this name, in either language, short or long, spelling forgiven. Pure. */
export function organizationNamed(organizations: readonly Organization[], written: string): Organization | null {
  const wanted = fold(written)
  return organizations.find(o => [o.name.ar, o.name.en, o.handle, ...o.shortNames].some(n => n !== undefined && fold(n) === wanted)) ?? null
}

/** Makes an organization of this name; the scene knows it from now on. One of the same name that stands already is given instead. */
export async function newOrganization(
  scene: Scene,
  by: string | null,
  written: string,
  how: { centre?: boolean } = {},
): Promise<Organization> {
  const known = organizationNamed(scene.organizations, written)
  if (known) return known
  const name = nameIn(scene, written)
  const id = scene.ids()
  const organization: Organization = {
    id,
    handle: handleOf(
      written,
      scene.organizations.map(o => o.handle),
      id,
    ),
    name: { ar: name.ar ?? undefined, en: name.en ?? undefined },
    shortNames: [],
    centre: how.centre ?? false,
    active: true,
  }
  await people.addOrganization(scene.db, scene.network.id, organization)
  await record(scene, by, { entity: 'organization', id, action: 'added', after: { ...organization } })
  scene.organizations.push(organization)
  return organization
}

/** A short name of Latin letters for addresses and logs; of an Arabic name there is none, so the id's beginning serves. */
function handleOf(written: string, taken: string[], id: string): string {
  const base = written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const wanted = base || `o-${id.slice(-8)}`
  return taken.includes(wanted) ? `${wanted.slice(0, 30)}-${id.slice(-8)}` : wanted
}
