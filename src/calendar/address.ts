/** The secret address at which a member's calendar is fetched: made, shown once, replaced, revoked. Only its SHA-256 is kept. */
import * as calendarDb from '../../db/calendar.ts'
import { actions, button, heading, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import { feedPath } from '../model/feed.ts'
import type { View } from '../model/view.ts'
import { hashOf } from './feed.ts'

/** The address is shown when it is made; afterwards, that there is one. */
export async function addressView(turn: Turn): Promise<View> {
  const { db, network, reader, speak } = turn
  if (!turn.outside) return warn(speak, 'calendar.noPublicUrl')
  const made = await calendarDb.madeAt(db, network.id, reader.memberId)
  if (!made) return newAddress(turn)
  return view(turn.language, [
    heading(speak.say('calendar.address')),
    text(speak.say('calendar.has', { at: speak.instant(made) })),
    actions([button(speak, 'calendar.new', 'calendar.new'), button(speak, 'calendar.revoke', 'calendar.revoke', {}, { style: 'danger' })]),
  ])
}

/** Makes one; the one before it leads nowhere from then on. */
export async function newAddress(turn: Turn): Promise<View> {
  const { db, network, reader, speak, now, outside } = turn
  if (!outside) return warn(speak, 'calendar.noPublicUrl')
  const secret = outside.secret()
  await calendarDb.put(db, { networkId: network.id, memberId: reader.memberId, hash: hashOf(secret), madeAt: now })
  return view(
    turn.language,
    [
      heading(speak.say('calendar.address')),
      { kind: 'text', text: `${outside.publicUrl}${feedPath(secret)}`, tone: 'normal', once: true },
      text(speak.say('calendar.how')),
      notice('warning', speak.say('calendar.keep')),
      actions([button(speak, 'calendar.revoke', 'calendar.revoke')]),
    ],
    speak.say('calendar.address'),
  )
}

export async function revokeAddress(turn: Turn): Promise<Answer> {
  const there = await calendarDb.revoke(turn.db, turn.network.id, turn.reader.memberId)
  return { replace: view(turn.language, [notice('info', turn.speak.say(there ? 'calendar.revoked' : 'calendar.noneToRevoke'))]) }
}

/** Who left, and comes back one day, makes a new one. */
export async function onLeft(scene: Scene, event: { memberId: string }): Promise<void> {
  await calendarDb.revoke(scene.db, scene.network.id, event.memberId)
}
