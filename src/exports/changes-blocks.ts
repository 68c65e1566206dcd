/** What changed, at the head of a printed edition: since the edition before, and since the last meeting, by organization. Pure. */
import { differencesOf } from '../activities/diff.ts'
import { nameOf } from '../activities/show.ts'
import { same } from '../dialogue/same.ts'
import type { Activity } from '../model/activity.ts'
import { type ChangeKind, changeKinds, type PlanChange } from '../plan/changes.ts'
import { type Block, h, type Line, p } from './blocks.ts'
import type { Printing } from './look-ahead.ts'
import type { PlanData } from './plan-data.ts'

/** Nothing where there is neither an edition nor a meeting to compare with. Where both tell the same, it is told once. */
export function changeBlocks({ sinceEdition, sinceMeeting }: PlanData, printing: Printing): Block[] {
  const { speak } = printing.voice
  const edition = sinceEdition && { title: speak.say('word.sinceEdition', { number: sinceEdition.number }), changes: sinceEdition.changes }
  const meeting = sinceMeeting && {
    title: speak.say('word.sinceMeeting', { day: speak.day(sinceMeeting.day) }),
    changes: sinceMeeting.changes,
  }
  const both =
    sinceEdition && sinceMeeting && alike(sinceEdition.changes, sinceMeeting.changes)
      ? {
          title: speak.say('word.sinceBoth', { number: sinceEdition.number, day: speak.day(sinceMeeting.day) }),
          changes: sinceEdition.changes,
        }
      : null
  const told = (both ? [both] : [edition, meeting]).filter(t => t !== null)
  if (told.length === 0) return []
  return [
    h(1, speak.say('changes.show')),
    ...told.flatMap(({ title, changes }) => [
      h(2, title),
      p(speak.say('changes.count', { n: changes.length }), 'subtle'),
      ...(changes.length > 0 ? [changeTable(title, changes, printing)] : []),
    ]),
  ]
}

const idOf = (c: PlanChange): string => (c.after ?? c.before)?.id ?? ''
/** Told in the same words: nothing else of a change is printed. */
const alike = (a: readonly PlanChange[], b: readonly PlanChange[]): boolean =>
  a.length === b.length &&
  a.every(x => b.some(y => x.kind === y.kind && idOf(x) === idOf(y) && same(printedOf(x.before), printedOf(y.before))))
const printedOf = (a: Activity | null) => a && [a.title, a.when, a.venue, a.patron, a.kind, a.certainty, a.summary, a.significance]

export function changeTable(name: string, changes: readonly PlanChange[], { voice }: Printing): Block {
  const { speak } = voice
  const owner = (c: PlanChange) => nameOf(voice, (c.after ?? c.before)?.ownerId ?? '')
  const sorted = [...changes].sort(
    (a, b) => owner(a).localeCompare(owner(b), speak.language) || changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind),
  )
  return {
    kind: 'table',
    name,
    columns: [
      { title: speak.say('activity.owner'), share: 24 },
      { title: speak.say('word.change'), share: 14 },
      { title: speak.say('word.activity'), share: 32 },
      { title: speak.say('word.what'), share: 30 },
    ],
    rows: sorted.map(c => {
      const a = c.after ?? c.before
      return [
        [{ text: owner(c) }],
        [{ text: speak.say('word.changeKind', { _kind: c.kind }), tone: 'strong' as const }],
        a ? [{ text: speak.pick(a.title) }, { text: a.reference, tone: 'subtle' as const }] : [],
        whatChanged(c.kind, c.before, c.after, voice),
      ]
    }),
  }
}

function whatChanged(kind: ChangeKind, before: Activity | null, after: Activity | null, voice: Printing['voice']): Line[] {
  const { speak } = voice
  const from = (text: string): Line => ({ text: speak.say('word.from', { text }), tone: 'subtle' })
  const to = (text: string): Line => ({ text: speak.say('word.to', { text }) })
  if (kind === 'moved' && before && after) return [from(speak.shortWhen(before.when)), to(speak.shortWhen(after.when))]
  if (kind === 'reworded' && before) return [from(speak.pick(before.title))]
  if (kind === 'changed' && before && after)
    return differencesOf(before as unknown as Record<string, unknown>, after, voice).map(d => ({
      text: speak.say('review.difference', {
        _label: d.label,
        from: d.from ?? speak.say('review.nothing'),
        to: d.to ?? speak.say('review.nothing'),
      }),
    }))
  const a = after ?? before
  return a ? [{ text: speak.shortWhen(a.when) }] : []
}
