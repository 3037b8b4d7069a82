/** Brings a fresh clone to where it runs, and goes on as the command line in the same process, so that signals reach it once. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhenStale, installWhenStale, ROOT, requireNode } from './prepare.mjs'

/** @param {string} command the command that is run, with the arguments of this process */
export async function startProgram(command) {
  requireNode()
  if (!(await installWhenStale()) || !(await buildWhenStale())) process.exit(1)
  const program = join(ROOT, 'bin', 'nevertwice.js')
  process.argv = [process.argv[0], program, command, ...process.argv.slice(2)]
  await import(pathToFileURL(program).href)
}
