// Reading alone: the physical limit.
import { readdirSync, readFileSync } from 'node:fs'
const folder = process.argv[2]
let length = 0
for (const name of readdirSync(folder)) length += readFileSync(`${folder}/${name}`, 'utf8').length
process.stdout.write(`${length}\n`)
