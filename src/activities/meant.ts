/** Which standing activity a sentence means: by its number, by words of its title, by its day; else the person chooses. */
import * as activitiesDb from '../../db/activities.ts'
import { soleShown } from '../delivery/shown.ts'
import { actions, button, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Key } from '../locales/words.ts'
import type { Activity } from '../model/activity.ts'
import type { View } from '../model/view.ts'
import { byWords, nearest } from '../understanding/by-words.ts'
import { leadsTo, saysIt } from '../understanding/it.ts'
import { wantedIn } from './find.ts'
import { lineOf, nameOf } from './show.ts'
import { boundsOf, touches } from './when.ts'

/** Lines of a choice on one card. */
const most = 10
/** Words of a sentence that ride on the buttons of a choice, in characters: a Slack button holds 2,000 with all the rest. */
const mostSaid = 300

/**
 * `label` stands on the buttons of a choice, which press `press` with the activity's id and version and `more`.
 * `among`: those that can be meant, where not the organization's own. `surely`: what is done with it must be done with no other, so that a title of which
 * little was said is asked about, and another organization's is said to be theirs.
 */
export async function meant(
  turn: Turn,
  asked: Asked,
  press: string,
  {
    label = press as Key,
    more = {},
    among,
    surely = false,
  }: { label?: Key; more?: Record<string, string>; among?: Activity[]; surely?: boolean } = {},
): Promise<{ activity: Activity } | { answer: Answer }> {
  const { speak } = turn
  const reference = asked.meaning.arguments.reference
  if (reference) {
    const a = await activitiesDb.byReference(turn.db, turn.reader, reference)
    return a ? { activity: a } : { answer: { views: [warn(speak, 'activity.notFound')] } }
  }
  const all = among ?? (await activitiesDb.ofOrganization(turn.db, turn.reader, turn.reader.organizationId, { from: turn.now }))
  const others = surely && !among ? await othersOwn(turn, asked, all) : null
  if (others) return { answer: { views: [others] } }
  if (all.length === 0) return { answer: { views: [view(turn.language, [text(speak.say('activity.none'))])] } }
  const named = byWords(asked.text, all, titlesOf)
  // "It" is what was shown last; so is what a sentence that names nothing speaks of, unless its day is that of another.
  const it = named.length === 0 ? await shownLast(turn, all) : null
  if (it && saysIt(asked.text)) return { activity: it }
  const found = named.length > 0 ? named : onDays(turn, asked, all)
  const sure = (a: Activity) => !surely || isSurely(asked, a, named.length > 0)
  if (it && found.length === 0 && all.some(a => a.id === it.id) && sure(it)) return { activity: it }
  if (found[0] && found.length === 1 && sure(found[0])) return { activity: found[0] }
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

/** Titles of an activity, in whichever languages it has them. */
export const titlesOf = (a: Activity): string[] => [a.title.ar, a.title.en].filter(t => t !== undefined && t !== null)

/** What stands before "to …" and "because …" names the thing; behind it stands what is to be said of it, or why. */
const namingOf = (said: string): string => /^(.*?)(?:\s(?:to|into|because|due to|إلى|الى|بسبب|لأن)\s|[:：]\s|$)/su.exec(said)?.[1] ?? said

/** Whether a sentence names one activity so that no other is meant: enough words of its title, or its day where no name is said beside it. */
function isSurely(asked: Asked, a: Activity, byName: boolean): boolean {
  if (byName) return nearest(asked.text, [a], titlesOf).some(n => n.surely)
  const naming = namingOf(asked.text)
  return !leading.test(naming) || (wantedIn(naming.replace(leading, ''))?.telling ?? 0) === 0
}
/** The verb of what is to be done, and the field it is done to. */
const leading =
  /^(?:please\s+)?(?:withdraw|cancel|delete|remove|drop|edit|change|update|move|reschedule|postpone|correct|rename|pull|scrap|اسحب|اسحبوا|سحب|ألغ|ألغوا|إلغاء|احذف|احذفوا|حذف|عدّ?ل|عدّ?لوا|تعديل|غيّ?ر|غيّ?روا|تغيير|انقل|انقلوا|أجّ?ل|أجّ?لوا)(?=\s|$)/iu

/** That the one that is named is another organization's, whose it is and that they alone change it; null where one of one's own may be meant. */
async function othersOwn(turn: Turn, asked: Asked, own: Activity[]): Promise<View | null> {
  const naming = namingOf(asked.text)
  const mine = Math.max(0, ...nearest(asked.text, own, titlesOf).map(n => n.score))
  const others = (await activitiesDb.planned(turn.db, turn.reader)).filter(a => a.ownerId !== turn.reader.organizationId)
  const [near, ...more] = nearest(naming, others, titlesOf)
  if (!near?.surely || near.score <= mine || more.length > 0) return null
  const { speak } = turn
  const a = near.thing
  return view(turn.language, [
    notice(
      'info',
      speak.say('activity.ofOthers', { title: speak.pick(a.title), reference: a.reference, organization: nameOf(turn, a.ownerId) }),
    ),
    actions([button(speak, 'activity.open', 'activity.open', { id: a.id }), button(speak, 'activity.allOfOurs', 'activity.page', {})]),
  ])
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
