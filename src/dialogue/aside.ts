/** A draft that is open when something else is begun: put aside with the new one, and taken up again, once, when that one ends. Pure. */
import { drafts } from './several.ts'
import { type State, state as schema } from './state.ts'

/** Whether anything was given in a draft that would be lost with it. */
const given = (state: State): boolean => drafts(state).some(d => Object.keys(d.values).length > 0)

/** A conversation that was begun while another was open; what was put aside with that one stays with it. */
export function putAside(begun: State | null, open: State | null): State | null {
  if (!begun || !open || begun.id === open.id) return begun
  const kept = begun.form !== open.form && !open.tookUp && given(open) ? { ...open, aside: null } : open.aside
  return { ...begun, aside: begun.aside ?? kept }
}

/** The draft that comes up again when a conversation has ended; null where none was put aside, or it no longer fits. */
export function takenUp(ended: State | null): State | null {
  const parsed = ended?.aside ? schema.safeParse(ended.aside) : null
  return parsed?.success ? { ...parsed.data, tookUp: true } : null
}
