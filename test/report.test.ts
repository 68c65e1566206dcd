import { expect, test } from 'vitest'
import { count } from './report.ts'

const report = (passed: number, failed: number, files: { status: string; tests: string[] }[]) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: files.map(({ status, tests }, at) => ({
      name: `${at}.test.ts`,
      status,
      assertionResults: tests.map(of => ({ status: of })),
    })),
  })

test('what passed and failed is counted', () => {
  const text = report(3, 2, [{ status: 'failed', tests: ['failed', 'passed', 'failed'] }])
  expect(count(text, 1)).toEqual({ passed: 3, failed: 2, skipped: 1, reasons: [] })
  expect(count(report(1, 0, [{ status: 'passed', tests: ['passed'] }]), 0)).toMatchObject({ passed: 1, failed: 0, reasons: [] })
})

test('a file that could not be loaded, an error outside of tests and a missing report are failures', () => {
  const broken = count(
    report(1, 0, [
      { status: 'failed', tests: [] },
      { status: 'passed', tests: ['passed'] },
    ]),
    1,
  )
  expect(broken).toMatchObject({ passed: 1, failed: 1, reasons: ['Could not be run: 0.test.ts'] })
  expect(count(report(1, 0, [{ status: 'passed', tests: ['passed'] }]), 1).failed).toBe(1)
  expect(count(report(0, 0, []), 1).failed).toBe(1)
  expect(count(null, 1)).toMatchObject({ passed: 0, failed: 1 })
})
