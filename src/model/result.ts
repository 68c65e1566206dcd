/** What comes back from something that may fail in a way a person can mend. Broken invariants throw instead. */
export type Result<Value, Problem = string> = { ok: true; value: Value } | { ok: false; problem: Problem }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const fail = <Problem>(problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem })
