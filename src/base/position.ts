/** Lines and columns for people: 1-based, columns in UTF-16 units; `\r\n`, `\n` and a lone `\r` each end a line. */
import type { Span } from './span.ts'

/** A place as editors and compilers print it. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The offset at which each line starts; always holds at least one line. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  if (!text.includes('\r')) {
    // Nearly every text, and the platform finds a character faster than a loop does.
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}

/** The line and column of an offset. Offsets past the end count as the end. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - starts[low]! + 1 }
}

/** Where a span begins and ends. */
export function positionsOf(starts: readonly number[], span: Span): { start: Position; end: Position } {
  return { start: positionAt(starts, span.from), end: positionAt(starts, span.to) }
}
