/** Prints the findings of one file, so that the output of thousands of files is never held as values. */
import type { CheckedFile } from '../output/checked-file.ts'
import { VERSION } from '../version.ts'
import type { CheckJob } from './check-job.ts'
import { JSON_AFTER, JSON_BEFORE } from './frame.ts'

/** Prints one file's part of the output: its text, its object in a list, or its results. */
export type PrintFile = (file: CheckedFile) => string

/** The printer of a job's format; only that one is loaded. */
export async function printerOf(job: Pick<CheckJob, 'format' | 'color' | 'columns'>): Promise<PrintFile> {
  if (job.format === 'github') {
    const { findingsToAnnotations } = await import('../output/annotations.ts')
    return (file) => findingsToAnnotations([file])
  }
  if (job.format === 'json') {
    const { findingsToJson } = await import('../output/json.ts')
    return (file) => findingsToJson([file]).slice(JSON_BEFORE.length, -JSON_AFTER.length)
  }
  if (job.format === 'sarif') {
    const { findingsToSarif } = await import('../output/sarif.ts')
    const { ALL_RULES } = await import('../../checks/selection.ts')
    return (file) => {
      const [run] = JSON.parse(findingsToSarif([file], ALL_RULES, VERSION)).runs
      return JSON.stringify({ results: run.results, notes: run.invocations[0].toolExecutionNotifications })
    }
  }
  const { findingsToText } = await import('../output/text.ts')
  const options = { colour: job.color, columns: job.columns }
  return (file) => {
    if (file.findings.length === 0 && file.error === undefined) return ''
    const text = findingsToText([file], options)
    // The last line is the totals of this one file.
    return text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
  }
}
