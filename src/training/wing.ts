/** The training wing: workshops, enrolments, and what they were worth. */
import * as trainingDb from '../../db/training.ts'
import { onlyFor, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { PressHandler, Wing } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { View } from '../model/view.ts'
import { absentForm, allCamePress, attendDue, markAbsentPress } from './attendance.ts'
import { listPress, morePress } from './browse.ts'
import { mineCommand, trainingCommand } from './command.ts'
import { onLeft } from './enrol.ts'
import { feedbackDue, feedbackForm, feedbackView } from './feedback.ts'
import { figuresView, untrainedPress } from './figures.ts'
import { asShown, cancelForm, changeForm, colleagueForm, dayAdvice, offerForm, shown } from './forms.ts'
import { dueKinds, moments, valuesOf } from './keep.ts'
import { offerQuestion } from './offer.ts'
import { remindDue } from './remind.ts'
import { acceptPress, enrolAll, enrolSelf, leaveSelf } from './seat.ts'
import { trackForm } from './tracks.ts'
import { whoView } from './who.ts'

/** Pressed on a list, the answer is a message of its own: the list stays. */
const answer = (args: Record<string, string>, v: View): Answer => (args.l ? { views: [v] } : { replace: v })

const withWorkshop =
  (then: (turn: Turn, w: Workshop) => Promise<View>): PressHandler =>
  async (turn, args) => {
    const w = args.id ? await trainingDb.byId(turn.db, turn.network.id, args.id) : null
    return { views: [w ? await then(turn, w) : warn(turn.speak, 'training.gone')] }
  }

const centreOnly =
  (then: PressHandler): PressHandler =>
  async (turn, args, how) =>
    holds(turn.reader, 'coordinator') ? then(turn, args, how) : { views: [onlyFor(turn.speak, 'coordinator')] }

/** Begins a form on a workshop as it was shown. */
const onShown =
  (form: 'training.changeWorkshop' | 'training.cancelWorkshop'): PressHandler =>
  async (turn, args, how) => {
    const found = await asShown(turn, args)
    if (!found.ok) return answer(args, found.view)
    const values =
      form === 'training.changeWorkshop'
        ? { values: valuesOf(found.value, turn.language, turn.calendar, turn.context.now.slice(0, 10)) }
        : {}
    // What a sentence said before it was asked of which stands on the card.
    const said = args.said ? { text: args.said } : { dialog: how.dialog }
    return { begin: { form, args: { id: found.value.id, v: args.v ?? '' }, ...said, ...values } }
  }

export const wing: Wing = {
  commands: { training: trainingCommand, my_training: mineCommand },
  forms: [offerForm, changeForm, cancelForm, colleagueForm, trackForm, absentForm, feedbackForm],
  asks: [offerQuestion],
  due: { [dueKinds.remind]: remindDue, [dueKinds.attend]: attendDue, [dueKinds.feedback]: feedbackDue },
  moments,
  advice: { 'training.workshop': dayAdvice, 'training.changeWorkshop': dayAdvice },
  events: {
    'member.left': (scene, event) => onLeft(scene, event.memberId),
  },
  presses: {
    'training.open': withWorkshop((turn, w) => shown(turn, w)),
    'training.who': withWorkshop(whoView),
    'training.feedback': withWorkshop(feedbackView),
    'training.list': listPress,
    'training.more': morePress,
    'training.enrol': async (turn, args) => answer(args, await enrolSelf(turn, args.id ?? '')),
    'training.enrolOne': async (turn, args) => ({ replace: await enrolAll(turn, args.id ?? '', [args.m ?? '']) }),
    'training.leave': async (turn, args) => answer(args, await leaveSelf(turn, args.id ?? '')),
    'training.accept': acceptPress,
    'training.colleague': async (_turn, args, how) => ({
      begin: { form: 'training.colleague', args: { id: args.id ?? '' }, dialog: how.dialog },
    }),
    'training.offerOne': centreOnly(async (_turn, _args, how) => ({ begin: { form: 'training.workshop', dialog: how.dialog } })),
    'training.trackOne': centreOnly(async (_turn, _args, how) => ({ begin: { form: 'training.track', dialog: how.dialog } })),
    'training.figures': centreOnly(async turn => ({ views: [await figuresView(turn)] })),
    'training.untrained': centreOnly(untrainedPress),
    'training.change': onShown('training.changeWorkshop'),
    'training.cancel': onShown('training.cancelWorkshop'),
    'training.allCame': allCamePress,
    'training.markAbsent': markAbsentPress,
    'training.giveFeedback': async (_turn, args, how) => ({
      begin: { form: 'training.feedback', args: { id: args.id ?? '', token: args.token ?? '' }, dialog: how.dialog },
    }),
  },
}
