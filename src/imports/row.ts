/** A row of a list as the values of an activity's form, or all that is wrong with it. Pure. */
import { createHash } from 'node:crypto'
import { activityFields } from '../activities/fields.ts'
import { gather, organizationOf, wrongWhen } from '../activities/gather.ts'
import { entriesOf, listNames } from '../activities/lists.ts'
import { boundsOf } from '../activities/when.ts'
import type { Asking, Values } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import { type Kind, kinds, type When } from '../model/activity.ts'
import type { Bilingual } from '../model/people.ts'
import { referenceIn } from '../understanding/arguments.ts'
import { fold } from '../understanding/fold.ts'
import type { Column, Laid } from './columns.ts'
import type { Cell, Line } from './table.ts'
import { type Wrong, whenIn } from './when.ts'

/** What a row is read with: for whom this person may write (null: any), their own organization, priorities by id. */
export type Eye = {
  asking: Asking
  both: readonly Asking[]
  own: string
  mayAll: boolean
  priorities: readonly { id: string; title: Bilingual }[]
}

export type Read =
  | { kind: 'wrong'; line: number; wrong: Wrong[] }
  /** Nothing to add and nothing wrong: it is over, or called off. */
  | { kind: 'left'; line: number; why: Said }
  /** `key` is the row's own name, by what it says; `values` those of the form; `notes` what was taken otherwise than written. */
  | {
      kind: 'row'
      line: number
      id: string
      ownerId: string
      when: When
      titles: string[]
      values: Values
      notes: Said[]
    }

/** Characters of what is kept as it is written, and of what is read: a cell may hold thirty thousand. */
const longest = { venue: 200, city: 100, patron: 200, spokesperson: 200, summary: 2000, significance: 500, notes: 2000 } as const
const readable = {
  audience: 1000,
  channels: 1000,
  materials: 1000,
  needs: 1000,
  kind: 200,
  owner: 200,
  partners: 1000,
  visibility: 200,
  priority: 300,
  certainty: 200,
  status: 200,
} as const
const title = { min: 3, max: 200 }
/** Words of a status that mean that it will not take place, and of a certainty that it is not sure; folded. */
const off = /cancel|withdrawn|called off|ملغ|الغيت|مسحوب|اعتذار/
const unsure = /tentative|unconfirmed|not confirmed|tbc|provisional|مبدئي|مبدئيه|غير موكد|لم يتاكد|قيد التاكيد|^no$|^لا$/

export function readRow({ line, cells }: Line, { at }: Laid, eye: Eye): Read {
  const cell = (column: Column): Cell => cells[at[column] ?? -1] ?? null
  const text = (column: Column): string => {
    const value = cell(column)
    return value === null || typeof value === 'object' ? '' : String(value).trim()
  }
  const { asking } = eye
  const unreadable = (Object.entries(readable) as [keyof typeof readable, number][]).filter(([column, max]) => text(column).length > max)
  if (unreadable.length > 0)
    return { kind: 'wrong', line, wrong: unreadable.map(([column, max]) => ({ column, said: tooLong(text(column), max) })) }
  const status = fold(text('status'))
  if (off.test(status)) return { kind: 'left', line, why: { key: 'import.calledOff' } }
  const wrong: Wrong[] = []
  const notes: Said[] = []
  const values: Values = {}

  const [first, second] = titlesOf(text)
  const length = [...first.said].length
  if (length < title.min)
    wrong.push({
      column: first.column,
      said: length === 0 ? { key: 'dialogue.required' } : { key: 'dialogue.tooShort', values: { min: title.min } },
    })
  for (const t of [first, second]) if ([...t.said].length > title.max) wrong.push({ column: t.column, said: tooLong(t.said, title.max) })
  values.title = first.said
  if (second.said) values.otherTitle = second.said

  const when = whenIn({ from: cell('from'), at: cell('at'), to: cell('to'), until: cell('until'), when: cell('when') }, asking)
  if (!when.ok) wrong.push(when.problem)
  else {
    const unfit = wrongWhen(when.value, asking)
    if (unfit?.key === 'activity.past') return { kind: 'left', line, why: unfit }
    if (unfit) wrong.push({ column: 'from', said: unfit })
    values.when = when.value
  }

  for (const [column, max] of Object.entries(longest) as [keyof typeof longest, number][]) {
    const said = text(column)
    if ([...said].length > max) wrong.push({ column, said: tooLong(said, max) })
    else if (said) values[column] = said
  }
  for (const list of listNames) {
    const entries = entriesOf(
      eye.both.map(a => a.speak),
      list,
      text(list).split('/'),
    )
    if (entries.length > 0) values[list] = entries
  }
  if (unsure.test(fold(text('certainty'))) || unsure.test(status)) values.certainty = 'tentative'
  values.kind = kindOf(text('kind'), first.said.slice(0, title.max), eye, notes)

  const owner = ownerOf(text('owner'), eye)
  if (!owner.ok) wrong.push({ column: 'owner', said: owner.said })
  const partners = text('partners')
    .split(/[;؛\n,،/]+/)
    .map(p => p.trim())
    .filter(Boolean)
  const known = partners.flatMap(p => organizationOf(p, asking) ?? [])
  const others = partners.filter(p => !organizationOf(p, asking))
  if (known.length > 0) values.partners = [...new Set(known)]
  if (others.length > 0) values.otherPartners = others.map(o => o.slice(0, 200))

  // What is not for everybody must not become so by a cell that was not understood.
  const seen = text('visibility')
  if (seen) {
    const read = readVisibility(seen, eye, values)
    if (read) Object.assign(values, read)
    else wrong.push({ column: 'visibility', said: { key: 'import.whoSees', values: { said: seen.slice(0, 60) } } })
  }
  const served = fold(text('priority'))
  const priority = served ? eye.priorities.find(p => [p.title.ar, p.title.en].some(t => t && fold(t) === served)) : null
  if (priority) values.priority = priority.id
  else if (served) notes.push({ key: 'import.noPriority', values: { line, said: text('priority').slice(0, 60) } })

  if (wrong.length > 0 || !owner.ok || !when.ok) return { kind: 'wrong', line, wrong }
  const titles = [first.said, second.said].filter(Boolean)
  return {
    kind: 'row',
    line,
    id: idOf(owner.id, when.value, titles, asking.context.zone),
    ownerId: owner.id,
    when: when.value,
    titles,
    values,
    notes,
  }
}

/** The number of an activity that a row names; a list's own numbers are none. */
export const referenceOf = ({ cells }: Line, { at }: Laid): string | null =>
  at.reference === undefined ? null : referenceIn(String(cells[at.reference] ?? ''))

const tooLong = (said: string, max: number): Said => ({ key: 'dialogue.tooLong', values: { length: [...said].length, max } })

/** The title, and the one in the other language, whichever columns they stand in. */
function titlesOf(text: (column: Column) => string): [{ column: Column; said: string }, { column: Column; said: string }] {
  const given = (['title', 'titleAr', 'titleEn', 'otherTitle'] as const).map(column => ({ column, said: text(column) })).filter(t => t.said)
  const distinct = given.filter((t, i) => given.findIndex(o => fold(o.said) === fold(t.said)) === i)
  const none = { column: 'title' as const, said: '' }
  return [distinct[0] ?? none, distinct[1] ?? none]
}

function ownerOf(said: string, { asking, own, mayAll }: Eye): { ok: true; id: string } | { ok: false; said: Said } {
  if (!said) return { ok: true, id: own }
  const id = organizationOf(said, asking)
  if (!id) return { ok: false, said: { key: 'import.noOrganization', values: { said: said.slice(0, 60) } } }
  return id === own || mayAll ? { ok: true, id } : { ok: false, said: { key: 'import.notYours', values: { said: said.slice(0, 60) } } }
}

/** A kind by its name in either language; else as it is understood of the words, of the title where there are none. */
function kindOf(said: string, titleSaid: string, eye: Eye, notes: Said[]): string {
  const s = fold(said)
  const named = s && kinds.find(k => k === s || eye.both.some(a => fold(a.speak.say('activity.kinds', { _kind: k })) === s))
  if (named) return named
  const read = gather(said || titleSaid, eye.asking, {}).values.kind
  const kind = kinds.find(k => k === read) ?? ('event' as Kind)
  if (said && kind === 'event') notes.push({ key: 'import.noKind', values: { said: said.slice(0, 60) } })
  return kind
}

/** "Centre only", "embargoed until …", or open to the network: as the form's own field reads it, in either language. */
function readVisibility(said: string, { asking, both }: Eye, values: Values): Values | null {
  const s = fold(said)
  for (const visibility of ['network', 'centre'] as const)
    if (both.some(a => fold(a.speak.say('activity.visibilities', { _visibility: visibility })) === s)) return { visibility }
  if (/^(all|public|open|everybody|everyone|network|whole network|للجميع|الجميع|عام|الشبكه|متاح)$/.test(s)) return { visibility: 'network' }
  if (/centre only|center only|confidential|secret|restricted|للمركز|المركز فقط|سري|مقيد/.test(s)) return { visibility: 'centre' }
  const read = activityFields.embargo.read(said, asking, values, null)
  return read.ok ? read.value : null
}

/**
 * The row's own name: whose, from when, and what. The same row makes the same activity, so that it is added once, whatever became of it since. Titles are
 * told apart as spelling is folded.
 */
function idOf(ownerId: string, when: When, titles: string[], zone: string): string {
  const what = [ownerId, boundsOf(when, zone).startsAt.toString(), fold(titles[0] ?? '')]
  return `row-${createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 24)}`
}
