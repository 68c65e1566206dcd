/** What a reminder looks like, before and after the organization has answered. Every copy of it is known by its meeting and organization. */
import type { Temporal } from 'temporal-polyfill'
import type { Answered } from '../../db/meetings.ts'
import { lineOf } from '../activities/show.ts'
import { actions, button, facts, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Language, Member, Organization } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import { monthsName } from '../plan/show.ts'
import { dayOf } from '../time/zone.ts'
import { type Meeting, windowOf } from './occurrences.ts'
import { daysUntil, nextMorning } from './schedule.ts'

/** Lines of what an organization has, on one card. */
const mostLines = 8

/** Under which all copies of an organization's reminders for a meeting stand. */
export const cardSubject = (meetingId: string, organizationId: string): string => `reminder:${meetingId}:${organizationId}`

export const isOver = (at: Temporal.Instant, now: Temporal.Instant): boolean => at.epochMilliseconds <= now.epochMilliseconds

/** The day of a meeting in words, without its time. */
export const dayName = (scene: Scene, speak: Speak, m: Pick<Meeting, 'startsAt'>): string =>
  speak.day(dayOf(scene.network.settings.zone, m.startsAt))

/** "today", "tomorrow", "in 5 days" */
export const daysLeft = (scene: Scene, speak: Speak, at: Temporal.Instant): string =>
  speak.say('meeting.daysLeft', { n: Math.max(0, daysUntil(scene.network.settings.zone, scene.now, at)) })

export const deadlineText = (scene: Scene, speak: Speak, m: Pick<Meeting, 'deadlineAt'>): string =>
  isOver(m.deadlineAt, scene.now)
    ? speak.say('meeting.deadlinePassed', { at: speak.instant(m.deadlineAt) })
    : speak.say('meeting.deadlineIn', { at: speak.instant(m.deadlineAt), _left: daysLeft(scene, speak, m.deadlineAt) })

/** When, where, what it covers, until when. */
export function meetingFacts(scene: Scene, speak: Speak, m: Meeting): Part {
  const { settings } = scene.network
  const hijri = (at: Temporal.Instant) => speak.hijri(dayOf(settings.zone, at))
  return facts([
    [speak.say('meeting.when'), speak.instant(m.startsAt)],
    [speak.say('meeting.hijri'), hijri(m.startsAt)],
    [speak.say('meeting.place'), speak.pick(settings.meeting.place) || null],
    [speak.say('meeting.link'), settings.meeting.link],
    [speak.say('meeting.covers'), monthsName(windowOf(scene, m).months, speak)],
    [speak.say('meeting.deadline'), deadlineText(scene, speak, m)],
    [speak.say('meeting.deadlineHijri'), hijri(m.deadlineAt)],
  ])
}

/** The buttons with which an organization that owes an answer gives it. */
export function answering(scene: Scene, speak: Speak, m: Meeting, has: number, how: { snooze: boolean }): Action[] {
  const args = { meeting: m.id }
  const morning = nextMorning(scene.calendar, scene.now)
  return [
    button(speak, 'meeting.submit', 'meeting.submit', args, { style: 'primary' }),
    has > 0
      ? button(speak, 'meeting.all', 'meeting.nil', { ...args, kind: 'all' })
      : button(speak, 'meeting.nil', 'meeting.nil', { ...args, kind: 'nil' }),
    ...(how.snooze && morning.epochMilliseconds < m.deadlineAt.epochMilliseconds
      ? [button(speak, 'meeting.snooze', 'meeting.snooze', args)]
      : []),
  ]
}

/** What the organization has in the window, some of it in lines and the rest in a number. */
export function had(scene: Scene, speak: Speak, has: Activity[]): Part[] {
  if (has.length === 0) return [text(speak.say('meeting.hasNone'))]
  const voice = { speak, organizations: scene.organizations }
  return [
    text(speak.say('meeting.has', { n: has.length })),
    list(has.slice(0, mostLines).map(a => lineOf(a, voice, { owner: false }))),
    ...(has.length > mostLines ? [text(speak.say('meeting.hasMore', { n: has.length - mostLines }), 'subtle')] : []),
  ]
}

export function reminderView(scene: Scene, language: Language, m: Meeting, has: Activity[], how: { snooze?: Temporal.Instant } = {}): View {
  const speak = scene.voice(language)
  const day = dayName(scene, speak, m)
  const title = isOver(m.deadlineAt, scene.now)
    ? speak.say('meeting.remindLate', { day })
    : speak.say('meeting.remind', { day, _left: daysLeft(scene, speak, m.deadlineAt) })
  return view(
    language,
    [
      heading(title),
      meetingFacts(scene, speak, m),
      ...had(scene, speak, has),
      ...(how.snooze ? [notice('info', speak.say('meeting.snoozed', { at: speak.instant(how.snooze) }))] : []),
      actions(answering(scene, speak, m, has.length, { snooze: how.snooze === undefined })),
    ],
    title,
  )
}

/** The one sentence that says how an organization answered, who gave the answer and when. */
export function answeredText(scene: Scene, speak: Speak, organization: Organization, how: Answered, by: Member | null): string {
  const centre = by && by.organizationId !== organization.id ? scene.organizations.find(o => o.id === by.organizationId) : null
  const name = by ? speak.pick(by.name) : ''
  return speak.say('meeting.answeredBy', {
    _answer: how.answer,
    organization: speak.pick(organization.name),
    name: centre ? speak.say('meeting.nameOf', { name, organization: speak.pick(centre.name) }) : name,
    at: speak.instant(how.at),
  })
}

/** A reminder's card after its organization answered. */
export function answeredView(
  scene: Scene,
  language: Language,
  m: Meeting,
  organization: Organization,
  how: Answered,
  by: Member | null,
): View {
  const speak = scene.voice(language)
  return view(language, [
    heading(speak.say('meeting.name', { day: dayName(scene, speak, m) })),
    notice('good', answeredText(scene, speak, organization, how, by)),
    ...(isOver(m.startsAt, scene.now)
      ? []
      : [
          text(speak.say('meeting.canChange', { at: speak.instant(m.deadlineAt) }), 'subtle'),
          actions([button(speak, 'meeting.submit', 'meeting.submit', { meeting: m.id })]),
        ]),
  ])
}
