/** The minutes wing: a coordinator walks the meeting line by line, records what is decided and agreed, closes it; the minutes are compiled, posted and kept. */
import * as meetingsDb from '../../db/meetings.ts'
import type { Minutes } from '../../db/minutes.ts'
import * as minutesDb from '../../db/minutes.ts'
import { adviseDay } from '../actions/due-day.ts'
import { readAll } from '../actions/fields.ts'
import { workOf } from '../actions/forms.ts'
import { actionsCommand, addedIn } from '../actions/list.ts'
import { begun } from '../actions/read.ts'
import { readText } from '../circulars/texts.ts'
import { holders } from '../delivery/promise.ts'
import { actions, button, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { DueHandler, PressHandler, Wing } from '../dialogue/wing.ts'
import { dayName } from '../meetings/cards.ts'
import { holds } from '../model/people.ts'
import { correctionIn } from '../understanding/corrections.ts'
import { fold } from '../understanding/fold.ts'
import { labelOf } from '../understanding/labels.ts'
import { correct } from './correct.ts'
import { eachOf, good, lineCard } from './line-card.ts'
import { askToClose, minutesView, postPress } from './post.ts'
import { presentForm, presentPress } from './present.ts'
import { previewOf } from './preview.ts'
import { actionForm, changeActionForm, changeDecisionForm, decide, decisionForm, recordPresses } from './record.ts'
import { dayNameOf } from './show.ts'
import { askTomorrow, begin, type Going, go, openDue, toWalk, underWay } from './walk.ts'

const centres = (turn: Turn): boolean => holds(turn.reader, 'coordinator')
const centreOnly = (turn: Turn): Answer => ({ views: [onlyFor(turn.speak, 'coordinator')] })

// ---- the walk ----

const closing = /\b(?:close|end|finish|over|wrap|done)\b|انه |انهي|انهاء|اختم|ختام|اغلق|اغلاق|انتهي|خلص|سكر/

/** "Next item of the agenda", «البند السابق»: said with no word of a line, it asks where the meeting is. */
const lineSaid = /\b(?:line|item|point)\b|بند|البند/
const goings: readonly [Going, RegExp][] = [
  ['back', /\b(?:back|previous)\b|السابق|نرجع|ارجع/],
  ['skip', /\bskip\b|pass over|تخط|نتخط|تجاوز/],
  ['next', /\b(?:next|move on)\b|التالي|اللي بعده|ننتقل/],
]
const goingSaid = (said: string): Going | null => (lineSaid.test(said) ? (goings.find(([, words]) => words.test(said))?.[0] ?? null) : null)

const decisionAlone = /^(?:a |the |new )?decisions?$|^(?:ال)?قرار(?: جديد)?$/

async function startCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!centres(turn)) return centreOnly(turn)
  const corrects = correctionIn(asked.text)
  if (corrects) {
    const place = await underWay(turn, undefined)
    return place ? correct(turn, place, corrects, asked) : { views: [warn(turn.speak, 'walk.none')] }
  }
  const label = labelOf(asked.text)
  if (label?.label === 'decision') return decisionSaid(turn, label.body, asked)
  // The word on the button, written: what was decided is asked for.
  if (decisionAlone.test(fold(asked.text).trim()) && (await underWay(turn, undefined))) return decisionSaid(turn, '', asked)
  const found = await toWalk(turn)
  if (found.kind === 'open') {
    if (closing.test(fold(asked.text))) return { views: [await previewOf(turn, found.meeting.id)] }
    const going = goingSaid(fold(asked.text))
    const place = await underWay(turn, found.meeting.id, going !== null)
    if (!place) return { views: [warn(turn.speak, 'walk.none')] }
    return { views: [await lineCard(turn, going ? await go(turn, place, going) : place)] }
  }
  return start(turn, found, closing.test(fold(asked.text)))
}

async function start(turn: Turn, found: Exclude<Awaited<ReturnType<typeof toWalk>>, { kind: 'open' }>, closes: boolean): Promise<Answer> {
  const { speak } = turn
  switch (found.kind) {
    case 'begins': {
      if (found.sure && !closes) return { views: [await lineCard(turn, await begin(turn, found.meeting))] }
      return {
        views: [
          view(turn.language, [
            notice('info', speak.say('walk.notStarted', { at: speak.instant(found.meeting.startsAt) })),
            actions([button(speak, 'walk.start', 'walk.start', { m: found.meeting.id }, { style: 'primary' })]),
          ]),
        ],
      }
    }
    case 'closed':
      return {
        views: [
          view(turn.language, [
            notice('info', speak.say('walk.closedAlready', { day: dayName(turn, speak, found.meeting) })),
            actions([button(speak, 'minutes.show', 'command', { name: 'minutes' })]),
          ]),
        ],
      }
    case 'none':
      return {
        views: [found.next ? warn(speak, 'walk.notToday', { at: speak.instant(found.next.startsAt) }) : warn(speak, 'meeting.none')],
      }
    default:
      return found satisfies never
  }
}

/** «قرار: …» is recorded on the present line at once. */
async function decisionSaid(turn: Turn, body: string, asked: Asked): Promise<Answer> {
  const place = await underWay(turn, undefined)
  if (!place) return { views: [warn(turn.speak, 'walk.noneToRecord')] }
  const on = { m: place.meeting.id, l: place.line?.key ?? '' }
  const words = body.trim()
  if (!words || [...words].length < 2) return { begin: { form: 'walk.decision', args: on, message: asked.message, dialog: asked.dialog } }
  await decide(turn, turn.ids(), { meetingId: on.m, lineKey: on.l || null, text: readText(begun(words), turn.language) })
  return { views: [await lineCard(turn, place, good(turn, 'walk.decided'), { brief: true })] }
}

/** Actions are the actions wing's; but one that is said while a meeting is walked through is the meeting's. */
async function actionsOrAgreed(turn: Turn, asked: Asked): Promise<Answer> {
  const adds = addedIn(asked.text)
  const corrects = adds ? null : correctionIn(asked.text)
  const place = (adds || corrects) && centres(turn) ? await underWay(turn, undefined) : null
  if (corrects && place) return correct(turn, place, corrects, asked)
  if (!adds || !place) return actionsCommand(turn, asked)
  const read = adds.body ? readAll(adds.body, turn, await workOf(turn, null), adds.to) : null
  return {
    begin: {
      form: 'walk.action',
      args: { m: place.meeting.id, l: place.line?.key ?? '' },
      message: asked.message,
      dialog: asked.dialog,
      ...(read?.ok ? { values: read.value } : adds.body ? { text: adds.body } : {}),
    },
  }
}

/** On or back a line. Where somebody else went on meanwhile, the present line is shown and nothing is passed over. */
const goes =
  (going: Going): PressHandler =>
  async (turn, args) => {
    if (!centres(turn)) return centreOnly(turn)
    const place = await underWay(turn, args.m ?? '', true)
    if (!place) return { views: [warn(turn.speak, 'walk.none')] }
    if (args.v !== String(place.walk.version))
      return { replace: await lineCard(turn, place, notice('info', turn.speak.say('walk.wentOn'))) }
    return { replace: await lineCard(turn, await go(turn, place, going)) }
  }

const walkPresses: Record<string, PressHandler> = {
  'walk.start': async (turn, args) => {
    if (!centres(turn)) return centreOnly(turn)
    const found = await toWalk(turn)
    if (found.kind === 'open') {
      const place = await underWay(turn, found.meeting.id)
      return { replace: place ? await lineCard(turn, place) : warn(turn.speak, 'walk.none') }
    }
    if (found.kind !== 'begins' || found.meeting.id !== args.m) return start(turn, found, true)
    return { replace: await lineCard(turn, await begin(turn, found.meeting)) }
  },
  'walk.next': goes('next'),
  'walk.back': goes('back'),
  'walk.skip': goes('skip'),
  'walk.show': async (turn, args) => {
    if (!centres(turn)) return centreOnly(turn)
    const place = await underWay(turn, args.m ?? '')
    return place ? { replace: await lineCard(turn, place) } : { views: [warn(turn.speak, 'walk.none')] }
  },
  'walk.each': async (turn, args) => {
    if (!centres(turn)) return centreOnly(turn)
    return { views: [await eachOf(turn, args)] }
  },
  'walk.close': async (turn, args) => (centres(turn) ? { replace: await previewOf(turn, args.m ?? '') } : centreOnly(turn)),
}

const stillOpen: DueHandler = async (scene, meetingId) => {
  const walk = await minutesDb.walk(scene.db, scene.network.id, meetingId)
  const meeting = walk?.state === 'open' ? await meetingsDb.byId(scene.db, scene.network.id, meetingId) : null
  if (!meeting) return
  await askToClose(scene, meetingId, language => dayName(scene, scene.voice(language), meeting), await holders(scene, 'coordinator'))
  await askTomorrow(scene, meetingId)
}

// ---- the minutes ----

/** Minutes in a list. */
const shown = 8
const asksList = /\b(?:earlier|previous minutes|older|all|list)\b|السابقه|المحاضر|القديمه|كل محاضر/
const asksCorrection = /\b(?:correct|fix|amend)\b|صحح|تصحيح|عدل/

async function minutesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { speak } = turn
  const said = fold(asked.text)
  if (centres(turn) && decisionAlone.test(said.trim()) && (await underWay(turn, undefined))) return decisionSaid(turn, '', asked)
  const number = /(?:minutes|المحضر|محضر)(?: (?:no\.?|number|رقم))? (\d{1,6})\b/.exec(said)?.[1] ?? /^(\d{1,6})$/.exec(said)?.[1]
  if (number) {
    const found = await minutesDb.byNumber(turn.db, turn.reader, Number(number))
    return { views: [found ? read(turn, found) : warn(speak, 'minutes.noSuch', { number: Number(number) })] }
  }
  const latest = await minutesDb.latest(turn.db, turn.reader, shown)
  const [last] = latest
  if (!last) {
    const open = centres(turn) ? await underWay(turn, undefined) : null
    return { views: [open ? await previewOf(turn, open.meeting.id) : warn(speak, 'minutes.noneYet')] }
  }
  if (asksCorrection.test(said) && centres(turn)) return { views: [await previewOf(turn, last.meetingId)] }
  return { views: [asksList.test(said) ? listView(turn, latest) : read(turn, last)] }
}

/** The minutes with what a reader can do: the centre corrects them, and everybody finds the earlier ones. */
function read(turn: Turn, m: Minutes) {
  const { speak } = turn
  const more = [
    actions([
      ...(centres(turn) ? [button(speak, 'minutes.correct', 'minutes.correct', { m: m.meetingId })] : []),
      ...(m.number > 1 ? [button(speak, 'minutes.earlier', 'minutes.list')] : []),
      button(speak, 'plan.asFile', 'export.ask', { k: String(m.number) }),
    ]),
  ]
  return minutesView(turn, m, turn.language, null, more)
}

const listView = (turn: Turn, all: readonly Minutes[]) => {
  const { speak } = turn
  return view(turn.language, [
    heading(speak.say('minutes.list')),
    ...(all.length === 0 ? [text(speak.say('minutes.noneYet'))] : []),
    list(
      all.map(m => ({
        text: speak.say('minutes.title', { number: m.number, day: dayNameOf(speak, turn.network.settings.zone, m.content) }),
        detail: speak.say('minutes.counts', {
          decisions: m.content.lines.reduce((n, l) => n + l.decisions.length, 0),
          actions: m.content.lines.reduce((n, l) => n + l.actions.length, 0),
        }),
        actions: [button(speak, 'action.open', 'minutes.open', { n: String(m.number) })],
      })),
    ),
  ])
}

const minutesPresses: Record<string, PressHandler> = {
  'minutes.preview': async (turn, args) =>
    centres(turn)
      ? { replace: await previewOf(turn, args.m ?? '', null, args.lang === 'ar' ? 'ar' : args.lang === 'en' ? 'en' : turn.language) }
      : centreOnly(turn),
  'minutes.correct': async (turn, args) => (centres(turn) ? { views: [await previewOf(turn, args.m ?? '')] } : centreOnly(turn)),
  'minutes.post': postPress,
  'minutes.present': presentPress,
  'minutes.list': async turn => ({ views: [listView(turn, await minutesDb.latest(turn.db, turn.reader, shown))] }),
  'minutes.open': async (turn, args) => {
    const found = await minutesDb.byNumber(turn.db, turn.reader, Number(args.n) || 0)
    return { views: [found ? read(turn, found) : warn(turn.speak, 'minutes.noneYet')] }
  },
}

export const wing: Wing = {
  commands: { actions: actionsOrAgreed, start_meeting: startCommand, minutes: minutesCommand },
  advice: { 'walk.changeAction': adviseDay },
  forms: [decisionForm, changeDecisionForm, actionForm, changeActionForm, presentForm],
  presses: { ...walkPresses, ...recordPresses, ...minutesPresses },
  due: { [openDue]: stillOpen },
}
