/** What a card sends back, read with zod: a press, or the answers of a form. Nothing that comes in is trusted to be ours. */
import { z } from 'zod'
import { type Answers, press } from '../../src/model/incoming.ts'
import type { Language } from '../../src/model/people.ts'
import { fieldPrefix } from './card.ts'

const pressed = z.looseObject({ munassiq: z.literal(1), press, opensForm: z.boolean().default(false) })
const filled = z.looseObject({
  munassiq: z.literal(1),
  form: z.string(),
  args: z.record(z.string(), z.string()),
  /** The language of the form, which its answers keep. */
  language: z.enum(['ar', 'en']).optional(),
})

export type Submitted =
  | { kind: 'press'; press: z.infer<typeof press>; opensForm: boolean }
  | { kind: 'answers'; form: string; args: Record<string, string>; answers: Answers; language: Language | undefined }

/** `multiple` names the fields whose several choices a card joins with commas. Null where it is not ours. */
export function readSubmit(data: unknown): Submitted | null {
  const p = pressed.safeParse(data)
  if (p.success) return { kind: 'press', press: p.data.press, opensForm: p.data.opensForm }
  const f = filled.safeParse(data)
  if (!f.success) return null
  const answers: Answers = {}
  for (const [name, value] of Object.entries(f.data)) {
    if (!name.startsWith(fieldPrefix) || typeof value !== 'string' || value === '') continue
    answers[name.slice(fieldPrefix.length)] = value
  }
  return { kind: 'answers', form: f.data.form, args: f.data.args, answers, language: f.data.language }
}
