/** `npm run check`: what a developer runs all the time. Types, lint, boundaries, dead code and the unit tests, in seconds. */
import { join } from 'node:path'
import { installWhenStale, ROOT, requireNode } from './setup/prepare.mjs'
import { run } from './setup/run.mjs'
import { runStaticChecks, tellCheck } from './setup/static-checks.mjs'

const UNIT_TESTS = [
  join('node_modules', 'vitest', 'vitest.mjs'),
  'run',
  '--project=unit',
  '--reporter=dot',
  // What was translated of files that did not change.
  '--experimental.fsModuleCache',
  `--experimental.fsModuleCachePath=${join('.cache', 'vitest')}`,
]

requireNode()
if (!(await installWhenStale())) {
  console.log('check: failed: installing')
  process.exit(1)
}
// Beside each other: the tests keep one processor busy and a half.
const [failed, tests] = await Promise.all([
  runStaticChecks({ built: false, atOnce: 1 }),
  run(process.execPath, UNIT_TESTS, {
    cwd: ROOT,
    env: { ...process.env, NEVERTWICE_QUICK: '1', NO_COLOR: '1', FORCE_COLOR: undefined },
    quiet: true,
  }),
])
const counted = /^\s*Tests\s+(.*?)(?: \(\d+\))?$/m.exec(tests.output)?.[1]
if (!tellCheck('unit tests', tests, counted ? `: ${counted.replace(' | ', ', ')}` : '')) failed.push('unit tests')
console.log(failed.length === 0 ? 'check: all held' : `check: failed: ${failed.join('; ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
