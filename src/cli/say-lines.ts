/** Prints lines for a person; what came from documents and file names cannot move the cursor or lie. */
import { visibleText } from '../base/visible-text.ts'
import type { Output } from './context.ts'

/** Writes the lines, each with its line ending; a line feed inside of one begins another. */
export function sayLines(output: Output, lines: readonly string[]): void {
  output.write(`${visibleLines(lines.join('\n'))}\n`)
}

/** A text of several lines with every hidden or obeyed character written out, but for its line feeds. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n')
}
