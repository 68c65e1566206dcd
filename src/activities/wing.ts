/** The activities wing: submit, list, open, edit, withdraw, copy, and the centre's review. */
import * as activitiesDb from '../../db/activities.ts'
import { actions, button, facts, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Wing } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { Action } from '../model/view.ts'
import { fold } from '../understanding/fold.ts'
import { beginEdit } from './edit.ts'
import { findNamed } from './find.ts'
import { organizationOf } from './gather.ts'
import { meant } from './meant.ts'
import { mineCommand, minePage, ownActions } from './mine.ts'
import { returnForm, reviewCommand, reviewPresses } from './review.ts'
import { nameOf, partsOf, storyButton } from './show.ts'
import { editForm, mayWrite, submitForm, valuesOf } from './submit.ts'
import { isOver, reasonIn, sureView, withdraw, withdrawForm } from './withdraw.ts'
import { printFacts, wordingButton, wordingCommand, wordingForm, wordingPresses } from './wording.ts'

export const wing: Wing = {
  forms: [submitForm, editForm, returnForm, withdrawForm, wordingForm],
  commands: {
    submit,
    my_events: mineCommand,
    edit: editCommand,
    withdraw: withdrawCommand,
    review: reviewCommand,
    wording: wordingCommand,
  },
  it: [{ shown: 'activity.edit', change: 'edit', cancel: 'withdraw' }],
  named: (turn, about, asked) => findNamed(turn, about, asked, open),
  presses: {
    'activity.submit': async (_turn, _args, how) => ({ begin: { form: 'submit', dialog: how.dialog } }),
    'activity.page': minePage,
    'activity.open': open,
    'activity.edit': (turn, args, how) => withActivity(turn, args.id, async a => beginEdit(turn, a, how.dialog, args.said)),
    'activity.withdraw': (turn, args) =>
      withActivity(turn, args.id, async a => ({ views: [sureView(turn, a, reasonIn(args.said ?? ''))] })),
    'activity.withdraw.yes': (turn, args) => withActivity(turn, args.id, a => withdraw(turn, a, args.reason ?? null)),
    'activity.withdraw.why': (turn, args, how) =>
      withActivity(turn, args.id, async a => ({ begin: { form: 'activity.withdraw', args: { id: a.id }, dialog: how.dialog } })),
    'activity.keep': (turn, args) =>
      withActivity(turn, args.id, async a => ({
        replace: view(turn.language, [text(turn.speak.say('activity.kept', { reference: a.reference }))]),
      })),
    'activity.copy': (turn, args) => withActivity(turn, args.id, async a => copy(turn, a)),
    ...reviewPresses,
    ...wordingPresses,
  },
}

async function submit(turn: Turn, asked: Asked): Promise<Answer> {
  const mayAtAll = holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')
  if (!mayAtAll) return { views: [warn(turn.speak, 'activity.maySubmit')] }
  // The centre may submit for another organization by naming it.
  const named =
    holds(turn.reader, 'coordinator') && asked.meaning.arguments.organization
      ? organizationOf(asked.meaning.arguments.organization, { context: turn.context })
      : null
  const says = saysSomething(asked)
  return {
    begin: {
      form: 'submit',
      ...(named && named !== turn.reader.organizationId ? { args: { owner: named } } : {}),
      ...(says ? { text: asked.text, message: asked.message } : {}),
      dialog: asked.dialog,
    },
  }
}

/** Whether the sentence tells of an activity, or only asks to submit one. */
const saysSomething = (asked: Asked): boolean =>
  asked.text.trim().length > 0 && (asked.meaning.when.length > 0 || asked.meaning.activity.title !== null)

/** What the centre alone does with an activity: the presses are of the wing that knows of joint ones. */
const centreActions = (turn: Turn, a: Activity): Action[] =>
  holds(turn.reader, 'coordinator')
    ? [
        button(turn.speak, 'activity.handOver', 'joint.handOver', { id: a.id, version: String(a.version) }),
        button(turn.speak, 'activity.merge', 'joint.alike', { id: a.id }),
        wordingButton(turn.speak, a),
      ]
    : []

async function withActivity(turn: Turn, id: string | undefined, then: (a: Activity) => Promise<Answer>): Promise<Answer> {
  const activity = id ? await activitiesDb.byId(turn.db, turn.reader, id) : null
  if (!activity) return { views: [warn(turn.speak, 'activity.notFound')] }
  if (!mayWrite(turn, activity.ownerId)) return { views: [warn(turn.speak, 'dialogue.notYours', { name: nameOf(turn, activity.ownerId) })] }
  if (activity.lifecycle === 'withdrawn')
    return {
      replace: view(turn.language, [notice('info', turn.speak.say('activity.alreadyWithdrawn', { reference: activity.reference }))]),
    }
  return then(activity)
}

/** Opens an activity for anybody who may see it. */
async function open(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const activity = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
  if (!activity) return { views: [warn(turn.speak, 'activity.notFound')] }
  const own = mayWrite(turn, activity.ownerId)
  return {
    views: [
      view(turn.language, [
        ...partsOf(activity, turn, own),
        // What the edition prints is told to those who answer for it.
        ...(own ? [facts(printFacts(activity.print, turn.speak))] : []),
        actions(
          activity.lifecycle === 'withdrawn'
            ? []
            : [
                ...(own ? [...ownActions(turn, activity), ...centreActions(turn, activity)] : []),
                // A press of the wing that keeps what is asked of the centre.
                ...(own ? [button(turn.speak, 'support.askOne', 'support.ask', { activity: activity.id }, { opensForm: true })] : []),
                // Presses of the wings that tell stories, and that make calendar files.
                ...(isOver(turn, activity)
                  ? own
                    ? [storyButton(turn.speak, activity)]
                    : []
                  : [button(turn.speak, 'calendar.add', 'calendar.add', { id: activity.id })]),
              ],
        ),
      ]),
    ],
  }
}

/** A number alone, or with a word that asks to see it: nothing is to be changed, and whoever may see the activity sees it. */
const onlyNames = (asked: Asked): boolean => {
  const { reference } = asked.meaning.arguments
  return reference !== undefined && seeing.test(fold(asked.text).replace(fold(reference), ' ').trim())
}
const seeing =
  /^(?:(?:please |can you )?(?:show|open|see|view|display|details|what is|what's)(?: (?:me|of|the details of|activity))?|اعرض|عرض|افتح|ورني|اظهر|تفاصيل|ما هي|ما تفاصيل|شنو)?\s*[?؟.!]*$/u

/** What this person may edit: a coordinator everything that is to come, whosever it is. */
const writable = async (turn: Turn): Promise<{ among?: Activity[] }> =>
  holds(turn.reader, 'coordinator') ? { among: await activitiesDb.planned(turn.db, turn.reader) } : {}

export async function editCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const found = await meant(turn, asked, 'activity.edit', { ...(await writable(turn)), surely: true })
  if ('answer' in found) return found.answer
  if (!asked.typed && onlyNames(asked)) return open(turn, { id: found.activity.id })
  return withActivity(turn, found.activity.id, async a => beginEdit(turn, a, asked.dialog, asked.text))
}

export async function withdrawCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const found = await meant(turn, asked, 'activity.withdraw', { ...(await writable(turn)), surely: true })
  if ('answer' in found) return found.answer
  return withActivity(turn, found.activity.id, async a => ({ views: [sureView(turn, a, reasonIn(asked.text))] }))
}

/** A copy is a new draft with everything but the date. */
const copy = (turn: Turn, a: Activity): Answer => {
  const { when: _when, certainty: _certainty, embargoUntil: _until, ...rest } = valuesOf(a, turn.language)
  return { begin: { form: 'submit', values: rest, ...(a.ownerId === turn.reader.organizationId ? {} : { args: { owner: a.ownerId } }) } }
}
