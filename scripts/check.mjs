/** `npm run check`: what a developer runs all the time. Types, lint, boundaries, dead code and the unit tests, in seconds. */
import { installWhenStale, ROOT, requireNode } from './setup/prepare.mjs'
import { run } from './setup/run.mjs'
import { runStaticChecks } from './setup/static-checks.mjs'

requireNode()
if (!(await installWhenStale())) process.exit(1)
const failed = await runStaticChecks({ built: false })
const { code } = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'], {
  cwd: ROOT,
})
if (code !== 0) failed.push('unit tests')
console.log(failed.length === 0 ? 'check: all held' : `check: failed: ${failed.join('; ')}`)
process.exit(failed.length === 0 ? 0 : 1)
