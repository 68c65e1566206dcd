/** Of which activity coverage is: those that can be meant, what a sentence names, and the question where nothing says it. */
import * as activitiesDb from '../../db/activities.ts'
import * as coverageDb from '../../db/coverage.ts'
import { choiceField } from '../dialogue/fields.ts'
import { type Asking, type Field, form, type Values } from '../dialogue/form.ts'
import { text, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import type { Outlet } from '../model/coverage.ts'
import { ok } from '../model/result.ts'
import type { View } from '../model/view.ts'
import { byWords } from '../understanding/by-words.ts'
import { indexOf } from './fields.ts'
import { readCoverage } from './read.ts'
import { mayCover } from './who.ts'

/** Days back, and ahead, in which an activity may be meant that its sentence does not name by its number. */
const daysBack = 90
const daysAhead = 14
/** Activities offered at once. */
export const mostOffered = 10

export const titles = (a: Activity): string[] => [a.title.ar, a.title.en].filter((t): t is string => !!t)

/** Activities that can be meant, what waits for coverage first, then the latest. `own`: only those whose coverage this person may write. */
export async function candidates(turn: Turn, own: boolean): Promise<Activity[]> {
  const span = { start: turn.now.subtract({ hours: 24 * daysBack }), end: turn.now.add({ hours: 24 * daysAhead }) }
  const all = (await activitiesDb.inWindow(turn.db, turn.reader, span)).filter(a => !own || mayCover(turn, a))
  const waits = new Map((await coverageDb.waiting(turn.db, turn.reader)).map((w, n) => [w.activityId, n]))
  const past = (a: Activity) => (a.lifecycle === 'completed' ? 0 : 1)
  const order = (a: Activity) => waits.get(a.id) ?? 1000
  return [...all].reverse().sort((a, b) => order(a) - order(b) || past(a) - past(b))
}

type Meant = { activity: Activity } | { among: Activity[] } | { refused: View }

/** Which activity a sentence means. With no name: the one whose coverage waits, where it is the only one. */
export async function meantBy(turn: Turn, asked: Asked, name: string, own: boolean): Promise<Meant> {
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

/** Asks which activity it is of; what was given waits. */
export const askWhich = (among: readonly Activity[], given: string): Answer => ({
  begin: {
    form: 'coverage.which',
    args: {
      among: among
        .slice(0, mostOffered)
        .map(a => a.id)
        .join(' '),
    },
    values: given ? { given } : {},
  },
})

/** Those that are offered, every other that can be meant, and what reads what is given. */
type Load = { offered: readonly Activity[]; all: readonly Activity[]; outlets: readonly Outlet[]; region: string }

const choice = choiceField('activity', {
  label: 'coverage.activity',
  ask: 'coverage.which',
  need: 'required',
  options: ({ speak }, load) =>
    ((load as Load | null)?.offered ?? []).map(a => ({ value: a.id, label: speak.pick(a.title), also: [...titles(a), a.reference] })),
})
const activity: Field = {
  ...choice,
  // More of what was covered may come before its activity is said.
  fills: ['activity', 'given'],
  has: values => typeof values.activity === 'string',
  read(said, asking, values, load) {
    const { all, ...reads } = load as Load
    const plain = all.find(a => a.id === said.trim() || said.toUpperCase().includes(a.reference))
    const { head, more } = partsOf(said, asking, reads)
    const named = plain ? [plain] : byWords(head, all, titles)
    const [first] = named
    const given = more ? [values.given, more].filter(Boolean).join('\n') : values.given
    const kept = typeof given === 'string' ? { given } : {}
    if (first && named.length === 1) return ok({ ...kept, activity: first.id })
    const chosen = head ? choice.read(head, asking, values, load) : null
    return chosen?.ok ? ok({ ...kept, ...chosen.value }) : more ? ok(kept) : choice.read(said, asking, values, load)
  },
}

/** What may name the activity, and what is coverage: "of the heart walk: Al Ayam, GDN"; a text that is coverage alone names none. */
function partsOf(
  said: string,
  asking: Asking,
  { outlets, region }: Pick<Load, 'outlets' | 'region'>,
): { head: string; more: string | null } {
  const of = { known: indexOf(outlets), region, context: asking.context }
  const gives = (t: string): boolean => readCoverage(t, of).items.length > 0
  const found = /[:：](?=\s|$)|\n/.exec(said)
  const [head, body] = found ? [said.slice(0, found.index), said.slice(found.index + 1).trim()] : [said, '']
  if (body && gives(body) && !gives(head)) return { head, more: body }
  return gives(said) ? { head: '', more: said } : { head: said, more: null }
}

/** Which activity it is of, where nothing says it. */
export const whichForm = form<Values, Load>({
  id: 'coverage.which',
  title: 'coverage.form',
  submit: 'dialogue.goOn',
  confirm: false,
  fields: { activity },
  about: (asking, { outlets, region }, values) => {
    const { items } = readCoverage(typeof values.given === 'string' ? values.given : '', {
      known: indexOf(outlets),
      region,
      context: asking.context,
    })
    const names = new Set(items.map(i => (i.outlet ? asking.speak.pick(i.outlet.name) : i.name)))
    return names.size > 0 ? [text(asking.speak.say('coverage.given', { _names: asking.speak.list([...names]) }), 'subtle')] : []
  },
  async load(turn, args) {
    const ids = (args.among ?? '').split(' ').filter(Boolean)
    const found = await activitiesDb.byIds(turn.db, turn.reader, ids)
    const offered = ids.flatMap(id => found.filter(a => a.id === id && mayCover(turn, a)))
    if (offered.length === 0) return { ok: false, view: warn(turn.speak, 'coverage.nothingToCover') }
    const [all, outlets] = [await candidates(turn, true), await coverageDb.outletsOf(turn.db, turn.network.id)]
    const others = all.filter(a => !ids.includes(a.id))
    return { ok: true, value: { offered, all: [...offered, ...others], outlets, region: turn.network.settings.region } }
  },
  leads: async values => ({
    form: 'coverage',
    args: { activity: String(values.activity) },
    ...(typeof values.given === 'string' ? { text: values.given } : {}),
  }),
  // It only leads on.
  save: async (_values, turn) => warn(turn.speak, 'activity.notFound'),
})
