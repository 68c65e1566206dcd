/** The edition of a month's achievements: previewed, issued under a number, frozen, read within what the reader may see, and announced. */
import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import * as changes from '../../db/changes.ts'
import * as people from '../../db/people.ts'
import * as storiesDb from '../../db/stories.ts'
import { announce } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, divider, facts, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import { holds, type Reader } from '../model/people.ts'
import type { FrozenStory, Story } from '../model/stories.ts'
import type { Part, View } from '../model/view.ts'
import { numberOf } from '../plan/edition.ts'
import { addMonths, thisMonth } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { pastMonth } from '../understanding/past-month.ts'
import { figureOf, organizationName, toldParts } from './show.ts'

const series = 'achievements'
/** Stories on one page. */
const perPage = 4

export const achievementsSaid = (said: string): boolean => /achievement|انجاز/.test(fold(said))
const issues =
  /\b(issue|make|compile|prepare|publish|freeze|create|produce|build|release)\b|(^| )[ن]?(اصدر|اصدروا|نصدر|جهز|جهزوا|نجهز|اعد|نعد|اعداد|انشر|نشر|ننشر|جمد|سو|سوي|نسوي|اطلع|طلع)(?= |$)/

/** "Issue the achievements of November", "achievements edition 3", «إصدار الإنجازات». */
export async function editionAsked(turn: Turn, asked: Asked): Promise<Answer> {
  const said = asked.meaning.arguments
  const number = said.edition ? numberOf(said.edition) : undefined
  const month = monthSaid(turn, asked)
  if (!number && issues.test(fold(asked.text)) && holds(turn.reader, 'coordinator'))
    return { views: [await preview(turn, month ?? (await monthToIssue(turn)))] }
  return askEdition(turn, { month, number })
}

/** Achievements are of what has been. */
export function monthSaid(turn: Turn, asked: Asked): string | undefined {
  const said = asked.meaning.arguments.month ?? asked.meaning.arguments.from?.slice(0, 7)
  return said && pastMonth(said, thisMonth(turn), asked.text)
}

/** The present month, or in its first days, while it has no story yet, the one that ended. */
async function monthToIssue(turn: Turn): Promise<string> {
  const month = thisMonth(turn)
  return (await storiesDb.approved(turn.db, everything(turn), { month })).length > 0 ? month : addMonths(month, -1)
}

/** An edition by its number, of a month, or the newest; where there is none, the centre is shown what it would hold. */
export async function askEdition(turn: Turn, of: { month?: string | undefined; number?: number | undefined }): Promise<Answer> {
  const { speak } = turn
  const found = of.number
    ? await storiesDb.edition(turn.db, turn.reader, of.number)
    : await storiesDb.latestEdition(turn.db, turn.reader, of.month)
  if (found) return { views: [await editionView(turn, found, 0)] }
  const latest = await storiesDb.latestEdition(turn.db, turn.reader)
  if (!of.number && holds(turn.reader, 'coordinator')) return { views: [await preview(turn, of.month ?? (await monthToIssue(turn)))] }
  return {
    views: [
      view(turn.language, [
        notice('warning', of.number ? speak.say('achievements.none', { number: of.number }) : speak.say('achievements.noneYet')),
        actions(
          latest
            ? [button(speak, 'achievements.open', 'achievements.show', { n: String(latest.number) }, { values: { number: latest.number } })]
            : [],
        ),
      ]),
    ],
  }
}

// ---- reading ----

export type ReadAchievements = { edition: storiesDb.Edition; rows: { storyId: string; snapshot: FrozenStory }[] }

/** An edition as far as a reader may see it; null where there is none of that number. */
export async function readAchievements(scene: Pick<Scene, 'db'>, reader: Reader, number: number): Promise<ReadAchievements | null> {
  const edition = await storiesDb.edition(scene.db, reader, number)
  return edition && { edition, rows: await storiesDb.rowsOfEdition(scene.db, reader, number) }
}

async function editionView(turn: Turn, edition: storiesDb.Edition, from: number): Promise<View> {
  const { speak } = turn
  const rows = await storiesDb.rowsOfEdition(turn.db, turn.reader, edition.number)
  const page = rows.slice(from, from + perPage)
  const rest = rows.length - from - page.length
  const by = from === 0 ? await people.member(turn.db, turn.network, edition.issuedBy) : null
  const n = String(edition.number)
  const title = speak.say('achievements.title', { number: edition.number })
  return view(
    turn.language,
    [
      heading(title),
      ...(from === 0
        ? [
            facts([
              [speak.say('story.month'), speak.month(edition.month)],
              [speak.say('achievements.issued'), speak.instant(edition.issuedAt)],
              [speak.say('achievements.issuedBy'), by ? speak.pick(by.name) : null],
            ]),
            text(speak.say('story.count', { n: rows.length }), 'subtle'),
          ]
        : []),
      ...page.flatMap(r => [divider, ...toldParts(r.snapshot, speak, r.snapshot)]),
      actions([
        ...(rest > 0 ? [button(speak, 'story.more', 'achievements.page', { n, i: String(from + perPage) }, { values: { n: rest } })] : []),
        button(speak, 'achievements.asFile', 'export.make', { h: n, x: 'docx' }),
      ]),
    ],
    title,
  )
}

// ---- issuing ----

/** All that stands of the network: what an edition freezes does not depend on who issues it. */
const everything = (turn: Pick<Turn, 'reader'>): Reader => ({ ...turn.reader, roles: ['coordinator'] })

const stampOf = (all: readonly Story[]): string =>
  createHash('sha256')
    .update(all.map(s => `${s.id}:${s.version}`).join(' '))
    .digest('hex')
    .slice(0, 16)

/** By organization as the network lists them, each one's in the order they were told. */
async function toIssue(turn: Turn, month: string): Promise<Story[]> {
  const place = new Map(turn.organizations.map((o, n) => [o.id, n]))
  const all = await storiesDb.approved(turn.db, everything(turn), { month })
  return all.sort((a, b) => (place.get(a.organizationId) ?? 0) - (place.get(b.organizationId) ?? 0))
}

async function preview(turn: Turn, month: string): Promise<View> {
  const { speak } = turn
  const all = await toIssue(turn, month)
  if (all.length === 0) return warn(speak, 'achievements.nothing', { month: speak.month(month) })
  const waits = (await storiesDb.waiting(turn.db, turn.reader)).filter(s => s.month === month)
  return view(turn.language, [
    heading(speak.say('achievements.preview', { month: speak.month(month) })),
    text(speak.say('story.count', { n: all.length }), 'subtle'),
    list(all.map(s => ({ text: speak.pick(s.headline), detail: speak.pick(organizationName(turn, s.organizationId)) }))),
    ...(waits.length > 0 ? [notice('warning' as const, speak.say('achievements.waits', { n: waits.length }))] : []),
    actions([button(speak, 'achievements.issue', 'achievements.issue', { m: month, s: stampOf(all) }, { style: 'primary' })]),
  ])
}

function freeze(turn: Turn, s: Story): FrozenStory {
  const { headline, change, figure, figureHow, quote, quoteBy, picture } = s
  return {
    version: 1,
    headline,
    change,
    figure,
    figureHow,
    // An edition is for everybody: what its speaker has not agreed to is not in it at all.
    quote: s.consent ? quote : null,
    quoteBy: s.consent ? quoteBy : null,
    picture,
    organization: organizationName(turn, s.organizationId),
    activity: s.activity,
  }
}

const issuePress: PressHandler = async (turn, args): Promise<Answer> => {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const month = args.m ?? ''
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return { views: [warn(turn.speak, 'dialogue.stale')] }
  await storiesDb.holdEditions(turn.db, turn.network.id)
  const all = await toIssue(turn, month)
  const latest = await storiesDb.latestEdition(turn.db, turn.reader, month)
  const frozen = latest ? await storiesDb.frozenIn(turn.db, turn.network.id, latest.number) : []
  // Pressed twice, or by two: what is issued already is shown.
  if (latest && frozen.map(f => `${f.id}:${f.version}`).join(' ') === all.map(s => `${s.id}:${s.version}`).join(' '))
    return { replace: await editionView(turn, latest, 0) }
  if (stampOf(all) !== args.s) return { replace: await preview(turn, month) }
  const number = await changes.nextNumber(turn.db, turn.network.id, series)
  const edition = { networkId: turn.network.id, number, month, issuedAt: turn.now, issuedBy: turn.member.id }
  await storiesDb.addEdition(
    turn.db,
    edition,
    all.map(story => ({ story, snapshot: freeze(turn, story) })),
  )
  await record(turn, turn.member.id, {
    entity: 'story',
    id: `edition:${number}`,
    action: 'issued',
    after: { number, month, stories: all.length },
  })
  await announceAchievements(turn, number)
  return { replace: await editionView(turn, edition, 0) }
}

const channelReader = (networkId: string, now: Temporal.Instant): Reader => ({
  networkId,
  memberId: '',
  organizationId: '',
  roles: ['observer'],
  now,
})

/** Posts in the network's channels that an edition was issued, with what everybody may see of it. */
async function announceAchievements(scene: Scene, number: number): Promise<void> {
  const read = await readAchievements(scene, channelReader(scene.network.id, scene.now), number)
  if (!read || read.rows.length === 0) return
  await announce(
    scene,
    language => {
      const speak = scene.voice(language)
      const sentence = speak.say('achievements.announced', { number, month: speak.month(read.edition.month) })
      return view(
        language,
        [
          heading(speak.say('achievements.title', { number })),
          text(sentence),
          list(read.rows.map(r => ({ text: speak.pick(r.snapshot.headline), detail: speak.pick(r.snapshot.organization) }))),
        ],
        sentence,
      )
    },
    { dedupe: `achievements:${number}`, subject: `achievements:${number}` },
  )
}

export const editionPresses: Record<string, PressHandler> = {
  'achievements.issue': issuePress,
  'achievements.page': async (turn, args) => {
    const edition = await storiesDb.edition(turn.db, turn.reader, Number(args.n))
    return edition
      ? { views: [await editionView(turn, edition, Math.max(0, Math.trunc(Number(args.i)) || 0))] }
      : { views: [warn(turn.speak, 'dialogue.stale')] }
  },
}

// ---- for the meeting ----

/** What the meeting hears of a month: its stories as the reader may see them, and the edition of it where one was issued. */
export type MeetingStories = { month: string; stories: Story[]; edition: number | null }

/** `month` is YYYY-MM: the one that the meeting looks back on. */
export async function storiesForMeeting(scene: Pick<Scene, 'db'>, reader: Reader, month: string): Promise<MeetingStories> {
  return {
    month,
    stories: await storiesDb.approved(scene.db, reader, { month }),
    edition: (await storiesDb.latestEdition(scene.db, reader, month))?.number ?? null,
  }
}

/** The lines of the agenda about them; none where there is no story. */
export function storyLines(found: MeetingStories, scene: Pick<Scene, 'organizations'>, speak: Speak): Part[] {
  if (found.stories.length === 0) return []
  return [
    list(
      found.stories.map(s => ({
        text: speak.pick(s.headline),
        detail: [speak.pick(organizationName(scene, s.organizationId)), figureOf(s, speak)].filter(Boolean).join(' · '),
      })),
    ),
    ...(found.edition ? [text(speak.say('achievements.inEdition', { number: found.edition }), 'subtle')] : []),
  ]
}
