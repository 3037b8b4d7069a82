/** Writes what checks give: at once where each file stands for itself, as one piece where only the whole can be read. */
import type { CommandContext, Output } from '../context.ts'
import type { CheckFormat, CheckOutcome } from './check-job.ts'
import { type Counted, countOutcome, JSON_AFTER, JSON_BEFORE, totals } from './frame.ts'
import { Spool } from './spool.ts'

/** Bytes that are gathered before they are written. */
const ENOUGH = 64 * 1024

/** Takes outcomes in order, and writes the rest at the end. */
export interface Reporter {
  readonly add: (outcome: CheckOutcome) => void
  readonly end: () => Promise<Counted>
}

/** What one format does with the printed parts. */
interface Parts {
  readonly add: (printed: Uint8Array) => void
  readonly end: (counted: Counted) => void | Promise<void>
}

/** The reporter for a format. JSON and SARIF are held back until all is known: an interrupted run prints none of it. */
export function reporterOf({ stdout }: Pick<CommandContext, 'stdout'>, format: CheckFormat): Reporter {
  const counted: Counted = { files: 0, errors: 0, warnings: 0, infos: 0, unreadable: 0 }
  const parts =
    format === 'json'
      ? jsonParts(stdout)
      : format === 'sarif'
        ? sarifParts(stdout)
        : plainParts(stdout, format === 'text')
  return {
    add(outcome) {
      countOutcome(counted, outcome)
      parts.add(outcome.printed)
    },
    async end() {
      await parts.end(counted)
      return counted
    },
  }
}

function plainParts(stdout: Output, withTotals: boolean): Parts {
  let gathered: Uint8Array[] = []
  let length = 0
  const write = () => {
    if (length > 0) stdout.write(Buffer.concat(gathered))
    gathered = []
    length = 0
  }
  return {
    add(printed) {
      gathered.push(printed)
      length += printed.length
      if (length > ENOUGH) write()
    },
    end(counted) {
      write()
      if (withTotals) stdout.write(totals(counted))
    },
  }
}

function jsonParts(stdout: Output): Parts {
  const spool = new Spool()
  let first = true
  return {
    add(printed) {
      spool.add(Buffer.from(first ? JSON_BEFORE : ','))
      spool.add(printed)
      first = false
    },
    end() {
      spool.add(Buffer.from(first ? '{\n  "files": []\n}\n' : `${JSON_AFTER}\n`))
      spool.flush(stdout)
    },
  }
}

function sarifParts(stdout: Output): Parts {
  const parts: Uint8Array[] = []
  return {
    add: (printed) => void parts.push(printed),
    async end() {
      const { sarifOfParts } = await import('./sarif-of-parts.ts')
      stdout.write(sarifOfParts(parts.map((part) => new TextDecoder().decode(part))))
    },
  }
}
