/** `npm run journey`: sets everything up and lets the built program go the whole way, from raw evidence to the review of the quarter. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closingLine } from './setup/closing-line.mjs'
import { installWhenStale, ROOT, requireNode } from './setup/prepare.mjs'
import { run } from './setup/run.mjs'

requireNode()
if (!(await installWhenStale())) {
  console.log('journey: 0 passed, 1 failed')
  process.exit(1)
}
const report = join(ROOT, 'reports', 'journey.json')
mkdirSync(join(ROOT, 'reports'), { recursive: true })
rmSync(report, { force: true })
const vitest = join('node_modules', 'vitest', 'vitest.mjs')
const { code: runnerCode } = await run(
  process.execPath,
  [vitest, 'run', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`, join('test', 'journey')],
  { cwd: ROOT },
)
const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
const { line, code } = closingLine(result, { runnerCode, otherFailures: 0, skipsFail: false })
console.log(`\njourney: ${line}`)
process.exitCode = code
