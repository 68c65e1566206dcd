/** An appearance as a sheet of labels tells it: «الوسيلة: … / العنوان: … / الرابط: …». Pure. */
import { made, type Read, type Reads } from './appearance.ts'
import type { Entry } from './entries.ts'
import { dayOf, reachIn, toneOf } from './facts.ts'
import { labelled } from './labels.ts'
import { linksIn } from './links.ts'
import { namedIn, nameOnly, ofHost } from './outlets.ts'

/** The values by their labels; what has no label and stands first is the outlet. Null where a text is no sheet. */
export function sheetIn(text: string): Partial<Record<string, string>> | null {
  const lines = text.split('\n')
  const out: Record<string, string> = {}
  let n = 0
  for (const [i, line] of lines.entries()) {
    const l = labelled(line)
    if (l) {
      out[l.label] ??= l.value
      n++
    } else if (i === 0) out.outlet = line.trim()
    else if (linksIn(line).length === 1) out.link ??= line
  }
  return n >= 2 ? out : null
}

export function ofSheet(f: Partial<Record<string, string>>, entry: Entry, reads: Reads): Read {
  const link = linksIn(f.link ?? '')[0] ?? null
  const named = f.outlet ? namedIn(f.outlet, reads.known)[0]?.outlet : undefined
  const host = link ? ofHost(reads.known, link.host) : null
  const reach = f.reach ? (reachIn(`reach ${f.reach}`) ?? reachIn(f.reach)) : null
  return made(
    { outlet: named ?? (f.outlet ? null : host), name: f.outlet ? nameOnly(f.outlet) : (link?.host ?? ''), title: f.title ?? null },
    {
      link,
      on: f.date ? dayOf(f.date, reads.context) : null,
      reach,
      tone: f.tone ? toneOf(f.tone) : null,
      said: `${f.outlet ?? ''} ${f.medium ?? ''}`,
    },
    entry,
    reads,
  )
}
