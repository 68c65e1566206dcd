/** What of an activity reads otherwise than it did: for the centre's review, field by field. Pure. */

import { same } from '../dialogue/same.ts'
import type { Activity } from '../model/activity.ts'
import { when as whenSchema } from '../model/activity.ts'
import { listNames, listSaid } from './lists.ts'
import { nameOf, type Voice } from './show.ts'

/** A field that changed, in the reader's words; null where there was, or is, nothing. */
export type Difference = { label: string; from: string | null; to: string | null }

/** `before` is an activity as the record of changes kept it. */
export function differencesOf(before: Record<string, unknown>, after: Activity, voice: Voice): Difference[] {
  const { speak } = voice
  const was = before as Partial<Activity>
  const whenWas = whenSchema.safeParse(was.when).data
  const names = (ids: readonly string[] | undefined, others: readonly string[] | undefined) => {
    const all = [...(ids ?? []).map(id => nameOf(voice, id)), ...(others ?? [])]
    return all.length > 0 ? speak.list(all) : null
  }
  type Row = [Parameters<typeof speak.say>[0], unknown, unknown, string | null, string | null]
  const rows: Row[] = [
    ['activity.title', was.title, after.title, was.title ? speak.pick(was.title) : null, speak.pick(after.title)],
    ['activity.when', whenWas, after.when, whenWas ? speak.when(whenWas) : null, speak.when(after.when)],
    ['activity.venue', was.venue, after.venue, was.venue ? speak.venue(was.venue) : null, after.venue && speak.venue(after.venue)],
    ['activity.patron', was.patron, after.patron, was.patron ?? null, after.patron],
    [
      'activity.partners',
      [[...(was.partnerIds ?? [])].sort(), was.otherPartners ?? []],
      [[...after.partnerIds].sort(), after.otherPartners],
      names(was.partnerIds, was.otherPartners),
      names(after.partnerIds, after.otherPartners),
    ],
    [
      'activity.kind',
      was.kind,
      after.kind,
      was.kind ? speak.say('activity.kinds', { _kind: was.kind }) : null,
      speak.say('activity.kinds', { _kind: after.kind }),
    ],
    [
      'activity.certaintyLabel',
      was.certainty,
      after.certainty,
      was.certainty ? speak.say('activity.certainty', { _certainty: was.certainty }) : null,
      speak.say('activity.certainty', { _certainty: after.certainty }),
    ],
    ['activity.summary', was.summary, after.summary, was.summary ? speak.pick(was.summary) : null, speak.pick(after.summary)],
    ['activity.spokesperson', was.spokesperson ?? null, after.spokesperson, was.spokesperson ?? null, after.spokesperson],
    ...listNames.map((l): Row => [`activity.${l}`, was[l] ?? [], after[l], listSaid(speak, l, was[l] ?? []), listSaid(speak, l, after[l])]),
    ['activity.significance', was.significance, after.significance, was.significance ?? null, after.significance],
  ]
  return rows.flatMap(([label, a, b, from, to]) =>
    same(a ?? null, b ?? null) ? [] : [{ label: speak.say(label), from: from || null, to: to || null }],
  )
}
