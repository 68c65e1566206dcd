/**
 * The turnstile of the inbox: at most `most` works run at once, in the order they came; while something is done `first`, one alone. So a delivery is
 * stored and acknowledged in time however many wait to be worked, and a rush neither takes every connection of the database nor the processor from those
 * who come next.
 *
 * A work whose statements a server answers is cut into steps at them (`step`): one step in a round of the event loop, and none while something is done
 * `first`. So a request that comes waits for one step of some work at most, and not for the works of all who came before it.
 */

/** Milliseconds after which one step is let through however many are served first: in a rush without end works go on, if slowly. */
const patience = 20

export function createTurnstile(most: number) {
  const waiting: (() => void)[] = []
  const steps: (() => void)[] = []
  /** What lets the next step through: the next round, and the end of patience where something is done first. */
  let round: NodeJS.Immediate | undefined
  let late: NodeJS.Timeout | undefined
  let working = 0
  let firsts = 0
  const next = () => {
    while (waiting.length > 0 && working < (firsts > 0 ? 1 : most)) {
      working++
      waiting.shift()?.()
    }
  }
  const letOne = () => {
    clearTimeout(late)
    hold()
    late = undefined
    steps.shift()?.()
    go()
  }
  const go = () => {
    if (steps.length === 0) return
    if (firsts === 0) round ??= setImmediate(letOne)
    else late ??= setTimeout(letOne, patience)
  }
  const hold = () => {
    clearImmediate(round)
    round = undefined
  }
  return {
    async work<T>(what: () => Promise<T>): Promise<T> {
      await new Promise<void>(go => {
        waiting.push(go)
        next()
      })
      // The embedded database answers without ever going back to the event loop: between two works, requests are looked at.
      await new Promise(setImmediate)
      try {
        return await what()
      } finally {
        working--
        next()
      }
    },
    /** Resolves when a work may go on with its next step. */
    step: (): Promise<void> =>
      new Promise(done => {
        steps.push(done)
        go()
      }),
    async first<T>(what: () => Promise<T>): Promise<T> {
      firsts++
      hold()
      go()
      try {
        return await what()
      } finally {
        firsts--
        go()
        next()
      }
    },
  }
}
