/** What a check says of one file, ready for any output. */
import { lineStarts, type Position, positionsOf } from '../../base/position.ts'
import type { Span } from '../../base/span.ts'
import type { Finding } from '../../checks/rule.ts'

/** One file with its findings; `error` says why it could not be read, and then there are none. */
export interface CheckedFile {
  /** The path as the user gave it or as it was found below a folder. */
  readonly file: string
  /** The text the findings are about; empty where the file could not be read. */
  readonly source: string
  readonly findings: readonly Finding[]
  readonly error?: string
}

/** A finding with the lines and columns of its span. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly start: Position
  readonly end: Position
  /** The line in which it begins, without its line ending. */
  readonly line: Span
}

/** The findings of a file with their places, in the same order. */
export function placeFindings(file: CheckedFile): PlacedFinding[] {
  if (file.findings.length === 0) return []
  const starts = lineStarts(file.source)
  return file.findings.map((finding) => {
    const places = positionsOf(starts, finding.span)
    return { finding, ...places, line: lineSpan(file.source, starts, places.start.line) }
  })
}

function lineSpan(source: string, starts: readonly number[], line: number): Span {
  const from = starts[line - 1] ?? 0
  let to = starts[line] ?? source.length
  while (to > from && (source[to - 1] === '\n' || source[to - 1] === '\r')) to--
  return { from, to }
}
