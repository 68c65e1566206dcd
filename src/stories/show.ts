/** How a story is shown: its headline, what changed for people, the figure with how it was counted, the quote where its speaker agreed. */
import { actions, button, facts, heading, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import { sideOf } from '../messages/show.ts'
import { type Bilingual, holds, type Organization, type Reader } from '../model/people.ts'
import type { Story, Told } from '../model/stories.ts'
import type { Action, Part, View } from '../model/view.ts'

export const subjectOf = (id: string): string => `story:${id}`
export const organizationName = (scene: Pick<Scene, 'organizations'>, id: string): Bilingual =>
  scene.organizations.find((o: Organization) => o.id === id)?.name ?? {}

/** A text in a language only, where it is not the reader's. */
const foreign = (said: Bilingual, speak: Speak): string => (said[speak.language] ? speak.pick(said) : isolate(speak.pick(said)))

/** Languages in which the headline or what changed is not told yet. */
export const missing = (s: Pick<Story, 'headline' | 'change'>): ('ar' | 'en')[] =>
  (['ar', 'en'] as const).filter(l => !s.headline[l] || !s.change[l])

/** A figure and a quote may be written in both languages, with a stroke between: the reader's side of them. */
const side = (written: string | null, speak: Speak): string => (written ? sideOf(written, speak.language) : '')
/** A figure of which it is not said how it was counted is shown nowhere. */
export const figureOf = (s: Pick<Told, 'figure' | 'figureHow'>, speak: Speak): string => (s.figureHow ? side(s.figure, speak) : '')
export const figureLine = (s: Pick<Told, 'figure' | 'figureHow'>, speak: Speak): string | null => {
  const figure = figureOf(s, speak)
  return figure ? speak.say('story.figureLine', { figure, how: side(s.figureHow, speak) }) : null
}
export const quoteLine = (s: Told, speak: Speak): string =>
  speak.say('story.quoteLine', { quote: side(s.quote, speak), by: side(s.quoteBy, speak) })

/** What is told, as anybody reads it; `of` is whose it is and what it is about. */
export function toldParts(
  s: Told,
  speak: Speak,
  of: { organization: Bilingual; activity: { reference: string; title: Bilingual } | null },
): Part[] {
  const figure = figureLine(s, speak)
  return [
    heading(foreign(s.headline, speak)),
    text(foreign(s.change, speak)),
    ...(figure ? [text(figure, 'strong')] : []),
    ...(s.quote ? [text(quoteLine(s, speak))] : []),
    facts([
      [speak.say('story.organization'), speak.pick(of.organization)],
      [speak.say('story.activity'), of.activity ? `${speak.pick(of.activity.title)} (${isolate(of.activity.reference)})` : null],
      [speak.say('story.picture'), s.picture ? isolate(s.picture) : null],
    ]),
  ]
}

const own = (s: Story, reader: Reader): boolean =>
  s.organizationId === reader.organizationId && (holds(reader, 'member') || holds(reader, 'coordinator'))
/** Whoever words it: its owner, and the centre. */
export const mayWord = (s: Story, reader: Reader): boolean => holds(reader, 'coordinator') || own(s, reader)

/** How it stands: for its owner and the centre. */
function standing(s: Story, speak: Speak): Part[] {
  const lacks = missing(s)
  return [
    s.state === 'approved'
      ? notice('good', speak.say('story.isApproved'))
      : s.state === 'returned'
        ? notice('warning', speak.say('story.isReturned', { note: s.note ?? '' }))
        : notice('info', speak.say(s.state === 'proposed' ? 'story.isProposed' : 'story.isWithdrawn')),
    ...(lacks.length > 0
      ? [notice('warning' as const, speak.say('story.lacks', { _language: lacks.length === 2 ? 'both' : (lacks[0] ?? 'ar') }))]
      : []),
    ...(s.figure && !s.figureHow ? [notice('warning' as const, speak.say('story.noHow', { figure: side(s.figure, speak) }))] : []),
    ...(s.quote && !s.consent ? [notice('warning' as const, speak.say('story.noConsent'))] : []),
  ]
}

export function actionsFor(s: Story, speak: Speak, reader: Reader): Action[] {
  if (!mayWord(s, reader) || s.state === 'withdrawn') return []
  const args = { id: s.id, v: String(s.version) }
  const decides = holds(reader, 'coordinator') && s.state === 'proposed'
  return [
    ...(decides ? [button(speak, 'story.approve', 'story.approve', args, { style: 'primary' })] : []),
    ...(decides ? [button(speak, 'story.return', 'story.return', args, { opensForm: true })] : []),
    button(speak, 'story.edit', 'story.edit', args, { opensForm: true }),
    button(speak, 'story.withdraw', 'story.withdraw', args, { style: 'danger' }),
  ]
}

/** The card of a story for a reader. */
export function storyCard(scene: Pick<Scene, 'organizations'>, s: Story, speak: Speak, reader: Reader, head?: Part): View {
  const close = mayWord(s, reader)
  return view(
    speak.language,
    [
      ...(head ? [head] : []),
      ...toldParts(s, speak, { organization: organizationName(scene, s.organizationId), activity: s.activity }),
      ...(close ? standing(s, speak) : []),
      actions(actionsFor(s, speak, reader)),
    ],
    speak.pick(s.headline),
  )
}
