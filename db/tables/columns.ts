/** Column types that the tables share: an instant, bytes, and the two that begin every key. */
import { customType, text } from 'drizzle-orm/pg-core'
import { Temporal } from 'temporal-polyfill'

/** An instant as both drivers hand it over. */
const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** Dozens of instants are read in each turn, and Temporal's own reader takes five times as long: it is for what is written otherwise (years before 0). */
function instantOf(text: string): Temporal.Instant {
  const [, day, time, fraction = ''] = inUtc.exec(text) ?? []
  if (!day) return Temporal.Instant.from(text)
  const seconds = Date.parse(`${day}T${time}Z`)
  const micros = Number(fraction.padEnd(6, '0'))
  return micros % 1000 === 0
    ? Temporal.Instant.fromEpochMilliseconds(seconds + micros / 1000)
    : Temporal.Instant.fromEpochNanoseconds((BigInt(seconds) * 1000n + BigInt(micros)) * 1000n)
}

/** timestamptz as Temporal.Instant: microseconds survive, and nothing depends on the machine's zone. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: value => value.toString(),
  fromDriver: instantOf,
})

/** Bytes as both drivers hand them over. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const id = () => text('id').notNull()
export const networkId = () => text('network_id').notNull()
