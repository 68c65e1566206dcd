/** What went wrong, as it may be logged and kept: never what people wrote, and no token, whatever hangs on an error. */

/** Causes shown of one error; a circle of causes ends with them. */
const deepest = 5
/** Characters of an error's own sentence. */
const longest = 1_000

export type LoggedError = { type: string; message: string; code?: string | number; stack: string; cause?: LoggedError }

/**
 * An error as it may be logged: its kind, its sentence, its code, where it happened and what caused it. Nothing else that hangs on it is taken: an HTTP
 * client's error holds the request with its token, a query's holds its parameters, which are what somebody wrote (drizzle puts them into the sentence too).
 */
export function errorForLog(error: unknown, depth = 1): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error).slice(0, longest), stack: '' }
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined
  // The stack begins with the sentence again.
  const stack = (error.stack ?? '').split('\n').filter(line => /^ {4}at /.test(line))
  return {
    type: error.name,
    message: error.message.replace(/\nparams: [\s\S]*$/, '').slice(0, longest),
    ...(code === undefined ? {} : { code }),
    stack: stack.join('\n'),
    ...(error.cause !== undefined && depth < deepest ? { cause: errorForLog(error.cause, depth + 1) } : {}),
  }
}

/** Why something failed, in at most 500 characters, as it may be kept beside what failed: the kinds and sentences of an error and its causes. */
export function failureOf(error: unknown): string {
  const causes: string[] = []
  for (let at: LoggedError | undefined = errorForLog(error); at; at = at.cause) causes.unshift(`${at.type}: ${at.message}`)
  return causes.join(' < ').slice(0, 500)
}
