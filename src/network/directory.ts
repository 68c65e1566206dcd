/** The directory: an organization's communication officers, where they are met in chat, who is away and who stands in. Nothing else of anybody. */
import * as absences from '../../db/absences.ts'
import * as people from '../../db/people.ts'
import { standIns } from '../delivery/away.ts'
import { actions, button, heading, list, named, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { holds, type Member, type Organization } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import { dayOf } from '../time/zone.ts'
import { sought } from './directory-find.ts'

/** Organizations on one page of the list, and people who are shown of one name. */
const perPage = 20
const mostPeople = 12

/** Who speaks for an organization; observers and those who only administer are not in the directory. */
const officer = (m: Member): boolean => holds(m, 'member') || holds(m, 'coordinator')
const listed = (turn: Turn): Organization[] => turn.organizations.filter(o => o.active)

export async function directoryCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const officers = (await people.activeMembers(turn.db, turn.network)).filter(officer)
  const organizations = listed(turn)
  const read = asked.meaning.arguments.organization
  const understood = organizations.find(o => [o.name.ar, o.name.en].includes(read))?.id ?? null
  const found = sought(asked.text, { organizations, members: officers, ownId: turn.reader.organizationId, understood })
  const [only, ...others] = found.organizations
  if (only && others.length === 0) return { views: [await organizationView(turn, only)] }
  if (only) return { views: [choiceOf(turn, found.organizations, 'directory.which')] }
  if (found.members.length > 0) return { views: [await peopleView(turn, found.members)] }
  return { views: [pageOf(turn, organizations, 0, found.unknown)] }
}

/** Several that match. */
function choiceOf(turn: Turn, organizations: readonly Organization[], key: 'directory.which'): View {
  return view(turn.language, [text(turn.speak.say(key), 'strong'), actions(organizations.map(o => chosen(turn, o)))])
}

const chosen = (turn: Turn, o: Organization): Action => named(turn.language, turn.speak.pick(o.name), 'directory.show', { id: o.id })

/** All of them as buttons, a page at a time; `unknown`: what was named is not among them. */
function pageOf(turn: Turn, organizations: readonly Organization[], page: number, unknown: boolean): View {
  const { speak } = turn
  const more: Action[] = []
  if (page > 0) more.push(button(speak, 'network.previous', 'directory.page', { page: String(page - 1) }))
  if (organizations.length > (page + 1) * perPage) more.push(button(speak, 'network.next', 'directory.page', { page: String(page + 1) }))
  return view(turn.language, [
    ...(unknown ? [notice('warning' as const, speak.say('directory.unknown'))] : []),
    text(speak.say('directory.choose'), 'strong'),
    actions(organizations.slice(page * perPage, (page + 1) * perPage).map(o => chosen(turn, o))),
    actions(more),
  ])
}

async function organizationView(turn: Turn, organization: Organization): Promise<View> {
  const { speak } = turn
  const all = (await people.activeMembers(turn.db, turn.network, { organizationIds: [organization.id] })).filter(officer)
  const name = speak.pick(organization.name)
  return view(
    turn.language,
    [
      heading(name),
      text(all.length > 0 ? speak.say('directory.officers', { n: all.length }) : speak.say('directory.nobody'), 'subtle'),
      await linesOf(turn, all),
    ],
    speak.say('directory.of', { organization: name }),
  )
}

/** People by their name, with the organization of each. */
async function peopleView(turn: Turn, found: readonly Member[]): Promise<View> {
  const { speak } = turn
  const more = found.length - mostPeople
  return view(turn.language, [
    heading(speak.say('directory.title')),
    await linesOf(turn, found.slice(0, mostPeople), true),
    ...(more > 0 ? [text(speak.say('directory.morePeople', { n: more }), 'subtle')] : []),
  ])
}

/** A line for each: where they are met, and who stands in today. `where`: with their organization. */
async function linesOf(turn: Turn, all: readonly Member[], where = false): Promise<Part> {
  const { speak, db, network } = turn
  const sorted = [...all].sort((a, b) => speak.pick(a.name).localeCompare(speak.pick(b.name), speak.language))
  const ids = all.map(m => m.id)
  const today = dayOf(network.settings.zone, turn.now).toString()
  const [accounts, away, standing] = await Promise.all([
    people.reachable(db, network.id, ids),
    absences.on(db, network.id, ids, today),
    standIns(turn, [...all], turn.now),
  ])
  const lines = await Promise.all(
    sorted.map(async member => {
      const theirs = accounts.filter(a => a.memberId === member.id)
      // The platform they used last; an account of the asker's own workspace can be written to by a press on its name.
      const here = theirs.find(a => a.account.platform === turn.account.platform && a.account.space === turn.account.space)
      const platforms = [...new Set(theirs.map(a => a.account.platform))]
      const until = away.has(member.id) ? (await absences.ofMember(db, network.id, member.id, today))?.to : undefined
      const delegate = standing.get(member.id)
      const organization = turn.organizations.find(o => o.id === member.organizationId)
      const shownAs = here?.profile.name?.trim()
      const detail = [
        where && organization ? speak.pick(organization.name) : null,
        holds(member, 'coordinator') ? speak.say('network.roles', { _role: 'coordinator' }) : null,
        platforms.length > 0
          ? speak.say('directory.on', { _platforms: speak.list(platforms.map(p => speak.say('network.platform', { _platform: p }))) })
          : speak.say('directory.notYet'),
        shownAs && shownAs !== member.name.ar && shownAs !== member.name.en ? speak.say('directory.shownAs', { name: shownAs }) : null,
        until ? speak.say('directory.away', { _until: speak.day(until) }) : null,
        until && delegate ? speak.say('directory.standsIn', { name: speak.pick(delegate.name) }) : null,
      ]
      return {
        text: speak.pick(member.name),
        detail: detail.filter(d => d !== null).join(' · '),
        ...(here ? { mention: here.account.user } : {}),
      }
    }),
  )
  return list(lines)
}

export const directoryPresses: Record<string, PressHandler> = {
  'directory.show': async (turn, args) => {
    const organization = listed(turn).find(o => o.id === args.id)
    return { views: [organization ? await organizationView(turn, organization) : warn(turn.speak, 'directory.unknown')] }
  },
  'directory.page': async (turn, args) => ({
    replace: pageOf(turn, listed(turn), Math.max(0, Math.trunc(Number(args.page)) || 0), false),
  }),
}
