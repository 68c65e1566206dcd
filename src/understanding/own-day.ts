/**
 * Which of the days that a text tells of is the activity's own: not one that was, said in a remark before it («بعد نجاح النسخة الأولى التي أقيمت في ٣ مارس الماضي نطلق …»),
 * and of two that are still open ("on 20 or 22 December at 11") the first.
 */
import type { Mention } from '../model/meaning.ts'
import type { Group } from './dates/groups.ts'
import type { Line } from './grammar.ts'
import { wordSet } from './phrases.ts'

const or = wordSet('or او ولا')

/** The groups of which only one will be the day; the first of two takes the hour said behind the second. */
export function openBetween(groups: readonly Group[], line: Line): ReadonlySet<Group> {
  const open = new Set<Group>()
  groups.forEach((g, i) => {
    const next = groups[i + 1]
    if (g.days && line.slice(g.from, g.next).some(w => or.has(w.f))) open.add(g)
    if (!g.days || !next?.days || g.role || next.role) return
    const between = line.slice(g.next, next.from).filter(w => w.kind !== 'sign' && !beside.has(w.f))
    if (between.length !== 1 || !or.has(between[0]?.f ?? '')) return
    g.times ??= next.times
    g.part ??= next.part
    open.add(g).add(next)
  })
  return open
}
const beside = wordSet('on the يوم في maybe possibly يمكن ربما')

/** Words behind which a day was: "was 12 February", «أقيمت في ٣ مارس». */
const was = wordSet('was were اقيم اقيمت عقدت كان كانت جرت نظمت صارت انطلقت افتتحت')
const between = wordSet('on in at held the في يوم بتاريخ وقد')

/** Which of the mentions tell of what is over, where another is still to come; `today` is a date. */
export function pastOnes<M extends Mention & { endAt: number }>(mentions: readonly M[], line: Line, today: string): ReadonlySet<M> {
  const own = mentions.filter(m => !m.role && !m.timeOnly)
  const over = own.filter((m, n) => (m.end ?? m.start).slice(0, 10) < today || isTold(m, line, own[n - 1]?.endAt ?? 0))
  return new Set(over.length < own.length ? over : [])
}

/** `after`: the character at which the mention before it ends; what was said of that one is not said of this. */
function isTold(m: Mention, line: Line, after: number): boolean {
  const at = line.findIndex(w => w.start >= m.at)
  let i = at - 1
  while (i > 0 && between.has(line[i]?.f ?? '')) i--
  if (was.has(line[i]?.f ?? '')) return true
  // «كانت الورشة الأولى يوم …», "Following our meeting of …": said at the head of what holds the day.
  for (let k = at - 1; k >= 0 && k > at - longestRemark && line[k]?.kind !== 'sign' && (line[k]?.start ?? 0) >= after; k--) {
    const f = line[k]?.f ?? ''
    if (refers.has(f) && line[k - 1]?.f !== 'the') return true
    if (was.has(f) && /^[\u0621-\u064a]/.test(f)) return true
  }
  return false
}
const refers = wordSet('following further reference agreed عطفا اشاره بالاشاره الحاقا استكمالا')
const longestRemark = 10
