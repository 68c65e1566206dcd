import * as messagesDb from '../../db/messages.ts'
import { holders, tell } from '../delivery/promise.ts'
import { dayField, inOther, textField } from '../dialogue/fields.ts'
import { type Field, form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { heading, notice, onlyFor, view, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import { isolate, type Said } from '../locales/speak.ts'
import { holds, type Language } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { languageOf } from '../understanding/language.ts'
import { aboutField, byLanguage, prioritiesFor, type Served, string, topicOf } from './about.ts'
import { put } from './bank.ts'
import { redraw, schedule } from './keep.ts'
import { centreCard, messageParts, subjectOf } from './show.ts'

/** Characters of a message, of the facts behind it and of their source. */
export const longest = { text: 600, facts: 1000, source: 300 }

/** `message` is the one that is reworded; null for a new one. */
type Work = Served & { message: messagesDb.Message | null }

/** Shown with each language in its own direction: on a card two of them stand in one line. */
const isolated = (field: Field): Field => ({
  ...field,
  show: (values, asking, load) =>
    field
      .show(values, asking, load)
      ?.split(/\s*[|｜]\s*/u)
      .map(isolate)
      .join(' | ') ?? null,
})

/** `need` is that of what may be left out: asked of a new message, offered where one is reworded. */
const fieldsFor = (need: 'asked' | 'offered') => ({
  text: textField('text', { label: 'message.text', ask: 'message.askText', need: 'required', min: 10, max: longest.text, long: true }),
  about: isolated(aboutField),
  otherText: isolated(
    inOther(
      'text',
      textField('otherText', {
        label: 'message.otherText',
        ask: 'message.askOtherText',
        need,
        min: 10,
        max: longest.text,
        long: true,
      }),
    ),
  ),
  facts: isolated(
    textField('facts', {
      label: 'message.facts',
      ask: 'message.askFacts',
      hint: 'message.hintFacts',
      need,
      min: 3,
      max: longest.facts,
      long: true,
    }),
  ),
  source: isolated(
    textField('source', {
      label: 'message.source',
      ask: 'message.askSource',
      need,
      min: 2,
      max: longest.source,
      applies: values => !!values.facts,
    }),
  ),
  validUntil: dayField('validUntil', { label: 'message.validUntil', ask: 'message.askValidUntil', need }),
})

function columns(values: Values, language: Language) {
  const said = byLanguage(string(values.text), string(values.otherText), language)
  const priorityId = string(values.priority)
  const topic = topicOf(string(values.topic), language)
  return {
    textAr: said.ar ?? null,
    textEn: said.en ?? null,
    topicAr: topic.ar ?? null,
    topicEn: topic.en ?? null,
    priorityId,
    facts: string(values.facts),
    source: string(values.source),
    validUntil: string(values.validUntil),
  }
}

/** A standing message as the values of its form. */
export function valuesOf(m: messagesDb.Message, language: Language): Values {
  const first = m.text[language] ? language : language === 'ar' ? 'en' : 'ar'
  const topic = [m.topic.ar, m.topic.en].filter(Boolean).join(' | ')
  const values: Values = {
    text: m.text[first],
    otherText: m.text[first === 'ar' ? 'en' : 'ar'],
    priority: m.priorityId ?? undefined,
    topic: topic || undefined,
    facts: m.facts ?? undefined,
    source: m.source ?? undefined,
    validUntil: m.validUntil ?? undefined,
  }
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))
}

export const mayPropose = (turn: Pick<Turn, 'reader'>): boolean => holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')

/** The two texts are of two languages. */
function check(values: Values): { field: string; said: Said }[] {
  const [text, other] = [string(values.text), string(values.otherText)]
  if (!text || !other || !languageOf(text) || languageOf(text) !== languageOf(other)) return []
  return [{ field: 'otherText', said: { key: 'message.sameLanguage' } }]
}

export const messageForm = form<Values, Work>({
  id: 'message',
  title: 'message.addTitle',
  submit: 'dialogue.save',
  confirm: true,
  fields: fieldsFor('asked'),
  async load(turn) {
    if (!mayPropose(turn)) return { ok: false, view: onlyFor(turn.speak, 'member') }
    return { ok: true, value: { message: null, priorities: await prioritiesFor(turn, null) } }
  },
  check,
  async outcome(turn, args) {
    const saved = args.draft ? await messagesDb.byId(turn.db, turn.network.id, args.draft) : null
    if (!saved || !(holds(turn.reader, 'coordinator') || saved.proposedBy === turn.member.id)) return null
    return view(turn.language, [notice('info', turn.speak.say('message.already')), ...messageParts(saved, turn.speak)])
  },
  save: (values, turn, _work, args) => add(values, turn, args.draft ?? turn.ids()),
})

async function add(values: Values, turn: Turn, id: string): Promise<View> {
  const already = (): View => view(turn.language, [notice('info', turn.speak.say('message.already'))])
  const written = columns(values, turn.language)
  if (holds(turn.reader, 'coordinator')) {
    const approved = await put(turn, id, written)
    return approved ? centreCard(approved, turn.speak, today(turn), turn.speak.say('message.added')) : already()
  }
  const by = { state: 'proposed' as const, proposedBy: turn.member.id, addedAt: turn.now, changedAt: turn.now }
  if (!(await messagesDb.add(turn.db, { networkId: turn.network.id, id, ...written, ...by }))) return already()
  const added = await messagesDb.byId(turn.db, turn.network.id, id)
  if (!added) throw new Error(`message ${id} was not stored`)
  await record(turn, turn.member.id, { entity: 'message', id, action: 'proposed', after: added })
  const { organization, member } = turn
  await tell(
    turn,
    await holders(turn, 'coordinator'),
    language => {
      const speak = turn.voice(language)
      const from = { name: speak.pick(member.name), organization: speak.pick(organization?.name ?? {}) }
      return centreCard(added, speak, today(turn), speak.say('message.proposedTold', from))
    },
    { subject: subjectOf(id) },
  )
  return view(turn.language, [heading(turn.speak.say('message.proposed')), ...messageParts(added, turn.speak)])
}

/** The message that may be reworded by this person, as it was shown to them; else what to say. */
async function standingFor(turn: Turn, args: Record<string, string>): Promise<{ message: messagesDb.Message } | { refused: View }> {
  if (!holds(turn.reader, 'coordinator')) return { refused: onlyFor(turn.speak, 'coordinator') }
  const message = args.id ? await messagesDb.byId(turn.db, turn.network.id, args.id) : null
  if (!message) return { refused: warn(turn.speak, 'message.gone') }
  if (message.state === 'retired') return { refused: centreCard(message, turn.speak, today(turn)) }
  return { message }
}

export const rewordForm = form<Values, Work>({
  id: 'message.reword',
  title: 'message.rewordTitle',
  submit: 'dialogue.save',
  confirm: true,
  fields: fieldsFor('offered'),
  async load(turn, args) {
    const found = await standingFor(turn, args)
    if ('refused' in found) return { ok: false, view: found.refused }
    return { ok: true, value: { message: found.message, priorities: await prioritiesFor(turn, found.message) } }
  },
  check,
  async stands(turn, args) {
    const found = await standingFor(turn, args)
    return 'refused' in found ? [] : centreCard(found.message, turn.speak, today(turn)).parts
  },
  async save(values, turn, work, args) {
    const before = work.message
    if (!before) return warn(turn.speak, 'message.gone')
    const shown = args.v === String(before.version)
    const set = {
      ...columns(values, turn.language),
      // The centre's own wording is approved by whoever worded it.
      ...(before.state === 'approved' ? { approvedBy: turn.member.id, approvedAt: turn.now } : {}),
    }
    if (!shown || !(await messagesDb.reword(turn.db, turn.network.id, before, set, { memberId: turn.member.id, at: turn.now })))
      return centreCard(before, turn.speak, today(turn), turn.speak.say('message.changedMeanwhile'))
    const after = await messagesDb.byId(turn.db, turn.network.id, before.id)
    if (!after) throw new Error(`message ${before.id} is gone`)
    await record(turn, turn.member.id, { entity: 'message', id: before.id, action: 'reworded', before, after })
    await schedule(turn, after)
    await redraw(turn, after)
    return centreCard(after, turn.speak, today(turn), turn.speak.say('message.reworded'))
  },
})
