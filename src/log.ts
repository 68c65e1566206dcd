/** The log: a JSON line for each thing worth knowing. What people wrote, tokens and secrets never come into it, whatever an error carries. */
import { type DestinationStream, type Logger, pino } from 'pino'

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

/** `to` is standard output unless a test listens. */
export const openLog = (level: string, to?: DestinationStream): Logger => {
  const options = { level, serializers: { err: (error: unknown) => errorForLog(error) } }
  return to ? pino(options, to) : pino(options)
}
