/**
 * A small linear classifier (softmax regression over tf-idf features), learned in one go from labelled sentences. The same sentences in the same order give
 * the same classifier: nothing is drawn by lot, and nothing is kept in a file.
 */
import type { Features } from './features.ts'

export type Sample = { key: string; features: Features }
/** Probabilities by key, the most probable first, and how much of what was said has been heard before: 0 to 1. */
export type Verdict = { ranked: { key: string; p: number }[]; heard: number }
export type Classifier = (features: Features) => Verdict

const rounds = 15
const rate = 4
const decay = 0.12
/** Pulls weights towards nothing, so that one odd example decides little. */
const ridge = 2e-5

/** Learns round by round: `round` is false when nothing is left to learn. The classifier is to be asked only then. */
export type Learner = { round(): boolean; classifier: Classifier }

export function learner(samples: readonly Sample[]): Learner {
  const keys = [...new Set(samples.map(s => s.key))]
  const counts = new Map<string, number>()
  for (const s of samples) for (const name of s.features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  // Letters that only one sentence has teach nothing; its words may.
  const ids = new Map<string, number>()
  const rarity: number[] = []
  for (const [name, count] of counts) if (count > 1 || name[0] === 'w') ids.set(name, rarity.push(Math.log(1 + samples.length / count)) - 1)
  const n = keys.length
  const weights = new Float32Array(n * rarity.length)
  const bias = new Float64Array(n)
  const p = new Float64Array(n)

  const vector = (features: Features): { ids: Int32Array; xs: Float64Array; heard: number } => {
    const found: number[] = []
    const values: number[] = []
    let [square, heard, all] = [0, 0, 0]
    for (const [name, weight] of features) {
      const id = ids.get(name)
      if (name.startsWith('w ')) all++
      if (id === undefined) continue
      if (name.startsWith('w ')) heard++
      const value = weight * (rarity[id] ?? 0)
      found.push(id)
      values.push(value)
      square += value * value
    }
    const length = Math.sqrt(square) || 1
    return { ids: Int32Array.from(found), xs: Float64Array.from(values, v => v / length), heard: all === 0 ? 0 : heard / all }
  }
  /** Fills `p` with the probability of each key. */
  const weigh = (v: { ids: Int32Array; xs: Float64Array }): void => {
    p.set(bias)
    for (let k = 0; k < v.ids.length; k++) {
      const x = v.xs[k]!
      const row = v.ids[k]! * n
      for (let c = 0; c < n; c++) p[c]! += weights[row + c]! * x
    }
    let top = Number.NEGATIVE_INFINITY
    for (let c = 0; c < n; c++) if (p[c]! > top) top = p[c]!
    let sum = 0
    for (let c = 0; c < n; c++) {
      p[c] = Math.exp(p[c]! - top)
      sum += p[c]!
    }
    for (let c = 0; c < n; c++) p[c]! /= sum
  }

  let vectors = samples.map(s => ({ ...vector(s.features), key: keys.indexOf(s.key) }))
  // A stride prime to the number of samples goes through them all, far from the order they are written in.
  const stride = strideFor(vectors.length)
  let done = 0
  const round = (): boolean => {
    if (done === rounds) return false
    const step = rate / (1 + decay * done)
    for (let k = 0; k < vectors.length; k++) {
      const v = vectors[(k * stride) % vectors.length]!
      weigh(v)
      for (let c = 0; c < n; c++) {
        p[c] = (c === v.key ? 1 : 0) - p[c]!
        bias[c]! += step * 0.01 * p[c]!
      }
      for (let m = 0; m < v.ids.length; m++) {
        const row = v.ids[m]! * n
        const x = v.xs[m]!
        for (let c = 0; c < n; c++) weights[row + c]! += step * (p[c]! * x - ridge * weights[row + c]!)
      }
    }
    // What was learned from is kept no longer than it is needed.
    if (++done === rounds) vectors = []
    return done < rounds
  }
  const classifier: Classifier = features => {
    const v = vector(features)
    weigh(v)
    return { ranked: keys.map((key, c) => ({ key, p: p[c] ?? 0 })).sort((a, b) => b.p - a.p), heard: v.heard }
  }
  return { round, classifier }
}

function strideFor(count: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
  let stride = Math.max(1, Math.floor(count * 0.618))
  while (gcd(stride, count) !== 1) stride++
  return stride
}
