/** `npm test`: sets everything up, checks what holds without running, then runs every test and ends with one line that counts them. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { closingLine } from './setup/closing-line.mjs'
import { installPostgresWhenMissing } from './setup/postgres.mjs'
import { buildWhenStale, installWhenStale, ROOT, requireNode, say } from './setup/prepare.mjs'
import { fetchPromtoolWhenMissing } from './setup/promtool.mjs'
import { run } from './setup/run.mjs'
import { runStaticChecks } from './setup/static-checks.mjs'

/** Root is refused nothing, so what happens without permission can only be seen by another user. */
const AS_ROOT = process.getuid?.() === 0 ? /for want of permission$/ : undefined

requireNode()
if (!(await installWhenStale())) {
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}
await installPostgresWhenMissing()
const built = await buildWhenStale()
await fetchPromtoolWhenMissing()

const material = resolve(ROOT, process.env.NEVERTWICE_MATERIAL || '../shared')
const inCi = process.env.CI === 'true' || process.env.CI === '1'
if (!existsSync(material)) {
  say(
    `the material for measuring is not at ${material}; tests that need it are ${inCi ? 'skipped, which fails here' : 'skipped'}. NEVERTWICE_MATERIAL says where it lies.`,
  )
}

const failedChecks = await runStaticChecks({ built, atOnce: 2 })
if (!built) failedChecks.push('build')

const report = join(ROOT, 'reports', 'tests.json')
mkdirSync(join(ROOT, 'reports'), { recursive: true })
rmSync(report, { force: true })
const { code: runnerCode } = await run(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  { cwd: ROOT, env: { ...process.env, NEVERTWICE_MATERIAL: material } },
)
const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
const verdict = closingLine(result, {
  runnerCode,
  otherFailures: failedChecks.length,
  skipsFail: inCi,
  excused: AS_ROOT,
})

if (verdict.skipped.length > 0) {
  console.log('\nSkipped:')
  for (const name of verdict.skipped) console.log(`  ${name}`)
  if (inCi && verdict.unexcused.length > 0)
    console.log('In CI everything that tests need is expected to be there, so this is a failure.')
}
if (failedChecks.length > 0)
  console.log(`\nBesides the tests, these failed and are counted: ${failedChecks.join('; ')}`)
console.log(`\n${verdict.line}`)
process.exitCode = verdict.code
