/** How the program ends: asked to leave, it finishes what is under way, a start too, within ten seconds. The exit and the timer are handed in. */

/** The end was asked for during the start: what is open is closed, and nothing more is opened. */
export class Left extends Error {
  override name = 'Left'
}

export type LeavingOptions = {
  exit(code: number): void
  /** Calls once after so many milliseconds, without keeping the process for it. */
  after(ms: number, call: () => void): void
  log: { error(details: object, message: string): void }
}

/** From the signal to the exit, whatever happens: ten seconds less the time that exiting takes. */
export const mostMs = 9_500

export function createLeaving({ exit, after, log }: LeavingOptions) {
  let asked = false
  let working = false
  let started: Promise<() => Promise<void>> = new Promise(() => {})

  return {
    asked: (): boolean => asked,
    /** Stands between two steps of the start. Throws `Left`. */
    goOn(): void {
      if (asked) throw new Left()
    },
    /** From here on something may be half done: deliveries are taken in, promises are sent. */
    working(): void {
      working = true
    },
    /** Runs the start, which gives back how to stop. Where it fails, it has closed what it opened. */
    start(run: () => Promise<() => Promise<void>>): Promise<() => Promise<void>> {
      started = Promise.resolve().then(run)
      return started
    },
    /** Ends the process with `code`: once a start that is under way has come to its next step and closed what it opened, or all is stopped. */
    leave(code: number): void {
      if (asked) return
      asked = true
      // A start that takes longer has taken nothing in: what it leaves behind is what a crash leaves, and the next start takes it up.
      after(mostMs, () => exit(working ? 1 : code))
      started
        .then(stop => stop())
        .then(
          () => exit(code),
          error => {
            if (error instanceof Left) return exit(code)
            log.error({ err: error }, 'could not stop cleanly')
            exit(1)
          },
        )
    },
  }
}
