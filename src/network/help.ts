/** What the asker may do, from the table of commands: a line about each, one sentence to copy, a button that runs it. */
import { type Command, commands } from '../commands.ts'
import { heading, list, named, text, view } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Language, Role } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'

/** Commands a holder of these roles may run, the most used first; `help` itself is left out. */
export const allowed = (roles: readonly Role[]): Command[] =>
  (commands as readonly Command[])
    .filter(c => c.key !== 'help' && c.who.some(r => roles.includes(r)))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))

/** For whom a command is first of all: the whole network, the centre, or the admins. */
function groupOf(command: Command): 'everybody' | 'centre' | 'admins' {
  if (command.who.includes('member') || command.who.includes('observer')) return 'everybody'
  return command.who.includes('coordinator') ? 'centre' : 'admins'
}

const headings = { everybody: null, centre: 'network.helpCentre', admins: 'network.helpAdmins' } as const

export function helpView(turn: { language: Language; speak: Turn['speak']; reader: { roles: readonly Role[] } }): View {
  const { speak, language } = turn
  const may = allowed(turn.reader.roles)
  const parts: Part[] = [heading(speak.say('network.help')), text(speak.say('network.helpHow'))]
  for (const group of ['everybody', 'centre', 'admins'] as const) {
    const inGroup = may.filter(c => groupOf(c) === group)
    if (inGroup.length === 0) continue
    const title = headings[group]
    if (title) parts.push(heading(speak.say(title)))
    parts.push(
      list(
        inGroup.map(c => ({
          text: c.about[language],
          detail: speak.say('network.helpExample', { example: c.examples[language][0] ?? c.title[language] }),
          actions: [named(language, c.title[language], 'command', { name: c.key })],
        })),
      ),
    )
  }
  return view(language, parts)
}

export const helpCommand = async (turn: Turn): Promise<Answer> => ({ views: [helpView(turn)] })
