/** Each month's priorities as they were frozen: title, narrative, key messages, and what serves them. Pure. */
import { nameOf } from '../activities/show.ts'
import type { Bilingual, Language } from '../model/people.ts'
import { type Block, h, type Line, lineIn, p } from './blocks.ts'
import type { Printing } from './look-ahead.ts'
import type { PlanData } from './plan-data.ts'

type Frozen = PlanData['priorities'][number]

/** Nothing where it is no plan of whole months, or one organization's. */
export function priorityBlocks({ priorities, months, of, activities }: PlanData, printing: Printing): Block[] {
  const { speak } = printing.voice
  if (of || months.length === 0) return []
  return [
    h(1, speak.say('word.priorities')),
    ...months.flatMap(month => {
      const own = priorities.filter(p => p.month === month)
      return [
        h(2, speak.month(month)),
        ...(own.length === 0 ? [p(speak.say('plan.noPriorities', { month: speak.month(month) }), 'subtle')] : []),
        ...own.flatMap((priority, n) => [
          h(3, `${speak.number(n + 1)}. ${speak.pick(priority.title)}`),
          ...textBlocks(priority, printing),
          ...served(priority, activities, printing),
        ]),
      ]
    }),
  ]
}

export function textBlocks(priority: Pick<Frozen, 'title' | 'narrative' | 'messages'>, { voice: { speak }, alone }: Printing): Block[] {
  const narrative = lineIn(priority.narrative, speak.language)
  return [
    ...(narrative ? [{ kind: 'paragraph' as const, tone: 'normal' as const, ...narrative }] : []),
    ...messageBlocks(priority.messages, speak.pick(priority.title), { speak, alone }),
  ]
}

const other = (language: Language): Language => (language === 'ar' ? 'en' : 'ar')

/** In both languages beside each other, the reader's own first; in their own alone where another part of the document says them in the other. */
function messageBlocks(
  messages: readonly Bilingual[],
  title: string,
  { speak, alone }: { speak: Printing['voice']['speak']; alone: boolean },
): Block[] {
  if (messages.length === 0) return []
  if (!alone)
    return [
      p(speak.say('priority.messages'), 'strong'),
      { kind: 'list', numbered: false, items: messages.map(m => ({ text: speak.pick(m) })) },
    ]
  const languages = [speak.language, other(speak.language)]
  return [
    {
      kind: 'table',
      name: speak.say('word.messagesOf', { title }),
      columns: languages.map(_language => ({ title: speak.say('word.messagesIn', { _language }), share: 1 })),
      rows: messages.map(m => languages.map((language): Line[] => (m[language] ? [{ text: m[language], language, own: true }] : []))),
    },
  ]
}

function served(priority: Frozen, activities: PlanData['activities'], { voice }: Printing): Block[] {
  const { speak } = voice
  const own = activities.filter(a => a.priorityId === priority.id)
  return [
    p(speak.say('priority.activities', { n: own.length }), own.length > 0 ? 'strong' : 'subtle'),
    ...(own.length > 0
      ? [
          {
            kind: 'list' as const,
            numbered: false,
            items: own.map(a => ({ text: `${speak.pick(a.title)} · ${speak.shortWhen(a.when)} · ${nameOf(voice, a.ownerId)}` })),
          },
        ]
      : []),
  ]
}
