/** What an edition prints of an activity: the centre's own wording in place of the owner's texts, and the sections that it makes. Pure. */
import type { Activity } from '../model/activity.ts'
import type { Bilingual } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'

/** In the languages in which the centre gave a wording that is the title, and the owner's summary is not printed beside it. */
export function printed<A extends Activity>(a: A): A {
  const { wording } = a.print
  return wording.ar || wording.en ? { ...a, title: { ...a.title, ...given(wording) }, summary: {} } : a
}

const given = ({ ar, en }: Bilingual): Bilingual => ({ ...(ar ? { ar } : {}), ...(en ? { en } : {}) })

export type SectionOf<A> = { name: Bilingual; lines: A[] }

/** One section, whichever of its names is said and however it is spelled. */
const sameSection = (a: Bilingual, b: Bilingual): boolean =>
  (!!a.ar && !!b.ar && fold(a.ar) === fold(b.ar)) || (!!a.en && !!b.en && fold(a.en) === fold(b.en))

/**
 * Sections in the order in which the first of each comes, their lines by the places the centre gave them, then as they come; and what stands in none.
 * `all` in the order of the plan.
 */
export function sectioned<A>(all: readonly A[], of: (line: A) => Activity): { sections: SectionOf<A>[]; rest: A[] } {
  const sections: SectionOf<A>[] = []
  const rest: A[] = []
  for (const line of all) {
    const { section } = of(line).print
    if (!section.ar && !section.en) {
      rest.push(line)
      continue
    }
    const found = sections.find(s => sameSection(s.name, section))
    if (found) {
      found.lines.push(line)
      found.name = { ...given(section), ...given(found.name) }
    } else sections.push({ name: given(section), lines: [line] })
  }
  const place = (line: A) => of(line).print.place ?? Number.POSITIVE_INFINITY
  // Sorting is stable: what has no place, or the same one, keeps the plan's order.
  for (const s of sections) s.lines.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
  return { sections, rest }
}
