/** Puts the SARIF results of many files into one log. */
import { ALL_RULES } from '../../checks/selection.ts'
import { findingsToSarif } from '../output/sarif.ts'
import { VERSION } from '../version.ts'

/** The log of all files from what `printFile` gave for each. */
export function sarifOfParts(parts: readonly string[]): string {
  const log = JSON.parse(findingsToSarif([], ALL_RULES, VERSION))
  const [run] = log.runs
  const [invocation] = run.invocations
  for (const part of parts) {
    const { results, notes } = JSON.parse(part)
    for (const result of results) run.results.push(result)
    for (const note of notes) invocation.toolExecutionNotifications.push(note)
  }
  invocation.executionSuccessful = invocation.toolExecutionNotifications.length === 0
  return `${JSON.stringify(log, null, 2)}\n`
}
