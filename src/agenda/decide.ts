/** What is done to a briefing: the centre accepts, declines or moves it; whoever asked takes it back. Each names the version its card showed. */
import type { Briefing } from '../../db/agenda.ts'
import * as agendaDb from '../../db/agenda.ts'
import * as meetingsDb from '../../db/meetings.ts'
import { textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, notice, onlyFor, text, view } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { Key } from '../locales/words.ts'
import { dayName } from '../meetings/cards.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { agendaOf, briefingKey } from './agenda.ts'
import { reorder } from './arrange.ts'
import { begin, changeable } from './briefing-form.ts'
import { askedCard, centreCard, changedMeanwhile, gone, tellAsker, tellCentre } from './briefings.ts'

type Done = { briefing: Briefing } | { refused: View }

/** Writes a decision about the briefing as it was shown, and tells everybody concerned. */
async function decide(
  turn: Turn,
  b: Briefing,
  what: { action: string; set: Parameters<typeof agendaDb.changeBriefing>[3]; asker: Key | null; centre: Key | null },
): Promise<Done> {
  if (!(await agendaDb.changeBriefing(turn.db, b, turn.now, what.set))) {
    const now = await agendaDb.briefing(turn.db, turn.network.id, b.id)
    return { refused: now ? await changedMeanwhile(turn, now, b.version) : gone(turn) }
  }
  const { text: _text, ...set } = what.set
  const after: Briefing = { ...b, ...set, changedAt: turn.now, version: b.version + 1 }
  await record(turn, turn.member.id, { entity: 'briefing', id: b.id, action: what.action, before: b, after })
  if (what.asker) await tellAsker(turn, after, what.asker, turn.member.id)
  await tellCentre(turn, after, what.centre)
  return { briefing: after }
}

/** For the centre, on a briefing as its card showed it. */
const onShown =
  (then: (turn: Turn, b: Briefing, args: Record<string, string>, how: { dialog: boolean }) => Promise<Answer>): PressHandler =>
  async (turn, args, how) => {
    if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
    const found = await changeable(turn, args.id, args.version)
    return 'refused' in found ? { replace: found.refused } : then(turn, found.briefing, args, how)
  }

const shown = async (turn: Turn, done: Done, key: Key): Promise<Answer> =>
  'refused' in done
    ? { replace: done.refused }
    : {
        replace: await centreCard(
          turn,
          done.briefing,
          notice(
            'good',
            turn.speak.say(key, { title: turn.speak.pick(done.briefing.title), day: await dayOfMeeting(turn, done.briefing) }),
          ),
        ),
      }

async function dayOfMeeting(turn: Turn, b: Briefing): Promise<string> {
  const m = await meetingsDb.byId(turn.db, turn.network.id, b.meetingId)
  return m ? dayName(turn, turn.speak, m) : ''
}

async function accept(turn: Turn, b: Briefing, args: Record<string, string>): Promise<Answer> {
  const done = await decide(turn, b, {
    action: 'accepted',
    set: { state: 'accepted', reason: null },
    asker: b.state === 'accepted' ? null : 'briefing.acceptedTold',
    centre: null,
  })
  if (args.at === 'first' && 'briefing' in done) await putFirst(turn, done.briefing)
  return shown(turn, done, 'briefing.accepted')
}

/** Before every other briefing of its agenda. */
async function putFirst(turn: Turn, b: Briefing): Promise<void> {
  const m = await meetingsDb.byId(turn.db, turn.network.id, b.meetingId)
  if (!m) return
  await agendaDb.holdAgenda(turn.db, turn.network.id, m.id)
  const key = briefingKey(b.id)
  const keys = (await agendaOf(turn, m, turn.reader)).map(l => l.key)
  const others = keys.filter(k => k !== key)
  const at = others.findIndex(k => k.startsWith('briefing:'))
  if (at >= 0 && keys.includes(key)) await reorder(turn, m, [...others.slice(0, at), key, ...others.slice(at)])
}

/** To the meeting after its own, accepted there: it stands on that agenda. */
async function toNext(turn: Turn, b: Briefing): Promise<Answer> {
  const m = await meetingsDb.byId(turn.db, turn.network.id, b.meetingId)
  const later = m && (await meetingsDb.next(turn.db, turn.network.id, m.startsAt))
  if (!later) return { replace: await centreCard(turn, b, notice('warning', turn.speak.say('briefing.noLater'))) }
  const done = await decide(turn, b, {
    action: 'moved',
    set: { meetingId: later.id, state: 'accepted', reason: null },
    asker: 'briefing.movedTold',
    centre: null,
  })
  return shown(turn, done, 'briefing.moved')
}

/** "Decline", with the reason that the asker is told. */
export const declineForm = form<Values, Briefing>({
  id: 'briefing.decline',
  title: 'briefing.declineTitle',
  submit: 'briefing.decline',
  confirm: false,
  fields: {
    reason: textField('reason', { label: 'briefing.reason', ask: 'briefing.askReason', need: 'required', min: 2, max: 500, long: true }),
  },
  async load(turn, args) {
    if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
    const found = await changeable(turn, args.id, args.version)
    return 'refused' in found ? { ok: false, view: found.refused } : { ok: true, value: found.briefing }
  },
  about: ({ speak }, b) => [text(speak.pick(b.title), 'strong')],
  async outcome(turn, args) {
    if (!holds(turn.reader, 'coordinator')) return null
    const b = await agendaDb.briefing(turn.db, turn.network.id, args.id ?? '')
    return b ? centreCard(turn, b) : null
  },
  async save(values, turn, b) {
    const done = await decide(turn, b, {
      action: 'declined',
      set: { state: 'declined', reason: String(values.reason).trim() },
      asker: 'briefing.declinedTold',
      centre: null,
    })
    return (await shown(turn, done, 'briefing.declined')).replace ?? gone(turn)
  },
})

/** For whoever asked, and for the centre: a briefing as the card showed it. */
const onOwn =
  (then: (turn: Turn, b: Briefing, how: { dialog: boolean }) => Promise<Answer>): PressHandler =>
  async (turn, args, how) => {
    const found = await changeable(turn, args.id, args.version)
    return 'refused' in found ? { replace: found.refused } : then(turn, found.briefing, how)
  }

const withdrawSure = async (turn: Turn, b: Briefing): Promise<Answer> => {
  const args = { id: b.id, version: String(b.version) }
  return {
    views: [
      view(turn.language, [
        text(turn.speak.say('briefing.withdrawSure', { title: turn.speak.pick(b.title) }), 'strong'),
        actions([
          button(turn.speak, 'briefing.withdrawYes', 'briefing.withdraw.yes', args, { style: 'danger' }),
          button(turn.speak, 'dialogue.back', 'briefing.show', args),
        ]),
      ]),
    ],
  }
}

async function withdraw(turn: Turn, b: Briefing): Promise<Answer> {
  const done = await decide(turn, b, { action: 'withdrawn', set: { state: 'withdrawn' }, asker: null, centre: 'briefing.withdrawnTold' })
  return { replace: 'refused' in done ? done.refused : await askedCard(turn, done.briefing, 'briefing.withdrawn') }
}

export const briefingPresses: Record<string, PressHandler> = {
  'briefing.accept': onShown(accept),
  'briefing.next': onShown(toNext),
  'briefing.decline': onShown(async (_turn, b, _args, how) => ({
    begin: { form: 'briefing.decline', args: { id: b.id, version: String(b.version) }, dialog: how.dialog },
  })),
  'briefing.change': onOwn(async (turn, b, how) => begin(b, turn, how.dialog)),
  'briefing.withdraw': onOwn(withdrawSure),
  'briefing.withdraw.yes': onOwn(withdraw),
  'briefing.show': onOwn(async (turn, b) => ({ replace: await askedCard(turn, b) })),
}
