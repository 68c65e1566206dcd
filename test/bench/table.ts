/** What a bench says: figures beside their bounds in one table, and the machine they were measured on. */
import { availableParallelism, cpus, loadavg } from 'node:os'

export type Row = {
  what: string
  /** Ours, and the least program's in the same run; as read by people, with their unit. */
  ours: string
  least: string
  bound: string
  /** Null where no bound is set. */
  holds: boolean | null
}

const headings: Row & { verdict: string } = {
  what: '',
  ours: 'Munassiq',
  least: 'least program',
  bound: 'bound',
  holds: null,
  verdict: 'holds',
}

export function table(rows: Row[]): string {
  const lines = [headings, ...rows.map(r => ({ ...r, verdict: r.holds === null ? '' : r.holds ? 'yes' : 'NO' }))]
  const columns = ['what', 'ours', 'least', 'bound', 'verdict'] as const
  const widths = columns.map(c => Math.max(...lines.map(l => l[c].length)))
  const drawn = lines.map(l => columns.map((c, i) => (i === 0 ? l[c].padEnd(widths[i] ?? 0) : l[c].padStart(widths[i] ?? 0))).join('  '))
  return [drawn[0], '-'.repeat(drawn[0]?.length ?? 0), ...drawn.slice(1)].map(l => l?.trimEnd()).join('\n')
}

export const machine = (): string =>
  `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`

/** How busy the machine is with everything that runs on it: a figure taken at a high load is not worth much. */
export const load = (): string =>
  `load ${loadavg()
    .map(l => l.toFixed(2))
    .join(' ')}`

/** The value below which `share` of the numbers lie. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

export const ms = (n: number): string => `${n.toFixed(n < 10 ? 2 : 1)} ms`
export const seconds = (n: number): string => `${(n / 1000).toFixed(2)} s`
export const mb = (n: number): string => `${n.toFixed(0)} MB`
export const times = (n: number): string => `${n.toFixed(2)} ×`
