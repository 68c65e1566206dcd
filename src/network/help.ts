/** What the asker may do, from the table of commands: first by topic, with a sentence to copy of each; then the commands of one. */
import { type Command, commands } from '../commands.ts'
import { actions, button, heading, list, named, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { type Topic, topics } from '../model/command.ts'
import type { Language, Role } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { at, table } from '../understanding/phrases.ts'
import { tokensOf } from '../understanding/tokens.ts'

/** Commands a holder of these roles may run, the most used first; `help` itself is left out. */
const allowed = (roles: readonly Role[]): Command[] =>
  (commands as readonly Command[])
    .filter(c => c.key !== 'help' && c.who.some(r => roles.includes(r)))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))

type To = { language: Language; speak: Turn['speak']; reader: { roles: readonly Role[] } }

/** Every topic that the reader has anything of, the most used first; a topic of theirs whole. */
export function helpView(turn: To, topic: Topic | null = null): View {
  const { speak, language } = turn
  const may = allowed(turn.reader.roles)
  const example = (c: Command) => speak.say('network.helpExample', { example: c.examples[language][0] ?? c.title[language] })
  const of = topic === null ? [] : may.filter(c => c.topic === topic)
  if (topic !== null && of.length > 0)
    return view(language, [
      heading(speak.say(`help.${topic}`)),
      list(
        of.map(c => ({
          text: c.about[language],
          detail: example(c),
          actions: [named(language, c.title[language], 'command', { name: c.key })],
        })),
      ),
      actions([button(speak, 'help.topics', 'command', { name: 'help' })]),
    ])
  const firsts = may.filter((c, i) => may.findIndex(d => d.topic === c.topic) === i)
  return view(language, [
    heading(speak.say('network.help')),
    text(speak.say('network.helpHow')),
    list(
      firsts.map(c => ({
        text: speak.say(`help.${c.topic}.about`),
        detail: example(c),
        actions: [button(speak, `help.${c.topic}`, 'command', { name: 'help', text: c.topic })],
      })),
    ),
  ])
}

/** By the topic's own key, which its button carries, and by what people call it. */
const called = table<Topic>(
  (
    [
      ['activities', 'activities activity events event submitting الفعاليات فعاليات الفعالية فعالية التقديم تقديم'],
      ['plan', 'plan priorities calendar export المخطط مخطط الخطة خطة الأولويات أولويات التقويم'],
      ['meeting', 'meeting meetings agenda minutes actions الاجتماع اجتماع الاجتماعات المحضر محضر'],
      ['messages', 'messages circulars الرسائل رسائل التعاميم تعاميم'],
      ['echo', 'echo coverage media stories الصدى صدى التغطية تغطية الإعلام القصص قصص'],
      ['training', 'training workshops courses التدريب تدريب الورش ورش الدورات دورات'],
      ['support', 'support requests الدعم دعم الطلبات طلبات'],
      ['network', 'network account privacy language directory settings الشبكة شبكة حسابي الخصوصية اللغة الدليل الإعدادات'],
    ] as const
  ).flatMap(([topic, words]) => words.split(' ').map(word => [word, topic] as const)),
)
/** The topic that a text names: "help training", «مساعدة في التغطية». */
export function topicIn(said: string): Topic | null {
  const key = topics.find(t => t === said.trim())
  if (key) return key
  const tokens = tokensOf(said)
  for (let i = 0; i < tokens.length; i++) {
    const found = at(called, tokens, i)
    if (found) return found.value
  }
  return null
}

export const helpCommand = async (turn: Turn, asked: Asked): Promise<Answer> => ({ views: [helpView(turn, topicIn(asked.text))] })
