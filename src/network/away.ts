/** Out of office: a member says when they are away and which colleague stands in. It ends by itself, and can be taken back. */
import * as absences from '../../db/absences.ts'
import * as people from '../../db/people.ts'
import { mayStandIn } from '../delivery/away.ts'
import { tell } from '../delivery/promise.ts'
import { choiceField, dayField } from '../dialogue/fields.ts'
import { type Choice, form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds, type Member } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { tokensOf } from '../understanding/tokens.ts'
import { understand } from '../understanding/understand.ts'

/** Nobody is away for longer without leaving, in days. */
const longest = 120

export type Colleagues = { colleagues: Member[] }

const mayBeAway = (turn: Turn): boolean => holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')

async function load(turn: Turn): Promise<{ ok: true; value: Colleagues } | { ok: false; view: View }> {
  if (!mayBeAway(turn)) return { ok: false, view: onlyFor(turn.speak, 'member') }
  const all = await people.activeMembers(turn.db, turn.network, { organizationIds: [turn.reader.organizationId] })
  const colleagues = all.filter(m => mayStandIn(m, turn.member))
  return colleagues.length > 0 ? { ok: true, value: { colleagues } } : { ok: false, view: warn(turn.speak, 'delegate.nobody') }
}

/** Colleagues by their names in both languages; the given name alone will do where only one has it. */
const choices = (speak: Speak, { colleagues }: Colleagues): Choice[] =>
  colleagues.map(m => ({ value: m.id, label: speak.pick(m.name), also: [m.name.ar, m.name.en].filter(n => n !== undefined) }))

/** The one colleague a sentence names, by any of the words of their name; null for none or several. Pure. */
export function named(said: string, colleagues: readonly Pick<Member, 'id' | 'name'>[]): string | null {
  const words = new Set(tokensOf(said).flatMap(t => (t.kind === 'word' ? [t.f, t.f.replace(/^[ولب]/, '')] : [])))
  const score = (m: Pick<Member, 'name'>) =>
    Math.max(...[m.name.ar, m.name.en].map(n => (n ?? '').split(/\s+/).filter(w => w.length > 1 && words.has(fold(w))).length))
  const best = Math.max(0, ...colleagues.map(score))
  const found = best === 0 ? [] : colleagues.filter(m => score(m) === best)
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

export const delegateForm = form<Values, Colleagues>({
  id: 'delegate',
  title: 'delegate.title',
  submit: 'dialogue.save',
  confirm: true,
  fields: {
    from: dayField('from', { label: 'delegate.from', ask: 'delegate.askFrom', need: 'required' }),
    to: dayField('to', { label: 'delegate.to', ask: 'delegate.askTo', need: 'required' }),
    delegate: choiceField('delegate', {
      label: 'delegate.who',
      ask: 'delegate.askWho',
      need: 'required',
      options: ({ speak }, loaded) => choices(speak, loaded as Colleagues),
    }),
  },
  load,
  gather(said, asking, _values, { colleagues }) {
    const when = understand(said, asking.context).when.find(m => !m.timeOnly)
    const who = named(said, colleagues)
    const days = when ? { from: when.start.slice(0, 10), to: (when.end ?? when.start).slice(0, 10) } : {}
    return { values: { ...days, ...(who ? { delegate: who } : {}) }, problems: [], choose: null, other: [] }
  },
  check(values, { context }) {
    const { from, to } = values
    if (typeof from !== 'string' || typeof to !== 'string') return []
    if (to < from) return [{ field: 'to', said: { key: 'delegate.endFirst' } }]
    if (to < context.now.slice(0, 10)) return [{ field: 'to', said: { key: 'delegate.over' } }]
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
    return days > longest ? [{ field: 'to', said: { key: 'delegate.tooLong', values: { max: longest } } }] : []
  },
  async outcome(turn, args) {
    const saved = args.draft ? await absences.byId(turn.db, turn.network.id, args.draft) : null
    return saved?.memberId === turn.member.id ? standing(turn, saved) : null
  },
  async save(values, turn, { colleagues }, args) {
    const delegate = colleagues.find(m => m.id === values.delegate)
    if (!delegate) return warn(turn.speak, 'delegate.nobody')
    const absence = { from: String(values.from), to: String(values.to), memberId: turn.member.id, delegateId: delegate.id }
    // One absence at a time: a new one takes the place of what was said before.
    await absences.end(turn.db, turn.network.id, turn.member.id, turn.now)
    const row = { networkId: turn.network.id, id: args.draft ?? turn.ids(), ...absence }
    await absences.add(turn.db, row)
    await record(turn, turn.member.id, { entity: 'member', id: turn.member.id, action: 'away', after: absence })
    await tellDelegate(turn, delegate, 'delegate.youStandIn', absence)
    return standing(turn, row)
  },
})

async function tellDelegate(
  turn: Turn,
  delegate: Member,
  key: 'delegate.youStandIn' | 'delegate.noMore',
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tell(turn, [delegate], language => {
    const speak = turn.voice(language)
    const said = { name: speak.pick(turn.member.name), from: speak.day(from), to: speak.day(to) }
    return view(language, [notice('info', speak.say(key, said))])
  })
}

async function standing(turn: Turn, { id, from, to, delegateId }: Omit<absences.Absence, 'endedAt'>): Promise<View> {
  const { speak } = turn
  const delegate = await people.member(turn.db, turn.network, delegateId)
  return view(turn.language, [
    notice(
      'good',
      speak.say('delegate.standing', { from: speak.day(from), to: speak.day(to), name: delegate ? speak.pick(delegate.name) : '' }),
    ),
    text(speak.say('delegate.how'), 'subtle'),
    actions([button(speak, 'delegate.back', 'delegate.back', { id }), button(speak, 'delegate.change', 'delegate.change')]),
  ])
}

/** Says how it stands where nothing new is said, and else begins. */
export async function delegateCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!mayBeAway(turn)) return { views: [onlyFor(turn.speak, 'member')] }
  const now = await absences.ofMember(turn.db, turn.network.id, turn.member.id, today(turn))
  const says = asked.meaning.when.length > 0
  if (now && !says) return { views: [await standing(turn, now)] }
  return { begin: { form: 'delegate', ...(asked.text.trim() ? { text: asked.text } : {}), dialog: asked.dialog } }
}

export const delegateChangePress = async (_turn: Turn, _args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> => ({
  begin: { form: 'delegate', dialog: how.dialog },
})

/** Taken back: the member's own alone. */
export async function delegateBackPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const absence = args.id ? await absences.byId(turn.db, turn.network.id, args.id) : null
  if (absence?.memberId !== turn.member.id) return { views: [warn(turn.speak, 'delegate.notYours')] }
  if (!absence.endedAt && absence.to >= today(turn)) {
    await absences.end(turn.db, turn.network.id, turn.member.id, turn.now)
    await record(turn, turn.member.id, { entity: 'member', id: turn.member.id, action: 'back' })
    const delegate = await people.member(turn.db, turn.network, absence.delegateId)
    if (delegate?.active) await tellDelegate(turn, delegate, 'delegate.noMore', absence)
  }
  return { replace: view(turn.language, [notice('info', turn.speak.say('delegate.ended'))]) }
}
