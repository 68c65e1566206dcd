/** Who is let through the inbox's turnstile, and when. */
import { expect, test } from 'vitest'
import { createTurnstile } from '../src/turnstile.ts'

/** Works that say when they begin and end when they are told to. */
function works(turnstile: ReturnType<typeof createTurnstile>) {
  const begun: string[] = []
  const ends = new Map<string, { resolve(): void; reject(error: Error): void }>()
  return {
    begun,
    /** Lets everything that can begin do so. */
    settled: async () => {
      for (let i = 0; i < 5; i++) await new Promise(setImmediate)
      return begun.join('')
    },
    work: (name: string) =>
      turnstile.work(() => {
        begun.push(name)
        return new Promise<void>((resolve, reject) => ends.set(name, { resolve, reject }))
      }),
    end: (name: string, error?: Error) => (error ? ends.get(name)?.reject(error) : ends.get(name)?.resolve()),
  }
}

test('at most so many at once, in the order they came; one that fails makes room like any other', async () => {
  const { settled, work, end } = works(createTurnstile(2))
  const all = ['a', 'b', 'c', 'd'].map(work)
  expect(await settled()).toBe('ab')
  end('b', new Error('failed'))
  await expect(all[1]).rejects.toThrow('failed')
  expect(await settled()).toBe('abc')
  end('a')
  expect(await settled()).toBe('abcd')
})

test('while something is done first, one alone; then the others', async () => {
  const turnstile = createTurnstile(3)
  const { settled, work, end } = works(turnstile)
  const { promise, resolve } = Promise.withResolvers<string>()
  const first = turnstile.first(() => promise)
  for (const name of ['a', 'b', 'c', 'd']) void work(name)
  expect(await settled()).toBe('a')
  end('a')
  expect(await settled()).toBe('ab')
  resolve('stored')
  expect(await first).toBe('stored')
  expect(await settled()).toBe('abcd')
})

test('what waits outside is looked at between two works that never wait themselves', async () => {
  const { work } = createTurnstile(1)
  const seen: string[] = []
  const first = work(async () => {
    seen.push('a work')
    setImmediate(() => seen.push('a request'))
  })
  await Promise.all([first, work(async () => seen.push('another work'))])
  expect(seen).toEqual(['a work', 'a request', 'another work'])
})

test('one step in a round, so that what came meanwhile is looked at between two', async () => {
  const { step } = createTurnstile(4)
  let round = 0
  const turn = () => {
    round++
    if (round < 20) setImmediate(turn)
  }
  turn()
  const at = await Promise.all(
    Array.from({ length: 4 }, async () => {
      await step()
      return round
    }),
  )
  expect(new Set(at).size).toBe(4)
})

test('while something is done first, steps wait, and go on when it is done', async () => {
  const turnstile = createTurnstile(4)
  const { settled, begun } = works(turnstile)
  void turnstile.step().then(() => begun.push('before'))
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = turnstile.first(() => promise)
  expect(await settled()).toBe('')
  resolve()
  await first
  expect(await settled()).toBe('before')
})

test('a rush without end does not stop the works: a step is let through in time, though something is done first all along', async () => {
  const turnstile = createTurnstile(4)
  const never = new Promise<void>(() => {})
  void turnstile.first(() => never)
  const steps = [turnstile.step(), turnstile.step()]
  // Each request that comes in between puts the steps off, but not for ever.
  let rush = true
  const more = (): void => {
    if (rush) void turnstile.first(async () => {}).then(() => setImmediate(more))
  }
  more()
  await Promise.all(steps)
  rush = false
})
