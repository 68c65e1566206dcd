/** Keeps stories: proposed, worded anew, approved, returned, withdrawn; the record, and the cards that follow. */
import * as people from '../../db/people.ts'
import * as storiesDb from '../../db/stories.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { notice, onlyFor, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { holds, type Member, type Reader } from '../model/people.ts'
import type { Story, StoryState } from '../model/stories.ts'
import type { View } from '../model/view.ts'
import { mayWord, organizationName, storyCard, subjectOf } from './show.ts'

export type Columns = Omit<
  storiesDb.NewStory,
  'networkId' | 'id' | 'organizationId' | 'state' | 'proposedBy' | 'addedAt' | 'changedAt' | 'note' | 'decidedBy' | 'decidedAt' | 'version'
>

const readerOf = (turn: Turn, m: Member): Reader => ({
  networkId: turn.network.id,
  memberId: m.id,
  organizationId: m.organizationId,
  roles: m.roles,
  now: turn.now,
})

/** As the turn's own transaction has it, whoever reads: for the record and for cards. */
const asCentre = (turn: Turn): Reader => ({ ...turn.reader, roles: ['coordinator'] })
async function kept(turn: Turn, id: string): Promise<Story> {
  const found = await storiesDb.byId(turn.db, asCentre(turn), id)
  if (!found) throw new Error(`story ${id} was not stored`)
  return found
}

/** Every card of a story that its owner or the centre holds says how it stands now, each as its holder may read it. */
async function redraw(turn: Turn, s: Story): Promise<void> {
  const members = new Map((await people.activeMembers(turn.db, turn.network)).map(m => [m.id, m]))
  await update(
    turn,
    subjectOf(s.id),
    (language, memberId) => {
      const holder = memberId ? members.get(memberId) : undefined
      const speak = turn.voice(language)
      return holder ? storyCard(turn, s, speak, readerOf(turn, holder)) : warn(speak, 'story.gone')
    },
    { unsent: s.state === 'proposed' ? 'renew' : 'drop' },
  )
}

async function tellCentre(turn: Turn, s: Story): Promise<void> {
  const coordinators = (await holders(turn, 'coordinator')).filter(m => m.id !== turn.member.id)
  await tell(
    turn,
    coordinators,
    (language, member) => {
      const speak = turn.voice(language)
      const from = { name: speak.pick(turn.member.name), organization: speak.pick(organizationName(turn, s.organizationId)) }
      return storyCard(turn, s, speak, readerOf(turn, member), notice('info', speak.say('story.proposedTold', from)))
    },
    { subject: subjectOf(s.id) },
  )
}

/** A new story: of a coordinator's it is approved at once, for whoever it is; an officer's waits for the centre. */
export async function add(turn: Turn, id: string, organizationId: string, set: Columns): Promise<View> {
  const centre = holds(turn.reader, 'coordinator')
  const state: StoryState = centre ? 'approved' : 'proposed'
  const made = await storiesDb.add(turn.db, {
    networkId: turn.network.id,
    id,
    organizationId,
    ...set,
    state,
    proposedBy: turn.member.id,
    addedAt: turn.now,
    changedAt: turn.now,
    ...(centre ? { decidedBy: turn.member.id, decidedAt: turn.now } : {}),
  })
  const s = await kept(turn, id)
  if (!made) return storyCard(turn, s, turn.speak, turn.reader, notice('info', turn.speak.say('story.already')))
  await record(turn, turn.member.id, {
    entity: 'story',
    id,
    action: centre ? 'approved' : 'proposed',
    after: s,
    for: unlessOwn(turn, organizationId),
  })
  if (!centre) await tellCentre(turn, s)
  return storyCard(turn, s, turn.speak, turn.reader, notice('good', turn.speak.say(centre ? 'story.added' : 'story.proposed')))
}

/** The story of a card as it was shown to this person, as long as they may word it; else what to say. */
export async function asShown(turn: Turn, args: Record<string, string>): Promise<{ story: Story } | { refused: View }> {
  const story = args.id ? await storiesDb.byId(turn.db, turn.reader, args.id) : null
  if (!story || story.state === 'withdrawn') return { refused: warn(turn.speak, 'story.gone') }
  if (!mayWord(story, turn.reader)) return { refused: warn(turn.speak, 'story.notYours') }
  if (args.v !== String(story.version))
    return { refused: storyCard(turn, story, turn.speak, turn.reader, notice('warning', turn.speak.say('story.changedMeanwhile'))) }
  return { story }
}

type Done = { before: Story; after: Story }
async function change(turn: Turn, before: Story, action: string, set: Partial<storiesDb.NewStory>): Promise<Done | { refused: View }> {
  if (!(await storiesDb.change(turn.db, turn.network.id, before, set, turn.now))) {
    const now = await kept(turn, before.id)
    return { refused: storyCard(turn, now, turn.speak, turn.reader, notice('warning', turn.speak.say('story.changedMeanwhile'))) }
  }
  const after = await kept(turn, before.id)
  await record(turn, turn.member.id, {
    entity: 'story',
    id: before.id,
    action,
    before,
    after,
    for: unlessOwn(turn, before.organizationId),
  })
  await redraw(turn, after)
  return { before, after }
}

/** Worded anew: by the centre it stays as it stands; by its owner it waits for the centre again. */
export async function reword(turn: Turn, story: Story, set: Columns): Promise<View> {
  const centre = holds(turn.reader, 'coordinator')
  const done = await change(turn, story, 'reworded', { ...set, ...(centre ? {} : { state: 'proposed' as const, note: null }) })
  if ('refused' in done) return done.refused
  if (!centre) await tellCentre(turn, done.after)
  return storyCard(turn, done.after, turn.speak, turn.reader, notice('good', turn.speak.say(centre ? 'story.saved' : 'story.proposed')))
}

/** Whoever proposed it is told what became of it. */
async function answerOwner(turn: Turn, s: Story): Promise<void> {
  const proposer = await people.member(turn.db, turn.network, s.proposedBy)
  if (!proposer?.active || proposer.id === turn.member.id) return
  await tell(
    turn,
    [proposer],
    (language, member) => {
      const speak = turn.voice(language)
      const head =
        s.state === 'approved' ? notice('good', speak.say('story.approvedTold')) : notice('info', speak.say('story.returnedTold'))
      return storyCard(turn, s, speak, readerOf(turn, member), head)
    },
    { subject: subjectOf(s.id) },
  )
}

export async function sendBack(turn: Turn, story: Story, note: string): Promise<View> {
  const done = await change(turn, story, 'returned', { state: 'returned', note, decidedBy: turn.member.id, decidedAt: turn.now })
  if ('refused' in done) return done.refused
  await answerOwner(turn, done.after)
  return storyCard(turn, done.after, turn.speak, turn.reader)
}

export const approvePress: PressHandler = async (turn, args): Promise<Answer> => {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const found = await asShown(turn, args)
  if ('refused' in found) return { replace: found.refused }
  if (found.story.state !== 'proposed') return { replace: storyCard(turn, found.story, turn.speak, turn.reader) }
  const set = { state: 'approved' as const, note: null, decidedBy: turn.member.id, decidedAt: turn.now }
  const done = await change(turn, found.story, 'approved', set)
  if ('refused' in done) return { replace: done.refused }
  await answerOwner(turn, done.after)
  return { replace: storyCard(turn, done.after, turn.speak, turn.reader) }
}

export const withdrawPress: PressHandler = async (turn, args): Promise<Answer> => {
  const found = await asShown(turn, args)
  if ('refused' in found) return { replace: found.refused }
  const done = await change(turn, found.story, 'withdrawn', { state: 'withdrawn' })
  return { replace: 'refused' in done ? done.refused : storyCard(turn, done.after, turn.speak, turn.reader) }
}
