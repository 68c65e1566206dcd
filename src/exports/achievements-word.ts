/** The achievements of a month on paper: each organization's stories, in its own words and with the figure, the quote and what they are about. */
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Bilingual, Language, Reader } from '../model/people.ts'
import type { FrozenStory } from '../model/stories.ts'
import { type ReadAchievements, readAchievements } from '../stories/edition.ts'
import { figureLine, quoteLine } from '../stories/show.ts'
import { dayOf } from '../time/zone.ts'
import { languageOf } from '../understanding/language.ts'
import { type Block, h, type Line, lineIn, p, type Section } from './blocks.ts'
import type { Made } from './made.ts'
import { wordOf } from './word-of.ts'

/** An edition as the reader may see it; null where there is none of that number. */
export async function achievementsWord(scene: Scene, reader: Reader, number: number, languages: readonly Language[]): Promise<Made | null> {
  const read = await readAchievements(scene, reader, number)
  if (!read) return null
  return wordOf(scene, {
    title: speak => titleOf(speak, read),
    sections: languages.map(language =>
      achievementsSection(
        scene.voice(language),
        { voice: scene.voice, zone: scene.network.settings.zone, network: scene.network.name },
        read,
      ),
    ),
  })
}

const titleOf = (speak: Speak, { edition }: ReadAchievements): string =>
  speak.say('word.achievementsOf', { number: edition.number, _month: speak.month(edition.month) })

type Of = { voice: (language: Language) => Speak; zone: string; network: Bilingual }

export function achievementsSection(speak: Speak, of: Of, read: ReadAchievements): Section {
  const { edition, rows } = read
  return {
    language: speak.language,
    cover: {
      above: speak.pick(of.network),
      title: speak.say('word.achievements'),
      below: speak.month(edition.month),
      running: titleOf(speak, read),
      facts: [
        { label: speak.say('word.number'), value: speak.number(edition.number) },
        { label: speak.say('achievements.issued'), value: speak.day(dayOf(of.zone, edition.issuedAt)) },
        { label: speak.say('story.title'), value: speak.say('story.count', { n: rows.length }) },
      ],
    },
    blocks: rows.length === 0 ? [p(speak.say('story.count', { n: 0 }), 'subtle')] : byOrganization(rows, speak, of.voice),
  }
}

/** Organizations in the order in which the edition has them. */
function byOrganization(rows: ReadAchievements['rows'], speak: Speak, voice: Of['voice']): Block[] {
  const names = [...new Set(rows.map(r => speak.pick(r.snapshot.organization)))]
  return names.flatMap(name => [
    h(1, name),
    ...rows.filter(r => speak.pick(r.snapshot.organization) === name).flatMap(r => story(r.snapshot, speak, voice)),
  ])
}

function story(s: FrozenStory, speak: Speak, voice: Of['voice']): Block[] {
  const headline = lineIn(s.headline, speak.language)
  const figure = figureLine(s, speak)
  return [
    h(2, headline?.text ?? ''),
    ...paragraph(lineIn(s.change, speak.language)),
    ...(figure ? [p(figure, 'strong')] : []),
    ...(s.quote ? [quoted(s, speak, voice)] : []),
    {
      kind: 'facts',
      facts: [
        ...(s.activity ? [{ label: speak.say('story.activity'), value: `${speak.pick(s.activity.title)} (${s.activity.reference})` }] : []),
        ...(s.picture ? [{ label: speak.say('story.picture'), value: s.picture }] : []),
      ],
    },
  ].filter((b): b is Block => b.kind !== 'facts' || ('facts' in b && b.facts.length > 0))
}

/** What is told in the other language alone stands in it, and turns its way. */
const paragraph = (line: Line | null): Block[] =>
  line ? [{ kind: 'paragraph', text: line.text, tone: 'normal', ...(line.language ? { language: line.language } : {}) }] : []

/** A quote stands as it was said: one in the other language turns that language's way, between its marks. */
function quoted(s: FrozenStory, speak: Speak, voice: Of['voice']): Block {
  const said = languageOf(quoteLine({ ...s, quoteBy: null }, speak)) ?? speak.language
  return said === speak.language
    ? p(quoteLine(s, speak))
    : { kind: 'paragraph', text: quoteLine(s, voice(said)), tone: 'normal', language: said }
}
