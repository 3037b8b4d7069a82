/** The cells of one line of a GFM table. */
import type { Span } from '../base/span.ts'

/** Spans of the trimmed cells within the line; outer pipes are optional, `\|` does not split. `quotes` are the `>` around it. */
export function tableCells(line: string, quotes = 0): Span[] {
  let from = 0
  for (let quote = 0; quote < quotes; quote++) {
    const mark = /^[ \t]{0,3}>[ \t]?/.exec(line.slice(from, from + 8))
    if (mark) from += mark[0].length
  }
  const container = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|)/.exec(line.slice(from))
  if (container) from += container[0].length
  const bounds: number[] = [from - 1]
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code === 92) at++
    else if (code === 124) bounds.push(at)
  }
  bounds.push(line.length)
  const cells: Span[] = []
  for (let index = 1; index < bounds.length; index++) cells.push(trimmed(line, bounds[index - 1]! + 1, bounds[index]!))
  if (cells.length > 1 && isEmpty(cells[0]!) && line.slice(from).trimStart().startsWith('|')) cells.shift()
  if (cells.length > 1 && isEmpty(cells.at(-1)!) && line.trimEnd().endsWith('|')) cells.pop()
  return cells
}

function isEmpty(span: Span): boolean {
  return span.from === span.to
}

/** An empty cell is one space in from its pipe, so that what is written there stands apart from it. */
function trimmed(line: string, from: number, to: number): Span {
  let first = from
  let last = Math.max(from, to)
  while (last > first && isBlank(line.charCodeAt(last - 1))) last--
  while (first < last && isBlank(line.charCodeAt(first))) first++
  if (first < last) return { from: first, to: last }
  const empty = Math.min(from + 1, Math.max(from, to))
  return { from: empty, to: empty }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}
