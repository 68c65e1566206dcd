/** A transaction in steps: after each of its statements somebody else may go first. */
import type { Database } from './client.ts'

/**
 * Lets every statement of a transaction hand its rows on only when `step` resolves. For a server's transactions alone: the embedded database does one
 * transaction at a time, and whoever went first would wait for the end of this one.
 */
export function inSteps(tx: Database, step: () => Promise<void>): Database {
  // drizzle makes a session for each transaction, through which all its statements go.
  const { session } = tx._
  const prepare = session.prepareQuery.bind(session)
  session.prepareQuery = (...statement) => {
    const prepared = prepare(...statement)
    const execute = prepared.execute.bind(prepared)
    prepared.execute = async (...values) => {
      const rows = await execute(...values)
      await step()
      return rows
    }
    return prepared
  }
  return tx
}
