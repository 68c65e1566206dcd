/** "/coverage", and every sentence about coverage: what waits for it, that of an activity, some that is taken in, the list of outlets. */
import { z } from 'zod'
import * as activitiesDb from '../../db/activities.ts'
import * as conversations from '../../db/conversations.ts'
import * as coverageDb from '../../db/coverage.ts'
import { lineOf } from '../activities/show.ts'
import { choiceField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { actions, button, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { FileHandler, PressHandler } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import { ok } from '../model/result.ts'
import type { View } from '../model/view.ts'
import { byWords } from '../understanding/by-words.ts'
import { answered, beginAdding, settle } from './collect.ts'
import { indexOf } from './fields.ts'
import { correcting, sureToRemove } from './keep.ts'
import { outletCard, outletsView } from './outlets-keep.ts'
import { readCoverage } from './read.ts'
import { type Said, saidOf } from './said.ts'
import { shown } from './show.ts'
import { mayCorrect, mayCover } from './who.ts'

/** Days back, and ahead, in which an activity may be meant that its sentence does not name by its number. */
const daysBack = 90
const daysAhead = 14
/** Activities offered at once, and lines of what waits on one card. */
const mostOffered = 10
const mostLines = 8
/** Days back in which the centre is told of what nobody was asked about. */
const unaskedDays = 30

const titles = (a: Activity): string[] => [a.title.ar, a.title.en].filter((t): t is string => !!t)

/** Activities that can be meant, what waits for coverage first, then the latest. `own`: only those whose coverage this person may write. */
async function candidates(turn: Turn, own: boolean): Promise<Activity[]> {
  const span = { start: turn.now.subtract({ hours: 24 * daysBack }), end: turn.now.add({ hours: 24 * daysAhead }) }
  const all = (await activitiesDb.inWindow(turn.db, turn.reader, span)).filter(a => !own || mayCover(turn, a))
  const waits = new Map((await coverageDb.waiting(turn.db, turn.reader)).map((w, n) => [w.activityId, n]))
  const past = (a: Activity) => (a.lifecycle === 'completed' ? 0 : 1)
  const order = (a: Activity) => waits.get(a.id) ?? 1000
  return [...all].reverse().sort((a, b) => order(a) - order(b) || past(a) - past(b))
}

type Meant = { activity: Activity } | { among: Activity[] } | { refused: View }

/** Which activity a sentence means. With no name: the one whose coverage waits, where it is the only one. */
async function meantBy(turn: Turn, asked: Asked, name: string, own: boolean): Promise<Meant> {
  const { reference } = asked.meaning.arguments
  if (reference) {
    const a = await activitiesDb.byReference(turn.db, turn.reader, reference)
    return a ? { activity: a } : { refused: warn(turn.speak, 'activity.notFound') }
  }
  const all = await candidates(turn, own)
  const found = name ? byWords(name, all, titles) : []
  if (found[0] && found.length === 1) return { activity: found[0] }
  if (found.length > 1) return { among: found }
  if (name === '' && own) {
    const mine = await coverageDb.waiting(turn.db, turn.reader, { ownerId: turn.reader.organizationId })
    const [only] = mine
    const a = only && mine.length === 1 ? all.find(x => x.id === only.activityId) : undefined
    if (a) return { activity: a }
  }
  return { among: all }
}

export async function coverageCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const outlets = await coverageDb.outletsOf(turn.db, turn.network.id)
  const said = saidOf(asked.text, { known: indexOf(outlets), region: turn.network.settings.region, context: turn.context })
  switch (said.kind) {
    case 'outlets':
      return { views: [await outletsView(turn)] }
    case 'outlet': {
      const o = holds(turn.reader, 'coordinator') ? outlets.find(x => x.id === said.id) : undefined
      return { views: [o ? outletCard(turn.speak, o) : await outletsView(turn)] }
    }
    case 'open':
      return { views: [await waitingView(turn)] }
    case 'show':
      return { views: [await show(turn, asked, said.name)] }
    case 'give':
      return take(turn, asked, said.name, said.given)
    case 'add':
      return take(turn, asked, said.name, '')
    case 'none':
      return nothingOf(turn, asked, said.name)
    case 'remove':
    case 'correct':
      return one(turn, asked, said)
    default:
      return said satisfies never
  }
}

async function show(turn: Turn, asked: Asked, name: string): Promise<View> {
  if (!name && !asked.meaning.arguments.reference) return waitingView(turn)
  const found = await meantBy(turn, asked, name, false)
  if ('refused' in found) return found.refused
  if ('activity' in found) return shown(turn, found.activity)
  const named = byWords(name, found.among, titles)
  if (named.length === 0) return waitingView(turn)
  return view(turn.language, [
    text(turn.speak.say('coverage.which'), 'strong'),
    list(
      named
        .slice(0, mostOffered)
        .map(a => ({ ...lineOf(a, turn), actions: [button(turn.speak, 'coverage.open', 'coverage.open', { id: a.id })] })),
    ),
  ])
}

/** Begins the card of what was given, or asks first which activity it is of. */
async function take(turn: Turn, asked: Asked, name: string, given: string): Promise<Answer> {
  const found = await meantBy(turn, asked, name, true)
  if ('refused' in found) return { views: [found.refused] }
  if ('activity' in found) return beginAdding(found.activity.id, { text: given, message: asked.message, dialog: asked.dialog })
  if (found.among.length === 0) return { views: [warn(turn.speak, 'coverage.nothingToCover')] }
  return {
    begin: {
      form: 'coverage.which',
      args: {
        among: found.among
          .slice(0, mostOffered)
          .map(a => a.id)
          .join(' '),
      },
      values: given ? { text: given } : {},
    },
  }
}

async function nothingOf(turn: Turn, asked: Asked, name: string): Promise<Answer> {
  const found = await meantBy(turn, asked, name, true)
  if ('refused' in found) return { views: [found.refused] }
  if (!('activity' in found)) return { views: [await waitingView(turn)] }
  const a = found.activity
  if (!mayCover(turn, a)) return { views: [await shown(turn, a)] }
  const row = await coverageDb.collection(turn.db, turn.network.id, a.id)
  if (row?.state !== 'collected') {
    await settle(turn, a.id, 'none')
    await answered(turn, a.id, 'none')
  }
  return { views: [await shown(turn, a)] }
}

/** An appearance by its number on the card of its activity. */
async function one(turn: Turn, asked: Asked, said: Extract<Said, { kind: 'remove' | 'correct' }>): Promise<Answer> {
  const found = await meantBy(turn, asked, said.name, false)
  if ('refused' in found) return { views: [found.refused] }
  if (!('activity' in found)) return { views: [warn(turn.speak, 'coverage.sayWhich')] }
  const a = found.activity
  const all = await coverageDb.ofActivity(turn.db, turn.reader, a.id)
  const c = all[said.number - 1]
  if (!c || !mayCorrect(turn, a, c)) return { views: [await shown(turn, a)] }
  return said.kind === 'remove' ? { views: [await sureToRemove(turn, c)] } : correcting(turn, c, asked.dialog)
}

/** Which activity it is of, where nothing says it; what was pasted waits. */
export const whichForm = form<Values, readonly Activity[]>({
  id: 'coverage.which',
  title: 'coverage.form',
  submit: 'dialogue.goOn',
  confirm: false,
  fields: {
    activity: {
      ...choiceField('activity', {
        label: 'coverage.activity',
        ask: 'coverage.which',
        need: 'required',
        options: ({ speak }, load) =>
          ((load as readonly Activity[] | null) ?? []).map(a => ({
            value: a.id,
            label: speak.pick(a.title),
            also: [...titles(a), a.reference],
          })),
      }),
      read(said, asking, values, load) {
        const all = load as readonly Activity[]
        const plain = all.find(a => a.id === said.trim() || said.toUpperCase().includes(a.reference))
        const named = plain ? [plain] : byWords(said, all, titles)
        const [first] = named
        return first && named.length === 1 ? ok({ activity: first.id }) : whichOf.read(said, asking, values, load)
      },
    },
  },
  async load(turn, args) {
    const ids = (args.among ?? '').split(' ').filter(Boolean)
    const found = await activitiesDb.byIds(turn.db, turn.reader, ids)
    const all = ids.flatMap(id => found.filter(a => a.id === id && mayCover(turn, a)))
    return all.length > 0 ? { ok: true, value: all } : { ok: false, view: warn(turn.speak, 'coverage.nothingToCover') }
  },
  leads: async values => ({
    form: 'coverage',
    args: { activity: String(values.activity) },
    ...(typeof values.text === 'string' ? { text: values.text } : {}),
  }),
  // It only leads on.
  save: async (_values, turn) => warn(turn.speak, 'activity.notFound'),
})
const whichOf = choiceField('activity', {
  label: 'coverage.activity',
  ask: 'coverage.which',
  need: 'required',
  options: ({ speak }, load) => ((load as readonly Activity[] | null) ?? []).map(a => ({ value: a.id, label: speak.pick(a.title) })),
})

/** What waits: for a member their organization's, with its buttons; for the centre everybody's, what is open first, with one to ask again. */
export async function waitingView(turn: Turn): Promise<View> {
  const { speak } = turn
  const centre = holds(turn.reader, 'coordinator')
  const rows = await coverageDb.waiting(turn.db, turn.reader, centre ? {} : { ownerId: turn.reader.organizationId })
  const found = await activitiesDb.byIds(
    turn.db,
    turn.reader,
    rows.map(r => r.activityId),
  )
  const section = (state: 'open' | 'asked') =>
    rows.flatMap(r => {
      const a = r.state === state ? found.find(x => x.id === r.activityId) : undefined
      return a ? [{ a, askedAt: r.askedAt }] : []
    })
  const lines = (all: ReturnType<typeof section>) =>
    list(
      all.slice(0, mostLines).map(({ a, askedAt }) => {
        const line = lineOf(a, turn, { owner: centre })
        const asked = askedAt ? speak.say('coverage.askedOn', { when: speak.instant(askedAt) }) : null
        return {
          text: line.text,
          detail: [line.detail, asked].filter(Boolean).join(' · '),
          actions: centre
            ? [
                button(speak, 'coverage.nudge', 'coverage.nudge', { id: a.id }),
                button(speak, 'coverage.open', 'coverage.open', { id: a.id }),
              ]
            : [
                button(speak, 'coverage.add', 'coverage.add', { id: a.id }, { style: 'primary' }),
                button(speak, 'coverage.none', 'coverage.none', { id: a.id }),
              ],
        }
      }),
    )
  const [open, asked] = [section('open'), section('asked')]
  const more = (all: readonly unknown[]) =>
    all.length > mostLines ? [text(speak.say('coverage.more', { n: all.length - mostLines }), 'subtle')] : []
  const span = { start: turn.now.subtract({ hours: 24 * unaskedDays }), end: turn.now }
  const unasked = centre ? await coverageDb.unasked(turn.db, turn.reader, span) : []
  const notAsked = await activitiesDb.byIds(turn.db, turn.reader, unasked.slice(0, mostLines))
  const proposed = centre ? (await coverageDb.outletsOf(turn.db, turn.network.id)).filter(o => o.state === 'proposed').length : 0
  return view(turn.language, [
    heading(speak.say(centre ? 'coverage.waitingAll' : 'coverage.waitingOwn')),
    ...(open.length + asked.length === 0 ? [text(speak.say('coverage.nothingWaits'))] : []),
    ...(open.length > 0 ? [notice('warning', speak.say('coverage.openCount', { n: open.length }))] : []),
    lines(open),
    ...more(open),
    ...(asked.length > 0 ? [text(speak.say('coverage.askedCount', { n: asked.length }), 'strong')] : []),
    lines(asked),
    ...more(asked),
    ...(unasked.length > 0
      ? [
          text(speak.say('coverage.unasked', { n: unasked.length, days: unaskedDays }), 'subtle'),
          list(
            unasked
              .flatMap(id => notAsked.find(a => a.id === id) ?? [])
              .map(a => ({ ...lineOf(a, turn), actions: [button(speak, 'coverage.askNow', 'coverage.nudge', { id: a.id })] })),
          ),
          ...more(unasked),
        ]
      : []),
    ...(proposed > 0 ? [notice('info', speak.say('outlet.waiting', { n: proposed }))] : []),
    actions([
      button(speak, 'coverage.addOther', 'coverage.addOther', {}),
      ...(centre ? [button(speak, 'outlet.list', 'outlet.list', {})] : []),
    ]),
    text(speak.say('coverage.listHint'), 'subtle'),
  ])
}

export const listPresses: Record<string, PressHandler> = {
  'coverage.add': async (_turn, args, how) => beginAdding(args.id ?? '', { dialog: how.dialog }),
  'coverage.addOther': async turn => {
    const all = await candidates(turn, true)
    if (all.length === 0) return { views: [warn(turn.speak, 'coverage.nothingToCover')] }
    return {
      begin: {
        form: 'coverage.which',
        args: {
          among: all
            .slice(0, mostOffered)
            .map(a => a.id)
            .join(' '),
        },
      },
    }
  },
  'coverage.open': async (turn, args) => {
    const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
    return { views: [a ? await shown(turn, a) : warn(turn.speak, 'activity.notFound')] }
  },
}

/** Of an open draft: what a clipping is added to. */
const standing = z.object({ args: z.record(z.string(), z.string()), values: z.record(z.string(), z.unknown()) })
/** A file that may be a clipping. */
const clipping = /^(?:image\/|application\/pdf$)/
/** A clipping that is sent while coverage is given, or waited for: what its name and its words say is read; the file itself is not kept, and that is said. */
export const clippingFile: FileHandler = async (turn, file, open) => {
  if (!clipping.test(file.mime) && !/\.(?:pdf|png|jpe?g|webp|heic|gif)$/i.test(file.name)) return null
  if (!(holds(turn.reader, 'member') || holds(turn.reader, 'coordinator'))) return null
  const giving = open === 'coverage' || open === 'coverage.change' || open === 'coverage.which'
  const waits = giving ? [] : await coverageDb.waiting(turn.db, turn.reader, { ownerId: turn.reader.organizationId })
  if (!giving && (open !== null || waits.length === 0)) return null
  const { speak } = turn
  const name = file.name
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/_/g, ' ')
    .trim()
  const said = file.text.trim() || name
  const note = view(turn.language, [
    notice('info', speak.say('coverage.fileNotKept', { name: file.name })),
    text(speak.say('coverage.fileHint'), 'subtle'),
  ])
  const outlets = await coverageDb.outletsOf(turn.db, turn.network.id)
  const { items } = readCoverage(said, { known: indexOf(outlets), region: turn.network.settings.region, context: turn.context })
  if (open === 'coverage' && items.length > 0) {
    // What its words say joins the card that is open.
    const saved = await conversations.conversation(turn.db, turn.network.id, turn.account)
    const draft = standing.safeParse(saved?.state)
    if (draft.success) {
      const words = Object.keys(draft.data.values).length > 0 ? { change: said } : { text: said }
      return { views: [note], begin: { form: 'coverage', args: draft.data.args, ...words } }
    }
  }
  const [only] = waits
  if (giving || items.length === 0 || !only || waits.length > 1) return { views: [note] }
  return { views: [note], ...beginAdding(only.activityId, { text: said }) }
}
