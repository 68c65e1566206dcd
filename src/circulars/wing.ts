/** The circulars wing: the centre writes to the network, sees who has read it, reminds, corrects and recalls; readers acknowledge and answer. */

import type { Circular } from '../../db/circulars.ts'
import * as circularsDb from '../../db/circulars.ts'
import * as people from '../../db/people.ts'
import { actions, button, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler, Wing } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import { referenceOf } from '../model/reference.ts'
import type { Part, View } from '../model/view.ts'
import { acknowledgeCommand, answerForm, answerPress, readPress } from './answer.ts'
import { heard } from './heard.ts'
import { reachAdvice } from './preview.ts'
import { readersOf, recall, remind } from './send.ts'
import { answersView, listView, personSaid } from './show.ts'
import { urgencySaid } from './texts.ts'
import { centreCard, circularForm, correctForm } from './write.ts'

/** Circulars in the list of the latest. */
const shown = 8
/** How many people that cannot be reached are named. */
const named = 10

async function circularCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const what = heard(asked.text, turn.context)
  switch (what.kind) {
    case 'list': {
      const latest = await listOf(turn)
      return latest ? { views: [latest] } : { begin: { form: 'circular', dialog: asked.dialog } }
    }
    case 'last': {
      const [last] = await circularsDb.latest(turn.db, turn.network.id, 1)
      return { views: [last ? await centreCard(turn, last) : warn(turn.speak, 'circular.noneYet')] }
    }
    case 'show': {
      const { year } = turn.now.toZonedDateTimeISO(turn.network.settings.zone)
      const reference = what.reference ?? referenceOf('C', year, what.number)
      const found = await circularsDb.byReference(turn.db, turn.network.id, reference)
      if (found) return { views: [await centreCard(turn, found)] }
      const latest = await listOf(turn)
      return { views: [warn(turn.speak, 'circular.noSuch', { reference }), ...(latest ? [latest] : [])] }
    }
    case 'write': {
      const values = {
        ...(what.to.length > 0 ? { to: what.to } : {}),
        ...(what.unknown ? { unknown: what.unknown } : {}),
        ...urgencySaid(what),
      }
      return {
        begin: { form: 'circular', values, message: asked.message, dialog: asked.dialog, ...(what.body ? { text: what.body } : {}) },
      }
    }
    default:
      return what satisfies never
  }
}

/** The latest with how many have read each; null where there are none. */
async function listOf(turn: Turn): Promise<View | null> {
  const all = await circularsDb.latest(turn.db, turn.network.id, shown)
  if (all.length === 0) return null
  const members = await people.activeMembers(turn.db, turn.network)
  const counts = await circularsDb.counts(
    turn.db,
    turn.network.id,
    all.map(c => c.id),
    members.map(m => m.id),
  )
  return listView(turn.speak, all, counts)
}

/** For the centre alone, on a circular that is there; `hold` where it is changed. */
const onCircular =
  (
    then: (turn: Turn, c: Circular, args: Record<string, string>, how: { dialog: boolean }) => Promise<Answer>,
    hold = false,
  ): PressHandler =>
  async (turn, args, how) => {
    if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
    const find = hold ? circularsDb.hold : circularsDb.byId
    const c = args.id ? await find(turn.db, turn.network.id, args.id) : null
    return c ? then(turn, c, args, how) : { views: [warn(turn.speak, 'circular.gone')] }
  }

/** The card as it stands now, under a word on what was done. */
async function standing(turn: Turn, id: string, note: Part): Promise<Answer> {
  const c = await circularsDb.byId(turn.db, turn.network.id, id)
  return c ? { replace: await centreCard(turn, c, note) } : { views: [warn(turn.speak, 'circular.gone')] }
}

async function remindPress(turn: Turn, c: Circular): Promise<Answer> {
  const { speak } = turn
  if (c.state === 'recalled') return standing(turn, c.id, notice('warning', speak.say('circular.recalledAlready')))
  const done = await remind(turn, c)
  switch (done.kind) {
    case 'allRead':
      return standing(turn, c.id, notice('good', speak.say('circular.allRead')))
    case 'notOut':
      return standing(turn, c.id, notice('info', speak.say('circular.notOutYet', { at: speak.instant(done.at) })))
    case 'already':
      return standing(turn, c.id, notice('info', speak.say('circular.remindedAlready', { at: speak.instant(done.at) })))
    case 'reminded': {
      const waits = done.at.epochMilliseconds > turn.now.epochMilliseconds
      const n = done.told.length
      const said = waits ? speak.say('circular.willRemind', { n, at: speak.instant(done.at) }) : speak.say('circular.reminded', { n })
      const unreached: Part[] =
        done.unreachable.length === 0
          ? []
          : [
              notice('warning', speak.say('circular.reachesNot', { n: done.unreachable.length })),
              list(done.unreachable.slice(0, named).map(m => ({ text: personSaid(turn, speak, m) }))),
            ]
      return { views: [view(turn.language, [notice('good', said), ...unreached])] }
    }
    default:
      return done satisfies never
  }
}

const recallSure = async (turn: Turn, c: Circular): Promise<Answer> => {
  const { speak } = turn
  if (c.state === 'recalled') return standing(turn, c.id, notice('info', speak.say('circular.recalledAlready')))
  return {
    views: [
      view(turn.language, [
        text(speak.say('circular.recallSure', { reference: c.reference }), 'strong'),
        text(speak.say('circular.recallMeans'), 'subtle'),
        actions([
          button(speak, 'circular.recallYes', 'circular.recall.yes', { id: c.id }, { style: 'danger' }),
          button(speak, 'dialogue.back', 'circular.show', { id: c.id }),
        ]),
      ]),
    ],
  }
}

const page = (args: Record<string, string>): number => {
  const n = Number(args.page ?? 0)
  return Number.isInteger(n) ? n : 0
}

export const wing: Wing = {
  commands: { circular: circularCommand, acknowledge: acknowledgeCommand },
  forms: [circularForm, correctForm, answerForm],
  advice: { circular: reachAdvice, 'circular.correct': reachAdvice },
  presses: {
    'circular.read': readPress,
    'circular.answer': answerPress,
    'circular.list': async turn => {
      if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
      return { views: [(await listOf(turn)) ?? listView(turn.speak, [], new Map())] }
    },
    'circular.write': async (turn, _args, how) =>
      holds(turn.reader, 'coordinator')
        ? { begin: { form: 'circular', dialog: how.dialog } }
        : { views: [onlyFor(turn.speak, 'coordinator')] },
    'circular.show': onCircular(async (turn, c, args) => ({ replace: await centreCard(turn, c, undefined, page(args)) })),
    'circular.answers': onCircular(async (turn, c) => ({ views: [answersView(turn, turn.speak, c, await readersOf(turn, c))] })),
    'circular.remind': onCircular(remindPress, true),
    'circular.correct': onCircular(async (turn, c, _args, how) =>
      c.state === 'recalled'
        ? standing(turn, c.id, notice('warning', turn.speak.say('circular.recalledAlready')))
        : {
            begin: {
              form: 'circular.correct',
              args: { id: c.id, version: String(c.version) },
              values: {
                ...(c.text.ar ? { ar: c.text.ar } : {}),
                ...(c.text.en ? { en: c.text.en } : {}),
                urgency: c.urgent ? 'urgent' : 'normal',
              },
              dialog: how.dialog,
            },
          },
    ),
    'circular.recall': onCircular(recallSure),
    'circular.recall.yes': onCircular(async (turn, c) => {
      const done = await recall(turn, c)
      return standing(turn, c.id, notice(done ? 'good' : 'info', turn.speak.say(done ? 'circular.recalled' : 'circular.recalledAlready')))
    }, true),
  },
}
