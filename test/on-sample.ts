/** A house over the sample network for each test of a file, on one database that is emptied between them. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'
import { house, type TestHouse } from './house.ts'

/** Called at the head of a file; `stands` is handed each new house, before what else the file does before a test. */
export function onSample(stands: (h: TestHouse) => void): void {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.reset()
    stands(await house(database))
  })
}
