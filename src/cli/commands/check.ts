/** `check`: says whether postmortems are fit for the next stage. */
import { GATES } from '../../checks/rule.ts'
import { CHECK_FORMATS } from '../check/check-job.ts'
import { prepareCheck } from '../check/prepare-check.ts'
import { reporterOf } from '../check/reporter.ts'
import { runChecks } from '../check/run-checks.ts'
import { command } from '../command.ts'
import { EXIT } from '../failure.ts'

/** Declares the command. */
export const check = command({
  name: 'check',
  summary: 'Say whether postmortems are fit for the next stage',
  details:
    'Ends with 1 where errors block the gate, with 3 where a file could not be read. Record and evidence that lie beside a document are read with it. Deadlines are counted to the hour.',
  arguments: [{ name: 'path', summary: 'file, or folder with all *.md below it', many: true }],
  options: {
    gate: { value: 'GATE', choices: GATES, default: 'draft', summary: 'the stage to enter' },
    only: { value: 'RULE_OR_GROUP', many: true, summary: 'nothing but this rule or group; may be given several times' },
    cache: { value: 'WHEN', choices: ['auto', 'off'], default: 'auto', summary: 'remember unchanged documents' },
  },
  formats: CHECK_FORMATS,
  examples: [
    { run: 'check docs/postmortems', says: 'everything below a folder, as drafts' },
    { run: 'check INC-2026-11-23-001.md --gate publish', says: 'is it fit to be published?' },
    { run: 'check docs --only blameless --format json', says: 'one group of rules, for another program' },
    { run: 'check docs --format sarif > findings.sarif', says: 'for code scanning' },
  ],
  async run(context, paths, options) {
    const { job, tasks, cache } = await prepareCheck(context, paths, options)
    const reporter = reporterOf(context, options.format)
    await runChecks(tasks, job, { worker: context.worker, cache }, reporter.add)
    const { errors, unreadable } = await reporter.end()
    return unreadable > 0 ? EXIT.unreadable : errors > 0 ? EXIT.findings : EXIT.clean
  },
})
