/** Whether a text says that what it tells of is for the centre alone: "for the Centre only", «للمركز فقط», or that it is confidential. Pure. */
import { fold } from './fold.ts'
import { readable } from './tokens.ts'

const only =
  /(?:for (?:the )?(?:centre|center)(?:'s eyes)? (?:only|alone)|(?:centre|center) only|only for the (?:centre|center)|للمركز (?:فقط|وحده)|(?:لا|الا) (?:يطلع|يطلعوا|تطلع) عليه(?:ا)? (?:غير|سوي|الا) المركز)/u
/** By itself behind a sign: "…, confidential", «(سري)»; within a name it is part of it: "confidential data workshop". */
const secret = /(?:[,.;:(،؛]\s{0,3}|keep (?:it|this) )(?:strictly )?(?:confidential|سري|سريه|سري للغايه)[\s).!]{0,6}(?:$|\n)/u

export function forCentreOnly(text: string): boolean {
  const folded = fold(text.slice(0, readable))
  return only.test(folded) || secret.test(folded)
}
