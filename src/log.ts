/** The log: a JSON line for each thing worth knowing. What people wrote, tokens and secrets never come into it, whatever an error carries. */
import { type DestinationStream, type Logger, pino } from 'pino'
import { errorForLog } from './model/failure.ts'

/** `to` is standard output unless a test listens. */
export const openLog = (level: string, to?: DestinationStream): Logger => {
  const options = { level, serializers: { err: (error: unknown) => errorForLog(error) } }
  return to ? pino(options, to) : pino(options)
}
