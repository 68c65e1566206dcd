/** Teams keeps what every chat must do, and refuses what is not signed by the channel. */
import { afterAll, beforeAll } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { contract } from './contract.ts'
import { teamsHarness } from './teams-harness.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

contract('Teams', () => teamsHarness(database))
