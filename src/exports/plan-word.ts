/** The plan as it is handed out on paper: title page, what changed, priorities with their messages, day by day, and a table for each organization. */
import { echoForMeeting } from '../coverage/echo-meeting.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Language, Reader } from '../model/people.ts'
import { type Scope, stretchOf } from '../plan/plan.ts'
import { monthsName } from '../plan/show.ts'
import { addMonths, dayOf } from '../time/zone.ts'
import { h, type Section } from './blocks.ts'
import { changeBlocks } from './changes-blocks.ts'
import { echoBlocks } from './echo-word.ts'
import { dayBlocks, type Printing } from './look-ahead.ts'
import type { Made } from './made.ts'
import { organizationBlocks } from './organization-tables.ts'
import { editionData, type PlanData, planData } from './plan-data.ts'
import { priorityBlocks } from './priority-blocks.ts'
import { sectionBlocks } from './section-blocks.ts'
import { wordOf } from './word-of.ts'

/** An edition as it was frozen; null where there is none of that number. */
export async function editionWord(scene: Scene, reader: Reader, number: number, languages: readonly Language[]): Promise<Made | null> {
  const data = await editionData(scene, reader, number)
  if (!data) return null
  const title = (speak: Speak) => speak.say('edition.title', { number })
  return wordOf(scene, {
    title,
    sections: languages.map(language => {
      const speak = scene.voice(language)
      const below = speak.say('word.edition', { number, _window: monthsName(data.months, speak) })
      return planSection(scene, data, language, languages.length === 1, { title: speak.say('word.plan'), below, running: title(speak) })
    }),
  })
}

/** The plan of a stretch as it stands, of all or of one organization. */
export async function planWord(turn: Turn, scope: Scope, languages: readonly Language[]): Promise<Made> {
  const data = await planData(turn, scope)
  const title = (speak: Speak) => {
    const _period = stretchOf(turn, scope, speak).name
    return data.of ? speak.say('plan.titleOf', { organization: speak.pick(data.of.name), _period }) : speak.say('plan.title', { _period })
  }
  const sections: Section[] = []
  for (const language of languages) {
    const speak = turn.voice(language)
    const below = stretchOf(turn, scope, speak).name
    const section = planSection(turn, data, language, languages.length === 1, {
      title: data.of ? speak.say('word.planOf', { organization: speak.pick(data.of.name) }) : speak.say('word.plan'),
      below,
      running: title(speak),
    })
    sections.push({ ...section, blocks: [...section.blocks, ...(await echoBefore(turn, data, language))] })
  }
  return wordOf(turn, { title, sections })
}

/** What was made of the month before, behind the whole plan as it stands, where something was collected. An edition is as it was frozen, and has none. */
async function echoBefore(turn: Turn, data: PlanData, language: Language): Promise<Section['blocks']> {
  const [first] = data.months
  if (!first || data.of) return []
  const month = addMonths(first, -1)
  const echo = await echoForMeeting(turn, turn.reader, month)
  if (!echo) return []
  const speak = turn.voice(language)
  const title = speak.say('word.echoBefore', { month: speak.month(month) })
  return [h(1, title), ...(await echoBlocks({ speak, organizations: turn.organizations, fault: turn.fault }, echo))]
}

type Named = { title: string; below: string; running: string }

/** `alone`: no other section says the same in the other language, so the key messages stand in both. */
function planSection(scene: Scene, data: PlanData, language: Language, alone: boolean, named: Named): Section {
  const speak = scene.voice(language)
  const printing: Printing = { voice: { speak, organizations: data.organizations }, alone }
  return {
    language,
    cover: { above: speak.pick(scene.network.name), ...named, facts: coverFacts(scene, data, speak) },
    blocks: [
      ...changeBlocks(data, printing),
      ...priorityBlocks(data, printing),
      ...sectionBlocks(data, printing),
      ...dayBlocks(data, printing, scene),
      ...organizationBlocks(data, printing),
    ],
  }
}

function coverFacts(scene: Scene, { edition, activities }: PlanData, speak: Speak): Section['cover']['facts'] {
  const at = edition?.at ?? scene.now
  const hijri = speak.hijri(dayOf(scene.network.settings.zone, at))
  const by = edition && (edition.by ? speak.pick(edition.by) : speak.say('edition.atDeadline'))
  const hidden = activities.some(a => a.visibility === 'centre')
  return [
    { label: speak.say(edition ? 'edition.compiled' : 'word.asOf'), value: speak.instant(at) },
    ...(hijri ? [{ label: speak.say('activity.hijri'), value: hijri }] : []),
    ...(by ? [{ label: speak.say('edition.compiledBy'), value: by }] : []),
    { label: speak.say('word.contents'), value: speak.say('plan.count', { n: activities.length }) },
    ...(hidden ? [{ label: speak.say('word.handling'), value: speak.say('word.notForAll') }] : []),
  ]
}
