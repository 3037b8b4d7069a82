/** The index of published postmortems: a table in Markdown between two marks, the rest of the page left alone. */
import { lineEndingAt } from '../base/edit.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Severity } from '../document/model.ts'
import type { Stage } from './stage.ts'

/** One line of the index. */
export interface IndexRow {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly id: string
  readonly title: string
  readonly severity: Severity | null
  readonly stage: Stage
  readonly openItems: number
  /** The file beside the index, such as `INC-2026-11-23-001.md`. */
  readonly file: string
}

const START = '<!-- nevertwice:index -->'
const END = '<!-- /nevertwice:index -->'
const HEAD = ['| Date | Id | Title | Severity | Stage | Open items |', '|---|---|---|---|---|---|']

/**
 * The page with its table made anew, the latest incident first. Without a page (null or blank) a new one; on a page without marks the table
 * goes to its end. The same rows in any order give the same page, and again. Refused (`index-marks`) where only one mark stands, a mark
 * stands twice, or they stand in the wrong order.
 */
export function indexPage(page: string | null, rows: readonly IndexRow[]): Result<string> {
  if (page === null || page.trim() === '') return ok(`# Postmortems\n\n${region(rows, '\n')}\n`)
  const start = page.indexOf(START)
  const end = page.indexOf(END)
  const nl = lineEndingAt(page, Math.max(0, start))
  if (start < 0 && end < 0) return ok(`${page.trimEnd()}${nl}${nl}${region(rows, nl)}${nl}`)
  const twice = page.indexOf(START, start + 1) >= 0 || page.indexOf(END, end + 1) >= 0
  if (start < 0 || end < start || twice)
    return refuse(
      'index-marks',
      `The index page must hold "${START}" once and behind it "${END}" once. Correct the marks, or remove both and the table is added at the end.`,
    )
  return ok(page.slice(0, start) + region(rows, nl) + page.slice(end + END.length))
}

function region(rows: readonly IndexRow[], nl: string): string {
  const sorted = [...rows].sort((a, b) => down(a.date, b.date) || down(a.id, b.id) || down(a.file, b.file))
  return [START, ...HEAD, ...sorted.map(rowText), END].join(nl)
}

function rowText(row: IndexRow): string {
  const link = `[${plain(row.id)}](${address(row.file)})`
  return `| ${[row.date, link, plain(row.title), row.severity ?? '', row.stage, String(row.openItems)].join(' | ')} |`
}

/** Words that mean nothing in Markdown or HTML: what a title says is shown, never run. */
function plain(words: string): string {
  return words
    .replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~&!#]/g, (mark) =>
      mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : mark === '&' ? '&amp;' : `\\${mark}`,
    )
}

function address(file: string): string {
  const parts = file.split('/').map(encodeURIComponent)
  return parts.join('/').replaceAll('(', '%28').replaceAll(')', '%29')
}

function down(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0
}
