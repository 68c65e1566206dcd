/** Who really came to a meeting, noted by a coordinator: what people answered to the invitation is there to begin with. */
import * as agendaDb from '../../db/agenda.ts'
import * as minutesDb from '../../db/minutes.ts'
import { nameOf } from '../activities/show.ts'
import { insteadOf, invitees, namesOf } from '../agenda/invitation.ts'
import { choicesField } from '../dialogue/fields.ts'
import { type Choice, form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { notice, onlyFor, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import { previewOf } from './preview.ts'

/** A person each, by the id of whoever was invited; in their place stands whoever came instead. */
type Work = { meetingId: string; people: Choice[] }

/** Those who came as far as is known: as it was noted, else as they answered. */
async function standing(turn: Turn, meetingId: string): Promise<string[]> {
  const rows = await agendaDb.attendanceOf(turn.db, turn.network.id, meetingId)
  const noted = rows.some(r => r.came !== null)
  return rows.filter(r => (noted ? r.came === true : r.answer === 'yes' || r.answer === 'other')).map(r => r.memberId)
}

async function workOf(turn: Turn, meetingId: string): Promise<Work> {
  const names = await namesOf(turn)
  const rows = new Map((await agendaDb.attendanceOf(turn.db, turn.network.id, meetingId)).map(r => [r.memberId, r]))
  const people = (await invitees(turn)).map(m => {
    const row = rows.get(m.id)
    const instead = row?.answer === 'other' ? insteadOf(turn.speak, row, names) : ''
    const name = instead || turn.speak.pick(m.name)
    const both = instead ? [] : [m.name.ar, m.name.en].filter(n => n !== undefined)
    return { value: m.id, label: `${name} (${nameOf(turn, m.organizationId)})`, also: [name, ...both] }
  })
  return { meetingId, people: people.sort((a, b) => a.label.localeCompare(b.label, turn.language)) }
}

export const presentForm = form<Values, Work>({
  id: 'minutes.present',
  title: 'minutes.present',
  submit: 'dialogue.save',
  confirm: true,
  fields: {
    came: choicesField('came', {
      label: 'minutes.came',
      ask: 'minutes.askCame',
      need: 'asked',
      options: (_asking, load) => (load as Work).people,
    }),
  },
  async load(turn, args) {
    if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
    const walk = args.m ? await minutesDb.walk(turn.db, turn.network.id, args.m) : null
    return walk ? { ok: true, value: await workOf(turn, walk.meetingId) } : { ok: false, view: warn(turn.speak, 'walk.none') }
  },
  async save(values, turn, { meetingId, people }) {
    const came = Array.isArray(values.came) ? values.came.map(String) : []
    const before = await standing(turn, meetingId)
    await agendaDb.noteCame(
      turn.db,
      turn.network.id,
      meetingId,
      people.map(p => ({ memberId: p.value, came: came.includes(p.value) })),
    )
    await record(turn, turn.member.id, { entity: 'attendance', id: meetingId, action: 'noted', before: { came: before }, after: { came } })
    return previewOf(turn, meetingId, notice('good', turn.speak.say('minutes.cameNoted', { n: came.length })))
  },
})

export const presentPress: PressHandler = async (turn, args, how) => {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const m = args.m ?? ''
  return { begin: { form: presentForm.id, args: { m }, values: { came: await standing(turn, m) }, dialog: how.dialog } }
}
