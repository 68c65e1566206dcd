/** A clipping that is sent as a file while coverage is given, or waited for. */
import { z } from 'zod'
import * as conversations from '../../db/conversations.ts'
import * as coverageDb from '../../db/coverage.ts'
import { notice, text, view } from '../dialogue/say.ts'
import type { FileHandler } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import { beginAdding } from './collect.ts'
import { indexOf } from './fields.ts'
import { readCoverage } from './read.ts'

/** Of an open draft: what a clipping is added to. */
const standing = z.object({ args: z.record(z.string(), z.string()), values: z.record(z.string(), z.unknown()) })
/** A file that may be a clipping. */
const clipping = /^(?:image\/|application\/pdf$)/
/** A clipping that is sent while coverage is given, or waited for: what its name and its words say is read; the file itself is not kept, and that is said. */
export const clippingFile: FileHandler = async (turn, file, open) => {
  if (!clipping.test(file.mime) && !/\.(?:pdf|png|jpe?g|webp|heic|gif)$/i.test(file.name)) return null
  if (!(holds(turn.reader, 'member') || holds(turn.reader, 'coordinator'))) return null
  const giving = open === 'coverage' || open === 'coverage.change' || open === 'coverage.which'
  const waits = giving ? [] : await coverageDb.waiting(turn.db, turn.reader, { ownerId: turn.reader.organizationId })
  if (!giving && (open !== null || waits.length === 0)) return null
  const { speak } = turn
  const name = file.name
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/_/g, ' ')
    .trim()
  const said = file.text.trim() || name
  const note = view(turn.language, [
    notice('info', speak.say('coverage.fileNotKept', { name: file.name })),
    text(speak.say('coverage.fileHint'), 'subtle'),
  ])
  const outlets = await coverageDb.outletsOf(turn.db, turn.network.id)
  const { items } = readCoverage(said, { known: indexOf(outlets), region: turn.network.settings.region, context: turn.context })
  if (open === 'coverage' && items.length > 0) {
    // What its words say joins the card that is open.
    const saved = await conversations.conversation(turn.db, turn.network.id, turn.account)
    const draft = standing.safeParse(saved?.state)
    if (draft.success) {
      const words = Object.keys(draft.data.values).length > 0 ? { change: said } : { text: said }
      return { views: [note], begin: { form: 'coverage', args: draft.data.args, ...words } }
    }
  }
  const [only] = waits
  if (giving || items.length === 0 || !only || waits.length > 1) return { views: [note] }
  return { views: [note], ...beginAdding(only.activityId, { text: said }) }
}
