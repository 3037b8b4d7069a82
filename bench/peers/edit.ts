// One character typed into a document of 10 kB, to new findings: milliseconds of each of 500 edits as JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { DEFAULT_POLICY } from '../../src/checks/policy.ts'
import { checkPostmortem } from '../../src/checks/run-rules.ts'
import { parsePostmortem } from '../../src/document/parse.ts'
import { seeded } from '../seeded.ts'

const folder = process.argv[2]!
const random = seeded(7)
const texts = readdirSync(folder).slice(0, 2).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
let text = texts.join('\n').slice(0, 10_000)
const times: number[] = []
for (let edit = 0; edit < 700; edit++) {
  const at = Math.floor(random() * text.length)
  text = `${text.slice(0, at)}x${text.slice(at + 1)}`
  const start = performance.now()
  checkPostmortem({ postmortem: parsePostmortem(text), record: null, evidence: null, policy: DEFAULT_POLICY, now: null }, { gate: 'review' })
  if (edit >= 200) times.push(performance.now() - start)
}
process.stdout.write(JSON.stringify(times))
