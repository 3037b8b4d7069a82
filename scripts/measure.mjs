/** `npm run corpus`, `eval:kinds` and `bench`: sets everything up, runs the TypeScript program, and ends with one line whatever happens. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installWhenStale, ROOT, requireNode } from './setup/prepare.mjs'

/** The programs by the names under which they tell their results. */
const PROGRAMS = new Map([
  ['corpus', join(ROOT, 'scripts', 'corpus.ts')],
  ['eval:kinds', join(ROOT, 'scripts', 'eval-kinds.ts')],
  ['bench', join(ROOT, 'bench', 'run.ts')],
])

requireNode()
const [name = ''] = process.argv.splice(2, 1)
const program = PROGRAMS.get(name)
if (!program) {
  console.error(`There is no measurement "${name}". Name one of ${[...PROGRAMS.keys()].join(', ')}.`)
  process.exit(2)
}
if (await installWhenStale()) {
  try {
    const { register } = await import('tsx/esm/api')
    register()
    await import(pathToFileURL(program).href)
  } catch (error) {
    console.error(error)
    fail(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
} else fail('the dependencies are not installed')

/** Says in the last line that it failed, and why. */
function fail(/** @type {string} */ why) {
  console.log(`${name}: failed: ${why}`)
  process.exitCode = 1
}
