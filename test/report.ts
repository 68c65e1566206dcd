/** Counts vitest's JSON report. */
import { z } from 'zod'

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/**
 * Tests passed and failed. A file that could not be run at all, and a run that ended badly though no test failed (an error outside any test), count as
 * one failure each and are named in `reasons`. `text` is the report, null where there is none; `code` how vitest ended.
 */
export function count(text: string | null, code: number | null): { passed: number; failed: number; skipped: number; reasons: string[] } {
  if (text === null) return { passed: 0, failed: 1, skipped: 0, reasons: ['vitest left no report'] }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.parse(JSON.parse(text))
  const broken = testResults.filter(file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'))
  const reasons = broken.map(file => `Could not be run: ${file.name}`)
  if (code !== 0 && numFailedTests + broken.length === 0) reasons.push('An error outside of any test, or no test at all: see above')
  return { passed: numPassedTests, failed: numFailedTests + reasons.length, skipped: numPendingTests + numTodoTests, reasons }
}
