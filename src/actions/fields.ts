/** The fields of an action, and the sentence that fills them. Pure. */
import { z } from 'zod'
import type { FollowUp } from '../../db/actions.ts'
import { organizationChoices } from '../activities/fields.ts'
import { textField as boxes, longest, readText, textOf } from '../circulars/texts.ts'
import { choiceField, clean, dayField } from '../dialogue/fields.ts'
import type { Asking, Choice, Field, Gathered, Values } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import type { Bilingual } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { dueIn, type Known, ownerIn, readAction } from './read.ts'

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

/** All that a sentence says of an action; its text in the language it is written in. */
export function readAll(text: string, { speak, context }: Asking, work: Known, to: string | null = null): Result<Values, Said> {
  const read = readAction(clean(text), context, work, to)
  const problem = problemOf(read.text)
  if (problem) return fail(problem)
  return ok({
    ...readText(read.text, speak.language),
    ...(read.organization ? { organization: read.organization } : {}),
    ...(read.member ? { member: read.member } : {}),
    ...(read.dueOn ? { dueOn: read.dueOn } : {}),
  })
}

const said: Field = {
  ...boxes,
  label: 'action.text',
  ask: 'action.askText',
  chatHint: 'action.hintText',
  read: (text, asking, _values, load) => readAll(text, asking, load as Work),
  show: (values, { speak }) => {
    const standing = textOf(values)
    return standing.ar || standing.en ? speak.pick(standing) : null
  },
}

const chosenOrganization = choiceField('organization', {
  label: 'action.organization',
  ask: 'action.askOrganization',
  need: 'required',
  options: asking => organizationChoices(asking),
})
const organization: Field = { ...chosenOrganization, distinct: true }

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
  const among = typeof values.organization === 'string' ? people.filter(p => p.organizationId === values.organization) : people
  return [
    { value: nobody, label: speak.say('action.wholeOrganization') },
    ...among.map(p => ({ value: p.id, label: speak.pick(names.get(p.id) ?? {}), also: p.names })),
  ]
}
const chosenMember = choiceField('member', { label: 'action.member', ask: 'action.askMember', need: 'offered', options: membersOf })
const member: Field = {
  ...chosenMember,
  show: (values, asking, load) => (values.member === nobody ? null : chosenMember.show(values, asking, load)),
}

export const fields = { text: said, organization, dueOn, member }

/** Whoever is named must be of the organization that owes it. */
export function check(values: Partial<Values>, { speak, context }: Asking, { people, names }: Work): { field: string; said: Said }[] {
  const named = people.find(p => p.id === values.member)
  if (!named || typeof values.organization !== 'string' || named.organizationId === values.organization) return []
  const organization = organizationChoices({ context, speak }).find(o => o.value === values.organization)?.label ?? ''
  return [
    { field: 'member', said: { key: 'action.memberOfAnother', values: { name: speak.pick(names.get(named.id) ?? {}), organization } } },
  ]
}

export function gather(text: string, asking: Asking, values: Partial<Values>, work: Work): Gathered<Values> {
  const gathered = (given: Values): Gathered<Values> => ({ values: given, problems: [], choose: null, other: [] })
  const standing = textOf(values)
  if (!standing.ar && !standing.en) {
    const read = readAll(text, asking, work)
    return read.ok ? gathered({ ...read.value, ...values }) : { ...gathered({}), problems: [{ field: 'text', said: read.problem }] }
  }
  if (text.length > longestCorrection) return gathered({})
  const { organization, member } = ownerIn(text, asking.context, work, true)
  const day = dueIn(text, asking.context, work)
  const another = organization && organization !== values.organization
  return gathered({
    ...(organization ? { organization } : {}),
    // A member of the organization it was taken from owes it no more.
    ...(member ? { member } : another ? { member: nobody } : {}),
    ...(day ? { dueOn: day } : {}),
  })
}

export const valuesOf = (a: FollowUp): Values => ({
  ...(a.text.ar ? { ar: a.text.ar } : {}),
  ...(a.text.en ? { en: a.text.en } : {}),
  organization: a.organizationId,
  dueOn: a.dueOn,
  member: a.memberId ?? nobody,
})

/** What the values say, as an action keeps it. */
export const givenOf = (values: Values): Pick<FollowUp, 'text' | 'organizationId' | 'memberId' | 'dueOn'> => ({
  text: textOf(values),
  organizationId: z.string().parse(values.organization),
  memberId: typeof values.member === 'string' && values.member !== nobody ? values.member : null,
  dueOn: z.string().parse(values.dueOn),
})
