/**
 * `bench memory`: what the bot keeps in memory after ten thousand turns, beside a program that loads the same libraries and does as many empty
 * transactions; and whether it grows.
 *
 * The resident memory of a process goes up and down with its collector, so it is read after every 500 turns, when all is answered, and the middle one of
 * five such readings counts: those up to turn 5,000, and those up to turn 10,000.
 */
import { execFileSync } from 'node:child_process'
import { slackBot, someCommand, turn } from './chat.ts'
import { kinds, type Store, start, store } from './place.ts'
import { mb, median, type Row } from './table.ts'

const turns = 10_000
const between = 500
const counted = 5
/** Turns that are under way at once: each waits for an answer before the next begins. */
const atOnce = 4
/** Megabytes above the least program. */
const mostAbove = 80
/** Flat: no more than this share above what it was half way. */
const mostGrowth = 0.05

/** Resident memory of a process, in megabytes. */
const resident = (pid: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

type Kept = { half: number; whole: number }

/** Lets it work through all turns and reads its memory in between. */
async function kept(pid: number, work: (count: number) => Promise<unknown>): Promise<Kept> {
  const read: number[] = []
  for (let done = 0; done < turns; done += between) {
    await work(between)
    read.push(resident(pid))
  }
  const half = read.length / 2
  return { half: median(read.slice(half - counted, half)), whole: median(read.slice(-counted)) }
}

async function ofBot(kind: Store['kind']): Promise<Kept> {
  const { bot, api, quiet } = await slackBot(await store(kind))
  const found = await kept(bot.pid, async count => {
    let left = count
    const one = async () => {
      while (left-- > 0) await turn(bot.url, api, someCommand())
    }
    await Promise.all(Array.from({ length: atOnce }, one))
    await quiet()
  })
  await bot.stop()
  return found
}

async function ofLeast(kind: Store['kind']): Promise<Kept> {
  const least = await start((await store(kind)).env, './least-libraries.ts')
  const found = await kept(least.pid, async count => {
    const response = await fetch(`${least.url}/transactions/${count}`, { method: 'POST' })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`the least program answered ${response.status}`)
  })
  await least.stop()
  return found
}

async function onStore(kind: Store['kind']): Promise<Row[]> {
  const [ours, least] = [await ofBot(kind), await ofLeast(kind)]
  const on = kind === 'server' ? 'server' : 'embedded database'
  return [
    {
      what: `resident memory after ${turns} turns, ${on}`,
      ours: mb(ours.whole),
      least: mb(least.whole),
      bound: `${mb(least.whole)} + ${mostAbove}`,
      holds: ours.whole <= least.whole + mostAbove,
    },
    {
      what: `the same half way, after ${turns / 2} turns, ${on}`,
      ours: mb(ours.half),
      least: mb(least.half),
      bound: `flat: + ${mostGrowth * 100} %`,
      holds: ours.whole <= ours.half * (1 + mostGrowth),
    },
  ]
}

export async function memory(): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of kinds()) rows.push(...(await onStore(kind)))
  return rows
}
