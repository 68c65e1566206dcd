/** The edition as it is handed out on paper: title page, what changed, priorities with their messages, day by day, and a table for each organization. */
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Language, Reader } from '../model/people.ts'
import { monthsName } from '../plan/show.ts'
import { dayOf } from '../time/zone.ts'
import type { Section } from './blocks.ts'
import { changeBlocks } from './changes-blocks.ts'
import { type EditionData, editionData } from './edition-data.ts'
import { dayBlocks, type Printing } from './look-ahead.ts'
import { organizationBlocks } from './organization-tables.ts'
import { priorityBlocks } from './priority-blocks.ts'
import { sectionBlocks } from './section-blocks.ts'
import { type ExportFile, type Tongue, tonguesOf, wordOf } from './word-of.ts'

/** Null where there is no such edition. */
export async function editionWord(scene: Scene, reader: Reader, number: number, tongue: Tongue): Promise<ExportFile | null> {
  const data = await editionData(scene, reader, number)
  if (!data) return null
  const languages = tonguesOf(scene, tongue)
  return wordOf(scene, {
    title: (speak: Speak) => speak.say('edition.title', { number }),
    sections: languages.map(language => editionSection(scene, data, language, languages.length === 1)),
  })
}

/** `alone`: no other section says the same in the other language, so the key messages stand in both. */
export function editionSection(scene: Scene, data: EditionData, language: Language, alone: boolean): Section {
  const speak = scene.voice(language)
  const printing: Printing = { voice: { speak, organizations: data.organizations }, alone }
  return {
    language,
    cover: cover(scene, data, speak),
    blocks: [
      ...changeBlocks(data, printing),
      ...priorityBlocks(data, printing),
      ...sectionBlocks(data, printing),
      ...dayBlocks(data, printing, scene),
      ...organizationBlocks(data, printing),
    ],
  }
}

function cover(scene: Scene, { edition, window, compiledBy, activities }: EditionData, speak: Speak): Section['cover'] {
  const day = dayOf(scene.network.settings.zone, edition.compiledAt)
  const hijri = speak.hijri(day)
  const hidden = activities.some(a => a.visibility === 'centre')
  const facts: { label: string; value: string }[] = [
    { label: speak.say('edition.compiled'), value: speak.instant(edition.compiledAt) },
    ...(hijri ? [{ label: speak.say('activity.hijri'), value: hijri }] : []),
    { label: speak.say('edition.compiledBy'), value: compiledBy ? speak.pick(compiledBy) : speak.say('edition.atDeadline') },
    { label: speak.say('word.contents'), value: speak.say('plan.count', { n: activities.length }) },
    ...(hidden ? [{ label: speak.say('word.handling'), value: speak.say('word.notForAll') }] : []),
  ]
  return {
    above: speak.pick(scene.network.name),
    title: speak.say('word.plan'),
    below: speak.say('word.edition', { number: edition.number, _window: monthsName(window.months, speak) }),
    running: speak.say('edition.title', { number: edition.number }),
    facts,
  }
}
