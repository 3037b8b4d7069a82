/** Checks one document from its bytes to its printed part of the output. */
import type { Finding } from '../../checks/rule.ts'
import type { CheckJob, CheckOutcome, CheckTask } from './check-job.ts'
import { checkerOf } from './check-source.ts'
import { printFile } from './print-outcome.ts'
import { type Bytes, textsOf } from './read-texts.ts'

/** Makes the function that checks documents for a job. */
export function taskCheckerOf(job: CheckJob): (task: CheckTask, bytes: Bytes) => CheckOutcome {
  const check = checkerOf(job)
  return (task, bytes) => {
    const read = textsOf(task, bytes)
    if ('problem' in read) return unreadable(task, read.problem, job)
    const findings = check(read.texts)
    const printed = printFile({ file: task.file, source: read.texts.source, findings }, job)
    return { ...severities(findings), unreadable: false, printed }
  }
}

/** The outcome of a document that could not be read. */
export function unreadable({ file }: CheckTask, error: string, job: CheckJob): CheckOutcome {
  const printed = printFile({ file, source: '', findings: [], error }, job)
  return { errors: 0, warnings: 0, infos: 0, unreadable: true, printed }
}

function severities(findings: readonly Finding[]): Pick<CheckOutcome, 'errors' | 'warnings' | 'infos'> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  return { errors: counts.error, warnings: counts.warning, infos: counts.info }
}
