/** Calendar files handed over in chat: of one activity, for anybody who may see it, and of the next meeting. */
import * as activitiesDb from '../../db/activities.ts'
import * as changesDb from '../../db/changes.ts'
import { meant } from '../activities/meant.ts'
import { keepFile } from '../delivery/files.ts'
import { text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { nextMeeting } from '../meetings/occurrences.ts'
import { type Activity, when as whenSchema } from '../model/activity.ts'
import type { View } from '../model/view.ts'
import type { File } from '../time/ics.ts'
import { byWords } from '../understanding/by-words.ts'
import { activityFile } from './activity.ts'
import { meetingFile } from './meeting.ts'

/** How far ahead an activity is looked for by words of its title, in days. */
const ahead = 366

/** What of the text names an activity: its number, or words of its title. */
export async function namedIn(turn: Turn, asked: Asked): Promise<{ all: Activity[]; named: boolean }> {
  const all = await activitiesDb.inWindow(turn.db, turn.reader, { start: turn.now, end: turn.now.add({ hours: 24 * ahead }) })
  const named =
    !!asked.meaning.arguments.reference || byWords(asked.text, all, a => [a.title.ar, a.title.en].filter(t => t !== undefined)).length > 0
  return { all, named }
}

export async function giveActivity(turn: Turn, asked: Asked, all: Activity[]): Promise<Answer> {
  const found = await meant(turn, asked, 'calendar.add', { among: all })
  return 'answer' in found ? found.answer : { views: [await handed(turn, found.activity)] }
}

export async function addPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
  return { views: [a ? await handed(turn, a) : warn(turn.speak, 'activity.notFound')] }
}

async function handed(turn: Turn, a: Activity): Promise<View> {
  const made = (await changesDb.ofSeveral(turn.db, turn.network.id, 'activity', [a.id])).get(a.id) ?? []
  // What it was while it was not for everybody stays between those who knew.
  const earlier = made.flatMap(c => (c.before?.visibility === 'centre' ? [] : (whenSchema.safeParse(c.before?.when).data ?? [])))
  return give(turn, activityFile(a, turn, { now: turn.now, language: turn.language, earlier }), turn.speak.pick(a.title))
}

export async function giveMeeting(turn: Turn): Promise<Answer> {
  const m = await nextMeeting(turn)
  if (!m) return { views: [warn(turn.speak, 'meeting.none')] }
  const title = turn.speak.say('calendar.meeting', { network: turn.speak.pick(turn.network.name) })
  return { views: [await give(turn, meetingFile(turn, m, turn.language, 'REQUEST'), title)] }
}

async function give(turn: Turn, file: File, title: string): Promise<View> {
  const part = await keepFile(turn, { ...file, reader: turn.reader.memberId })
  return view(turn.language, [text(turn.speak.say('calendar.file', { title })), part])
}
