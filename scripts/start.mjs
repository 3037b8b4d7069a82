/** `npm start`: sets everything up and runs the guided demonstration, until there is a server to start. */
import { join } from 'node:path'
import { buildWhenStale, installWhenStale, ROOT, requireNode } from './setup/prepare.mjs'
import { run } from './setup/run.mjs'

requireNode()
if (!(await installWhenStale()) || !(await buildWhenStale())) process.exit(1)
const { code } = await run(process.execPath, [join(ROOT, 'bin', 'nevertwice.js'), 'demo', ...process.argv.slice(2)])
process.exit(code)
