/** A table for each organization: when, what, where, how sure. Pure. */
import { cityBeside } from '../activities/place.ts'
import { nameOf } from '../activities/show.ts'
import { isolate } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import { type Block, h, type Line, lineIn, p } from './blocks.ts'
import { marksOf, type Printing } from './look-ahead.ts'
import type { PlanData } from './plan-data.ts'

export function organizationBlocks({ activities }: PlanData, printing: Printing): Block[] {
  const { speak } = printing.voice
  const owners = [...Map.groupBy(activities, a => a.ownerId)]
    .map(([id, own]) => ({ name: nameOf(printing.voice, id), own }))
    .sort((a, b) => a.name.localeCompare(b.name, speak.language))
  return [
    h(1, speak.say('word.byOrganization')),
    ...(owners.length === 0 ? [p(speak.say('edition.empty'), 'subtle')] : []),
    ...owners.flatMap(({ name, own }) => [
      h(2, name),
      p(speak.say('plan.count', { n: own.length }), 'subtle'),
      {
        kind: 'table' as const,
        name: speak.say('word.activitiesOf', { name }),
        columns: [
          { title: speak.say('word.date'), share: 27 },
          { title: speak.say('word.activity'), share: 43 },
          { title: speak.say('activity.venue'), share: 18, optional: true },
          { title: speak.say('activity.reference'), share: 17 },
        ],
        rows: own.map(a => row(a, printing)),
      },
    ]),
  ]
}

function row(a: Activity, { voice, alone }: Printing): Line[][] {
  const { speak } = voice
  const lines = (...all: (Line | null)[]): Line[] => all.filter(l => l !== null)
  const said = (text: string | null | undefined, tone: Line['tone'] = 'normal'): Line | null => (text ? { text, tone } : null)
  const other = speak.language === 'ar' ? 'en' : 'ar'
  const translated = alone && a.title[speak.language] ? a.title[other] : undefined
  const partners = [...a.partnerIds.map(id => nameOf(voice, id)), ...a.otherPartners]
  return [
    lines(said(speak.shortWhen(a.when)), said(speak.whenHijri(a.when), 'subtle')),
    lines(
      said(speak.pick(a.title), 'strong'),
      translated ? { text: translated, tone: 'subtle', language: other } : null,
      said(
        [
          speak.say('activity.kinds', { _kind: a.kind }),
          a.patron ? speak.say('word.patron', { name: a.patron }) : null,
          partners.length > 0 ? speak.say('word.with', { _names: speak.list(partners) }) : null,
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      lineIn(a.summary, speak.language, 'subtle'),
    ),
    lines(said(a.venue && speak.venue(a.venue)), said(cityBeside(a), 'subtle')),
    lines(said(isolate(a.reference)), ...marksOf(a, speak).map(m => said(m, 'subtle'))),
  ]
}
