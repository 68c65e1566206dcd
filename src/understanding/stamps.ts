/** How instants are written in a meaning: wall time with offset, to the second. */
import type { Temporal } from 'temporal-polyfill'

export const stampOf = (z: Temporal.ZonedDateTime): string => z.toString({ timeZoneName: 'never', smallestUnit: 'second' })
