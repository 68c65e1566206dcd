/** Links as people paste them, and the key under which two links to one page are one. Pure. */

/** `link` as it was given, on its own; `key` without what does not tell pages apart; `host` without `www.` and `m.`; `at` where it stands in the text. */
export type Link = { link: string; key: string; host: string; at: number; end: number }

/** Parameters that say where a reader came from, and nothing of the page. */
const tracking =
  /^(?:utm_.*|fbclid|gclid|gbraid|wbraid|msclkid|dclid|yclid|igsh|igshid|mc_cid|mc_eid|ref|ref_src|ref_url|cmpid|ocid|spm|si|feature|share|shared|_ga|source|amp)$/i
/** Names under which one site is reached on phones and elsewhere. */
const served = /^(?:www\d?|m|mobile|amp|web|l|lm)\./
/** Hosts that are another's. */
const same = new Map([
  ['twitter.com', 'x.com'],
  ['youtube-nocookie.com', 'youtube.com'],
  ['fb.com', 'facebook.com'],
])

export function hostOf(given: string): string {
  let host = given.toLowerCase().replace(/\.$/, '')
  while (served.test(host) && host.split('.').length > 2) host = host.replace(served, '')
  return same.get(host) ?? host
}

/** The key of an address; null where it is none. */
export function keyOf(address: string): { key: string; host: string } | null {
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`)
  if (!url?.hostname.includes('.')) return null
  let host = hostOf(url.hostname)
  let path = url.pathname.replace(/\/+$/, '').replace(/\/amp$/i, '')
  const params = [...url.searchParams].filter(([name]) => !tracking.test(name)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  let kept = params
  if (host === 'youtu.be') {
    kept = [['v', path.slice(1)]]
    host = 'youtube.com'
    path = '/watch'
  } else if (host === 'youtube.com') {
    const short = /^\/(?:shorts|live|embed)\/([^/]+)/.exec(path)
    if (short?.[1]) path = '/watch'
    kept = short?.[1] ? [['v', short[1]]] : params.filter(([name]) => name === 'v' || name === 'list')
    if (path === '/watch') kept = kept.filter(([name]) => name === 'v')
  } else if (host === 'x.com') {
    // A name there is the same however it is spelled.
    kept = []
    path = path.toLowerCase().replace(/\/(?:photo|video)\/\d+$/, '')
  } else if (['instagram.com', 'tiktok.com', 'linkedin.com'].includes(host)) kept = []
  const query = kept.length > 0 ? `?${kept.map(([n, v]) => `${n}=${v}`).join('&')}` : ''
  return { key: `${host}${path}${query}`, host }
}

/** An address without what says where its reader came from, and without a place in the page; else as it was given. */
function tidy(link: string): string {
  const url = URL.parse(link)
  if (!url) return link
  const gone = [...new Set(url.searchParams.keys())].filter(name => tracking.test(name))
  if (gone.length === 0 && !url.hash) return link
  for (const name of gone) url.searchParams.delete(name)
  url.hash = ''
  return url.href
}

const anywhere =
  /https?:\/\/[^\s<>"«»“”،؛|\u2066-\u2069]+|(?<![@\p{L}\p{N}.-])(?:www\.[^\s<>"«»“”،؛|]+|(?:[a-z0-9-]+\.)+[a-z]{2,10}\/[^\s<>"«»“”،؛|]*)/giu

/** What ends a sentence, not an address; a bracket belongs to it where it was opened in it. */
function trimmed(link: string): string {
  for (;;) {
    const last = link.at(-1) ?? ''
    if (/[.,;:!?'’]/.test(last)) link = link.slice(0, -1)
    else if ((last === ')' && !link.includes('(')) || (last === ']' && !link.includes('['))) link = link.slice(0, -1)
    else return link
  }
}

/** Every link of a text, in its order. */
export function linksIn(text: string): Link[] {
  return [...text.matchAll(anywhere)].flatMap(found => {
    const link = trimmed(found[0])
    const known = keyOf(link)
    return known ? [{ link: tidy(link), ...known, at: found.index, end: found.index + link.length }] : []
  })
}
