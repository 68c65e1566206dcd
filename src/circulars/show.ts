/** A circular as its readers see it, as the centre sees it with who has read it, and the list of the latest. Pure. */
import type { Circular, Reading } from '../../db/circulars.ts'
import { actions, button, facts, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import type { Audience } from '../model/circular.ts'
import type { Bilingual, Language, Member, Organization } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'

export const subjectOf = (id: string): string => `circular:${id}`

/** Organizations on one card of the centre's. */
export const pageSize = 10
/** Characters of a text where only its beginning is shown. */
const startLength = 90

export function startOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length > startLength ? `${letters.slice(0, startLength).join('').trimEnd()}…` : line
}

/** What is said in a language, on a card that may be of the other: it keeps its own direction, line by line. */
export const saidOn = (card: Language, language: Language, said: string): string =>
  language === card ? said : said.split('\n').map(isolate).join('\n')

/** A wording in a language, else in the other one. */
function wordingOn(card: Language, words: Bilingual, language: Language): string {
  const own = words[language]
  const shown = own === undefined ? (language === 'ar' ? 'en' : 'ar') : language
  const said = own ?? words[shown] ?? ''
  return saidOn(card, shown, said)
}

/** What a reader reads of it, but for its heading and buttons: also how it is previewed, on a card that may be of the other language. */
export function bodyOf(
  speak: Speak,
  c: { urgent: boolean; line: boolean; text: Bilingual; version: number },
  card: Language = speak.language,
): Part[] {
  const on = (said: string) => saidOn(card, speak.language, said)
  return [
    ...(c.urgent ? [notice('warning', on(speak.say('circular.isUrgent')))] : []),
    ...(c.version > 1 ? [notice('info', on(speak.say('circular.isCorrected')))] : []),
    text(wordingOn(card, c.text, speak.language)),
    ...(c.line ? [text(on(speak.say('circular.isLine')), 'subtle' as const)] : []),
  ]
}

export const headingOf = (speak: Speak, reference: string | null): string =>
  reference ? speak.say('circular.heading', { reference }) : speak.say('circular.headingUnnumbered')

/** A reader's own card. `remind` stands on one that comes again. */
export function readerView(speak: Speak, c: Circular, reading: Reading, how: { remind?: boolean } = {}): View {
  const title = headingOf(speak, c.reference)
  if (c.state === 'recalled') return view(speak.language, [heading(title), notice('warning', speak.say('circular.isRecalled'))])
  const args = { id: c.id, version: String(c.version) }
  const buttons: Action[] = []
  if (!reading.acknowledgedAt) buttons.push(button(speak, 'circular.acknowledge', 'circular.read', args, { style: 'primary' }))
  if (!reading.answer) buttons.push(button(speak, 'circular.answer', 'circular.answer', args, { opensForm: true }))
  return view(
    speak.language,
    [
      heading(title),
      ...(how.remind && !reading.acknowledgedAt ? [notice('warning', speak.say('circular.reminder'))] : []),
      ...bodyOf(speak, c),
      ...(reading.acknowledgedAt
        ? [notice('good', speak.say('circular.acknowledgedAt', { at: speak.instant(reading.acknowledgedAt) }))]
        : []),
      ...(reading.answer ? [text(speak.say('circular.yourAnswer', { answer: reading.answer }), 'subtle')] : []),
      actions(buttons),
    ],
    `${title}: ${startOf(speak.pick(c.text))}`,
  )
}

/** For whom it is, in words. */
export function audienceSaid(speak: Speak, audience: Audience, organizations: readonly Organization[]): string {
  if (audience.all) return speak.say('circular.toAll')
  return speak.list([
    ...audience.organizationIds.flatMap(id => {
      const found = organizations.find(o => o.id === id)
      return found ? [speak.pick(found.name)] : []
    }),
    ...audience.roles.map(r => speak.say('circular.toRole', { _role: r })),
  ])
}

/** Who is to read the present wording, as far as they are still of the network. */
export type Reader = { member: Member; reading: Reading }

/** The centre's card: the wording, then who has read it and who has not, by organization, those that still owe it first. */
export function centreView(
  scene: Pick<Scene, 'organizations'>,
  speak: Speak,
  c: Circular,
  readers: readonly Reader[],
  how: { sentBy: Member | null; page?: number; note?: Part | undefined },
): View {
  const read = readers.filter(r => r.reading.acknowledgedAt)
  const answers = readers.filter(r => r.reading.answer)
  const recalled = c.state === 'recalled'
  const owing = readers.length > read.length && !recalled
  const groups = byOrganization(scene, speak, readers)
  const pages = Math.max(1, Math.ceil(groups.length / pageSize))
  const page = Math.min(Math.max(how.page ?? 0, 0), pages - 1)
  const turnTo = (n: number) => ({ id: c.id, page: String(n) })
  return view(speak.language, [
    ...(how.note ? [how.note] : []),
    heading(speak.say('circular.title', { reference: c.reference })),
    ...(recalled && c.recalledAt ? [notice('warning', speak.say('circular.recalledAt', { at: speak.instant(c.recalledAt) }))] : []),
    ...(c.version > 1 ? [notice('info', speak.say('circular.correctedTimes', { n: c.version - 1 }))] : []),
    facts([
      [speak.say('circular.sent'), speak.instant(c.sentAt)],
      [speak.say('circular.by'), how.sentBy ? speak.pick(how.sentBy.name) : null],
      [speak.say('circular.to'), audienceSaid(speak, c.audience, scene.organizations)],
      [speak.say('circular.urgency'), speak.say('circular.urgencyIs', { _urgency: c.line ? 'line' : c.urgent ? 'urgent' : 'normal' })],
    ]),
    ...(['ar', 'en'] as const).flatMap(l => (c.text[l] ? [text(wordingOn(speak.language, c.text, l))] : [])),
    text(speak.say('circular.readBy', { n: read.length, of: readers.length }), 'strong'),
    list(groups.slice(page * pageSize, (page + 1) * pageSize)),
    actions([
      ...(page > 0 ? [button(speak, 'circular.earlier', 'circular.show', turnTo(page - 1))] : []),
      ...(page < pages - 1 ? [button(speak, 'circular.later', 'circular.show', turnTo(page + 1))] : []),
    ]),
    actions([
      ...(owing ? [button(speak, 'circular.remind', 'circular.remind', { id: c.id }, { style: 'primary' })] : []),
      ...(answers.length > 0
        ? [button(speak, 'circular.answers', 'circular.answers', { id: c.id }, { values: { n: answers.length } })]
        : []),
      ...(recalled
        ? []
        : [
            button(speak, 'circular.correct', 'circular.correct', { id: c.id }, { opensForm: true }),
            button(speak, 'circular.recall', 'circular.recall', { id: c.id }, { style: 'danger' }),
          ]),
      button(speak, 'circular.all', 'circular.list'),
    ]),
  ])
}

function byOrganization(scene: Pick<Scene, 'organizations'>, speak: Speak, readers: readonly Reader[]) {
  const named = (all: readonly Reader[]) => speak.list(all.map(r => speak.pick(r.member.name)))
  const groups = scene.organizations.flatMap(organization => {
    const theirs = readers.filter(r => r.member.organizationId === organization.id)
    if (theirs.length === 0) return []
    const read = theirs.filter(r => r.reading.acknowledgedAt)
    const not = theirs.filter(r => !r.reading.acknowledgedAt)
    const detail = [
      ...(not.length > 0 ? [speak.say('circular.notRead', { _people: named(not) })] : []),
      ...(read.length > 0 ? [speak.say('circular.haveRead', { _people: named(read) })] : []),
    ].join('\n')
    return [{ owes: not.length > 0, text: speak.pick(organization.name), detail }]
  })
  return [...groups.filter(g => g.owes), ...groups.filter(g => !g.owes)].map(({ text, detail }) => ({ text, detail }))
}

/** The answers that came, each with who gave it. */
export function answersView(scene: Pick<Scene, 'organizations'>, speak: Speak, c: Circular, readers: readonly Reader[]): View {
  return view(speak.language, [
    heading(speak.say('circular.answersTo', { reference: c.reference })),
    list(
      readers.flatMap(({ member, reading }) =>
        reading.answer ? [{ text: reading.answer, detail: personSaid(scene, speak, member) }] : [],
      ),
    ),
    actions([button(speak, 'circular.open', 'circular.show', { id: c.id })]),
  ])
}

export const personSaid = (scene: Pick<Scene, 'organizations'>, speak: Speak, member: Member): string =>
  speak.say('circular.person', {
    name: speak.pick(member.name),
    organization: speak.pick(scene.organizations.find(o => o.id === member.organizationId)?.name ?? {}),
  })

/** The latest, newest first. */
export function listView(speak: Speak, all: readonly Circular[], counts: ReadonlyMap<string, { readers: number; read: number }>): View {
  return view(speak.language, [
    heading(speak.say('circular.latest')),
    ...(all.length === 0 ? [text(speak.say('circular.noneYet'))] : []),
    list(
      all.map(c => {
        const n = counts.get(c.id) ?? { readers: 0, read: 0 }
        return {
          text: speak.say('circular.line', { reference: c.reference, start: startOf(speak.pick(c.text)) }),
          detail:
            c.state === 'recalled'
              ? speak.say('circular.lineRecalled', { at: speak.instant(c.sentAt) })
              : speak.say('circular.lineRead', { at: speak.instant(c.sentAt), n: n.read, of: n.readers }),
          actions: [button(speak, 'circular.openOne', 'circular.show', { id: c.id }, { values: { reference: c.reference } })],
        }
      }),
    ),
    actions([button(speak, 'circular.write', 'circular.write', {}, { style: 'primary', opensForm: true })]),
  ])
}
