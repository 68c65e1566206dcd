/** The fields of an action, and the sentence that fills them. Pure. */
import { z } from 'zod'
import type { FollowUp } from '../../db/actions.ts'
import { organizationChoices } from '../activities/fields.ts'
import { textField as boxes, longest, readText, textOf } from '../circulars/texts.ts'
import { choiceField, choicesField, clean, dayField } from '../dialogue/fields.ts'
import type { Asking, Choice, Field, Gathered, Values } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import type { Bilingual } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { namesIn } from '../understanding/parts/names.ts'
import { wordSet } from '../understanding/phrases.ts'
import { tokensOf } from '../understanding/tokens.ts'
import { dueIn, type Known, ownerIn, readAction } from './read.ts'
import { whoseSaid } from './show.ts'

/** What a form of an action works on: `action` is the one that is changed. */
export type Work = Known & { names: ReadonlyMap<string, Bilingual>; action: FollowUp | null }

/** A sentence said of an action whose text stands is a correction, and no longer than this; characters. */
const longestCorrection = 120
const shortest = 2
/** An action that no member is named for. */
export const nobody = 'none'

const problemOf = (text: string): Said | null => {
  const length = [...text].length
  if (length < shortest || !/[\p{L}\p{N}]/u.test(text)) return { key: 'dialogue.tooShort', values: { min: shortest } }
  return length > longest ? { key: 'dialogue.tooLong', values: { max: longest, length } } : null
}

/** Whose it is, as a form's values hold it: of a new action all that owe it, of one that stands the one. */
const owing = ({ organization, organizations }: { organization?: string; organizations?: string[] }, isNew: boolean): Values => {
  const all = organizations ?? (organization ? [organization] : [])
  return all.length === 0 ? {} : isNew ? { organizations: all } : all.length === 1 ? { organization: all[0] } : {}
}

/** All that a sentence says of an action, a new one or one that stands; its text in the language it is written in. */
export function readAll(
  text: string,
  { speak, context }: Asking,
  work: Known,
  to: string | null = null,
  isNew = true,
): Result<Values, Said> {
  const read = readAction(clean(text), context, work, to)
  const problem = problemOf(read.text)
  if (problem) return fail(problem)
  return ok({
    ...readText(read.text, speak.language),
    ...owing(read, isNew),
    ...(read.member ? { member: read.member } : {}),
    ...(read.dueOn ? { dueOn: read.dueOn } : {}),
  })
}

const said = (isNew: boolean): Field => ({
  ...boxes,
  label: 'action.text',
  ask: 'action.askText',
  chatHint: 'action.hintText',
  read: (text, asking, _values, load) => readAll(text, asking, load as Work, null, isNew),
  show: (values, { speak }) => {
    const standing = textOf(values)
    return standing.ar || standing.en ? speak.pick(standing) : null
  },
})

const chosenOrganization = choiceField('organization', {
  label: 'action.organization',
  ask: 'action.askOrganization',
  need: 'required',
  options: asking => organizationChoices(asking),
})
const organization: Field = { ...chosenOrganization, distinct: true }

const chosenOrganizations = choicesField('organizations', {
  label: 'action.organization',
  ask: 'action.askOrganization',
  need: 'required',
  options: asking => organizationChoices(asking),
})
const several = z.array(z.string())
/** Several owe it, or all do: an action for each of them. */
const organizations: Field = {
  ...chosenOrganizations,
  chatHint: 'action.hintOrganizations',
  distinct: true,
  has: ({ organizations }) => Array.isArray(organizations) && organizations.length > 0,
  read(text, asking, values, load) {
    const said = owing(ownerIn(text, asking.context, load as Work, true), true)
    return said.organizations ? ok(said) : chosenOrganizations.read(text, asking, values, load)
  },
  show(values, asking, load) {
    const ids = ownersOf(values)
    const { all } = load as Work
    if (ids.length < 2) return chosenOrganizations.show(values, asking, load)
    return whoseSaid(asking.speak, ids, all, id => organizationChoices(asking).find(o => o.value === id)?.label ?? '')
  },
}

/** Those that owe it, by what a form's values hold. */
export function ownersOf(values: Partial<Values>): string[] {
  const all = several.safeParse(values.organizations)
  if (all.success) return all.data
  return typeof values.organization === 'string' ? [values.organization] : []
}

const namedDay = dayField('dueOn', { label: 'action.due', ask: 'action.askDue', need: 'required' })
/** "By Thursday", "within two weeks" are days here, and «قبل الاجتماع القادم» is one. */
const dueOn: Field = {
  ...namedDay,
  distinct: true,
  read: (text, asking, values, load) => {
    const day = dueIn(text, asking.context, load as Work)
    return day ? ok({ dueOn: day }) : namedDay.read(text, asking, values, load)
  },
}

function membersOf({ speak }: Asking, load: unknown, values: Values): Choice[] {
  const { people, names } = load as Work
  const owners = ownersOf(values)
  const among = owners.length > 0 ? people.filter(p => owners.includes(p.organizationId)) : people
  return [
    { value: nobody, label: speak.say('action.wholeOrganization') },
    ...among.map(p => ({ value: p.id, label: speak.pick(names.get(p.id) ?? {}), also: p.names })),
  ]
}
const chosenMember = choiceField('member', { label: 'action.member', ask: 'action.askMember', need: 'offered', options: membersOf })
const member: Field = {
  ...chosenMember,
  // Where several owe it, nobody of one of them owes it for all.
  applies: values => ownersOf(values).length < 2,
  show: (values, asking, load) => (values.member === nobody ? null : chosenMember.show(values, asking, load)),
}

/** Of an action that stands, and of a new one. */
export const fields = { text: said(false), organization, dueOn, member }
export const newFields = { text: said(true), organizations, dueOn, member }

/** Whoever is named must be of the organization that owes it. */
export function check(values: Partial<Values>, { speak, context }: Asking, { people, names }: Work): { field: string; said: Said }[] {
  const named = people.find(p => p.id === values.member)
  const [owner, ...more] = ownersOf(values)
  if (!named || !owner || more.length > 0 || named.organizationId === owner) return []
  const organization = organizationChoices({ context, speak }).find(o => o.value === owner)?.label ?? ''
  return [
    { field: 'member', said: { key: 'action.memberOfAnother', values: { name: speak.pick(names.get(named.id) ?? {}), organization } } },
  ]
}

const gathered = (given: Values): Gathered<Values> => ({ values: given, problems: [], choose: null, other: [] })

/** A sentence said of an action that stands, or of a new one: its text first, and then what is corrected of it. */
const gathers =
  (isNew: boolean) =>
  (text: string, asking: Asking, values: Partial<Values>, work: Work): Gathered<Values> => {
    const standing = textOf(values)
    if (!standing.ar && !standing.en) {
      const read = readAll(text, asking, work, null, isNew)
      return read.ok ? gathered({ ...read.value, ...values }) : { ...gathered({}), problems: [{ field: 'text', said: read.problem }] }
    }
    if (text.length > longestCorrection) return gathered({})
    const said = ownerIn(text, asking.context, work, true)
    const owners = owing(said, isNew)
    const day = dueIn(text, asking.context, work)
    const had = ownersOf(values)
    const another = ownersOf(owners).some(id => !had.includes(id))
    return gathered({
      ...owners,
      // A member of the organization it was taken from owes it no more.
      ...(said.member ? { member: said.member } : another ? { member: nobody } : {}),
      ...(day ? { dueOn: day } : {}),
    })
  }
export const gather = gathers(false)
export const gatherNew = gathers(true)

/** Words around a day or an owner that say nothing else: "by Works, not Health", «الموعد الأحد وليس الخميس». */
const around = wordSet(
  `the a it its is be by for of on to at not but instead due date day owner no later than before until action ministry authority
   على من الي لا ليس وليس بل بدلا بدل موعده الموعد موعد يوم قبل حتي في المسؤول الجهه جهه وزاره هييه الاجراء يكون`,
)
const leastWords = 2

/** What a sentence corrects of an action that stands: its day, whose it is, or, where it says more than those, its words. */
export function correctionOf(body: string, asking: Asking, work: Known): Partial<ReturnType<typeof givenOf>[number]> {
  const said = clean(body)
  // "Not Health but Works", «لا على الصحة بل على الأشغال»
  const after = said.replace(/^.*(?:^|\s)(?:but|بل)\s+/iu, '')
  const owner = ownerIn(after, asking.context, work, true)
  const day = dueIn(said, asking.context, work)
  const read = readAction(said, asking.context, work)
  const tokens = tokensOf(read.text)
  const names = namesIn(tokens, asking.context)
  const named = new Set(names.flatMap((all, i) => all.filter(n => n.what === 'organization').flatMap(n => range(i, n.next))))
  const words = tokens.filter((t, i) => t.kind === 'word' && !named.has(i) && !around.has(t.f))
  const rewords = words.length >= leastWords && problemOf(read.text) === null
  return {
    ...(rewords ? { text: textOf(readText(read.text, asking.speak.language)) } : {}),
    ...(owner.organization ? { organizationId: owner.organization, memberId: owner.member ?? null } : {}),
    ...(day ? { dueOn: day } : {}),
  }
}
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n)

export const valuesOf = (a: FollowUp): Values => ({
  ...(a.text.ar ? { ar: a.text.ar } : {}),
  ...(a.text.en ? { en: a.text.en } : {}),
  organization: a.organizationId,
  dueOn: a.dueOn,
  member: a.memberId ?? nobody,
})

/** What the values say, as an action keeps it: one for each that owes it. */
export const givenOf = (values: Values): Pick<FollowUp, 'text' | 'organizationId' | 'memberId' | 'dueOn'>[] => {
  const owners = ownersOf(values)
  const named = owners.length === 1 && typeof values.member === 'string' && values.member !== nobody
  return owners.map(organizationId => ({
    text: textOf(values),
    organizationId,
    memberId: named ? String(values.member) : null,
    dueOn: z.string().parse(values.dueOn),
  }))
}
