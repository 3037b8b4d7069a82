/** Which rows of the timeline came, went or changed. */
import { matchByKeys } from './match-by-keys.ts'
import type { TimelineRow } from './model.ts'

/** One row that is not as it was. */
export interface RowChange {
  readonly change: 'added' | 'removed' | 'changed'
  readonly before: TimelineRow | null
  readonly after: TimelineRow | null
}

/** Rows are the same where time and words are; else where the time is; else where the words are. Those that went come last. */
export function compareRows(before: readonly TimelineRow[], after: readonly TimelineRow[]): RowChange[] {
  const partner = matchByKeys(before, after, [sameAll, sameTime, sameWords])
  const left = new Set(before.keys())
  const changes: RowChange[] = []
  after.forEach((row, index) => {
    const from = partner[index] ?? null
    if (from === null) {
      changes.push({ change: 'added', before: null, after: row })
      return
    }
    left.delete(from)
    const old = before[from]!
    if (sameAll(old) !== sameAll(row) || (old.source?.text ?? '') !== (row.source?.text ?? ''))
      changes.push({ change: 'changed', before: old, after: row })
  })
  for (const index of left) changes.push({ change: 'removed', before: before[index]!, after: null })
  return changes
}

function sameAll({ at, timeText, text }: TimelineRow): string {
  return `${at ?? timeText} ${text}`
}

function sameTime({ at, timeText }: TimelineRow): string | null {
  return at !== null ? String(at) : timeText === '' ? null : timeText
}

function sameWords({ text }: TimelineRow): string | null {
  return text === '' ? null : text
}
