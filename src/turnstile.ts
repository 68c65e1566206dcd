/**
 * The turnstile of the inbox: at most `most` works run at once, in the order they came; while something is done `first`, one alone. So a delivery is
 * stored and acknowledged in time however many wait to be worked, and a rush neither takes every connection of the database nor the processor from those
 * who come next.
 */
export function createTurnstile(most: number) {
  const waiting: (() => void)[] = []
  let working = 0
  let firsts = 0
  const next = () => {
    while (waiting.length > 0 && working < (firsts > 0 ? 1 : most)) {
      working++
      waiting.shift()?.()
    }
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
    async first<T>(what: () => Promise<T>): Promise<T> {
      firsts++
      try {
        return await what()
      } finally {
        firsts--
        next()
      }
    },
  }
}
