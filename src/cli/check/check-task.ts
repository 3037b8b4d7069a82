/** Checks one document from its bytes to its printed part of the output. */

import { timedCheckerOf } from '../../checks/check-texts.ts'
import type { Finding } from '../../checks/rule.ts'
import type { CheckJob, CheckOutcome, CheckTask } from './check-job.ts'
import { printerOf } from './print-outcome.ts'
import { type ReadBytes, textsOf } from './read-texts.ts'

const encoder = new TextEncoder()

/** Makes the function that gives the outcome of a document that was read, or could not be. */
export async function taskCheckerOf(job: CheckJob): Promise<(task: CheckTask, read: ReadBytes) => CheckOutcome> {
  const check = timedCheckerOf(job)
  const print = await printerOf(job)
  return (task, read) => {
    const found = 'problem' in read ? read : textsOf(task, read.bytes)
    if ('problem' in found) {
      const printed = print({ file: task.file, source: '', findings: [], error: found.problem })
      return { ...severities([]), unreadable: true, timely: false, printed: encoder.encode(printed) }
    }
    const { findings, timely } = check(found.texts)
    const printed = print({ file: task.file, source: found.texts.source, findings })
    return { ...severities(findings), unreadable: false, timely, printed: encoder.encode(printed) }
  }
}

function severities(findings: readonly Finding[]): Pick<CheckOutcome, 'errors' | 'warnings' | 'infos'> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  return { errors: counts.error, warnings: counts.warning, infos: counts.info }
}
