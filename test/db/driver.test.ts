import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { mend } from '../../db/driver.ts'

const installed = new URL('../../node_modules/postgres/src/connection.js', import.meta.url)

test('the installed version is the one that is mended', async () => {
  const source = await readFile(installed, 'utf8')
  expect(mend(source)).not.toBe(source)
  expect(() => mend('another version')).toThrow(/not the version/)
})
