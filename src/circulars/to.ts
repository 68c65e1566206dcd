/** Who is added to those a circular is for, or taken from them, by a sentence: "and Education too", «ووزارة التربية», "without the observers". Pure. */
import type { Values } from '../dialogue/form.ts'
import { addressees, everybody } from '../model/circular.ts'
import type { Context } from '../model/meaning.ts'
import { amendsIn } from '../understanding/amend.ts'
import { addressed } from './heard.ts'

/** A longer one is a text; characters. */
const longest = 200

/** Null where the sentence adds and drops nobody, or holds a word that names nobody the network knows. */
export function toAmended(text: string, context: Context, values: Partial<Values>): string[] | null {
  if (text.length > longest) return null
  const said = amendsIn(text)
  if (said.length === 0 || said.some(a => a.how === 'all')) return null
  let out = (addressees.safeParse(values.to).data ?? []).filter(t => t !== everybody)
  for (const { how, rest } of said) {
    const who = addressed(rest, context)
    if (who.to.length === 0 || who.unknown) return null
    out = how === 'drop' ? out.filter(t => !who.to.includes(t)) : [...new Set([...out, ...who.to])]
  }
  if (out.includes(everybody)) return [everybody]
  return out.length > 0 ? out : null
}
