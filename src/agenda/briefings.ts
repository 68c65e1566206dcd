/** Briefings as cards: what the asker sees of theirs, what the centre decides, and who is told of it. */
import type { Briefing } from '../../db/agenda.ts'
import * as agendaDb from '../../db/agenda.ts'
import * as meetingsDb from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { nameOf } from '../activities/show.ts'
import { writers } from '../delivery/ask.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { actions, button, facts, notice, text, view, warn } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import { dayName } from '../meetings/cards.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import type { Member, Reader } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import { agendaOf, briefingKey, minutesOf } from './agenda.ts'
import { differences } from './differences.ts'

export const subjectOf = (id: string): string => `briefing:${id}`

/** The centre's own eyes, for reckoning how long an agenda is. */
export const centreReader = (scene: Scene): Reader => ({
  networkId: scene.network.id,
  memberId: '',
  organizationId: '',
  roles: ['coordinator'],
  now: scene.now,
})

/** What is presented, by whom, how long, for which meeting, and how it stands. */
export function briefingFacts(scene: Scene, speak: Speak, b: Briefing, m: Meeting | null): Part {
  return facts([
    [speak.say('briefing.title'), speak.pick(b.title)],
    [speak.say('briefing.organization'), nameOf({ speak, organizations: scene.organizations }, b.organizationId)],
    [speak.say('briefing.presenter'), speak.half(b.presenter)],
    [speak.say('briefing.minutes'), speak.say('agenda.minutes', { n: b.minutes })],
    [speak.say('briefing.link'), b.link],
    [speak.say('briefing.meeting'), m ? dayName(scene, speak, m) : null],
    [speak.say('briefing.state'), speak.say('briefing.stateIs', { _state: b.state })],
    [speak.say('briefing.reason'), b.state === 'declined' ? b.reason : null],
  ])
}

const argsOf = (b: Briefing) => ({ id: b.id, version: String(b.version) })
const ahead = (scene: Scene, m: Meeting | null): m is Meeting => m !== null && m.state === 'planned' && !meetingsDb.hasBegun(m, scene.now)

/** What the organization that asked can do until the meeting begins. */
export const ownActions = (scene: Scene, speak: Speak, b: Briefing, m: Meeting | null): Action[] =>
  ahead(scene, m) && b.state !== 'withdrawn'
    ? [button(speak, 'briefing.change', 'briefing.change', argsOf(b)), button(speak, 'briefing.withdraw', 'briefing.withdraw', argsOf(b))]
    : []

/** The card of whoever asked, under a word on what was done. */
export async function askedCard(turn: Turn, b: Briefing, key?: Key): Promise<View> {
  const { speak } = turn
  const m = await meetingsDb.byId(turn.db, turn.network.id, b.meetingId)
  return view(turn.language, [
    ...(key ? [notice('good', speak.say(key, { title: speak.pick(b.title) }))] : []),
    briefingFacts(turn, speak, b, m),
    actions(ownActions(turn, speak, b, m)),
  ])
}

/** What the centre needs in order to decide: the briefing, whether the meeting is long enough for it, and the buttons. */
export async function centreParts(scene: Scene, b: Briefing): Promise<(speak: Speak) => Part[]> {
  const m = await meetingsDb.byId(scene.db, scene.network.id, b.meetingId)
  const lines = m ? await agendaOf(scene, m, centreReader(scene)) : []
  const others = lines.filter(l => l.kind === 'briefing' && l.key !== briefingKey(b.id))
  const total = minutesOf(lines.filter(l => l.key !== briefingKey(b.id))) + b.minutes
  const most = scene.network.settings.meeting.minutes
  const isLater = m !== null && (await meetingsDb.next(scene.db, scene.network.id, m.startsAt)) !== null
  return speak => [
    briefingFacts(scene, speak, b, m),
    ...(ahead(scene, m) && b.state !== 'withdrawn'
      ? [
          ...(total > most && b.state !== 'declined' ? [notice('warning', speak.say('briefing.tooLong', { n: total, most }))] : []),
          actions([
            ...(b.state === 'accepted'
              ? []
              : others.length > 0
                ? [
                    button(speak, 'briefing.acceptLast', 'briefing.accept', argsOf(b), { style: 'primary' }),
                    button(speak, 'briefing.acceptFirst', 'briefing.accept', { ...argsOf(b), at: 'first' }),
                  ]
                : [button(speak, 'briefing.accept', 'briefing.accept', argsOf(b), { style: 'primary' })]),
            ...(b.state === 'declined' ? [] : [button(speak, 'briefing.decline', 'briefing.decline', argsOf(b))]),
            ...(isLater ? [button(speak, 'briefing.next', 'briefing.next', argsOf(b))] : []),
          ]),
        ]
      : []),
  ]
}

/** The centre's card, whole. */
export async function centreCard(turn: Turn, b: Briefing, note?: Part): Promise<View> {
  const parts = await centreParts(turn, b)
  return view(turn.language, [...(note ? [note] : []), ...parts(turn.speak)])
}

/** Every copy of the centre's card says how the briefing stands; those who did not do it are told, where there is something to tell. */
export async function tellCentre(turn: Turn, b: Briefing, key: Key | null): Promise<void> {
  const parts = await centreParts(turn, b)
  const subject = subjectOf(b.id)
  const card = (speak: Speak, head: Key | null) =>
    view(speak.language, [
      ...(head
        ? [
            text(
              speak.say(head, {
                organization: nameOf({ speak, organizations: turn.organizations }, b.organizationId),
                title: speak.pick(b.title),
              }),
              'strong',
            ),
          ]
        : []),
      ...parts(speak),
    ])
  await update(turn, subject, language => card(turn.voice(language), null))
  if (!key) return
  const centre = (await holders(turn, 'coordinator')).filter(m => m.id !== turn.member.id)
  await tell(turn, centre, language => card(turn.voice(language), key), { subject, dedupe: `${subject}:${b.version}` })
}

/** Whoever asked for it, as long as they are there; else those who write for their organization. */
async function askers(scene: Scene, b: Briefing): Promise<Member[]> {
  const asker = await people.member(scene.db, scene.network, b.askedBy)
  return asker?.active ? [asker] : writers(scene, [b.organizationId])
}

/** Tells the asker what became of it. */
export async function tellAsker(scene: Scene, b: Briefing, key: Key, by: string): Promise<void> {
  const m = await meetingsDb.byId(scene.db, scene.network.id, b.meetingId)
  const told = (await askers(scene, b)).filter(a => a.id !== by)
  await tell(scene, told, language => {
    const speak = scene.voice(language)
    return view(language, [
      text(speak.say(key, { title: speak.pick(b.title), day: m ? dayName(scene, speak, m) : '' }), 'strong'),
      briefingFacts(scene, speak, b, m),
      actions(ownActions(scene, speak, b, m)),
    ])
  })
}

/** The briefing was changed since the card was drawn: nothing is done; what differs is shown, and how it stands. */
export async function changedMeanwhile(turn: Turn, b: Briefing, version: number): Promise<View> {
  const m = await meetingsDb.byId(turn.db, turn.network.id, b.meetingId)
  const centre = turn.reader.roles.includes('coordinator')
  return view(turn.language, [
    notice('warning', turn.speak.say('briefing.changedMeanwhile')),
    await differences(turn, turn.speak, b, version),
    ...(centre
      ? (await centreParts(turn, b))(turn.speak)
      : [briefingFacts(turn, turn.speak, b, m), actions(ownActions(turn, turn.speak, b, m))]),
  ])
}

/** The briefing again, as it stands after it was changed here. */
export const again = async (turn: Turn, id: string): Promise<Briefing | null> => agendaDb.briefing(turn.db, turn.network.id, id)
export const gone = (turn: Turn): View => warn(turn.speak, 'briefing.gone')
