/**
 * A person the network does not know, guests among them: a polite way to ask to join, and nothing else. The only thing of the network they are
 * shown is the names of its organizations, to say which is theirs.
 */

import { z } from 'zod'
import * as network from '../../db/network.ts'
import * as people from '../../db/people.ts'
import { holders, tell } from '../delivery/promise.ts'
import { chosen, clean, textField } from '../dialogue/fields.ts'
import { type Asking, type Choice, type Field, form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, notice, say, text, view } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Organization } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import type { View } from '../model/view.ts'
import { requestView, subjectOf } from './join.ts'

/** What a stranger is told, whatever they wrote. */
export async function greet(turn: Turn): Promise<Answer> {
  const open = await network.openJoinRequest(turn.db, turn.network.id, turn.account)
  return { views: [open ? waiting(turn, open.askedAt) : welcome(turn)] }
}

const welcome = (turn: Turn): View =>
  view(turn.language, [
    text(turn.speak.say('network.stranger')),
    actions([button(turn.speak, 'network.askToJoin', 'join.ask', {}, { style: 'primary', opensForm: true })]),
  ])

const waiting = (turn: Turn, askedAt: network.JoinRequest['askedAt']): View =>
  view(turn.language, [notice('info', turn.speak.say('network.joinWaiting', { at: turn.speak.instant(askedAt) }))])

/** The button under the greeting. The name is the platform's, to be corrected on the card. */
export async function askPress(turn: Turn, _args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> {
  const known = await people.accountOf(turn.db, turn.network.id, turn.account)
  const name = clean(known?.profile.name ?? '')
  return { begin: { form: 'join', values: name ? { name: name.slice(0, nameMax) } : {}, dialog: how.dialog } }
}

const nameMax = 80
const organizationMax = 120
/** More organizations than this are not offered as a list: it is written instead. */
const mostOptions = 90
const elsewhere = 'other'

type Load = { organizations: Organization[] }

const options = (asking: Asking, load: unknown): Choice[] =>
  (load as Load).organizations.map(o => ({
    value: o.id,
    label: asking.speak.pick(o.name),
    also: [o.name.ar, o.name.en, ...o.shortNames].filter(n => n !== undefined),
  }))

/** The organization of a request: one the network knows, by any of its names, or its name as the person writes it. */
const organizationField: Field = {
  label: 'network.organization',
  ask: 'network.organizationAsk',
  hint: 'network.organizationHint',
  need: 'required',
  schema: z.string(),
  fills: ['organization', 'organizationText'],
  read(said, asking, _values, load) {
    const found = chosen(said, options(asking, load))
    if (found) return ok({ organization: found.value, organizationText: undefined })
    const written = clean(said)
    if (!/\p{L}/u.test(written) || [...written].length < 2) return fail({ key: 'dialogue.tooShort', values: { min: 2 } })
    if ([...written].length > organizationMax)
      return fail({ key: 'dialogue.tooLong', values: { max: organizationMax, length: [...written].length } })
    return ok({ organizationText: written, organization: undefined })
  },
  show: (values, asking, load) =>
    options(asking, load).find(o => o.value === values.organization)?.label ??
    (typeof values.organizationText === 'string' ? values.organizationText : null),
  inputs(values, asking, load) {
    const { speak } = asking
    const known = options(asking, load)
    const written = typeof values.organizationText === 'string' ? values.organizationText : undefined
    if (known.length === 0 || known.length > mostOptions) return { id: 'organization', kind: 'text', max: organizationMax, value: written }
    return [
      {
        id: 'organization',
        kind: 'choice',
        options: [
          ...known.map(o => ({ value: o.value, label: o.label })),
          { value: elsewhere, label: speak.say('network.otherOrganization') },
        ],
        value: typeof values.organization === 'string' ? values.organization : written ? elsewhere : undefined,
        hint: '',
      },
      {
        id: 'organizationText',
        label: speak.say('network.organizationName'),
        kind: 'text',
        max: organizationMax,
        value: written,
        hint: speak.say('network.organizationNameHint'),
      },
    ]
  },
  filled(answers, asking, values, load) {
    const [picked, written] = [answers.organization, answers.organizationText].map(a => (Array.isArray(a) ? a.join(' ') : (a ?? '')).trim())
    const said = picked === elsewhere || !picked ? written : picked
    if (!said)
      return fail({ input: picked === elsewhere ? 'organizationText' : 'organization', said: { key: 'dialogue.required' as const } })
    const read = organizationField.read(said, asking, values, load)
    return read.ok ? read : fail({ input: said === written ? 'organizationText' : 'organization', said: read.problem })
  },
  choices: options,
}

export const joinForm = form<Values, Load>({
  id: 'join',
  title: 'network.joinTitle',
  submit: 'network.joinSend',
  confirm: true,
  fields: {
    name: textField('name', { label: 'network.name', ask: 'network.nameAsk', need: 'required', min: 2, max: nameMax }),
    organization: organizationField,
  },
  async load(turn) {
    if (turn.member.id) return { ok: false, view: say(turn.speak, 'network.joinMember') }
    const open = await network.openJoinRequest(turn.db, turn.network.id, turn.account)
    if (open) return { ok: false, view: waiting(turn, open.askedAt) }
    return { ok: true, value: { organizations: turn.organizations.filter(o => o.active) } }
  },
  // Whoever asked waits for an answer, or was declined and may ask again; a member by now is told so when the form is loaded.
  async outcome(turn) {
    const open = await network.openJoinRequest(turn.db, turn.network.id, turn.account)
    return open ? waiting(turn, open.askedAt) : null
  },
  async save(values, turn, load, args) {
    const organization = load.organizations.find(o => o.id === values.organization)
    const request = {
      networkId: turn.network.id,
      id: args.draft ?? turn.ids(),
      platform: turn.account.platform,
      space: turn.account.space,
      user: turn.account.user,
      name: String(values.name),
      organizationId: organization?.id ?? null,
      organizationText: organization ? turn.speak.pick(organization.name) : String(values.organizationText ?? ''),
      language: turn.language,
      askedAt: turn.now,
    }
    const made = await network.addJoinRequest(turn.db, request)
    if (made) {
      await record(turn, null, {
        entity: 'join',
        id: request.id,
        action: 'asked',
        after: { ...request, askedAt: turn.now.toString() },
      })
      await tellDeciders(turn, request.id)
    }
    return view(turn.language, [notice('good', turn.speak.say('network.joinAsked'))])
  },
})

/** Coordinators and admins are told at once, within working hours, each once. */
async function tellDeciders(turn: Turn, id: string): Promise<void> {
  const request = await network.holdJoinRequest(turn.db, turn.network.id, id)
  if (!request) return
  const profile = (await people.accountOf(turn.db, turn.network.id, turn.account))?.profile ?? null
  const both = [...(await holders(turn, 'coordinator')), ...(await holders(turn, 'admin'))]
  const deciders = [...new Map(both.map(m => [m.id, m])).values()]
  await tell(turn, deciders, language => requestView(turn, turn.voice(language), request, profile), {
    subject: subjectOf(id),
    dedupe: subjectOf(id),
  })
}
