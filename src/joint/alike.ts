/** Whether two activities are one and the same, submitted twice: their titles and their dates are near. Pure. */
import { boundsOf } from '../activities/when.ts'
import type { Activity } from '../model/activity.ts'
import type { Bilingual } from '../model/people.ts'
import { stemsOf } from '../understanding/by-words.ts'

/** Days between two tellings of one activity, at most: one of them may have its eve, or the day it was first meant for. */
export const nearDays = 2
/** The share of the words of both titles that both have. */
const nearTitles = 0.6

const dayMs = 86_400_000

export type Told = Pick<Activity, 'title' | 'when' | 'ownerId'>

/** Of one owner only what touches the same time is suspect: a series has one title and several dates. */
export function alike(a: Told, b: Told, zone: string): boolean {
  const [x, y] = [boundsOf(a.when, zone), boundsOf(b.when, zone)]
  const between = Math.max(
    x.startsAt.epochMilliseconds - y.endsAt.epochMilliseconds,
    y.startsAt.epochMilliseconds - x.endsAt.epochMilliseconds,
  )
  return between < (a.ownerId === b.ownerId ? 0 : nearDays * dayMs) && nearness(a.title, b.title) >= nearTitles
}

/** 0 to 1: how much of their words two titles share, in the language in which they share most. */
export function nearness(a: Bilingual, b: Bilingual): number {
  const shares = (['ar', 'en'] as const).map(language => {
    const [x, y] = [new Set(stemsOf(a[language] ?? '')), new Set(stemsOf(b[language] ?? ''))]
    // «للتمريض» is «التمريض» too.
    const both = [...x].filter(w => y.has(w) || y.has(`ل${w}`) || (w.startsWith('ل') && y.has(w.slice(1)))).length
    const all = x.size + y.size - both
    return all === 0 ? 0 : both / all
  })
  return Math.max(...shares)
}
