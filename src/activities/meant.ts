/** Which standing activity a sentence means: by its number, by words of its title, by its day; else the person chooses. */
import * as activitiesDb from '../../db/activities.ts'
import { soleShown } from '../delivery/shown.ts'
import { button, list, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Key } from '../locales/words.ts'
import type { Activity } from '../model/activity.ts'
import { byWords } from '../understanding/by-words.ts'
import { leadsTo, saysIt } from '../understanding/it.ts'
import { lineOf } from './show.ts'
import { boundsOf, touches } from './when.ts'

/** Lines of a choice on one card. */
const most = 10
/** Words of a sentence that ride on the buttons of a choice, in characters: a Slack button holds 2,000 with all the rest. */
const mostSaid = 300

/**
 * `label` stands on the buttons of a choice, which press `press` with the activity's id and version and `more`.
 * `among`: those that can be meant, where not the organization's own.
 */
export async function meant(
  turn: Turn,
  asked: Asked,
  press: string,
  { label = press as Key, more = {}, among }: { label?: Key; more?: Record<string, string>; among?: Activity[] } = {},
): Promise<{ activity: Activity } | { answer: Answer }> {
  const { speak } = turn
  const reference = asked.meaning.arguments.reference
  if (reference) {
    const a = await activitiesDb.byReference(turn.db, turn.reader, reference)
    return a ? { activity: a } : { answer: { views: [warn(speak, 'activity.notFound')] } }
  }
  const all = among ?? (await activitiesDb.ofOrganization(turn.db, turn.reader, turn.reader.organizationId, { from: turn.now }))
  if (all.length === 0) return { answer: { views: [view(turn.language, [text(speak.say('activity.none'))])] } }
  const named = byWords(asked.text, all, a => [a.title.ar, a.title.en].filter(t => t !== undefined && t !== null))
  // "It" is what was shown last; so is what a sentence that names nothing speaks of, unless its day is that of another.
  const it = named.length === 0 ? await shownLast(turn, all) : null
  if (it && saysIt(asked.text)) return { activity: it }
  const found = named.length > 0 ? named : onDays(turn, asked, all)
  if (it && found.length === 0 && all.some(a => a.id === it.id)) return { activity: it }
  if (found[0] && found.length === 1) return { activity: found[0] }
  const said = asked.text.length <= mostSaid ? asked.text : ''
  return {
    answer: {
      views: [
        view(turn.language, [
          text(speak.say('activity.which'), 'strong'),
          list(
            (found.length > 0 ? found : all).slice(0, most).map(a => ({
              ...lineOf(a, turn, { owner: among !== undefined }),
              actions: [button(speak, label, press, { id: a.id, version: String(a.version), ...(said ? { said } : {}), ...more })],
            })),
          ),
        ]),
      ],
    },
  }
}

/** The activity that was shown last, somebody else's too: what may be done to that is said by whoever is asked. */
async function shownLast(turn: Turn, all: readonly Activity[]): Promise<Activity | null> {
  const id = (await soleShown(turn, ['activity.edit', 'calendar.add']))?.args.id
  if (!id) return null
  return all.find(a => a.id === id) ?? (await activitiesDb.byId(turn.db, turn.reader, id))
}

/** Those on the days that the text speaks of, and not towards. */
function onDays(turn: Turn, asked: Asked, all: Activity[]): Activity[] {
  const day = asked.meaning.when.find(m => !m.timeOnly)
  if (!day || leadsTo(asked.text, day.at)) return []
  const { zone } = turn.network.settings
  const { startsAt, endsAt } = boundsOf({ kind: 'days', start: day.start.slice(0, 10), end: (day.end ?? day.start).slice(0, 10) }, zone)
  return all.filter(a => touches(a.when, { start: startsAt, end: endsAt }, zone))
}
