/** Writes what checks give: at once where each file stands for itself, as one piece where only the whole can be read. */
import type { CommandContext } from '../context.ts'
import type { CheckFormat, CheckOutcome } from './check-job.ts'
import { type Counted, countOutcome, totals, whole } from './frame.ts'

/** Characters that are gathered before they are written. */
const ENOUGH = 64 * 1024

/** Takes outcomes in order, and writes the rest at the end. */
export interface Reporter {
  readonly add: (outcome: CheckOutcome) => void
  readonly end: () => Promise<Counted>
}

/** The reporter for a format. JSON and SARIF are held back until all is known: an interrupted run prints none of it. */
export function reporterOf({ stdout }: Pick<CommandContext, 'stdout'>, format: CheckFormat): Reporter {
  const counted: Counted = { files: 0, errors: 0, warnings: 0, infos: 0, unreadable: 0 }
  const parts: string[] = []
  const atOnce = format === 'text' || format === 'github'
  let gathered = ''
  return {
    add(outcome) {
      countOutcome(counted, outcome)
      if (!atOnce) {
        parts.push(outcome.printed)
        return
      }
      gathered += outcome.printed
      if (gathered.length < ENOUGH) return
      stdout.write(gathered)
      gathered = ''
    },
    async end() {
      if (format === 'text') gathered += totals(counted)
      if (gathered !== '') stdout.write(gathered)
      if (!atOnce) for (const part of await whole(format, parts)) stdout.write(part)
      return counted
    },
  }
}
