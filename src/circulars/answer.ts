/** What a reader does with their card: acknowledge it, once, or answer it in a form of one field. */

import type { Circular, Reading } from '../../db/circulars.ts'
import * as circularsDb from '../../db/circulars.ts'
import { commands } from '../commands.ts'
import { textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { button, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { View } from '../model/view.ts'
import { tokensOf } from '../understanding/tokens.ts'
import { acknowledge, answer } from './send.ts'
import { headingOf, readerView, startOf } from './show.ts'

/** Characters. */
const longestAnswer = 1000

type Work = { circular: Circular; reading: Reading }

/** The circular and how this person stands to the wording their card shows; null for whom it was not sent to. */
const ownOf = (turn: Turn, args: Record<string, string>): Promise<Work | null> =>
  args.id ? circularsDb.asReader(turn.db, turn.reader, args.id, Number(args.version) || undefined) : Promise.resolve(null)

/** How the circular stands with this person now, under a word on what was pressed. */
async function standing(turn: Turn, args: Record<string, string>, key: 'circular.correctedSince' | null): Promise<View> {
  const own = await circularsDb.asReader(turn.db, turn.reader, args.id ?? '')
  if (!own) return warn(turn.speak, 'circular.gone')
  const card = readerView(turn.speak, own.circular, own.reading)
  return key ? { ...card, parts: [notice('info', turn.speak.say(key)), ...card.parts] } : card
}

/** True where the card shows what no longer stands: recalled, or corrected since. */
const isOld = ({ circular, reading }: Work): boolean => circular.state === 'recalled' || reading.version !== circular.version

export async function readPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const own = await ownOf(turn, args)
  if (!own) return { views: [warn(turn.speak, 'circular.gone')] }
  // What they saw is not what stands: nothing is marked, and the card says what is.
  if (isOld(own)) return { replace: await standing(turn, args, own.circular.state === 'recalled' ? null : 'circular.correctedSince') }
  if (await acknowledge(turn, own.circular, own.reading)) return { replace: await standing(turn, args, null) }
  const at = own.reading.acknowledgedAt ?? turn.now
  return {
    replace: await standing(turn, args, null),
    views: [view(turn.language, [notice('info', turn.speak.say('circular.acknowledgedAlready', { at: turn.speak.instant(at) }))])],
  }
}

/** "Acknowledged", typed: the one circular that waits for this person is acknowledged; of several they say which. */
export async function acknowledgeCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { speak } = turn
  const waiting = await circularsDb.unreadBy(turn.db, turn.reader)
  const [one] = waiting
  if (!one) return { views: [view(turn.language, [notice('info', speak.say('circular.noneWaits'))])] }
  // "Done" may be said of anything, and so may "read": the words of an acknowledgement are one, and no more.
  const sure = tokensOf(asked.text).every(t => t.kind !== 'word' || acknowledging().has(t.f))
  if (waiting.length === 1 && sure) {
    await acknowledge(turn, one.circular, one.reading)
    return { views: [await standing(turn, { id: one.circular.id }, null)] }
  }
  return {
    views: [
      view(turn.language, [
        text(speak.say('circular.whichRead', { n: waiting.length }), 'strong'),
        list(
          waiting.slice(0, mostAsked).map(({ circular }) => ({
            text: headingOf(speak, circular.reference),
            detail: startOf(speak.pick(circular.text)),
            actions: [button(speak, 'circular.acknowledge', 'circular.read', { id: circular.id, version: String(circular.version) })],
          })),
        ),
      ]),
    ],
  }
}
let known: ReadonlySet<string> | null = null
/** Every word in which a circular is acknowledged. */
function acknowledging(): ReadonlySet<string> {
  const entry = commands.find(c => c.key === 'acknowledge')
  known ??= new Set(
    [entry]
      .flatMap(c => (c ? [c.title, c.words, c.examples].flatMap(by => [by.ar, by.en].flat()) : []))
      .flatMap(s => tokensOf(s).map(t => t.f)),
  )
  return known
}
/** Circulars on one card. */
const mostAsked = 10

export async function answerPress(turn: Turn, args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> {
  const own = await ownOf(turn, args)
  if (!own) return { views: [warn(turn.speak, 'circular.gone')] }
  if (isOld(own)) return { replace: await standing(turn, args, own.circular.state === 'recalled' ? null : 'circular.correctedSince') }
  if (own.reading.answer) return { views: [answeredAlready(turn, own.reading.answer)] }
  return { begin: { form: 'circular.answer', args: { id: own.circular.id, version: String(own.reading.version) }, dialog: how.dialog } }
}

const answeredAlready = (turn: Turn, said: string): View =>
  view(turn.language, [notice('info', turn.speak.say('circular.answeredAlready', { answer: startOf(said) }))])

/** An answer begun before a correction or a recall is taken all the same: it reaches the centre, which is told of what wording it speaks. */
export const answerForm = form<Values, Work>({
  id: 'circular.answer',
  title: 'circular.answerForm',
  submit: 'dialogue.send',
  confirm: false,
  fields: {
    answer: textField('answer', {
      label: 'circular.answerLabel',
      ask: 'circular.askAnswer',
      need: 'required',
      min: 1,
      max: longestAnswer,
      long: true,
    }),
  },
  async load(turn, args) {
    const own = await ownOf(turn, args)
    return own ? { ok: true, value: own } : { ok: false, view: warn(turn.speak, 'circular.gone') }
  },
  async outcome(turn, args) {
    const own = await ownOf(turn, args)
    return own?.reading.answer ? answeredAlready(turn, own.reading.answer) : null
  },
  async save(values, turn, { circular, reading }) {
    if (await answer(turn, circular, reading, String(values.answer)))
      return view(turn.language, [notice('good', turn.speak.say('circular.answered', { reference: circular.reference }))])
    return answeredAlready(turn, reading.answer ?? String(values.answer))
  },
})
