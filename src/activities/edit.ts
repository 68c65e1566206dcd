/** Begins the edit of a standing activity, from whichever card asks for it. */
import { Temporal } from 'temporal-polyfill'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { instantText, wall } from '../time/zone.ts'
import { withoutName } from '../understanding/without-name.ts'
import { titlesOf } from './meant.ts'
import { valuesOf } from './submit.ts'

/** `said` is a correction to make at once ("change it to 11am"). */
export const beginEdit = (turn: Turn, a: Activity, dialog: boolean, said?: string): Answer => ({
  begin: {
    form: 'edit',
    args: { activity: a.id, version: String(a.version) },
    values: inZone(turn, valuesOf(a, turn.language)),
    dialog,
    ...(said ? { change: withoutName(said, titlesOf(a), a.reference) } : {}),
  },
})

/** The embargo's instant as wall time of the network, for the form's inputs. */
const inZone = (turn: Turn, values: Record<string, unknown>): Record<string, unknown> =>
  typeof values.embargoUntil === 'string' && values.embargoUntil.endsWith('Z')
    ? { ...values, embargoUntil: instantText(wall(turn.network.settings.zone, Temporal.Instant.from(values.embargoUntil))) }
    : values
