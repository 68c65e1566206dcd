/** The roster: given as a file or pasted lines, shown as what it would add, change and remove, and put into force with one press, all or nothing. */

import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as people from '../../db/people.ts'
import { boxMax } from '../dialogue/fields.ts'
import { type Asking, type Field, form, type Gathered, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { FileHandler } from '../dialogue/wing.ts'
import type { Said, Speak } from '../locales/speak.ts'
import { holds } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { Part, View } from '../model/view.ts'
import { newOrganization } from './organizations.ts'
import { join, leave, nameIn } from './people.ts'
import { ofOnePerson } from './person.ts'
import { type Difference, difference, type Standing } from './roster-difference.ts'
import { looksLikeRoster, type RosterRow, readRoster, type WrongLine } from './roster-read.ts'

type Load = Standing & { joinedAt: ReadonlyMap<string, Temporal.Instant> }

/** As many wrong lines, and names of each kind, are shown at once; how many more there are is said. */
const mostWrong = 30
const mostNames = 30

export async function rosterCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!holds(turn.reader, 'admin')) return { views: [notAllowed(turn)] }
  return (await ofOnePerson(turn, asked)) ?? begun(asked.text, asked.dialog)
}

const begun = (text: string, dialog: boolean): Answer => ({
  begin: { form: 'roster', text: looksLikeRoster(text) || text.includes('\n') ? text : undefined, dialog },
})

/** An administrator's plain text is a roster, unless another wing knew it for something else. */
export const rosterFile: FileHandler = async (turn, { name, mime, bytes }) => {
  if (!holds(turn.reader, 'admin') || !(/\.(csv|tsv|txt)$/i.test(name) || mime.startsWith('text/'))) return null
  return begun(new TextDecoder('utf-8').decode(bytes), false)
}

const notAllowed = (turn: Turn): View =>
  warn(turn.speak, 'dialogue.notAllowed', { _who: turn.speak.say('network.roles', { _role: 'admin' }) })

/** Every wrong line with its number and what to write. */
function wrongSaid(wrong: readonly WrongLine[], speak: Speak): Said {
  const lines = wrong.slice(0, mostWrong).map(w => speak.say('roster.line', { line: w.line, _what: speak.said(w.said) }))
  if (wrong.length > mostWrong) lines.push(speak.say('roster.moreLines', { n: wrong.length - mostWrong }))
  return { key: 'roster.wrong', values: { n: new Set(wrong.map(w => w.line)).size, _lines: lines.join('\n') } }
}

/** The roster's text as the field's value, when nothing is wrong with it. */
function readLines(said: string, asking: Asking, load: Load): Result<Values, Said> {
  const read = readRoster(said)
  if (!read.ok) return fail(wrongSaid(read.problem, asking.speak))
  if (!difference(read.value, load).keepsAdmin) return fail({ key: 'roster.lastAdmin' })
  return ok({ lines: said, shownAt: asking.context.now })
}

const rowsOf = (values: Values): RosterRow[] => {
  const read = readRoster(typeof values.lines === 'string' ? values.lines : '')
  return read.ok ? read.value : []
}

const lines: Field = {
  label: 'roster.lines',
  ask: 'roster.ask',
  hint: 'roster.hint',
  need: 'required',
  schema: z.string(),
  fills: ['lines', 'shownAt'],
  has: values => typeof values.lines === 'string',
  read: (said, asking, _values, load) => readLines(said, asking, load as Load),
  show: (values, asking) => (values.lines === undefined ? null : asking.speak.say('roster.people', { n: rowsOf(values).length })),
  // A roster too long for the box is not put into it cut: the hint says to send a file.
  inputs: values => ({
    id: 'lines',
    kind: 'long',
    max: boxMax,
    value: typeof values.lines === 'string' && values.lines.length <= boxMax ? values.lines : undefined,
  }),
}

export const rosterForm = form<Values, Load>({
  id: 'roster',
  title: 'roster.title',
  submit: 'roster.apply',
  confirm: true,
  fields: { lines },
  async load(turn) {
    if (!holds(turn.reader, 'admin')) return { ok: false, view: notAllowed(turn) }
    const facts = await people.rosterFacts(turn.db, turn.network.id)
    return {
      ok: true,
      value: {
        members: await people.activeMembers(turn.db, turn.network),
        organizations: turn.organizations,
        rosterLanguage: new Map([...facts].map(([id, f]) => [id, f.rosterLanguage])),
        joinedAt: new Map([...facts].map(([id, f]) => [id, f.joinedAt])),
      },
    }
  },
  gather(said, asking, _values, load): Gathered<Values> {
    const nothing: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
    if (!looksLikeRoster(said)) return nothing
    const read = readLines(said, asking, load)
    return read.ok ? { ...nothing, values: read.value } : { ...nothing, problems: [{ field: 'lines', said: read.problem }] }
  },
  card: (values, asking, load) => cardOf(difference(rowsOf(values), shownOnly(values, load)), asking.speak, load),
  async save(values, turn, load) {
    const found = difference(rowsOf(values), shownOnly(values, load))
    if (!found.keepsAdmin) return warn(turn.speak, 'roster.lastAdmin')
    await apply(turn, found)
    const { speak } = turn
    return view(turn.language, [notice('good', speak.say('roster.done')), text(counts(found, speak))])
  },
})

/** Who joined after the differences were shown was not among them, and stays. */
function shownOnly(values: Values, load: Load): Standing {
  if (typeof values.shownAt !== 'string') return load
  const shownAt = Temporal.Instant.from(values.shownAt)
  const emails = new Set(rowsOf(values).map(r => r.email))
  const since = (id: string) => {
    const joined = load.joinedAt.get(id)
    // Both are kept to the second at least; whoever joined in the very second it was shown is shown.
    return joined !== undefined && Temporal.Instant.compare(joined, shownAt.add({ seconds: 1 })) > 0
  }
  return { ...load, members: load.members.filter(m => !since(m.id) || (m.email !== null && emails.has(m.email))) }
}

const counts = (d: Difference, speak: Speak): string =>
  speak.say('roster.counts', { add: d.add.length, change: d.change.length, remove: d.remove.length, same: d.same })

function cardOf(d: Difference, speak: Speak, load: Load): Part[] {
  const more = (n: number): Part[] => (n > mostNames ? [text(speak.say('roster.moreNames', { n: n - mostNames }), 'subtle')] : [])
  const named = (id: string) => speak.pick(load.organizations.find(o => o.id === id)?.name ?? {})
  const roles = (of: readonly string[]) => speak.list(of.map(r => speak.say('network.roles', { _role: r })))
  const parts: Part[] = [text(counts(d, speak))]
  if (d.organizations.length > 0)
    parts.push(
      notice('warning', speak.say('roster.newOrganizations', { n: d.organizations.length })),
      list(d.organizations.slice(0, mostNames).map(name => ({ text: name }))),
      ...more(d.organizations.length),
    )
  if (d.remove.length > 0)
    parts.push(
      notice('warning', speak.say('roster.removes', { n: d.remove.length })),
      list(
        d.remove
          .slice(0, mostNames)
          .map(m => ({ text: speak.pick(m.name), detail: [named(m.organizationId), m.email].filter(Boolean).join(' · ') })),
      ),
      ...more(d.remove.length),
    )
  if (d.add.length > 0)
    parts.push(
      text(speak.say('roster.adds', { n: d.add.length }), 'strong'),
      list(d.add.slice(0, mostNames).map(r => ({ text: r.name, detail: [r.organization, roles(r.roles), r.email].join(' · ') }))),
      ...more(d.add.length),
    )
  if (d.change.length > 0)
    parts.push(
      text(speak.say('roster.changes', { n: d.change.length }), 'strong'),
      list(
        d.change.slice(0, mostNames).map(({ member, row, what }) => ({
          text: speak.pick(member.name),
          detail: what
            .map(w => {
              const to = {
                name: row.name,
                email: row.email,
                organization: row.organization,
                roles: roles(row.roles),
                language: speak.say('roster.languageName', { _language: row.language ?? '' }),
              }[w]
              return speak.say('roster.changeOf', { _what: w, to })
            })
            .join(' · '),
        })),
      ),
      ...more(d.change.length),
    )
  return parts
}

/** Everything in the turn's own transaction: all of it, or nothing. */
async function apply(turn: Turn, d: Difference): Promise<void> {
  const by = turn.member.id
  const organizationId = async (written: string) => (await newOrganization(turn, by, written)).id
  // Whoever leaves goes first, so that an e-mail that moves to another person is free.
  for (const member of d.remove) await leave(turn, by, member)
  for (const { member, row } of d.change) {
    const name = nameIn(turn, row.name)
    const set = {
      ...(name.ar ? { nameAr: name.ar } : {}),
      ...(name.en ? { nameEn: name.en } : {}),
      email: row.email,
      organizationId: await organizationId(row.organization),
      roles: row.roles,
      ...(row.language ? { rosterLanguage: row.language } : {}),
    }
    await people.changeMember(turn.db, turn.network.id, member.id, set)
    await record(turn, by, { entity: 'member', id: member.id, action: 'roster', before: { ...member }, after: set })
  }
  for (const row of d.add)
    await join(turn, by, {
      name: nameIn(turn, row.name),
      email: row.email,
      organizationId: await organizationId(row.organization),
      roles: row.roles,
      rosterLanguage: row.language,
    })
}
