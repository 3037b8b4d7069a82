/** Writes rows into a timeline where they belong in time, in the author's way of writing it. */
import { applyEdits, type Edit, lineEndingAt } from '../base/edit.ts'
import { type Instant, utcClock, utcDay } from '../base/instant.ts'
import { ok, type Result } from '../base/result.ts'
import type { Link } from '../evidence/fact.ts'
import { escapeCell } from './escape-cell.ts'
import { linkMarkup } from './link-markup.ts'
import type { Postmortem, TimelineRow } from './model.ts'
import { type ParseOptions, parsePostmortem } from './parse.ts'

/** A row to be written: when, plain words, and links to where it was seen. */
export interface NewRow {
  readonly at: Instant
  readonly text: string
  readonly links: readonly Link[]
}

/** The text with the rows, the edits that made it, and its timeline. */
export interface InsertedRows {
  readonly text: string
  readonly edits: readonly Edit[]
  readonly timeline: readonly TimelineRow[]
}

/** How a time is written in a new row: as short as its neighbours, with its day, or with its day and zone. */
type Clock = 'short' | 'day' | 'zone'

/** Inserts rows so that each reads as its own moment and no other row reads differently than before. */
export function insertRows(
  postmortem: Postmortem,
  rows: readonly NewRow[],
  options: ParseOptions = {},
): Result<InsertedRows> {
  let result: Result<InsertedRows> | null = null
  for (const clock of ['short', 'day', 'zone'] as const) {
    const edits = rows.flatMap((row) => insertion(postmortem, row, clock))
    const text = applyEdits(postmortem.source, edits)
    if (!text.ok) return text
    const { timeline } = parsePostmortem(text.value, options)
    result = ok({ text: text.value, edits, timeline })
    if (sameMoments([...postmortem.timeline, ...rows], timeline)) break
  }
  return result!
}

function sameMoments(wanted: readonly { at: number | null }[], found: readonly TimelineRow[]): boolean {
  const sorted = (rows: readonly { at: number | null }[]) => rows.map(({ at }) => String(at)).sort()
  const [left, right] = [sorted(wanted), sorted(found)]
  return left.length === right.length && left.every((at, index) => at === right[index])
}

/** A new table row before the first one that is later; where the timeline is no table, a bullet after its last entry. */
function insertion(postmortem: Postmortem, row: NewRow, clock: Clock): Edit[] {
  const { source, timeline, sections } = postmortem
  const placeholder = timeline.every(({ at }) => at === null)
  const later = timeline.find(({ at }) => at !== null && at > row.at)
  const last = timeline.at(-1)
  const line = (near: TimelineRow | undefined) => rowLine(source, near, row, clock)
  if (later && !placeholder) {
    const start = lineStart(source, later.span.from)
    return [{ from: start, to: start, text: line(later) + lineEndingAt(source, start) }]
  }
  if (last) return [{ from: last.span.to, to: last.span.to, text: lineEndingAt(source, last.span.to) + line(last) }]
  const section = sections.find(({ kind }) => kind === 'timeline')
  if (!section) return [{ from: source.length, to: source.length, text: `\n## Timeline (UTC)\n\n${line(undefined)}\n` }]
  const at = section.headingSpan.to
  const end = source.indexOf('\n', at) < 0 ? source.length : source.indexOf('\n', at)
  return [{ from: end, to: end, text: `${lineEndingAt(source, at)}${lineEndingAt(source, at)}${line(undefined)}` }]
}

function rowLine(source: string, near: TimelineRow | undefined, { at, text, links }: NewRow, clock: Clock): string {
  const stated = clock === 'short' && near?.at != null && utcDay(near.at) === utcDay(at)
  const time = `${stated ? '' : `${utcDay(at)} `}${utcClock(at)}${clock === 'zone' ? ' UTC' : ''}`
  const sources = links.map((link) => linkMarkup(link).replaceAll('|', '\\|')).join(', ')
  const nearLine = near ? source.slice(lineStart(source, near.span.from), near.span.to) : ''
  if (!nearLine.trimStart().startsWith('|')) return `- ${time} ${escapeCell(text)}${sources ? ` (${sources})` : ''}`
  const columns = near?.source || countCells(nearLine) > 2
  return columns
    ? `| ${time} | ${escapeCell(text)} | ${sources} |`
    : `| ${time} | ${escapeCell(text)}${sources ? ` (${sources})` : ''} |`
}

function countCells(line: string): number {
  return line.replace(/\\\|/g, '').split('|').length - 2
}

function lineStart(source: string, at: number): number {
  let start = at
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--
  return start
}
