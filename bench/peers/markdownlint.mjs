import { readdirSync } from 'node:fs'
import { lint } from 'markdownlint/promise'
const folder = process.argv[2]
const found = await lint({ files: readdirSync(folder).map((name) => `${folder}/${name}`) })
process.stdout.write(`${Object.values(found).flat().length}\n`)
