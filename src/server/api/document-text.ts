/** A text as it comes in and as it goes out: kept with LF, given back as its file has it. */
import { lineEndingAt } from '../../base/edit.ts'
import { plainLines } from '../../record/text-digest.ts'

/** A text with LF and without a byte order mark, and how its file had it. */
export function storedText(source: string): { text: string; lineEnding: string; bom: boolean } {
  return { text: plainLines(source), lineEnding: lineEndingAt(source, 0), bom: source.startsWith('\ufeff') }
}

/** The text as its file has it. */
export function fileText(text: string, { line_ending, bom }: { line_ending: string; bom: number }): string {
  return (bom ? '\ufeff' : '') + (line_ending === '\n' ? text : text.replaceAll('\n', line_ending))
}
