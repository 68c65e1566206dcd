/** What is said of the appearances that the last card shows, saved as they are: "no, the reach was 12,000", «احذف الأولى», "Al Bilad too". */
import * as activitiesDb from '../../db/activities.ts'
import * as coverageDb from '../../db/coverage.ts'
import { button, numbered, text, view } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { OfCard, PressHandler } from '../dialogue/wing.ts'
import type { Coverage } from '../model/coverage.ts'
import { amendmentOf, isCorrection } from './amend.ts'
import { beginAdding } from './collect.ts'
import { correcting, standingFor, sureToRemove, valuesOf } from './correct.ts'
import { readsOf } from './fields.ts'
import { readCoverage } from './read.ts'
import { lineOf, outletsById } from './show.ts'
import { mayCorrect, mayCover } from './who.ts'
import { workOf } from './work.ts'

/** Characters that a button carries of what was said. */
const longestSaid = 300

/** Null where the card shows no coverage of one activity, or the words say nothing of it. */
export const saidOfShown: OfCard = async (turn, said, presses) => {
  const ids = new Set(presses.flatMap(p => (p.name === 'coverage.add' ? (p.args.id ?? []) : [])))
  const [id] = ids
  if (id === undefined || ids.size > 1 || /\n/.test(said) || said.length > longestSaid || /[?؟]\s*$/.test(said)) return null
  const a = await activitiesDb.byId(turn.db, turn.reader, id)
  if (!a || !mayCover(turn, a)) return null
  const work = await workOf(turn, a)
  const asking = { speak: turn.speak, context: turn.context }
  const all = await coverageDb.ofActivity(turn.db, turn.reader, a.id)
  if (all.length === 0) return null
  if (further.test(said) && readCoverage(said, readsOf(work, asking)).items.length > 0) return beginAdding(a.id, { text: said })
  const outlets = await outletsById(turn)
  const read = amendmentOf(
    said,
    all.map(c => valuesOf(c, outlets.get(c.outletId))),
    asking,
    work,
    'alone',
  )
  const meant = read?.places.flatMap(p => all[p] ?? []).filter(c => mayCorrect(turn, a, c)) ?? []
  const [one] = meant
  if (read?.leave && one) return { views: await Promise.all(meant.map(c => sureToRemove(turn, c))) }
  if (read && one) return correcting(turn, one, false, read.values)
  const own = all.filter(c => mayCorrect(turn, a, c))
  const says = isCorrection(said) && own.some(c => amendmentOf(said, [valuesOf(c, outlets.get(c.outletId))], asking, work, 'alone'))
  return says && own.length <= mostAsked ? askWhich(turn, own, said) : null
}
const further =
  /^(?:also|and also|plus|add)\s|\s(?:too|as well)[.!]?\s*$|(?<!\p{L})(?:أيضاً|أيضا|ايضا|كذلك|بعد)[.،]?\s*$|^(?:أضف|اضف|أضيفوا|وأيضاً|وكذلك)\s/iu
/** Appearances among which one is asked for by buttons. */
const mostAsked = 10

/** Nothing tells which one is meant: what was said waits on the buttons. */
async function askWhich(turn: Turn, among: readonly Coverage[], said: string): Promise<Answer> {
  const outlets = await outletsById(turn)
  return {
    views: [
      view(turn.language, [
        text(turn.speak.say('dialogue.whichOne'), 'strong'),
        numbered(
          turn.speak,
          among.map(c => ({
            ...lineOf(turn.speak, c, outlets),
            actions: [button(turn.speak, 'coverage.thisOne', 'coverage.amend', { id: c.id, v: String(c.version), said })],
          })),
        ),
      ]),
    ],
  }
}

/** The one that was meant, with what had been said of it. */
export const amendPress: PressHandler = async (turn, args) => {
  const found = await standingFor(turn, args)
  if (!found.ok) return { views: [found.view] }
  const { coverage: c, activity: a } = found.value
  const work = await workOf(turn, a)
  const values = valuesOf(c, (await outletsById(turn)).get(c.outletId))
  const read = amendmentOf(args.said ?? '', [values], { speak: turn.speak, context: turn.context }, work, 'alone')
  if (read?.leave) return { views: [await sureToRemove(turn, c)] }
  return correcting(turn, c, false, read?.values ?? {})
}
