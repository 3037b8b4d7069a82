/** `npm run torture -- --rounds N`: sets everything up, then runs torture.ts. */
import { join } from 'node:path'
import { installPostgresWhenMissing } from './setup/postgres.mjs'
import { buildWhenStale, installWhenStale, ROOT, requireNode } from './setup/prepare.mjs'
import { run } from './setup/run.mjs'

requireNode()
if (!(await installWhenStale())) process.exit(1)
await installPostgresWhenMissing()
if (!(await buildWhenStale())) process.exit(1)
const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')
const { code } = await run(process.execPath, [tsx, join(ROOT, 'scripts', 'torture.ts'), ...process.argv.slice(2)])
process.exit(code)
