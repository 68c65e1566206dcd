/** A process that a test started goes with the test's own, whatever became of the hook that would have ended it. */
import type { ChildProcess } from 'node:child_process'

const children = new Set<ChildProcess>()
const end = () => {
  for (const child of children) child.kill('SIGKILL')
}
process.once('exit', end)
process.once('disconnect', end)
// A worker that is given up is ended from outside.
process.once('SIGTERM', () => {
  end()
  process.exit(143)
})

export function endsWithUs<P extends ChildProcess>(child: P): P {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}
