/** A member's calendar as it is fetched: what they may see at that moment, from the previous month to a year ahead, and the meetings with it. */
import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as calendarDb from '../../db/calendar.ts'
import type { Database } from '../../db/client.ts'
import * as meetings from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Feed } from '../model/feed.ts'
import type { Language, Member } from '../model/people.ts'
import { type Entry, icsOf, mimeOf } from '../time/ics.ts'
import { addMonths, dayOf, monthOf, monthWindow } from '../time/zone.ts'
import { activityEntries } from './activity.ts'
import { meetingEntry } from './meeting.ts'

/** Months shown: the previous one, this one, and a year ahead. */
const months = 14
/** How long what was taken out stays as cancelled, in days: calendars that are opened seldom learn of it too. */
const cancelledDays = 60
/** How often a calendar should look again, in minutes. Google and Outlook look when they will. */
const refreshMinutes = 60

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Whose address this is; found before the network is known. */
export const ownerOf = (db: Database, secret: string) => calendarDb.byHash(db, hashOf(secret))

/** What stands in the calendar of a member, in their language; null where they left, or may see nothing. */
export type Contents = { entries: Entry[]; name: string; language: Language; stamp: Temporal.Instant }

export async function contentsOf(scene: Scene, memberId: string): Promise<Contents | null> {
  const member = await people.member(scene.db, scene.network, memberId)
  if (!member?.active || member.roles.length === 0) return null
  const { zone } = scene.network.settings
  const speak = scene.voice(member.language)
  const span = monthWindow(zone, addMonths(monthOf(dayOf(zone, scene.now)), -1), months)
  const reader = readerOf(scene, member)
  const since = scene.now.subtract({ hours: 24 * cancelledDays })
  const activities = await activitiesDb.forCalendar(scene.db, reader, span, since)
  const voice = { speak, organizations: scene.organizations }
  return {
    entries: [
      ...(await meetings.between(scene.db, scene.network.id, span)).map(m => meetingEntry(scene, m, speak)),
      ...activities.flatMap(a => activityEntries(a, voice)),
    ],
    name: speak.pick(scene.network.name),
    language: member.language,
    stamp: scene.now,
  }
}

const readerOf = (scene: Scene, m: Member) => ({
  networkId: scene.network.id,
  memberId: m.id,
  organizationId: m.organizationId,
  roles: m.roles,
  now: scene.now,
})

/** Put together outside any transaction: thousands of entries take their time. */
export function feedOf({ entries, name, language, stamp }: Contents): Feed {
  const bytes = icsOf(entries, { stamp, language, name, refreshMinutes })
  // When it was made is the one thing that differs each time.
  const lasting = new TextDecoder().decode(bytes).replace(/^DTSTAMP:.*\r\n/gm, '')
  return { bytes, mime: mimeOf(), etag: `W/"${createHash('sha256').update(lasting).digest('base64url').slice(0, 27)}"` }
}
