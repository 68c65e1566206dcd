/** Requests made from what an activity says its owner needs: once for each need, closed where it is taken out or the activity is withdrawn. */

import { Temporal } from 'temporal-polyfill'
import * as outbox from '../../db/outbox.ts'
import * as people from '../../db/people.ts'
import * as supportDb from '../../db/support.ts'
import { boundsOf, firstDayOf } from '../activities/when.ts'
import { make } from '../delivery/promise.ts'
import { list, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { OnEvents } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import { isOpen, kindOfNeed, type SupportRequest } from '../model/support.ts'
import type { View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { kindsIn } from './fields.ts'
import { add, atCentre, changeNow, onLeft, tellNew, tellOf } from './keep.ts'
import { withdrawAsk } from './partner.ts'
import { whatOf } from './show.ts'

/** What a need is: the list's own, else what its words say, else another. */
const kindOf = (need: string) => kindOfNeed[need] ?? kindsIn(need)[0] ?? 'other'

/** The day it is needed: that of the activity, and today where it has begun. */
function dueOf(scene: Scene, a: Activity): string {
  const day = firstDayOf(a.when, scene.network.settings.zone)
  if (day > today(scene)) return day
  return today(scene)
}

/** What an activity says now is what is asked for: `before` is how it stood, where it was changed. */
async function follow(scene: Scene, a: Activity, by: string, before: Activity | null): Promise<void> {
  const over = Temporal.Instant.compare(boundsOf(a.when, scene.network.settings.zone).endsAt, scene.now) <= 0
  const had = await supportDb.ofActivity(scene.db, scene.network.id, a.id)
  const closed = await close(
    scene,
    had.filter(r => r.need !== null && isOpen(r.state) && !a.needs.includes(r.need)),
    by,
  )
  await move(
    scene,
    had.filter(r => !closed.some(c => c.id === r.id)),
    a,
    by,
    before,
  )
  const made: SupportRequest[] = []
  if (!over && a.lifecycle === 'planned')
    for (const need of a.needs) {
      // What was asked for once is not asked for again, but where it was taken out and is put in again.
      const asked = had.filter(r => r.need === need)
      if (asked.some(r => r.state !== 'withdrawn') || (asked.length > 0 && before?.needs.includes(need) !== false)) continue
      const request = await ask(scene, a, need, by)
      if (request) made.push(request)
    }
  await say(scene, by, a, made, closed)
}

async function ask(scene: Scene, a: Activity, need: string, by: string): Promise<SupportRequest | null> {
  const writer = await people.member(scene.db, scene.network, by)
  const made = await add(scene, by, {
    id: scene.ids(),
    kind: kindOf(need),
    details: null,
    activityId: a.id,
    need,
    dueOn: dueOf(scene, a),
    urgent: false,
    organizationId: a.ownerId,
    memberId: writer?.organizationId === a.ownerId ? writer.id : a.contactId,
  })
  if (made) await tellNew(scene, made, by)
  return made
}

/** Needed no more: whoever had it is told, and every card says so. */
async function close(scene: Scene, some: readonly SupportRequest[], by: string): Promise<SupportRequest[]> {
  const closed: SupportRequest[] = []
  for (const r of some) {
    const after = await changeNow(scene, by, r.id, 'withdrawn', { state: 'withdrawn', settledAt: scene.now, settledBy: by || null })
    if (!after) continue
    await withdrawAsk(scene, r)
    closed.push(after)
    if (r.ownerId)
      await tellOf(
        scene,
        (await atCentre(scene, after)).filter(m => m.id !== by),
        after,
        { key: 'support.neededNoMore' },
        { once: 'withdrawn' },
      )
  }
  return closed
}

/** An activity that is moved takes along what was due on its day; one that is handed over, what was asked for it. */
async function move(scene: Scene, some: readonly SupportRequest[], a: Activity, by: string, before: Activity | null): Promise<void> {
  if (!before) return
  const zone = scene.network.settings.zone
  const moved = firstDayOf(before.when, zone) !== firstDayOf(a.when, zone)
  for (const r of some.filter(r => isOpen(r.state))) {
    const dueOn = moved && r.dueOn === firstDayOf(before.when, zone) ? dueOf(scene, a) : r.dueOn
    const owner =
      r.organizationId === before.ownerId && before.ownerId !== a.ownerId ? { organizationId: a.ownerId, memberId: a.contactId } : {}
    if (dueOn === r.dueOn && Object.keys(owner).length === 0) continue
    const after = await changeNow(scene, by, r.id, 'changed', { dueOn, ...owner })
    if (after && dueOn !== r.dueOn && r.ownerId)
      await tellOf(
        scene,
        (await atCentre(scene, after)).filter(m => m.id !== by),
        after,
        { key: 'support.dueMoved', values: speak => ({ day: speak.day(dueOn) }) },
        { once: `moved:${after.version}` },
      )
  }
}

type Asked = { title: Activity['title']; made: readonly SupportRequest[]; closed: readonly SupportRequest[] }
/** What was said in a transaction so far: a list of activities that is added at once is answered in one message. */
const said = new WeakMap<Scene, { promise: string; by: string; all: Asked[] }>()

/** Whoever wrote the activity reads the numbers in one line, behind the answer to what they wrote. */
async function say(
  scene: Scene,
  by: string,
  a: Activity,
  made: readonly SupportRequest[],
  closed: readonly SupportRequest[],
): Promise<void> {
  if (made.length + closed.length === 0 || !by) return
  const [account] = await people.reachable(scene.db, scene.network.id, [by])
  const member = account && (await people.member(scene.db, scene.network, by))
  if (!account || !member) return
  const asked: Asked = { title: a.title, made, closed }
  const had = said.get(scene)
  if (had?.by === by) {
    had.all.push(asked)
    if (await outbox.instead(scene.db, scene.network.id, had.promise, { view: numbersView(scene.voice(member.language), had.all) })) return
  }
  const shown = numbersView(scene.voice(member.language), [asked])
  const row = { op: 'send' as const, ...account.account, memberId: by, place: account.directPlace, onlyTo: null, view: shown }
  // It belongs to the answer of what was just written: at once, whoever stands in for them.
  const promise = await make(scene, { ...row, subject: null, dedupe: null, notBefore: scene.now, card: null }, false)
  if (promise) said.set(scene, { promise, by, all: [asked] })
}

function numbersView(speak: Speak, all: readonly Asked[]): View {
  const numbers = (some: readonly SupportRequest[]) =>
    list(some.map(r => ({ text: speak.say('support.line', { reference: r.reference, _kind: whatOf(speak, r) }) })))
  return view(
    speak.language,
    all.flatMap(({ title, made, closed }) => [
      ...(made.length > 0 ? [text(speak.say('support.madeOf', { n: made.length, title: speak.pick(title) })), numbers(made)] : []),
      ...(closed.length > 0 ? [text(speak.say('support.closedOf', { title: speak.pick(title) })), numbers(closed)] : []),
    ]),
  )
}

export const onEvents: OnEvents = {
  'activity.submitted': (scene, e) => follow(scene, e.activity, e.by, null),
  'activity.changed': (scene, e) => follow(scene, e.activity, e.by, e.before),
  async 'activity.withdrawn'(scene, e) {
    const open = (await supportDb.ofActivity(scene.db, scene.network.id, e.activity.id)).filter(r => isOpen(r.state))
    await say(scene, e.by, e.activity, [], await close(scene, open, e.by))
  },
  'member.left': (scene, e) => onLeft(scene, e.memberId),
}
