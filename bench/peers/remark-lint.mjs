import { readdirSync, readFileSync } from 'node:fs'
import { remark } from 'remark'
import remarkPresetLintRecommended from 'remark-preset-lint-recommended'
const folder = process.argv[2]
const processor = remark().use(remarkPresetLintRecommended)
let found = 0
for (const name of readdirSync(folder)) {
  const file = await processor.process(readFileSync(`${folder}/${name}`, 'utf8'))
  found += file.messages.length
}
process.stdout.write(`${found}\n`)
