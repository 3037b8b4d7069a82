import { readdirSync } from 'node:fs'
import { createLinter, loadTextlintrc } from 'textlint'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
const folder = process.argv[2]
const here = dirname(fileURLToPath(import.meta.url))
const descriptor = await loadTextlintrc({ configFilePath: join(here, 'textlintrc.json'), node_modulesDir: join(here, '../node_modules') })
const results = await createLinter({ descriptor }).lintFiles(readdirSync(folder).map((name) => `${folder}/${name}`))
process.stdout.write(`${results.flatMap((result) => result.messages).length}\n`)
