/** Prints the findings of one file, so that the output of thousands of files is never held as values. */
import { ALL_RULES } from '../../checks/selection.ts'
import { findingsToAnnotations } from '../output/annotations.ts'
import type { CheckedFile } from '../output/checked-file.ts'
import { findingsToJson } from '../output/json.ts'
import { findingsToSarif } from '../output/sarif.ts'
import { findingsToText } from '../output/text.ts'
import { VERSION } from '../version.ts'
import type { CheckJob } from './check-job.ts'
import { JSON_AFTER, JSON_BEFORE } from './frame.ts'

/** One file's part of the output: its text, its object in a list, or its results. */
export function printFile(file: CheckedFile, job: Pick<CheckJob, 'format' | 'color' | 'columns'>): string {
  if (job.format === 'github') return findingsToAnnotations([file])
  if (job.format === 'json') return findingsToJson([file]).slice(JSON_BEFORE.length, -JSON_AFTER.length)
  if (job.format === 'text') {
    if (file.findings.length === 0 && file.error === undefined) return ''
    const text = findingsToText([file], { colour: job.color, columns: job.columns })
    // The last line is the totals of this one file.
    return text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
  }
  // The rules, which every log names, are told once and for all by `sarifOf`.
  const [run] = JSON.parse(findingsToSarif([file], ALL_RULES, VERSION)).runs
  return JSON.stringify({ results: run.results, notes: run.invocations[0].toolExecutionNotifications })
}
