/** Slack keeps what every chat must do, and refuses what is not Slack's. */
import { afterAll, beforeAll } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { contract } from './contract.ts'
import { slackHarness } from './slack-harness.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

contract('Slack', () => slackHarness(database))
