/** The sectors of a network and who works in each, as one text: a line for each, "Health: Ministry of Health, Red Crescent". */
import { z } from 'zod'
import { inBoth } from '../dialogue/both-languages.ts'
import type { Asking, Field } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import type { Bilingual } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { Settings } from '../model/settings.ts'
import { amendsIn } from '../understanding/amend.ts'
import { fold, hasArabic } from '../understanding/fold.ts'

export type Sector = NonNullable<Settings['sectors']>[number]

const schema = z.array(z.object({ ar: z.string().optional(), en: z.string().optional(), organizations: z.array(z.string()) }))
const most = 20
/** Characters of the whole. */
const longest = 2000
const nothing = /^(none|no sectors|nothing|بلا|لا شيء|لا توجد قطاعات|لا قطاعات)[.]?$/i

const nameOf = (said: string): Bilingual =>
  Object.fromEntries(Object.entries(inBoth(said)).map(([language, name]) => [language, name.slice(0, 60)]))

/** The sectors that a text names; which organizations it means is known by any of their names. */
export function sectorsIn(said: string, { context }: Pick<Asking, 'context'>): Result<Sector[], Said> {
  if (nothing.test(said.trim())) return ok([])
  const lines = said.split(/[\n;؛]/).flatMap(l => (l.trim() ? [l.trim()] : []))
  if (lines.length > most || said.length > longest) return fail({ key: 'settings.tooManySectors', values: { max: most } })
  const out: Sector[] = []
  for (const line of lines) {
    const at = line.indexOf(':')
    const name = nameOf(line.slice(0, Math.max(0, at)))
    if (!name.ar && !name.en) return fail({ key: 'settings.notASector', values: { said: line.slice(0, 60) } })
    const organizations: string[] = []
    for (const written of line.slice(at + 1).split(/[,،]/)) {
      if (!written.trim()) continue
      const wanted = fold(written).trim()
      const found = context.names.organizations.find(o => o.names.some(n => fold(n) === wanted))
      if (!found) return fail({ key: 'settings.notAnOrganization', values: { said: written.trim().slice(0, 60) } })
      organizations.push(found.id)
    }
    if (organizations.length === 0) return fail({ key: 'settings.notASector', values: { said: line.slice(0, 60) } })
    out.push({ ...name, organizations: [...new Set(organizations)] })
  }
  return ok(out)
}

const sectorWord = /^(?:the\s+)?(?:new\s+)?sector\s+|\s+sector(?=\s*(?::|$))|^(?:ال)?قطاع\s+/iu

/** What is said of the sectors that stand: one is added, with who works in it, or dropped; a text that says neither names them all. */
function amendedSectors(said: string, standing: readonly Sector[], asking: Asking): Result<Sector[], Said> {
  const [first, ...more] = said.includes('\n') ? [] : amendsIn(said)
  if (!first || first.how === 'all' || more.length > 0) return sectorsIn(said, asking)
  const rest = first.rest.replace(sectorWord, '').trim()
  if (first.how === 'add') {
    const read = sectorsIn(rest, asking)
    if (!read.ok) return read
    let out = [...standing]
    for (const s of read.value) {
      const had = out.find(o => isCalled(o, s.ar) || isCalled(o, s.en))
      out = had
        ? out.map(o => (o === had ? { ...s, ...o, organizations: [...new Set([...o.organizations, ...s.organizations])] } : o))
        : [...out, s]
    }
    return ok(out)
  }
  const kept = standing.filter(s => !isCalled(s, rest))
  return kept.length < standing.length ? ok(kept) : fail({ key: 'settings.noSuchSector', values: { said: rest.slice(0, 60) } })
}
const isCalled = (s: Sector, name: string | undefined): boolean =>
  name !== undefined &&
  [s.ar, s.en].some(n => n !== undefined && fold(n).replace(/^(?:ال|the )/, '') === fold(name).replace(/^(?:ال|the )/, ''))

/** The same as it is written, with the first name of each organization; one that is in the network no more is left out. */
function written(sectors: readonly Sector[], { context, speak }: Asking): string {
  return sectors
    .map(s => {
      const names = s.organizations.flatMap(id => context.names.organizations.find(o => o.id === id)?.names ?? [])
      const of = s.organizations.flatMap(id => {
        const all = context.names.organizations.find(o => o.id === id)?.names ?? []
        const own = all.find(n => hasArabic(n) === (speak.language === 'ar'))
        return own ?? all[0] ?? []
      })
      const name = [s.ar, s.en].filter(Boolean).join(' / ')
      return names.length === 0 ? '' : `${name}: ${of.join(speak.language === 'ar' ? '، ' : ', ')}`
    })
    .filter(Boolean)
    .join('\n')
}

export const sectorsField: Field = {
  label: 'settings.sectors',
  ask: 'settings.askSectors',
  hint: 'settings.hintSectors',
  need: 'offered',
  schema,
  read(said, asking, values) {
    const standing = schema.safeParse(values.sectors)
    const read = amendedSectors(said, standing.success ? (standing.data as Sector[]) : [], asking)
    return read.ok ? ok({ sectors: read.value }) : read
  },
  show(values, asking) {
    const had = schema.safeParse(values.sectors)
    return had.success && had.data.length > 0 ? written(had.data as Sector[], asking) : null
  },
  inputs(values, asking) {
    const had = schema.safeParse(values.sectors)
    const value = had.success ? written(had.data as Sector[], asking) : ''
    return { id: 'sectors', kind: 'long', max: longest, ...(value ? { value } : {}) }
  },
}
