/** Leaving, with the exit and the timer in hand: during a start, after it, and where it takes too long. */
import { setImmediate as turns } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { createLeaving, mostMs } from '../src/leave.ts'

let exits: number[]
let timers: { ms: number; call: () => void }[]
let logged: string[]
let leaving: ReturnType<typeof createLeaving>
beforeEach(() => {
  exits = []
  timers = []
  logged = []
  leaving = createLeaving({
    exit: code => exits.push(code),
    after: (ms, call) => timers.push({ ms, call }),
    log: { error: (_details, message) => logged.push(message) },
  })
})

/** A start in steps that are let through one by one: what it opened, in order, and what it closed. */
function steps() {
  const done: string[] = []
  const waiting: (() => void)[] = []
  const step = async (name: string) => {
    leaving.goOn()
    await new Promise<void>(resolve => waiting.push(resolve))
    done.push(name)
  }
  const stop = async () => {
    done.push('closed')
  }
  const start = leaving.start(async () => {
    try {
      await step('database')
      await step('queue')
      leaving.goOn()
      leaving.working()
      return stop
    } catch (error) {
      await stop()
      throw error
    }
  })
  // Here as in the program: what was asked to leave ends by that.
  start.catch(() => {})
  return {
    done,
    async next() {
      await turns()
      waiting.shift()?.()
      await turns()
    },
  }
}

test('during the start: what is being opened is closed as soon as it has opened, nothing more is opened, and it exits as asked', async () => {
  const start = steps()
  await turns()
  leaving.leave(0)
  await turns()
  expect(exits).toEqual([])
  await start.next()
  expect(start.done).toEqual(['database', 'closed'])
  expect(exits).toEqual([0])
  expect(logged).toEqual([])
})

test('a step of the start that takes longer than there is: it goes all the same, and nothing was half done', async () => {
  steps()
  await turns()
  leaving.leave(0)
  expect(timers.map(t => t.ms)).toEqual([mostMs])
  expect(mostMs).toBeLessThan(10_000)
  timers[0]?.call()
  expect(exits).toEqual([0])
})

test('after the start: it stops, then exits; a second signal changes nothing', async () => {
  const start = steps()
  await start.next()
  await start.next()
  leaving.leave(0)
  leaving.leave(1)
  await turns()
  expect(start.done).toEqual(['database', 'queue', 'closed'])
  expect(exits).toEqual([0])
  expect(timers).toHaveLength(1)
})

test('what is under way and takes too long is left with 1, and so is what cannot be stopped', async () => {
  leaving.start(async () => {
    leaving.working()
    return () => new Promise(() => {})
  })
  await turns()
  leaving.leave(0)
  timers[0]?.call()
  expect(exits).toEqual([1])

  const other = createLeaving({ exit: code => exits.push(code), after: () => {}, log: { error: (_d, message) => logged.push(message) } })
  other.start(async () => () => Promise.reject(new Error('broken')))
  await turns()
  other.leave(0)
  await turns()
  expect(exits).toEqual([1, 1])
  expect(logged).toEqual(['could not stop cleanly'])
})
