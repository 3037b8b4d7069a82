import { readdirSync, readFileSync } from 'node:fs'
import { markdown } from 'alex'
const folder = process.argv[2]
let found = 0
for (const name of readdirSync(folder)) found += markdown(readFileSync(`${folder}/${name}`, 'utf8')).messages.length
process.stdout.write(`${found}\n`)
