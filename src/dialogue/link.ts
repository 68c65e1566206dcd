/** Links that people give: of a presentation, of a meeting held from afar. Pure. */
import type { Said } from '../locales/speak.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { clean } from './fields.ts'

/** Characters. */
export const longestLink = 500

/** An address on https that others can open: no name of a machine alone, nobody's password in it. */
export function readLink(said: string): Result<string, Said> {
  const typed = clean(said)
  const given = /^www\./i.test(typed) ? `https://${typed}` : typed
  if (given.length > longestLink) return fail({ key: 'dialogue.tooLong', values: { max: longestLink, length: given.length } })
  const url = URL.parse(given)
  if (!url || /\s/.test(given)) return fail({ key: 'dialogue.notALink', values: { said: typed.slice(0, 60) } })
  if (url.protocol !== 'https:') return fail({ key: 'dialogue.onlyHttps', values: { said: typed.slice(0, 60), scheme: 'https://' } })
  if (url.username || url.password || !url.hostname.includes('.'))
    return fail({ key: 'dialogue.notALink', values: { said: typed.slice(0, 60) } })
  return ok(url.href)
}
