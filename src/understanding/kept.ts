/** What is costly to make of plain data, kept by the data's content. */

/**
 * `make`, but once for each content; `most` contents are kept. A network's names and holidays are read from the database anew for each turn, and are the
 * same for months: kept by content, what was made of them is right however many copies of the bot run, and whoever changed them.
 */
export function kept<From extends object, Made>(most: number, make: (from: From) => Made): (from: From) => Made {
  const byContent = new Map<string, Made>()
  // Within a turn the same object is asked about several times: its content is written out once.
  const byObject = new WeakMap<From, { made: Made }>()
  return from => {
    const had = byObject.get(from)
    if (had) return had.made
    const content = JSON.stringify(from)
    const made = byContent.has(content) ? (byContent.get(content) as Made) : make(from)
    // The one asked for last is the last to go.
    byContent.delete(content)
    byContent.set(content, made)
    if (byContent.size > most) byContent.delete(byContent.keys().next().value ?? '')
    byObject.set(from, { made })
    return made
  }
}
