/**
 * What those who came thought of a workshop: asked on the working day after it, three questions, anonymous to everybody. Each is handed a mark of
 * chance that can be spent once; what is kept of an answer holds neither mark nor member, and no more of the time than its day. It is shown from three
 * answers on, its texts in an order of chance.
 */

import * as attendedDb from '../../db/attended.ts'
import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { tell } from '../delivery/promise.ts'
import { choiceField, textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { actions, button, facts, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Key } from '../locales/words.ts'
import { holds } from '../model/people.ts'
import { leastAnswers, type Workshop } from '../model/training.ts'
import type { View } from '../model/view.ts'
import { dayOf } from '../time/zone.ts'
import { sightOf, titleOf, trainerName } from './show.ts'

export async function feedbackDue(scene: Scene, subject: string): Promise<void> {
  const { db, network } = scene
  const w = await trainingDb.byId(db, network.id, subject.split(':')[0] ?? '')
  if (w?.state !== 'open') return
  const seats = (await seatsDb.seatsOf(db, network.id, [w.id])).filter(s => s.state === 'taken')
  const marks = await attendedDb.attendanceOf(db, network.id, [w.id])
  // Where nobody said who came, everybody enrolled is asked.
  const came = new Set((marks.length > 0 ? marks.filter(m => m.came) : seats).map(x => x.memberId))
  for (const member of (await people.activeMembers(db, network)).filter(m => came.has(m.id))) {
    const token = scene.ids()
    const { told } = await tell(
      scene,
      [member],
      language => {
        const speak = scene.voice(language)
        return view(language, [
          heading(speak.say('training.feedbackTitle', { title: titleOf(speak, w) })),
          text(speak.say('training.feedbackAsk', { n: leastAnswers })),
          actions([
            button(speak, 'training.giveFeedback', 'training.giveFeedback', { id: w.id, token }, { opensForm: true, style: 'primary' }),
          ]),
        ])
      },
      { dedupe: `training.feedback:${w.id}` },
    )
    if (told.length > 0) await attendedDb.giveToken(db, network.id, w.id, token)
  }
}

const rating = (id: 'useful' | 'trainer', label: Key, ask: Key) =>
  choiceField(id, {
    label,
    ask,
    need: 'required',
    options: ({ speak }) =>
      [1, 2, 3, 4, 5].map(n => ({ value: String(n), label: speak.say('training.rate', { n, _n: n }), also: [speak.number(n), String(n)] })),
  })

/** Nothing is shown back on a card: what was answered stands nowhere beside whose it is. */
export const feedbackForm = form<Values, { workshop: Workshop }>({
  id: 'training.feedback',
  title: 'training.feedbackForm',
  submit: 'training.sendFeedback',
  confirm: false,
  unkept: true,
  fields: {
    useful: rating('useful', 'training.useful', 'training.askUseful'),
    trainer: rating('trainer', 'training.trainerRated', 'training.askTrainerRated'),
    better: textField('better', { label: 'training.better', ask: 'training.askBetter', need: 'asked', max: 1000, long: true }),
  },
  async load(turn, args) {
    const w = args.id ? await trainingDb.byId(turn.db, turn.network.id, args.id) : null
    if (!w) return { ok: false, view: warn(turn.speak, 'training.gone') }
    if (!args.token || !(await attendedDb.tokenStands(turn.db, turn.network.id, w.id, args.token)))
      return { ok: false, view: warn(turn.speak, 'training.feedbackGiven') }
    return { ok: true, value: { workshop: w } }
  },
  async save(values, turn, { workshop }, args) {
    const kept = await attendedDb.giveFeedback(turn.db, turn.network.id, workshop.id, args.token ?? '', {
      id: turn.ids(),
      useful: Number(values.useful),
      trainer: Number(values.trainer),
      better: typeof values.better === 'string' ? values.better : null,
      on: dayOf(turn.network.settings.zone, turn.now).toString(),
    })
    return view(turn.language, [
      notice(kept ? 'good' : 'info', turn.speak.say(kept ? 'training.feedbackThanks' : 'training.feedbackGiven')),
    ])
  },
})

const mean = (all: readonly number[]): number => Math.round((all.reduce((a, b) => a + b, 0) / all.length) * 10) / 10

/** What people thought of a workshop, for the centre and the trainer; from three answers on. */
export async function feedbackView(turn: Turn, w: Workshop): Promise<View> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator') && w.trainerId !== turn.reader.memberId) return warn(speak, 'training.trainerOnly')
  const given = await attendedDb.feedbackOf(turn.db, turn.network.id, w.id)
  const title = heading(speak.say('training.feedbackOf', { title: titleOf(speak, w) }))
  if (given.length < leastAnswers)
    return view(turn.language, [title, notice('info', speak.say('training.tooFew', { n: given.length, least: leastAnswers }))])
  const texts = given.flatMap(f => (f.better ? [f.better] : []))
  const sight = await sightOf(turn)
  return view(turn.language, [
    title,
    text(speak.say('training.answers', { n: given.length }), 'subtle'),
    facts([
      [speak.say('training.useful'), speak.say('training.outOf', { n: mean(given.map(f => f.useful)) })],
      [speak.say('training.trainerRated'), speak.say('training.outOf', { n: mean(given.map(f => f.trainer)) })],
      [speak.say('training.trainer'), trainerName(speak, w, sight)],
    ]),
    ...(texts.length > 0 ? [text(speak.say('training.better'), 'strong'), list(texts.map(t => ({ text: t })))] : []),
  ])
}
