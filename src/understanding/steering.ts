/** Words that steer an open conversation, when they are the whole message; sentences that put an answer off; and corrections, one or several, which may name a field. */
import type { Steering } from '../model/meaning.ts'
import type { Language } from '../model/people.ts'
import { editIn } from './edit.ts'
import { editsIn } from './edits.ts'
import { fold } from './fold.ts'
import { puttingOff, wholes } from './steering-words.ts'

type Plain = Exclude<Steering['kind'], 'change'>

const plain = new Map<string, Plain>(
  (Object.keys(wholes) as Plain[]).flatMap(kind => [...wholes[kind].en, ...wholes[kind].ar].map(w => [fold(w), kind] as const)),
)

/** Characters in which a word stands that is the whole message. */
const looked = 400

export function steering(text: string, _language: Language): Steering | null {
  const said = text.trim()
  const whole = fold(said.slice(0, looked))
    .replace(/[.!،,؟?]+$/, '')
    .trim()
  const kind = plain.get(whole || fold(said.slice(0, looked)))
  if (kind) return { kind }
  const putsOff = whole.length <= longestPuttingOff ? puttingOff.find(([, says]) => says.test(whole.replace(/[,،]/g, ''))) : undefined
  return putsOff ? { kind: putsOff[0] } : correctionIn(said)
}
/** Characters. */
const longestPuttingOff = 80

/** Only what a text corrects. What is asked corrects nothing. */
export function correctionIn(text: string): Extract<Steering, { kind: 'change' }> | null {
  const said = text.trim()
  if (/[?؟]$/.test(said)) return null
  const each = editsIn(said)
  const [first] = each
  if (first) return { kind: 'change', field: first.field, to: first.to, each }
  const one = editIn(said)
  return one && { kind: 'change', ...one }
}
