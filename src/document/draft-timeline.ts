/** The timeline of a draft as a table: a row for each event, its day where it changes, its source where one is known. */
import { type Instant, utcClock, utcDay } from '../base/instant.ts'
import type { DraftRow, DraftValues } from './draft-values.ts'
import { escapeCell } from './escape-cell.ts'
import { linkMarkup } from './link-markup.ts'

/** What every timeline should tell, in the order in which it usually happens. */
const BLANK_ROWS = [
  'thing observed; be specific',
  'thing done; be specific',
  'page sent; its receiver',
  'runbook opened; which one',
  'mitigation tried; its outcome',
  'root cause identified',
  'customer-visible impact ended',
  'all-clear declared',
]

/** Lines of the table under Timeline, in the order of the rows given. */
export function draftTimeline({ timeline = [], startedAt }: DraftValues): string[] {
  if (timeline.length === 0)
    return table(
      false,
      BLANK_ROWS.map((words) => `| HH:MM | \\<${words}\\> |`),
    )
  const sources = timeline.some((row) => row.links && row.links.length > 0)
  const rows: string[] = []
  let before: Instant | null = null
  let day = startedAt === undefined ? null : utcDay(startedAt)
  for (const row of timeline) {
    rows.push(timelineLine(row, day, before, sources))
    if (row.at !== null) [before, day] = [row.at, utcDay(row.at)]
  }
  return table(sources, rows)
}

function table(sources: boolean, rows: readonly string[]): string[] {
  return sources ? ['| Time | Event | Source |', '|---|---|---|', ...rows] : ['| Time | Event |', '|---|---|', ...rows]
}

/** A day is written where it changes, and where a row goes back in time: readers take a step back for the next day. */
function timelineLine(row: DraftRow, day: string | null, before: Instant | null, sources: boolean): string {
  const { at, text, links = [] } = row
  const stated = at !== null && utcDay(at) === day && (before === null || at >= before)
  const time = at === null ? 'HH:MM' : stated ? utcClock(at) : `${utcDay(at)} ${utcClock(at)}`
  const cells = [time, escapeCell(text)]
  if (sources) cells.push(links.map((link) => linkMarkup(link).replaceAll('|', '\\|')).join(', '))
  return `| ${cells.join(' | ')} |`
}
