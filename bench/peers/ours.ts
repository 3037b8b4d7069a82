// Our parse, model and all rules in one thread, without the command around it, with the engine's settings of a check.
import { readdirSync, readFileSync } from 'node:fs'
import { DEFAULT_POLICY } from '../../src/checks/policy.ts'
import { checkPostmortem } from '../../src/checks/run-rules.ts'
import { expectShortRun } from '../../src/cli/check/short-run.ts'
import { parsePostmortem } from '../../src/document/parse.ts'

const [folder, what] = process.argv.slice(2) as [string, string]
expectShortRun()
let found = 0
for (const name of readdirSync(folder)) {
  const postmortem = parsePostmortem(readFileSync(`${folder}/${name}`, 'utf8'))
  found += postmortem.timeline.length
  if (what === 'rules')
    found += checkPostmortem({ postmortem, record: null, evidence: null, policy: DEFAULT_POLICY, now: null }, { gate: 'draft' }).length
}
process.stdout.write(`${found}\n`)
