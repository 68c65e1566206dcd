/** The queue of what is due now: pg-boss on both databases, jobs put in the transaction that promised them. The only file that knows the library. */
import { fromDrizzle, fromPglite, PgBoss } from 'pg-boss'
import { type Connection, type Database, sql } from '../../db/client.ts'

export type Job = { networkId: string; id: string }

export type Queue = {
  /** In the caller's transaction: the job exists if and only if the transaction does. */
  put(db: Database, jobs: Job[]): Promise<void>
  work(handler: (job: Job) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const name = 'deliver'

/** Opens the queue's own tables (schema `pgboss`) in the database. `log` gets its errors whole. */
export async function openQueue(connection: Connection, log: { error(details: object, message: string): void }): Promise<Queue> {
  const { raw } = connection
  const boss =
    raw.kind === 'server'
      ? new PgBoss({ connectionString: raw.url, application_name: 'munassiq-queue', max: 4, useListenNotify: true, schedule: false })
      : new PgBoss({ db: fromPglite(raw.pglite), backend: 'pglite', schedule: false })
  boss.on('error', error => log.error({ err: error }, 'queue'))
  await boss.start()
  // Promises are in the outbox and outlive their jobs, so a job that is lost is found again by the clock: few retries here, no dead letters.
  await boss.createQueue(name, { policy: 'standard', retryLimit: 3, retryDelay: 2, retryBackoff: true, expireInSeconds: 60, notify: true })
  return {
    async put(db, jobs) {
      for (const job of jobs) await boss.send(name, job, { db: fromDrizzle(db as never, sql as never), singletonKey: job.id })
    },
    async work(handler) {
      await boss.work<Job>(
        name,
        { batchSize: 10, burstWhenBatchFull: true, pollingIntervalSeconds: raw.kind === 'server' ? 10 : 2 },
        async jobs => {
          for (const job of jobs) await handler(job.data)
        },
      )
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000, close: raw.kind === 'server' }),
  }
}
