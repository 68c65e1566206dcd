/** Slack's limits, in one place. Characters unless said otherwise; from the Block Kit reference, `total` measured by bolt-js issue 2509. */
export const limits = {
  blocks: 50,
  modalBlocks: 100,
  /** All text of one message. */
  total: 12_000,
  section: 3000,
  header: 150,
  actions: 25,
  button: 75,
  buttonValue: 2000,
  options: 100,
  optionLabel: 75,
  optionValue: 150,
  modalTitle: 24,
  placeholder: 150,
  label: 2000,
  hint: 2000,
  input: 3000,
  metadata: 3000,
} as const

/** Shortens visibly, by whole characters, where a platform leaves no other way. */
export function shortened(text: string, most: number): string {
  const all = [...text]
  return all.length <= most ? text : `${all.slice(0, most - 1).join('')}…`
}

/** Splits a text into pieces of at most `most` characters, at line ends or spaces where there are any. Nothing is lost. */
export function pieces(text: string, most: number): string[] {
  const out: string[] = []
  let rest = text
  while (rest.length > most) {
    const head = rest.slice(0, most)
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    let cut = at > most / 2 ? at : most
    // Never through the middle of a character.
    if (/[\ud800-\udbff]$/.test(rest.slice(0, cut))) cut--
    out.push(rest.slice(0, cut))
    rest = rest.slice(cut).replace(/^[ \n]/, '')
  }
  if (rest || out.length === 0) out.push(rest)
  return out
}
