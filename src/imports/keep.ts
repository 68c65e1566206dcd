/** Rows that wait for their confirmation, kept as a file of the person's own, and what adding them does: all of them or none. */
import { z } from 'zod'
import * as activitiesDb from '../../db/activities.ts'
import * as dueDb from '../../db/due.ts'
import * as filesDb from '../../db/files.ts'
import * as people from '../../db/people.ts'
import { newNumbers, type Writer, write } from '../activities/submit.ts'
import { keepFile } from '../delivery/files.ts'
import { tell } from '../delivery/promise.ts'
import { actions, button, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { DueHandler } from '../dialogue/wing.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import { type Activity, when } from '../model/activity.ts'
import { holds, type Language, type Member } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { type Plan, unknown } from './plan.ts'

/** With more rows than these the person is told that it will take a while, and told again when it is done. */
const longRows = 60
export const runDue = 'import.run'
/** Minutes after which a long list that is not in by then is given up, and the person told so. */
const patience = 10
export const lateDue = 'import.late'

const waiting = z.object({
  version: z.literal(1),
  name: z.string(),
  through: z.string(),
  language: z.enum(['ar', 'en']),
  rows: z.array(
    z.object({
      id: z.string(),
      ownerId: z.string(),
      when,
      titles: z.array(z.string()),
      values: z.record(z.string(), z.unknown()),
    }),
  ),
})
type Waiting = z.infer<typeof waiting>

/** Keeps what a preview shows, and returns the id by which it is added. */
export async function keepRows(turn: Turn, name: string, { add }: Plan): Promise<string> {
  const rows = add.map(({ id, ownerId, when, titles, values }) => ({ id, ownerId, when, titles, values }))
  const kept: Waiting = { version: 1, name, through: turn.through, language: turn.language, rows }
  const bytes = new TextEncoder().encode(JSON.stringify(kept))
  return (await keepFile(turn, { name, mime: 'application/json', bytes, reader: turn.member.id })).id
}

/** What waits under an id, for whoever sent it. */
async function waitingFor(scene: Scene, id: string): Promise<{ memberId: string; what: Waiting } | null> {
  const file = await filesDb.file(scene.db, scene.network.id, id)
  const bytes = file?.memberId && file.mime === 'application/json' ? await filesDb.bytesOf(scene.db, scene.network.id, id) : null
  const read = bytes ? waiting.safeParse(JSON.parse(new TextDecoder().decode(bytes))) : null
  return file?.memberId && read?.success ? { memberId: file.memberId, what: read.data } : null
}

/** The confirmation: a short list is added at once, a long one by the clock, in one transaction of its own. */
export async function addPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = args.id ? await waitingFor(turn, args.id) : null
  if (!found || found.memberId !== turn.reader.memberId) return { replace: warn(turn.speak, 'import.gone') }
  const { what } = found
  if (what.rows.length > longRows) {
    const subject = args.id ?? ''
    await dueDb.set(turn.db, turn.network.id, { kind: runDue, subject, at: turn.now })
    await dueDb.set(turn.db, turn.network.id, { kind: lateDue, subject, at: turn.now.add({ minutes: patience }) })
    return { replace: view(turn.language, [notice('info', turn.speak.say('import.adding', { n: what.rows.length, name: what.name }))]) }
  }
  return { replace: await addAll(turn, what, turn.speak) }
}

export async function dropPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = args.id ? await waitingFor(turn, args.id) : null
  if (found && found.memberId !== turn.reader.memberId) return { replace: warn(turn.speak, 'import.gone') }
  if (found) await filesDb.letGo(turn.db, turn.network.id, args.id ?? '')
  return { replace: view(turn.language, [text(turn.speak.say('import.dropped'))]) }
}

/** A long list's turn: everything in the transaction of its due row, so that all of it is added or nothing. */
export const run: DueHandler = async (scene, id) => {
  const found = await waitingFor(scene, id)
  const member = found && (await people.member(scene.db, scene.network, found.memberId))
  if (!found || !member?.active) return
  const writer: Writer = { ...scene, through: found.what.through, member, language: found.what.language, reader: readerOf(scene, member) }
  await dueDb.clear(scene.db, scene.network.id, lateDue, id)
  const said = new Map<Language, View>()
  const done = await add(writer, found.what)
  for (const language of ['ar', 'en'] as const) said.set(language, doneView(scene.voice(language), found.what, done))
  await tell(scene, [member], language => said.get(language) ?? doneView(scene.voice(language), found.what, done), { urgent: true })
}

/** It failed, again and again: nothing of it was added, and nothing will be behind the person's back. */
export const late: DueHandler = async (scene, id) => {
  const found = await waitingFor(scene, id)
  const member = found && (await people.member(scene.db, scene.network, found.memberId))
  await dueDb.clear(scene.db, scene.network.id, runDue, id)
  await filesDb.letGo(scene.db, scene.network.id, id)
  if (found && member?.active)
    await tell(scene, [member], l => warn(scene.voice(l), 'import.failed', { name: found.what.name }), { urgent: true })
}

const readerOf = (scene: Scene, member: Member): Turn['reader'] => ({
  networkId: scene.network.id,
  memberId: member.id,
  organizationId: member.organizationId,
  roles: member.roles,
  now: scene.now,
})

const addAll = async (writer: Writer, what: Waiting, speak: Speak): Promise<View> => doneView(speak, what, await add(writer, what))

/** Null where the person may no longer write for one of the organizations: then nothing is added. */
async function add(writer: Writer, what: Waiting): Promise<{ added: Activity[]; exists: number } | null> {
  const may = (ownerId: string) =>
    holds(writer.reader, 'coordinator') || (holds(writer.reader, 'member') && ownerId === writer.reader.organizationId)
  if (!what.rows.every(r => may(r.ownerId))) return null
  // Since the preview somebody else may have added the same.
  const { rows, exists } = await unknown(writer, what.rows)
  const added: Activity[] = []
  const first = rows.length > 0 ? await newNumbers(writer, rows.length) : 0
  for (const [i, row] of rows.entries()) {
    const priorities = typeof row.values.priority === 'string' ? [{ id: row.values.priority, month: '', title: {} }] : []
    added.push(await write(row.values, writer, { activity: null, ownerId: row.ownerId, priorities }, row.id, first + i))
  }
  const ids = added.map(a => a.id)
  return { added: await activitiesDb.byIds(writer.db, writer.reader, ids), exists }
}

/** Numbers that are said one by one. */
const named = 10

function doneView(speak: Speak, what: Waiting, done: { added: Activity[]; exists: number } | null): View {
  if (!done) return warn(speak, 'activity.maySubmit')
  const { added, exists } = done
  if (added.length === 0) return view(speak.language, [notice('info', speak.say('import.nothingNew', { name: what.name, n: exists }))])
  return view(speak.language, [
    notice('good', speak.say('import.done', { n: added.length, name: what.name })),
    ...(exists > 0 ? [text(speak.say('import.exists', { n: exists }))] : []),
    list(added.slice(0, named).map(a => ({ text: `${isolate(a.reference)} · ${speak.pick(a.title)}`, detail: speak.shortWhen(a.when) }))),
    ...(added.length > named ? [text(speak.say('import.more', { n: added.length - named }), 'subtle')] : []),
    ...(added.some(a => a.late) ? [notice('info', speak.say('activity.lateNote'))] : []),
    actions([button(speak, 'import.show', 'command', { name: 'my_events' })]),
  ])
}
