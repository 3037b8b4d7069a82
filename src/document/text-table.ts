/** A table as aligned columns of plain text. */
import { displayWidth } from '../base/display-width.ts'
import { wrapWords } from './wrap-words.ts'

const GAP = '  '
const NARROWEST = 6

/** Lines of the table within the width: cells wrap; where the columns are too many, each row becomes lines of `name: words`. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columnWidths([header, ...rows], width - GAP.length * (header.length - 1))
  if (widths === null) return rows.flatMap((row, at) => record(header, row, width, at > 0))
  const line = (cells: readonly string[]) => tableLine(cells, widths)
  return [...line(header), widths.map((size) => '-'.repeat(size)).join(GAP), ...rows.flatMap(line)]
}

/** The natural widths, the widest cut down until all fit; null where they would be too narrow to read. */
function columnWidths(rows: readonly (readonly string[])[], room: number): number[] | null {
  const columns = rows[0]!.length
  if (room < columns * NARROWEST) return null
  const natural = Array.from({ length: columns }, () => 1)
  for (const row of rows)
    for (let column = 0; column < columns; column++)
      natural[column] = Math.max(natural[column]!, displayWidth(row[column] ?? ''))
  let limit = room
  let total = natural.reduce((sum, size) => sum + size, 0)
  while (total > room && limit > 1) {
    const wide = natural.filter((size) => size >= limit).length
    limit -= wide === 0 ? 1 : Math.max(1, Math.floor((total - room) / wide))
    total = natural.reduce((sum, size) => sum + Math.min(size, Math.max(1, limit)), 0)
  }
  return natural.map((size) => Math.min(size, Math.max(1, limit)))
}

function tableLine(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = widths.map((size, column) => wrapWords(cells[column] ?? '', size))
  const height = Math.max(1, ...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) =>
    wrapped
      .map((lines, column) => padded(lines[at] ?? '', widths[column]!))
      .join(GAP)
      .trimEnd(),
  )
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

function record(header: readonly string[], row: readonly string[], width: number, apart: boolean): string[] {
  const lines = header.flatMap((name, column) => (row[column] ? wrapWords(`${name}: ${row[column]}`, width) : []))
  return apart ? ['', ...lines] : lines
}
