/** Brings a fresh clone to where the program can run: the right Node, the dependencies, the build. Each step only where it is needed. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isStale } from './freshness.mjs'
import { nodeVersionProblem } from './node-version.mjs'
import { run } from './run.mjs'

/** The repository's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Says what is being done, apart from what the programs themselves print. */
export const say = (/** @type {string} */ words) => console.log(`nevertwice: ${words}`)

/** Ends with a message where this Node is too old. */
export function requireNode() {
  const problem = nodeVersionProblem(process.versions.node)
  if (problem === null) return
  console.error(problem)
  process.exit(1)
}

/**
 * Installs the npm dependencies where they are missing or older than the lock file.
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installWhenStale() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json')
  if (!isStale(installed, [join(ROOT, 'package-lock.json')])) return true
  say(
    existsSync(installed)
      ? 'the lock file is newer than node_modules; installing again (npm ci)'
      : 'installing dependencies (npm ci)',
  )
  const { code } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: ROOT })
  if (code !== 0)
    console.error(
      'The dependencies could not be installed; npm says why above. Check the network and npm settings, then run again.',
    )
  return code === 0
}

/**
 * Builds `dist/` where it is missing or older than its sources.
 * @returns {Promise<boolean>} whether it is there now
 */
export async function buildWhenStale() {
  const sources = ['src', 'package.json', 'package-lock.json', join('scripts', 'build.mjs')].map((path) =>
    join(ROOT, path),
  )
  if (!isStale(join(ROOT, 'dist', 'cli', 'main.js'), sources)) return true
  say('building dist/')
  const { code } = await run(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { cwd: ROOT })
  if (code !== 0) console.error('The build failed; the message above says where.')
  return code === 0
}
