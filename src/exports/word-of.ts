/** From sections in the languages asked for to a Word file with its name. */
import { fileNameOf } from '../delivery/files.ts'
import type { Scene } from '../dialogue/turn.ts'
import { tagOf } from '../locales/dates.ts'
import type { Speak } from '../locales/speak.ts'
import type { Language } from '../model/people.ts'
import type { Section } from './blocks.ts'
import type { Made } from './made.ts'

/** A tag without what it says of digits: those are in the text already. */
const plain = (tag: string): string => tag.replace(/-u-.*$/, '')

export async function wordOf(scene: Scene, what: { title: (speak: Speak) => string; sections: Section[] }): Promise<Made> {
  // docx is loaded when somebody first asks for a file: twenty megabytes that most hours do without.
  const { wordFile, wordMime } = await import('./word.ts')
  const { settings } = scene.network
  const voice = scene.voice(what.sections[0]?.language ?? settings.languages[0] ?? 'ar')
  const title = unmarked(what.title(voice))
  const page = (language: Language) => (n: string, of: string) => scene.voice(language).say('word.page', { _n: n, _of: of })
  const bytes = await wordFile(
    { title, author: voice.pick(scene.network.name), at: scene.now.toString({ smallestUnit: 'second' }), sections: what.sections },
    { ar: plain(tagOf('ar', settings)), en: plain(tagOf('en', settings)) },
    { ar: { page: page('ar') }, en: { page: page('en') } },
  )
  return {
    name: `${fileNameOf(voice.say('word.fileName', { _title: title, _language: languageOf(what.sections) }))}.docx`,
    mime: wordMime,
    bytes,
  }
}

const languageOf = (sections: readonly Section[]): Language | 'both' => (sections.length > 1 ? 'both' : (sections[0]?.language ?? 'ar'))

const unmarked = (text: string): string => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '')
