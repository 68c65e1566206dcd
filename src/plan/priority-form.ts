/** The form of a priority: month, title, narrative, key messages, rank; adding one and editing one. */
import * as planDb from '../../db/plan.ts'
import { inBoth } from '../dialogue/both-languages.ts'
import { capital, inOther, monthField, numberField, textField } from '../dialogue/fields.ts'
import { type Asking, form, type Gathered, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, facts, notice, view, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import { type Bilingual, holds } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { messagesIn, placeIn, priorityIn } from '../understanding/priority-said.ts'
import { languageOfLine, messages, messagesField, otherMessagesField } from './key-messages.ts'
import { priorityParts } from './priorities.ts'

/** The priority that is edited; null for a new one. */
type Work = { priority: planDb.Priority | null }

/** Ranks a person may write; one past the month's last stands at its end. */
const mostRank = 20

export const mayManage = (turn: Turn): boolean => holds(turn.reader, 'coordinator')
export const refusal = (turn: Turn): View => warn(turn.speak, 'dialogue.notAllowed', { _who: turn.speak.say('priority.coordinators') })

export const priorityForm = form<Values, Work>({
  id: 'priority',
  title: 'priority.form',
  submit: 'dialogue.save',
  confirm: true,
  fields: {
    month: monthField('month', { label: 'priority.month', ask: 'priority.askMonth', need: 'required' }),
    title: textField('title', { label: 'priority.name', ask: 'priority.askName', need: 'required', min: 3, max: 200 }),
    otherTitle: inOther(
      'title',
      textField('otherTitle', { label: 'priority.otherName', ask: 'priority.askOtherName', need: 'asked', min: 3, max: 200 }),
    ),
    messages: messagesField,
    otherMessages: otherMessagesField,
    narrativeAr: textField('narrativeAr', {
      label: 'priority.narrativeAr',
      ask: 'priority.askNarrativeAr',
      need: 'offered',
      max: 2000,
      long: true,
    }),
    narrativeEn: textField('narrativeEn', {
      label: 'priority.narrativeEn',
      ask: 'priority.askNarrativeEn',
      need: 'offered',
      max: 2000,
      long: true,
    }),
    rank: numberField('rank', { label: 'priority.rank', ask: 'priority.askRank', need: 'offered', min: 1, max: mostRank }),
  },
  load: async (turn, args) => {
    if (!mayManage(turn)) return { ok: false, view: refusal(turn) }
    if (!args.priority) return { ok: true, value: { priority: null } }
    const priority = await planDb.priority(turn.db, turn.reader, args.priority)
    if (!priority?.active) return { ok: false, view: warn(turn.speak, 'priority.gone') }
    return { ok: true, value: { priority } }
  },
  gather,
  was: ({ speak }, { priority }) => (priority ? valuesOf(priority, speak) : null),
  check: (values, asking, work) => {
    const month = String(values.month ?? '')
    const now = asking.context.now.slice(0, 7)
    // What stands in a past month may be reworded where it stands.
    if (!month || month >= now || work.priority?.month === month) return []
    return [{ field: 'month', said: { key: 'priority.pastMonth', values: { month: asking.speak.month(month) } } }]
  },
  outcome: async (turn, args) => {
    const saved = args.draft && mayManage(turn) ? await planDb.priority(turn.db, turn.reader, args.draft) : null
    return saved?.active ? view(turn.language, [notice('info', turn.speak.say('priority.already')), ...presentParts(turn, saved)]) : null
  },
  stands: async (turn, args) => {
    const present = args.priority && mayManage(turn) ? await planDb.priority(turn.db, turn.reader, args.priority) : null
    return present?.active ? presentParts(turn, present) : []
  },
  save: (values, turn, work, args) =>
    work.priority ? edit(values, turn, work.priority, args) : add(values, turn, args.draft ?? turn.ids()),
})

/** A sentence or a pasted block: month, title in one language or both, rank and key messages; on a card its messages, or its place in the order. */
function gather(text: string, asking: Asking, values: Partial<Values>): Gathered<Values> {
  const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
  const place = placeIn(text)
  if (place && place.what === null && place.to !== 'up' && place.to !== 'down')
    return { ...out, values: { rank: place.to === 'last' ? mostRank : Math.min(place.to, mostRank) } }
  const told = priorityIn(text, asking.context)
  if (told?.month) out.values.month = told.month
  if (told?.rank) out.values.rank = Math.min(told.rank, mostRank)
  if (told?.title) {
    const both = inBoth(told.title)
    const [one, other] = asking.speak.language === 'ar' || !both.en ? [both.ar, both.en] : [both.en, both.ar]
    Object.assign(out.values, { title: capital(one ?? other ?? ''), ...(one && other ? { otherTitle: other } : {}) })
  }
  const messages = told?.messages ?? messagesIn(text)
  const read = messages === null ? null : messagesField.read(messages, asking, values, null)
  if (read?.ok) Object.assign(out.values, read.value)
  else if (read) out.problems.push({ field: 'messages', said: read.problem })
  return out
}

const string = (v: unknown): string | undefined => (typeof v === 'string' && v.trim() ? v.trim() : undefined)

/** What a draft's values say, by language: a title is of the language of its script, the other title of the other. */
export function textOf(values: Values, turn: Pick<Turn, 'language'>): planDb.PriorityText {
  const title = string(values.title) ?? ''
  const first = languageOfLine(title, turn.language)
  const both: Bilingual = { [first]: title, [first === 'ar' ? 'en' : 'ar']: string(values.otherTitle) }
  return {
    month: String(values.month),
    title: both,
    narrative: { ar: string(values.narrativeAr), en: string(values.narrativeEn) },
    messages: messages.safeParse(values.messages).data ?? [],
  }
}

/** A standing priority as the values of its form. */
export function valuesOf(p: planDb.Priority, turn: Pick<Turn, 'language'>): Values {
  const first = p.title[turn.language] ? turn.language : turn.language === 'ar' ? 'en' : 'ar'
  const values: Values = {
    month: p.month,
    title: p.title[first],
    otherTitle: p.title[first === 'ar' ? 'en' : 'ar'],
    messages: p.messages.length > 0 ? p.messages : undefined,
    narrativeAr: p.narrative.ar,
    narrativeEn: p.narrative.en,
    rank: p.rank,
  }
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))
}

async function add(values: Values, turn: Turn, id: string): Promise<View> {
  const wanted = textOf(values, turn)
  if (!(await planDb.addPriority(turn.db, turn.network.id, id, wanted, turn.now)))
    return view(turn.language, [notice('info', turn.speak.say('priority.already'))])
  if (typeof values.rank === 'number') await planDb.rankAt(turn.db, turn.network.id, wanted.month, id, values.rank)
  const after = (await planDb.priority(turn.db, turn.reader, id)) ?? wanted
  await record(turn, turn.member.id, { entity: 'priority', id, action: 'added', after })
  return savedView(turn, id, wanted, 'priority.added')
}

async function edit(values: Values, turn: Turn, before: planDb.Priority, args: Record<string, string>): Promise<View> {
  const wanted = textOf(values, turn)
  const { id } = before
  const networkId = turn.network.id
  const shown = args.at === before.changedAt.toString()
  if (!shown || !(await planDb.changePriority(turn.db, networkId, id, before.changedAt, wanted, turn.now)))
    return conflictView(turn, before)
  const moved = wanted.month !== before.month
  const rank = typeof values.rank === 'number' && values.rank !== before.rank ? values.rank : moved ? mostRank : before.rank
  await planDb.rankAt(turn.db, networkId, wanted.month, id, rank)
  if (moved) await planDb.rankAt(turn.db, networkId, before.month, null, 0)
  const after = (await planDb.priority(turn.db, turn.reader, id)) ?? wanted
  await record(turn, turn.member.id, { entity: 'priority', id, action: 'edited', before, after })
  return savedView(turn, id, wanted, 'priority.edited')
}

/** Somebody changed it since this person's card was drawn: its present state is shown, and nothing is overwritten. */
function conflictView(turn: Turn, present: planDb.Priority): View {
  return view(turn.language, [notice('warning', turn.speak.say('priority.changedMeanwhile')), ...presentParts(turn, present)])
}

/** A priority as it stands, with the button to edit it. */
const presentParts = (turn: Turn, present: planDb.Priority): Part[] => [
  facts([
    [turn.speak.say('priority.month'), turn.speak.month(present.month)],
    [turn.speak.say('priority.name'), turn.speak.pick(present.title)],
    [turn.speak.say('priority.rank'), turn.speak.number(present.rank)],
  ]),
  ...priorityParts(turn, present),
  actions([button(turn.speak, 'priority.edit', 'priority.edit', { id: present.id }, { style: 'primary' })]),
]

function savedView(turn: Turn, id: string, saved: planDb.PriorityText, key: 'priority.added' | 'priority.edited'): View {
  const { speak } = turn
  return view(turn.language, [
    notice('good', speak.say(key, { title: speak.pick(saved.title), month: speak.month(saved.month) })),
    actions([
      button(speak, 'priority.addAnother', 'priority.add', { m: saved.month }),
      button(speak, 'priority.edit', 'priority.edit', { id }),
      button(speak, 'priority.show', 'priority.show', { m: saved.month }),
    ]),
  ])
}
