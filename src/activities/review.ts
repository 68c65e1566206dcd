/** The centre's review: what is new or changed, accept, return with a note. */
import * as activitiesDb from '../../db/activities.ts'
import * as changesDb from '../../db/changes.ts'
import { holders, tell } from '../delivery/promise.ts'
import { textField } from '../dialogue/fields.ts'
import { form } from '../dialogue/form.ts'
import { actions, button, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { CommandHandler, PressHandler } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { fold } from '../understanding/fold.ts'
import { differencesOf } from './diff.ts'
import { accept, item, refused } from './review-one.ts'
import { acceptAll, acceptAllButton, acceptSure, severalOf } from './review-several.ts'
import { lineOf, nameOf } from './show.ts'
import { recordActivity } from './submit.ts'
import { printFacts, wordingButton } from './wording.ts'

const shown = 10
/** "Accept A-2026-0053", «أعد A-2026-0053: …» are done to that one; else what waits is shown. */
export const reviewCommand: CommandHandler = async (turn, asked) => {
  const { reference } = asked.meaning.arguments
  const deed = deedIn(asked.text)
  if (deed?.kind === 'accept' && holds(turn.reader, 'coordinator')) {
    const several = severalOf(turn, asked, (await activitiesDb.waitingForReview(turn.db, turn.reader)).filter(stands))
    if (several) return acceptSure(turn, several)
  }
  if (!reference || !deed || !holds(turn.reader, 'coordinator')) return queue(turn, 0)
  const a = await activitiesDb.byReference(turn.db, turn.reader, reference)
  if (!a) return { views: [warn(turn.speak, 'activity.notFound')] }
  const args = { id: a.id, version: String(a.version) }
  if (deed.kind === 'accept') return accept(turn, args)
  const found = await item(turn, args)
  return 'answer' in found
    ? found.answer
    : { begin: { form: 'review.return', args, ...(deed.note ? { values: { note: deed.note } } : {}), dialog: asked.dialog } }
}

/** What is said of one that waits: to accept it, or to return it with the note behind a colon; folded words. */
function deedIn(said: string): { kind: 'accept' } | { kind: 'return'; note: string | null } | null {
  const head = fold(said.split(/[:：]/u)[0] ?? '')
  if (/\breturn\b|\bsend back\b|(?:^| )(?:ا?عد|ا?عيدوا?|اعاده|ا?رجع|ا?رجعوا?|ردوا?)(?: |$)/.test(head)) {
    const note = /[:：]\s*([\s\S]{2,500})$/u.exec(said)?.[1]?.trim()
    return { kind: 'return', note: note ?? null }
  }
  return /\b(?:accept|approve|ok)\b|(?:^| )(?:ا?قبل|ا?قبلوا|قبول|ا?عتمد|ا?عتمدوا|اعتماد|نقبل|نعتمد|وافق|اوافق)(?: |$)/.test(head)
    ? { kind: 'accept' }
    : null
}

/** What waits from the `from`th on; of what was dealt with meanwhile there is nothing left to skip. */
async function queue(turn: Turn, from: number): Promise<Answer> {
  if (!holds(turn.reader, 'coordinator')) return refused(turn)
  const { speak } = turn
  const waiting = await activitiesDb.waitingForReview(turn.db, turn.reader)
  const page = waiting.slice(from, from + shown)
  const changed = await changedSince(turn, page)
  return {
    views: [
      view(turn.language, [
        heading(speak.say('review.title')),
        text(speak.say('review.count', { n: waiting.length }), 'subtle'),
        list(
          page.map(a => {
            const line = lineOf(a, turn)
            const args = { id: a.id, version: String(a.version) }
            // The line's own marks say that it was withdrawn.
            if (!stands(a))
              return {
                text: line.text,
                detail: [line.detail, ...(a.lifecycleReason ? [speak.say('review.because', { reason: a.lifecycleReason })] : [])].join(
                  '\n',
                ),
                actions: [button(speak, 'review.seen', 'review.seen', args), button(speak, 'activity.open', 'activity.open', { id: a.id })],
              }
            return {
              text: line.text,
              detail: [
                `${line.detail} · ${speak.say(a.review === 'changed' || a.review === 'returned' ? 'review.changed' : 'review.new')}`,
                ...(changed.get(a.id) ?? []),
                ...printLines(a, speak),
              ].join('\n'),
              actions: [
                button(speak, 'review.accept', 'review.accept', args),
                button(speak, 'review.return', 'review.return', args),
                wordingButton(speak, a),
                button(speak, 'activity.open', 'activity.open', { id: a.id }),
              ],
            }
          }),
        ),
        actions([
          ...(waiting.length > from + shown ? [button(speak, 'activity.more', 'review.page', { from: String(from + shown) })] : []),
          ...(page.filter(stands).length > 1 ? [acceptAllButton(turn, page.filter(stands))] : []),
        ]),
      ]),
    ],
  }
}

/** What the edition will print of it, where the centre has worded it. */
const printLines = (a: Activity, speak: Turn['speak']): string[] =>
  printFacts(a.print, speak).flatMap(([label, value]) => (value ? [speak.say('review.prints', { _label: label, value })] : []))

/** Of those that were reviewed before: exactly what reads otherwise since then, a line for each field. */
async function changedSince(turn: Turn, list: readonly Activity[]): Promise<Map<string, string[]>> {
  const reviewed = list.filter(a => a.review === 'changed' || a.review === 'returned')
  const made = await changesDb.ofSeveral(
    turn.db,
    turn.network.id,
    'activity',
    reviewed.map(a => a.id),
  )
  return new Map(
    reviewed.map(a => {
      const changes = made.get(a.id) ?? []
      const last = changes.findLastIndex(c => c.action === 'reviewed' || c.action === 'returned')
      const before = changes.slice(last + 1).find(c => c.action === 'edited')?.before
      const lines = (before ? differencesOf(before, a, turn) : []).map(d =>
        turn.speak.say('review.difference', {
          _label: d.label,
          from: d.from ?? turn.speak.say('review.nothing'),
          to: d.to ?? turn.speak.say('review.nothing'),
        }),
      )
      return [a.id, lines]
    }),
  )
}

const stands = (a: Activity): boolean => a.lifecycle !== 'withdrawn' && a.lifecycle !== 'cancelled'

/** What was taken out needs no answer: the centre has seen it. */
async function seen(turn: Turn, args: Record<string, string>): Promise<Answer> {
  if (!holds(turn.reader, 'coordinator')) return refused(turn)
  const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
  if (!a) return { views: [warn(turn.speak, 'activity.notFound')] }
  const done = { reference: a.reference }
  if (stands(a)) return { views: [warn(turn.speak, 'activity.changedMeanwhile', done)] }
  if (a.review === 'reviewed') return { views: [view(turn.language, [notice('info', turn.speak.say('review.done', done))])] }
  await activitiesDb.review(turn.db, turn.network.id, a.id, a.version, { review: 'reviewed', reviewNote: null })
  await recordActivity(turn, a, 'reviewed', { review: a.review }, { review: 'reviewed', version: a.version })
  return { views: [view(turn.language, [notice('good', turn.speak.say('review.seenDone', done))])] }
}

export const reviewPresses: Record<string, PressHandler> = {
  'review.page': (turn, args) => {
    const from = Number(args.from)
    return queue(turn, Number.isInteger(from) && from > 0 ? from : 0)
  },
  'review.seen': seen,
  'review.accept': accept,
  'review.acceptAll': acceptAll,
  'review.return': async (turn, args, how) => {
    const found = await item(turn, args)
    return 'answer' in found
      ? found.answer
      : { begin: { form: 'review.return', args: { id: args.id ?? '', version: args.version ?? '' }, dialog: how.dialog } }
  },
}

/** "Return with a note": the owner is told, and answers by editing. */
export const returnForm = form<Record<string, unknown>, Activity>({
  id: 'review.return',
  title: 'review.noteTitle',
  submit: 'review.send',
  confirm: false,
  fields: { note: textField('note', { label: 'review.note', ask: 'review.askNote', need: 'required', min: 2, max: 500, long: true }) },
  about: ({ speak }, a) => [text(speak.say('review.noteOf', { title: speak.pick(a.title), reference: a.reference }), 'strong')],
  load: async (turn, args) => {
    const found = await item(turn, args)
    return 'answer' in found ? { ok: false, view: (found.answer.views ?? [])[0] as View } : { ok: true, value: found.activity }
  },
  outcome: async (turn, args) => {
    const found = await item(turn, args)
    return 'answer' in found ? (found.answer.views?.[0] ?? null) : null
  },
  save: async (values, turn, a) => {
    const note = String(values.note)
    if (!(await activitiesDb.review(turn.db, turn.network.id, a.id, a.version, { review: 'returned', reviewNote: note })))
      return warn(turn.speak, 'activity.changedMeanwhile', { reference: a.reference })
    await recordActivity(turn, a, 'returned', { review: a.review }, { review: 'returned', version: a.version, note })
    const owners = await holders(turn, 'member', [a.ownerId])
    await tell(turn, owners, language => {
      const speak = turn.voice(language)
      return view(language, [
        notice('warning', speak.say('activity.returnedTold', { reference: a.reference, title: speak.pick(a.title), note })),
        text(speak.say('activity.returnedHow')),
        actions([button(speak, 'activity.edit', 'activity.edit', { id: a.id, version: String(a.version) }, { style: 'primary' })]),
      ])
    })
    return view(turn.language, [
      notice('good', turn.speak.say('review.returnedDone', { reference: a.reference, organization: nameOf(turn, a.ownerId) })),
    ])
  },
})
