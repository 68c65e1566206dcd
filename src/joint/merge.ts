/** Merging two activities that are the same: suggested to the coordinators, or begun by one from a card. One is withdrawn into the other, and its owner becomes a partner. */
import * as activitiesDb from '../../db/activities.ts'
import * as asksDb from '../../db/asks.ts'
import { centre } from '../activities/eyes.ts'
import { meant } from '../activities/meant.ts'
import { lineOf, nameOf } from '../activities/show.ts'
import { recordActivity } from '../activities/submit.ts'
import { boundsOf } from '../activities/when.ts'
import { isOver, seenByCentre } from '../activities/withdraw.ts'
import { close, put, toCoordinators, writers } from '../delivery/ask.ts'
import { tell } from '../delivery/promise.ts'
import { actions, button, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import type { Question } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { referencesIn } from '../understanding/arguments.ts'
import { alike, nearDays, nearness } from './alike.ts'

const hoursOfDays = (days: number) => ({ hours: days * 24 })
/** How far around an activity the centre looks for the one it is the same as, in days. */
const around = 14
/** Lines of that list. */
const shown = 8

/** The two of a question's subject, `<id>:<id>`; the one submitted first is named first. */
async function pairOf(scene: Scene, subject: string): Promise<[Activity, Activity] | null> {
  const [first, second] = await activitiesDb.byIds(scene.db, centre(scene), subject.split(':'))
  return first && second ? [first, second] : null
}

const stands = (a: Activity): boolean => a.lifecycle !== 'withdrawn' && a.lifecycle !== 'cancelled'

const keeping = (keep: 0 | 1) => ({
  label: keep === 0 ? ('joint.keepFirst' as const) : ('joint.keepSecond' as const),
  said: keep === 0 ? ('joint.keptFirst' as const) : ('joint.keptSecond' as const),
  async does(turn: Turn, ask: asksDb.Ask): Promise<Answer> {
    const pair = await pairOf(turn, ask.subject)
    return pair ? { views: [await merge(turn, pair[1 - keep] as Activity, pair[keep])] } : {}
  },
})

export const sameQuestion: Question = {
  kind: 'joint.same',
  async show(scene, ask) {
    const pair = await pairOf(scene, ask.subject)
    if (!pair) return null
    return speak => ({
      parts: [
        heading(speak.say('joint.maybeSame')),
        list(pair.map(a => lineOf(a, { speak, organizations: scene.organizations }))),
        text(speak.say('joint.mergeHow'), 'subtle'),
      ],
      values: { first: pair[0].reference, second: pair[1].reference },
    })
  },
  answers: { first: keeping(0), second: keeping(1), apart: { label: 'joint.apart', said: 'joint.saidApart' } },
}

/** Asks the coordinators of every activity that may be the same as this one; a pair is asked about once. */
export async function suggestSame(scene: Scene, a: Activity): Promise<void> {
  if (!stands(a)) return
  const { zone } = scene.network.settings
  const { startsAt, endsAt } = boundsOf(a.when, zone)
  const days = hoursOfDays(nearDays)
  const near = await activitiesDb.inWindow(scene.db, centre(scene), { start: startsAt.subtract(days), end: endsAt.add(days) })
  for (const other of near) {
    if (other.id === a.id || !alike(a, other, zone)) continue
    const subject = [a, other]
      .sort((x, y) => (x.reference < y.reference ? -1 : 1))
      .map(x => x.id)
      .join(':')
    if ((await asksDb.about(scene.db, scene.network.id, sameQuestion.kind, subject)).length > 0) continue
    await put(scene, sameQuestion, { ...toCoordinators, subject, expiresAt: endsAt })
  }
}

/** One of two is gone: whether they are the same is no question any more. */
export async function nothingToMerge(scene: Scene, a: Activity): Promise<void> {
  await close(scene, sameQuestion, `${a.id}:%`)
  await close(scene, sameQuestion, `%:${a.id}`)
}

/**
 * Withdraws `gone` into `kept`: its owner and its accepted partners become accepted partners of `kept`, those who were only named are named there. Both
 * owners are told. What the coordinator is shown comes back.
 */
export async function merge(turn: Turn, gone: Activity, kept: Activity): Promise<View> {
  const { db, network, now } = turn
  if (!stands(gone) || !stands(kept))
    return warn(turn.speak, 'activity.alreadyWithdrawn', { reference: (stands(gone) ? kept : gone).reference })
  const withdrawn = { lifecycle: 'withdrawn' as const, lifecycleReason: kept.reference, changedAt: now, ...seenByCentre(gone) }
  for (const [a, set] of [
    [gone, withdrawn],
    [kept, { changedAt: now }],
  ] as const)
    if (!(await activitiesDb.change(db, network.id, a.id, a.version, set))) throw new Error(`${a.reference} changed while it was merged`)
  const joining = (await activitiesDb.partnersOf(db, network.id, gone.id)).filter(p => p.state !== 'declined')
  for (const p of [...joining, { organizationId: gone.ownerId, state: 'accepted' as const }])
    if (p.organizationId !== kept.ownerId) await activitiesDb.setPartner(db, network.id, kept.id, p.organizationId, p.state)
  // They are partners of the other one now, and not told of a withdrawal.
  await activitiesDb.setPartners(db, network.id, gone.id, [])
  const after = (await activitiesDb.byId(db, turn.reader, kept.id)) ?? kept
  await recordActivity(turn, gone, 'merged', { lifecycle: gone.lifecycle }, { lifecycle: 'withdrawn', into: kept.reference })
  await recordActivity(turn, kept, 'merged', { partnerIds: kept.partnerIds }, { partnerIds: after.partnerIds, from: gone.reference })
  await turn.emit({ kind: 'activity.withdrawn', activity: { ...gone, ...withdrawn }, by: turn.member.id })
  await turn.emit({ kind: 'activity.changed', activity: after, by: turn.member.id, before: kept })
  await tellMerged(turn, gone, kept)
  return view(turn.language, [
    notice('good', turn.speak.say('joint.merged', { gone: gone.reference, kept: kept.reference, title: turn.speak.pick(kept.title) })),
    actions([button(turn.speak, 'activity.open', 'activity.open', { id: kept.id })]),
  ])
}

async function tellMerged(turn: Turn, gone: Activity, kept: Activity): Promise<void> {
  const owners = await writers(turn, [...new Set([gone.ownerId, kept.ownerId])])
  await tell(
    turn,
    owners.filter(m => m.id !== turn.member.id),
    (language, m) => {
      const speak = turn.voice(language)
      const voice = { speak, organizations: turn.organizations }
      const key = m.organizationId === kept.ownerId ? 'joint.mergedIntoYours' : 'joint.mergedYours'
      return view(language, [
        text(
          speak.say(key, {
            gone: gone.reference,
            goneTitle: speak.pick(gone.title),
            goneOwner: nameOf(voice, gone.ownerId),
            kept: kept.reference,
            keptTitle: speak.pick(kept.title),
            keptOwner: nameOf(voice, kept.ownerId),
          }),
        ),
        actions([button(speak, 'activity.open', 'activity.open', { id: kept.id })]),
      ])
    },
  )
}

/** The two a coordinator may merge as they were shown; else why not. */
export async function mayMerge(turn: Turn, args: Record<string, string>): Promise<{ gone: Activity; kept: Activity } | { refused: View }> {
  if (!holds(turn.reader, 'coordinator')) return { refused: onlyFor(turn.speak, 'coordinator') }
  const [gone, kept] = await activitiesDb.byIds(turn.db, turn.reader, [args.id ?? '', args.into ?? ''])
  if (!gone || !kept) return { refused: warn(turn.speak, 'activity.notFound') }
  for (const a of [gone, kept])
    if (!stands(a)) return { refused: warn(turn.speak, 'activity.alreadyWithdrawn', { reference: a.reference }) }
  if (isOver(turn, gone))
    return { refused: warn(turn.speak, 'activity.over', { reference: gone.reference, title: turn.speak.pick(gone.title) }) }
  return { gone, kept }
}

/** "Same as another": what lies around it, the likest first. */
export async function alikePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
  if (!a) return { views: [warn(speak, 'activity.notFound')] }
  const { startsAt, endsAt } = boundsOf(a.when, turn.network.settings.zone)
  const days = hoursOfDays(around)
  const near = (await activitiesDb.inWindow(turn.db, turn.reader, { start: startsAt.subtract(days), end: endsAt.add(days) }))
    .filter(other => other.id !== a.id)
    .map(other => ({ other, share: nearness(a.title, other.title) }))
    .sort((x, y) => y.share - x.share)
    .slice(0, shown)
  if (near.length === 0) return { views: [view(turn.language, [notice('info', speak.say('joint.noneNear'))])] }
  return {
    views: [
      view(turn.language, [
        heading(speak.say('joint.sameAs', { reference: a.reference, title: speak.pick(a.title) })),
        list(
          near.map(({ other }) => ({
            ...lineOf(other, turn),
            actions: [button(speak, 'joint.mergeInto', 'joint.merge', { id: a.id, into: other.id })],
          })),
        ),
      ]),
    ],
  }
}

/** "Merge A-2026-0012 into A-2026-0010"; of one number what lies around it, of none whichever is meant. */
export async function mergeCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const [first, second] = referencesIn(asked.text)
  if (first && second) {
    const [gone, kept] = [
      await activitiesDb.byReference(turn.db, turn.reader, first),
      await activitiesDb.byReference(turn.db, turn.reader, second),
    ]
    return mergePress(turn, { id: gone?.id ?? '', into: kept?.id ?? '' })
  }
  const found = await meant(turn, asked, 'joint.alike', {
    label: 'activity.merge',
    among: await activitiesDb.planned(turn.db, turn.reader),
  })
  return 'answer' in found ? found.answer : alikePress(turn, { id: found.activity.id })
}

export async function mergePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await mayMerge(turn, args)
  if ('refused' in found) return { views: [found.refused] }
  const { gone, kept } = found
  const { speak } = turn
  return {
    views: [
      view(turn.language, [
        text(speak.say('joint.mergeSure', { gone: gone.reference, kept: kept.reference }), 'strong'),
        list([gone, kept].map(a => lineOf(a, turn))),
        text(speak.say('joint.mergeHow'), 'subtle'),
        actions([
          button(
            speak,
            'joint.mergeYes',
            'joint.merge.yes',
            { id: gone.id, into: kept.id, versions: `${gone.version}:${kept.version}` },
            { style: 'primary' },
          ),
          // Which of the two stays is seldom said clearly.
          button(speak, 'joint.otherWay', 'joint.merge', { id: kept.id, into: gone.id }),
        ]),
      ]),
    ],
  }
}

export async function mergeYesPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await mayMerge(turn, args)
  if ('refused' in found) return { views: [found.refused] }
  const { gone, kept } = found
  const [gv, kv] = (args.versions ?? '').split(':')
  for (const [a, v] of [
    [gone, gv],
    [kept, kv],
  ] as const)
    if (String(a.version) !== v) return { views: [warn(turn.speak, 'activity.changedMeanwhile', { reference: a.reference })] }
  return { replace: await merge(turn, gone, kept) }
}
