/** What holds without running the program: types, lint, boundaries, dead code. Each is one program of its own. */
import { join } from 'node:path'
import { ROOT } from './prepare.mjs'
import { run } from './run.mjs'

const tool = (/** @type {string[]} */ ...path) => join(ROOT, 'node_modules', ...path)
/** Where a tool keeps what it knows of files that did not change. */
const cache = (/** @type {string} */ name) => join(ROOT, '.cache', name)

const types = (/** @type {string} */ config) => [
  tool('typescript', 'bin', 'tsc'),
  '--noEmit',
  '-p',
  config,
  '--incremental',
  '--tsBuildInfoFile',
  cache(`${config}.tsbuildinfo`),
]

/** What is checked, in the order in which it is reported; `args` go to Node. */
const STATIC_CHECKS = [
  { name: 'types', args: types('tsconfig.json') },
  { name: 'types of the rooms, without Node and DOM', args: types('tsconfig.rooms.json') },
  { name: 'lint and format', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] },
  { name: 'boundaries between the rooms', args: [join('scripts', 'boundaries.mjs')] },
  {
    name: 'dead code',
    args: [tool('knip', 'bin', 'knip.js'), '--no-progress', '--cache', '--cache-location', cache('knip')],
  },
  {
    name: 'code that only tests use',
    args: [
      tool('knip', 'bin', 'knip.js'),
      '--no-progress',
      '--cache',
      '--cache-location',
      cache('knip-production'),
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
 * Runs them and prints one line for each, with the whole output of those that fail.
 * @param {{ built: boolean, atOnce: number }} state whether `dist/` is there to be looked at, and how many may run at a time
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runStaticChecks({ built, atOnce }) {
  const checks = built ? [...STATIC_CHECKS, PACKAGE_CHECK] : STATIC_CHECKS
  const results = new Map()
  const waiting = [...checks]
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      results.set(check.name, await run(process.execPath, check.args, { cwd: ROOT, quiet: true }))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const failed = []
  for (const { name } of checks) if (!tellCheck(name, results.get(name))) failed.push(name)
  return failed
}

/**
 * Prints the line of one check, and its whole output where it failed.
 * @param {string} name
 * @param {{ code: number, output: string }} result
 * @param {string} [note] more about one that held
 * @returns {boolean} whether it held
 */
export function tellCheck(name, { code, output }, note = '') {
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}${code === 0 ? note : ''}`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}
