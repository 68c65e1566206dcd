/**
 * Every table, in one place; a file under tables/ for a group of them. Each tenant table's key begins with network_id, so that the whole can be sharded
 * by network unchanged; the inbox, setup codes and spaces are found before the network is known, and say so. Instants are timestamptz, rules wall time.
 */
export * from './tables/actions.ts'
export * from './tables/activities.ts'
export * from './tables/agenda.ts'
export * from './tables/asks.ts'
export * from './tables/calendar.ts'
export * from './tables/circulars.ts'
export { instant } from './tables/columns.ts'
export * from './tables/coverage.ts'
export * from './tables/echo.ts'
export * from './tables/house.ts'
export * from './tables/meetings.ts'
export * from './tables/messages.ts'
export * from './tables/minutes.ts'
export * from './tables/people.ts'
export * from './tables/plan.ts'
export * from './tables/stories.ts'
export * from './tables/support.ts'
export * from './tables/training.ts'
