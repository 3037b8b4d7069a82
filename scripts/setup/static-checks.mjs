/** What holds without running the program: types, lint, boundaries, dead code. Each is one program of its own. */
import { join } from 'node:path'
import { ROOT } from './prepare.mjs'
import { run } from './run.mjs'

const tool = (/** @type {string[]} */ ...path) => join(ROOT, 'node_modules', ...path)

/** What is checked, in the order in which it is reported; `args` go to Node. */
const STATIC_CHECKS = [
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'types of the rooms, without Node and DOM',
    args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.rooms.json'],
  },
  { name: 'lint and format', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] },
  { name: 'boundaries between the rooms', args: [join('scripts', 'boundaries.mjs')] },
  { name: 'dead code', args: [tool('knip', 'bin', 'knip.js'), '--no-progress'] },
  {
    name: 'code that only tests use',
    args: [
      tool('knip', 'bin', 'knip.js'),
      '--no-progress',
      '--config',
      'knip.production.jsonc',
      '--production',
      '--include',
      'files,exports,types,enumMembers',
    ],
  },
]

/** What holds of the package as it would be published; needs the build. */
const PACKAGE_CHECK = { name: 'the package', args: [tool('publint', 'src', 'cli.js'), 'run', '.', '--strict'] }

/**
 * Runs them two at a time and prints one line for each, with the whole output of those that fail.
 * @param {{ built: boolean }} state whether `dist/` is there to be looked at
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runStaticChecks({ built }) {
  const checks = built ? [...STATIC_CHECKS, PACKAGE_CHECK] : STATIC_CHECKS
  const results = new Map()
  const waiting = [...checks]
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      results.set(check.name, await run(process.execPath, check.args, { cwd: ROOT, quiet: true }))
    }
  }
  await Promise.all([worker(), worker()])
  const failed = []
  for (const { name } of checks) {
    const { code, output } = results.get(name)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}`)
    if (code === 0) continue
    failed.push(name)
    console.log(output.trimEnd())
  }
  return failed
}
