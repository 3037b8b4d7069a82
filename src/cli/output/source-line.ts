/** One line of source with carets under the part that is meant, cut to fit a terminal. */
import { charactersOf } from '../../base/display-width.ts'
import { visibleText } from '../../base/visible-text.ts'

const TAB = 4
const CUT = '…'

/** The line as it can be printed, and the line of carets below it. */
export interface SourceLine {
  readonly text: string
  readonly caret: string
}

/**
 * Shows `line` with carets from `from` to `to` (offsets in the line; at least one caret). A line longer than `columns`
 * is cut around the carets and the cuts are marked.
 */
export function sourceLine(line: string, from: number, to: number, columns: number): SourceLine {
  // A line of megabytes is narrowed first: no more than this many characters can be shown anyway.
  const reach = columns * 4
  const left = wholeCharacter(line, Math.max(0, from - reach))
  const right = wholeCharacter(line, Math.min(line.length, Math.min(to, from + reach) + reach))
  const cells = cellsOf(line.slice(left, right), from - left, Math.max(to, from + 1) - left)
  const marked = cells.findIndex((cell) => cell.marked)
  const at = marked === -1 ? cells.length : marked
  const fits = window(cells, at, columns, left > 0, right < line.length)
  const shown = cells.slice(fits.from, fits.to)
  const head = left > 0 || fits.from > 0 ? CUT : ''
  const tail = right < line.length || fits.to < cells.length ? CUT : ''
  const carets = shown.map((cell) => (cell.marked ? '^' : ' ').repeat(cell.width)).join('')
  const caret = marked === -1 ? `${' '.repeat(widthOf(shown))}^` : carets.trimEnd()
  return {
    text: head + shown.map((cell) => cell.text).join('') + tail,
    caret: (head ? ' ' : '') + caret,
  }
}

interface Cell {
  readonly text: string
  readonly width: number
  readonly marked: boolean
}

function cellsOf(text: string, from: number, to: number): Cell[] {
  let column = 0
  return charactersOf(text).map((character) => {
    const marked = character.at < to && character.at + character.text.length > from
    const isTab = character.text === '\t'
    const shown = isTab ? ' '.repeat(TAB - (column % TAB)) : visibleText(character.text)
    // A character that is written out is ASCII, so it is as wide as it is long.
    const width = isTab || shown !== character.text ? shown.length : character.width
    column += width
    return { text: shown, width, marked }
  })
}

/** The stretch of cells to show: a third of the room before the first caret, the rest from it on. */
function window(cells: readonly Cell[], at: number, columns: number, cutLeft: boolean, cutRight: boolean) {
  if (!cutLeft && !cutRight && widthOf(cells) <= columns) return { from: 0, to: cells.length }
  const room = Math.max(8, columns - 2)
  let from = at
  let before = Math.floor(room / 3)
  while (from > 0 && cells[from - 1]!.width <= before) before -= cells[--from]!.width
  let to = from
  let left = room
  while (to < cells.length && cells[to]!.width <= left) left -= cells[to++]!.width
  while (from > 0 && cells[from - 1]!.width <= left) left -= cells[--from]!.width
  return { from, to }
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0)
}

function wholeCharacter(line: string, at: number): number {
  const code = line.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at
}
