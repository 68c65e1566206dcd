/** The signs between the pieces of an entry, and the pieces put together again. Pure. */

/** Signs that part what is said: strong ones stand between an outlet and a title, weak ones between the things of a list. */
export const signs =
  /(\s+[–—-]+\s+|\s*[|｜]\s*|\s*[:：](?=\s|$)|\s*\n+\s*|\s+\/\s+|\s*[؛;]\s*|\s*[،,](?=\s|$)\s*|(?<=[\p{L})»"])\.(?=\s|$)\s*|\s*[()[\]]\s*)/u
export const isStrong = (sign: string): boolean => /[–—|｜:：\n/-]/.test(sign)

export type Group = { text: string; atoms: { text: string; before: string }[] }
export function group(atoms: readonly { text: string; before: string }[]): Group[] {
  const out: Group[] = []
  for (const a of atoms) {
    const last = out.at(-1)
    if (!last || isStrong(a.before)) out.push({ text: a.text, atoms: [a] })
    else {
      last.atoms.push(a)
      last.text = `${last.text}${a.before}${a.text}`
    }
  }
  return out.filter(g => g.text.replace(/[^\p{L}\p{N}\u0002]/gu, '').length > 0)
}

/** What stood there, with the signs between. */
export function join(groups: readonly Group[]): string {
  const said = groups
    .flatMap((g, i) => g.atoms.map((a, k) => (i === 0 && k === 0 ? a.text : `${spaced(a.before)}${a.text}`)))
    .join('')
    .replace(/\n+/g, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, '')
  const bare = said.replace(/^[\s–—|:：،,؛;./)(\]-]+|[\s–—|:：،,؛;/([-]+$/gu, '').trim()
  // What stood in a bracket was taken out of it: "Title (positive)".
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1).trim() : bare
}

/** A sign as it is written: nothing stood between it and what follows but a space. */
const spaced = (sign: string): string => (/^\s*[:：،,;؛.]\s*$/u.test(sign) ? `${sign.trim()} ` : sign)

export function titleOf(said: string | null): string | null {
  const t = (said ?? '')
    .replace(/[\u0001\u0002]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = t.replace(/^[«"“](.*)[»"”]$/u, (whole, inner: string) => (/[«»"“”]/.test(inner) ? whole : inner)).trim()
  return /[\p{L}]{2}/u.test(bare) && bare.split(/\s+/).length >= 2 ? bare : null
}
