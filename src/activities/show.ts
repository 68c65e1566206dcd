/** How an activity is shown: in a line of a list, and whole on a card. The same everywhere, so that people recognise it. */

import { button, facts, heading, notice } from '../dialogue/say.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import type { Activity } from '../model/activity.ts'
import type { Organization } from '../model/people.ts'
import type { Action, Part } from '../model/view.ts'
import { listNames, listSaid } from './lists.ts'
import { cityBeside } from './place.ts'

/** The reader's voice and the names it needs. */
export type Voice = { speak: Speak; organizations: readonly Organization[] }

export const nameOf = (voice: Voice, organizationId: string): string => {
  const o = voice.organizations.find(x => x.id === organizationId)
  return o ? voice.speak.pick(o.name) : organizationId
}

/** A partner by name; one that has not answered its invitation is no partner yet. */
const partnerOf = (activity: Activity, voice: Voice, id: string, invited: Key): string => {
  const name = nameOf(voice, id)
  return activity.invitedIds?.includes(id) ? voice.speak.say(invited, { name }) : name
}

/** On the card of what was held, wherever that is shown: a press of the wing that tells stories. */
export const storyButton = (speak: Speak, activity: Pick<Activity, 'id'>): Action =>
  button(speak, 'activity.tellStory', 'story.of', { id: activity.id }, { opensForm: true })

/** What stands beside a title where it matters: tentative, embargoed, late, returned, postponed. */
export function marks(activity: Activity, speak: Speak): string[] {
  const out: string[] = []
  if (activity.lifecycle !== 'planned') out.push(speak.say('activity.lifecycle', { _lifecycle: activity.lifecycle }))
  if (activity.certainty !== 'confirmed') out.push(speak.say('activity.certainty', { _certainty: activity.certainty }))
  if (activity.visibility === 'centre')
    out.push(
      activity.embargoUntil
        ? speak.say('activity.embargoed', { until: speak.instant(activity.embargoUntil) })
        : speak.say('activity.centreOnly'),
    )
  if (activity.late) out.push(speak.say('activity.late'))
  if (activity.review === 'returned') out.push(speak.say('activity.returned'))
  return out
}

/** A line: the title; and under it its reference (first, where no line end can break it), when, where, whose, and marks. `under` is the day that a heading above it names. */
export function lineOf(
  activity: Activity,
  voice: Voice,
  how: { owner?: boolean; under?: string | null } = {},
): { text: string; detail: string } {
  const { speak } = voice
  const owners = [
    nameOf(voice, activity.ownerId),
    ...activity.partnerIds.map(id => partnerOf(activity, voice, id, 'activity.invitedShort')),
  ]
  const rest = [
    isolate(activity.reference),
    how.under ? speak.onDay(activity.when, how.under) : speak.shortWhen(activity.when),
    activity.venue ? isolate(speak.venue(activity.venue)) : null,
    how.owner === false ? null : owners.length > 1 ? speak.list(owners) : owners[0],
    ...marks(activity, speak),
  ]
  return { text: speak.pick(activity.title), detail: rest.filter(Boolean).join(' · ') }
}

/** Everything of it that is said to `voice`; `own` adds what belongs to the owner's organization and the centre. */
export function partsOf(activity: Activity, voice: Voice, own: boolean): Part[] {
  const { speak } = voice
  const hijri = speak.whenHijri(activity.when)
  const out: Part[] = [heading(speak.pick(activity.title))]
  if (activity.review === 'returned' && own)
    out.push(notice('warning', speak.say('activity.returnedWith', { note: activity.reviewNote ?? '' })))
  const other = speak.language === 'ar' ? activity.title.en : activity.title.ar
  out.push(
    facts([
      [speak.say('activity.reference'), activity.reference],
      [speak.say('activity.otherTitle'), other && other !== speak.pick(activity.title) ? other : null],
      [speak.say('activity.when'), speak.when(activity.when)],
      [speak.say('activity.hijri'), hijri],
      [speak.say('activity.venue'), activity.venue && speak.venue(activity.venue)],
      [speak.say('activity.city'), cityBeside(activity)],
      [speak.say('activity.kind'), speak.say('activity.kinds', { _kind: activity.kind })],
      [speak.say('activity.patron'), activity.patron],
      [speak.say('activity.spokesperson'), activity.spokesperson],
      [speak.say('activity.owner'), nameOf(voice, activity.ownerId)],
      [
        speak.say('activity.partners'),
        activity.partnerIds.length + activity.otherPartners.length > 0
          ? speak.list([...activity.partnerIds.map(id => partnerOf(activity, voice, id, 'activity.invited')), ...activity.otherPartners])
          : null,
      ],
      [speak.say('activity.summary'), speak.pick(activity.summary) || null],
      [speak.say('activity.significance'), activity.significance],
      // What is asked of the centre is between the two.
      ...listNames.map(l => [speak.say(`activity.${l}`), l !== 'needs' || own ? listSaid(speak, l, activity[l]) : null] as const),
      [speak.say('activity.status'), marks(activity, speak).join(' · ') || speak.say('activity.certainty', { _certainty: 'confirmed' })],
      [speak.say('activity.notes'), own ? activity.notes : null],
    ]),
  )
  return out
}
