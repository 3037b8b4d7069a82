/** The lines of a record, as the chain sees them. */

/** One line that is not blank: its 1-based number, its characters without line ending, and whether a line ending follows. */
export interface RecordLine {
  readonly line: number
  readonly raw: string
  readonly ended: boolean
}

/** All lines that are not blank. A byte order mark at the start and a `\r` before a `\n` are no part of a line. */
export function recordLines(text: string): RecordLine[] {
  const lines: RecordLine[] = []
  let from = text.startsWith('\ufeff') ? 1 : 0
  for (let line = 1; from < text.length; line++) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const raw = text.slice(from, text[to - 1] === '\r' && end >= 0 && to > from ? to - 1 : to)
    if (raw.trim() !== '') lines.push({ line, raw, ended: end >= 0 })
    from = to + 1
  }
  return lines
}
