/** What the log says of an error, and what it never says. */
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openLog } from '../src/log.ts'
import { NotStored } from '../src/model/inbox.ts'

function logged(error: unknown): {
  line: string
  err: { type: string; message: string; code?: string; stack: string; cause?: { message: string; code?: string } }
} {
  const lines: string[] = []
  openLog('info', { write: line => void lines.push(line) }).error({ err: error }, 'failed')
  return { line: lines.join(''), err: JSON.parse(lines[0] ?? '{}').err }
}

const lost = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })

test('a query that failed is told with its statement and its cause, without what somebody wrote', () => {
  const failed = new DrizzleQueryError('insert into "inbox" values ($1)', ['an embargoed\nsentence of health@ministry.example'], lost)
  const { line, err } = logged(failed)
  expect(err.message).toBe('Failed query: insert into "inbox" values ($1)')
  expect(err.cause).toMatchObject({ message: lost.message, code: 'ECONNREFUSED' })
  expect(err.stack).toContain('log.test.ts')
  expect(line).not.toMatch(/embargoed|sentence|ministry/)
})

test('what wraps such an error does not bring it back', () => {
  const failed = new DrizzleQueryError('insert', ['an embargoed sentence'], lost)
  const { line, err } = logged(new NotStored('the delivery could not be stored', { cause: failed }))
  expect(err).toMatchObject({ type: 'NotStored', message: 'the delivery could not be stored', cause: { message: 'Failed query: insert' } })
  expect(line).not.toContain('embargoed')
})

test('what hangs on an error of an HTTP client is left out, tokens first of all', () => {
  const refused = Object.assign(new Error('Request failed with status code 401'), {
    code: 'ERR_BAD_REQUEST',
    config: { data: 'client_secret=app-secret', headers: { Authorization: 'Bearer xoxb-secret' } },
    request: { headers: { authorization: 'Bearer xoxb-secret' } },
  })
  const { line, err } = logged(refused)
  expect(err).toMatchObject({ message: 'Request failed with status code 401', code: 'ERR_BAD_REQUEST' })
  expect(line).not.toContain('secret')
})

test('causes that go in a circle end, and what is no error is told as text', () => {
  const circle = new Error('one')
  circle.cause = new Error('two', { cause: circle })
  expect(logged(circle).line.length).toBeLessThan(10_000)
  expect(logged('gone').err).toMatchObject({ type: 'string', message: 'gone' })
})
