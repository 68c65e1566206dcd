/** The forms of a circular: writing one, previewed as its readers will see it with how many it reaches, and correcting one. */
import type { Circular } from '../../db/circulars.ts'
import * as circularsDb from '../../db/circulars.ts'
import * as people from '../../db/people.ts'
import { choiceField, choicesField } from '../dialogue/fields.ts'
import { type Asking, type Choice, type Field, form, type Values } from '../dialogue/form.ts'
import { actions, button, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Said } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import { addressees, audienceOf, everybody, ofOrganization, ofRole } from '../model/circular.ts'
import { holds, roles } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import type { Part, View } from '../model/view.ts'
import { gatherCircular } from './gather.ts'
import { addressed } from './heard.ts'
import { lineAbout, lineOf, lineUntil, tooLongForBank } from './line.ts'
import { isUrgent, meantOf, previewOf, type Urgency, urgencies, urgencyOf, type Work, workOf } from './preview.ts'
import { correct, readersOf, type Sent, send } from './send.ts'
import { centreView, personSaid } from './show.ts'
import { offeredOtherText, otherTextField, textField, textOf } from './texts.ts'
import { toAmended } from './to.ts'

/** Roles people choose first; organizations are written by name. */
const onButtons = 5

function optionsOf({ speak }: Asking, load: unknown): Choice[] {
  const { organizations } = load as Work
  return [
    { value: everybody, label: speak.say('circular.toAll') },
    ...roles.map(r => ({ value: ofRole(r), label: speak.say('circular.toRole', { _role: r }) })),
    ...organizations.map(o => ({ value: ofOrganization(o.id), label: speak.pick(o.name) })),
  ]
}

const toBase = { label: 'circular.to', ask: 'circular.askTo', chatHint: 'circular.hintTo', need: 'required', options: optionsOf } as const
const toField: Field = {
  ...choicesField('to', toBase),
  fills: ['to', 'unknown'],
  has: values => (addressees.safeParse(values.to).data ?? []).length > 0,
  read: (said, asking, values, load) => {
    const amended = toAmended(said, asking.context, values)
    if (amended) return ok({ to: amended })
    const options = optionsOf(asking, load)
    const picked = options.find(o => o.value === said.trim() || o.label === said.trim())
    if (picked) return ok({ to: [picked.value] })
    const who = addressed(said, asking.context)
    return who.to.length === 0 || who.unknown
      ? fail({
          key: 'dialogue.notAChoice',
          values: { said: (who.unknown ?? said).slice(0, 60), choices: asking.speak.list(options.slice(0, 8).map(o => o.label)) },
        })
      : ok({ to: who.to })
  },
  choices: (asking, load) => optionsOf(asking, load).slice(0, onButtons),
}

/** Normal unless it is said. */
const unlessSaid = (urgencyChoice: Field): Field => ({
  ...urgencyChoice,
  has: () => true,
  show: (values, asking, load) => urgencyChoice.show({ urgency: urgencyOf(values) }, asking, load),
  inputs: (values, asking, load) => urgencyChoice.inputs({ urgency: urgencyOf(values) }, asking, load),
})

const urgencyAmong = (some: readonly Urgency[]) =>
  unlessSaid(
    choiceField('urgency', {
      label: 'circular.urgency',
      ask: 'circular.askUrgency',
      need: 'offered',
      options: ({ speak }) => some.map(u => ({ value: u, label: speak.say('circular.urgencyIs', { _urgency: u }) })),
    }),
  )

const urgencyField = urgencyAmong(urgencies)
/** What went out as a line to take stays one, and nothing else becomes one. */
const correctedUrgency = urgencyAmong(['normal', 'urgent'])

function check(values: Partial<Values>, asking: Asking, work: Work): { field: string; said: Said }[] {
  const problem = (field: string, key: Key, more: Record<string, string | number> = {}) => [{ field, said: { key, values: more } }]
  const tooLong = (work.circular?.line ?? urgencyOf(values) === 'line') ? tooLongForBank(textOf(values)) : null
  if (tooLong) return problem('text', 'circular.lineTooLong', tooLong)
  if (work.circular) return []
  const to = addressees.safeParse(values.to).data
  if (typeof values.unknown === 'string') {
    const choices = asking.speak.list(
      optionsOf(asking, work)
        .slice(0, 8)
        .map(o => o.label),
    )
    return problem('to', 'dialogue.notAChoice', { said: values.unknown.slice(0, 60), choices })
  }
  // Not asked yet.
  if (!to) return []
  if (to.includes(everybody) && to.length > 1) return problem('to', 'circular.allOrSome')
  if (to.length === 0) return problem('to', 'dialogue.required')
  if (meantOf(values, work).every(p => p.platform === null)) return problem('to', 'circular.reachesNobody')
  return []
}

export const circularForm = form<Values, Work>({
  id: 'circular',
  title: 'circular.form',
  submit: 'circular.send',
  confirm: true,
  fields: { text: textField, otherText: otherTextField, to: toField, urgency: urgencyField, about: lineAbout, validUntil: lineUntil },
  async load(turn) {
    if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
    return { ok: true, value: await workOf(turn, null) }
  },
  gather: gatherCircular,
  check,
  card: previewOf,
  async outcome(turn, args) {
    const standing = args.draft && holds(turn.reader, 'coordinator') ? await circularsDb.byId(turn.db, turn.network.id, args.draft) : null
    return standing ? alreadySent(turn, standing) : null
  },
  async save(values, turn, _work, args) {
    const id = args.draft ?? turn.ids()
    const audience = audienceOf(addressees.safeParse(values.to).data ?? [])
    const sent = await send(turn, { id, text: textOf(values), audience, urgent: isUrgent(values), line: lineOf(values, turn.language) })
    if (sent) return sentView(turn, sent, 'circular.wasSent')
    const standing = await circularsDb.byId(turn.db, turn.network.id, id)
    return standing ? alreadySent(turn, standing) : warn(turn.speak, 'circular.gone')
  },
})

export const correctForm = form<Values, Work>({
  id: 'circular.correct',
  title: 'circular.correctForm',
  submit: 'circular.sendCorrection',
  confirm: true,
  fields: { text: textField, otherText: offeredOtherText(), urgency: correctedUrgency },
  async load(turn, args) {
    const found = await correctable(turn, args)
    return 'view' in found ? { ok: false, view: found.view } : { ok: true, value: await workOf(turn, found.circular) }
  },
  gather: (text, asking, values) => {
    const { to: _to, ...rest } = gatherCircular(text, asking, values).values
    return { values: rest, problems: [], choose: null, other: [] }
  },
  check,
  card: previewOf,
  about: ({ speak }, { circular }) => [text(speak.say('circular.title', { reference: circular?.reference ?? '' }), 'strong')],
  async outcome(turn, args) {
    const found = await correctable(turn, args)
    return 'view' in found ? found.view : null
  },
  async save(values, turn, work, args) {
    await circularsDb.hold(turn.db, turn.network.id, work.circular?.id ?? '')
    const found = await correctable(turn, args)
    if ('view' in found) return found.view
    const written = textOf(values)
    if ((['ar', 'en'] as const).every(l => (written[l] ?? '') === (found.circular.text[l] ?? '')))
      return centreCard(turn, found.circular, notice('info', turn.speak.say('circular.sameText')))
    const sent = await correct(turn, found.circular, { text: written, urgent: isUrgent(values) })
    return sent ? sentView(turn, sent, 'circular.wasCorrected') : warn(turn.speak, 'circular.gone')
  },
})

/** The circular at the version a correction was begun on; else what to say. */
async function correctable(turn: Turn, args: Record<string, string>): Promise<{ circular: Circular } | { view: View }> {
  if (!holds(turn.reader, 'coordinator')) return { view: onlyFor(turn.speak, 'coordinator') }
  const circular = args.id ? await circularsDb.byId(turn.db, turn.network.id, args.id) : null
  if (!circular) return { view: warn(turn.speak, 'circular.gone') }
  if (circular.state === 'recalled')
    return { view: await centreCard(turn, circular, notice('warning', turn.speak.say('circular.recalledAlready'))) }
  if (String(circular.version) !== args.version)
    return { view: await centreCard(turn, circular, notice('warning', turn.speak.say('circular.changedMeanwhile'))) }
  return { circular }
}

/** The centre's card of a circular as it stands now. */
export async function centreCard(turn: Turn, c: Circular, note?: Part, page = 0): Promise<View> {
  const [readers, sentBy] = await Promise.all([readersOf(turn, c), people.member(turn.db, turn.network, c.sentBy)])
  return centreView(turn, turn.speak, c, readers, { sentBy, page, note })
}

const alreadySent = (turn: Turn, c: Circular): View =>
  view(turn.language, [
    notice('info', turn.speak.say('circular.sentAlready', { reference: c.reference })),
    actions([button(turn.speak, 'circular.open', 'circular.show', { id: c.id })]),
  ])

/** How many unreachable people are named. */
const named = 10

function sentView(turn: Turn, { circular, told, unreachable }: Sent, key: 'circular.wasSent' | 'circular.wasCorrected'): View {
  const { speak } = turn
  const waits = circular.goesOutAt.epochMilliseconds > turn.now.epochMilliseconds
  return view(turn.language, [
    notice('good', speak.say(key, { reference: circular.reference, n: told.length })),
    ...(waits ? [text(speak.say('circular.goesAt', { at: speak.instant(circular.goesOutAt) }))] : []),
    ...(unreachable.length > 0
      ? [
          notice('warning', speak.say('circular.reachesNot', { n: unreachable.length })),
          list(unreachable.slice(0, named).map(m => ({ text: personSaid(turn, speak, m) }))),
        ]
      : []),
    ...(circular.line ? [text(speak.say('circular.inBank'))] : []),
    actions([button(speak, 'circular.open', 'circular.show', { id: circular.id })]),
  ])
}
