/** `npm run new -- rule|source|command NAME`: starts one from its templates, with its line in the list, formatted. */
import { join } from 'node:path'
import { scaffold } from './scaffold/scaffold.mjs'
import { installWhenStale, ROOT, requireNode } from './setup/prepare.mjs'
import { run } from './setup/run.mjs'

requireNode()
const made = scaffold(ROOT, process.argv.slice(2))
if (!made.ok) {
  console.error(made.message)
  process.exit(2)
}
for (const path of made.written) console.log(path)
if (await installWhenStale()) {
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  await run(process.execPath, [biome, 'check', '--write', ...made.written.filter((path) => path.endsWith('.ts'))], {
    cwd: ROOT,
    quiet: true,
  })
}
console.log(made.next)
