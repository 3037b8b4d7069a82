// Reading and a full parse by markdown-it: what any checker of Markdown must do at least.
import { readdirSync, readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'
const folder = process.argv[2]
const markdown = new MarkdownIt()
let tokens = 0
for (const name of readdirSync(folder)) tokens += markdown.parse(readFileSync(`${folder}/${name}`, 'utf8'), {}).length
process.stdout.write(`${tokens}\n`)
