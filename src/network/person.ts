/** One person added, given other roles or taken off by a sentence: a card or a question first, and what is done stands on the record. */
import * as people from '../../db/people.ts'
import { inBoth } from '../dialogue/both-languages.ts'
import { choicesField, clean, textField } from '../dialogue/fields.ts'
import { type Asking, type Field, form, type Gathered, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, facts, named, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { Said, Speak } from '../locales/speak.ts'
import { holds, type Member, type Organization, type Role, roles } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import type { View } from '../model/view.ts'
import { namesIn } from '../understanding/parts/names.ts'
import { type PersonSaid, personIn } from '../understanding/person-said.ts'
import { tokensOf } from '../understanding/tokens.ts'
import { membersCalled } from './directory-find.ts'
import { organizationNamed } from './organizations.ts'
import { join, leave } from './people.ts'
import { emailOf, emailProblem } from './roster-read.ts'

/** People of one name between whom is chosen. */
const mostAlike = 5
/** Characters of a name in one language. */
const nameMax = 120

type Load = { members: Member[]; organizations: readonly Organization[] }

const load = async (turn: Turn): Promise<{ ok: true; value: Load } | { ok: false; view: View }> =>
  holds(turn.reader, 'admin')
    ? { ok: true, value: { members: await people.activeMembers(turn.db, turn.network), organizations: turn.organizations } }
    : { ok: false, view: onlyFor(turn.speak, 'admin') }

/** What a sentence wants of one person; null where it is of none. Who asks is an administrator. */
export async function ofOnePerson(turn: Turn, asked: Asked): Promise<Answer | null> {
  const said = personIn(asked.text)
  if (!said) return null
  if (said.kind === 'add') return { begin: { form: personForm.id, text: asked.text, dialog: asked.dialog } }
  const all = await people.activeMembers(turn.db, turn.network)
  const found = membersCalled(said.who, all)
  const [only] = found
  if (!only) return { views: [warn(turn.speak, 'person.unknown', { name: said.who })] }
  if (found.length === 1) return done(turn, said, only)
  return {
    views: [
      view(turn.language, [
        text(turn.speak.say('person.which', { name: said.who }), 'strong'),
        actions(
          found.slice(0, mostAlike).map(m =>
            named(turn.language, `${turn.speak.pick(m.name)} · ${organizationOf(turn, m)}`, 'person.chosen', {
              id: m.id,
              what: said.kind,
              ...(said.kind === 'roles' ? { how: said.how, roles: said.roles.join(',') } : {}),
            }),
          ),
        ),
      ]),
    ],
  }
}

const organizationOf = (turn: Turn, m: Member): string =>
  turn.speak.pick(turn.organizations.find(o => o.id === m.organizationId)?.name ?? {})
const rolesSaid = (speak: Speak, of: readonly Role[]): string => speak.list(of.map(r => speak.say('network.roles', { _role: r })))

async function done(turn: Turn, said: Exclude<PersonSaid, { kind: 'add' }>, member: Member): Promise<Answer> {
  if (said.kind === 'left') return { views: [await leaveSure(turn, member)] }
  const next = rolesAfter(member.roles, said)
  return { begin: { form: rolesForm.id, args: { id: member.id, seen: member.roles.join(',') }, values: { roles: next } } }
}

/** A coordinator or an administrator stays what they were besides; who is made an observer or a member is that. */
function rolesAfter(before: readonly Role[], said: { how: 'all' | 'add' | 'drop'; roles: Role[] }): Role[] {
  if (said.how === 'drop') return before.filter(r => !said.roles.includes(r))
  const besides = said.how === 'add' || said.roles.some(r => r === 'coordinator' || r === 'admin')
  return roles.filter(r => said.roles.includes(r) || (besides && before.includes(r)))
}

// ---- a person is added ----

const nameText = textField('name', {
  label: 'network.name',
  ask: 'person.askName',
  hint: 'holidays.nameHint',
  need: 'required',
  min: 2,
  max: 2 * nameMax,
})
const emailField: Field = {
  label: 'person.email',
  ask: 'person.askEmail',
  need: 'required',
  schema: nameText.schema,
  read(said, { speak }, _values, loaded) {
    const email = emailOf(said)
    const problem = emailProblem(email) ?? takenBy(email, loaded as Load, speak)
    return problem ? fail(asSentence(problem)) : ok({ email })
  },
  show: values => (typeof values.email === 'string' ? values.email : null),
  inputs: values => ({ id: 'email', kind: 'text', max: 200, value: typeof values.email === 'string' ? values.email : undefined }),
}
/** The roster says it of a line; by itself it begins a sentence. */
const asSentence = (said: Said): Said => (said.key === 'roster.noEmail' ? { key: 'person.noEmail' } : said)

const takenBy = (email: string, { members }: Load, speak: Speak): Said | null => {
  const has = members.find(m => m.email === email)
  return has ? { key: 'person.emailTaken', values: { email, name: speak.pick(has.name) } } : null
}

const organizationField: Field = {
  label: 'network.organization',
  ask: 'person.askOrganization',
  need: 'required',
  schema: nameText.schema,
  read(said, { context }, _values, loaded) {
    const found = organizationSaid(said, context, loaded as Load)
    return found ? ok({ organization: found }) : fail({ key: 'settings.notAnOrganization', values: { said: clean(said).slice(0, 60) } })
  },
  show: (values, { speak }, loaded) => {
    const found = (loaded as Load).organizations.find(o => o.id === values.organization)
    return found ? speak.pick(found.name) : null
  },
  inputs: (values, { speak }, loaded) => ({
    id: 'organization',
    kind: 'choice',
    options: (loaded as Load).organizations.map(o => ({ value: o.id, label: speak.pick(o.name) })),
    value: typeof values.organization === 'string' ? values.organization : undefined,
  }),
}

function organizationSaid(said: string, context: Asking['context'], { organizations }: Load): string | null {
  const t = clean(said)
  const byId = organizations.find(o => o.id === t) ?? organizationNamed(organizations, t.replace(/^(?:the)\s+/i, ''))
  if (byId) return byId.id
  const names = namesIn(tokensOf(t), context).flatMap(found => found.filter(n => n.what === 'organization').map(n => n.name))
  const ids = new Set(context.names.organizations.filter(o => names.includes(o.names[0] ?? '')).map(o => o.id))
  return ids.size === 1 ? ([...ids][0] ?? null) : null
}

const rolesField = choicesField('roles', {
  label: 'person.roles',
  ask: 'person.askRoles',
  need: 'required',
  options: ({ speak }) => roles.map(r => ({ value: r, label: speak.say('network.roles', { _role: r }) })),
})
const fields = { name: nameText, email: emailField, organization: organizationField, roles: rolesField }

export const personForm = form<Values, Load>({
  id: 'person',
  title: 'person.add',
  submit: 'person.addIt',
  confirm: true,
  fields,
  load,
  gather(said, asking, values, loaded) {
    const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
    const person = personIn(said)
    if (person?.kind !== 'add') return out
    const given: [keyof typeof fields, string | null][] = [
      ['name', person.name],
      ['email', person.email],
      ['organization', person.organization],
    ]
    for (const [field, words] of given) {
      const read = words === null ? null : fields[field].read(words, asking, values, loaded)
      if (read?.ok) Object.assign(out.values, read.value)
      else if (read) out.problems.push({ field, said: read.problem })
    }
    // Whoever is added is a member, unless it is said what else.
    if (person.roles.length > 0 || !values.roles) out.values.roles = person.roles.length > 0 ? person.roles : ['member']
    return out
  },
  check(values, { speak }, loaded) {
    const taken = typeof values.email === 'string' ? takenBy(values.email, loaded, speak) : null
    return taken ? [{ field: 'email', said: taken }] : []
  },
  outcome: async (turn, args) => {
    const saved = args.draft && holds(turn.reader, 'admin') ? await people.member(turn.db, turn.network, args.draft) : null
    return saved?.active ? addedView(turn, saved) : null
  },
  async save(values, turn) {
    const name = inBoth(clean(String(values.name)))
    const id = await join(turn, turn.member.id, {
      name: { ar: name.ar ?? null, en: name.en ?? null },
      email: String(values.email),
      organizationId: String(values.organization),
      roles: roles.filter(r => Array.isArray(values.roles) && values.roles.includes(r)),
      rosterLanguage: null,
    })
    const added = await people.member(turn.db, turn.network, id)
    if (!added) throw new Error(`the member ${id} was not added`)
    return addedView(turn, added)
  },
})

const addedView = (turn: Turn, m: Member): View =>
  view(turn.language, [
    notice('good', turn.speak.say('person.added', { name: turn.speak.pick(m.name) })),
    facts([
      [turn.speak.say('network.organization'), organizationOf(turn, m)],
      [turn.speak.say('person.email'), m.email],
      [turn.speak.say('person.roles'), rolesSaid(turn.speak, m.roles)],
    ]),
  ])

// ---- a person has other roles ----

type Standing = Load & { member: Member }

export const rolesForm = form<Values, Standing>({
  id: 'person.roles',
  title: 'person.rolesTitle',
  submit: 'dialogue.save',
  confirm: true,
  fields: { roles: rolesField },
  async load(turn, args) {
    const loaded = await load(turn)
    if (!loaded.ok) return loaded
    const member = loaded.value.members.find(m => m.id === args.id)
    if (!member) return { ok: false, view: warn(turn.speak, 'person.gone') }
    if (args.seen !== member.roles.join(','))
      return { ok: false, view: view(turn.language, [notice('warning', turn.speak.say('person.changedSince')), standing(turn, member)]) }
    return { ok: true, value: { ...loaded.value, member } }
  },
  about: ({ speak }, { member, organizations }) => [
    text(`${speak.pick(member.name)} · ${speak.pick(organizations.find(o => o.id === member.organizationId)?.name ?? {})}`, 'strong'),
  ],
  was: (_asking, { member }) => ({ roles: [...member.roles] }),
  check(values, _asking, { members, member }) {
    const next = Array.isArray(values.roles) ? values.roles : []
    if (next.length === 0) return [{ field: 'roles', said: { key: 'person.noRole' } }]
    return next.includes('admin') || !isLastAdmin(member, members) ? [] : [{ field: 'roles', said: { key: 'person.lastAdmin' } }]
  },
  async save(values, turn, { member }) {
    const next = roles.filter(r => Array.isArray(values.roles) && values.roles.includes(r))
    const same = next.length === member.roles.length && next.every(r => member.roles.includes(r))
    if (!same) {
      await people.changeMember(turn.db, turn.network.id, member.id, { roles: next })
      await record(turn, turn.member.id, {
        entity: 'member',
        id: member.id,
        action: 'roles',
        before: { roles: member.roles },
        after: { roles: next },
      })
    }
    const note = same ? notice('info', turn.speak.say('settings.same')) : notice('good', turn.speak.say('person.rolesSaved'))
    return view(turn.language, [note, standing(turn, { ...member, roles: next })])
  },
})

const standing = (turn: Turn, m: Member) =>
  facts([
    [turn.speak.say('network.name'), turn.speak.pick(m.name)],
    [turn.speak.say('network.organization'), organizationOf(turn, m)],
    [turn.speak.say('person.roles'), rolesSaid(turn.speak, m.roles)],
  ])

const isLastAdmin = (member: Member, members: readonly Member[]): boolean =>
  member.roles.includes('admin') && !members.some(m => m.id !== member.id && m.roles.includes('admin'))

// ---- a person leaves ----

async function leaveSure(turn: Turn, member: Member): Promise<View> {
  const { speak } = turn
  const all = await people.activeMembers(turn.db, turn.network)
  if (isLastAdmin(member, all)) return warn(speak, 'person.lastAdmin')
  const alone = !all.some(m => m.id !== member.id && m.organizationId === member.organizationId)
  return view(turn.language, [
    text(speak.say('person.leaveSure', { name: speak.pick(member.name), organization: organizationOf(turn, member) }), 'strong'),
    text(speak.say('person.leaveMeans'), 'subtle'),
    ...(alone ? [notice('warning', speak.say('network.nobodyLeft', { organization: organizationOf(turn, member) }))] : []),
    actions([
      button(speak, 'person.leaveYes', 'person.leave', { id: member.id }, { style: 'danger' }),
      button(speak, 'person.leaveNo', 'person.keep'),
    ]),
  ])
}

const onMember =
  (then: (turn: Turn, member: Member, args: Record<string, string>) => Promise<Answer>): PressHandler =>
  async (turn, args) => {
    if (!holds(turn.reader, 'admin')) return { views: [onlyFor(turn.speak, 'admin')] }
    const member = args.id ? await people.member(turn.db, turn.network, args.id) : null
    return member?.active ? then(turn, member, args) : { replace: warn(turn.speak, 'person.gone') }
  }

export const personPresses: Record<string, PressHandler> = {
  'person.chosen': onMember(async (turn, member, args) => {
    if (args.what !== 'roles') return { replace: await leaveSure(turn, member) }
    const how = (['all', 'add', 'drop'] as const).find(h => h === args.how) ?? 'all'
    return done(turn, { kind: 'roles', how, who: '', roles: roles.filter(r => args.roles?.split(',').includes(r)) }, member)
  }),
  'person.leave': onMember(async (turn, member) => {
    if (isLastAdmin(member, await people.activeMembers(turn.db, turn.network))) return { replace: warn(turn.speak, 'person.lastAdmin') }
    await leave(turn, turn.member.id, member)
    return { replace: view(turn.language, [notice('good', turn.speak.say('person.left', { name: turn.speak.pick(member.name) }))]) }
  }),
  'person.keep': async turn => ({ replace: view(turn.language, [text(turn.speak.say('person.kept'))]) }),
}
