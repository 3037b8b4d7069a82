import { readdirSync, readFileSync } from 'node:fs'
import writeGood from 'write-good'
const folder = process.argv[2]
let found = 0
for (const name of readdirSync(folder)) found += writeGood(readFileSync(`${folder}/${name}`, 'utf8')).length
process.stdout.write(`${found}\n`)
