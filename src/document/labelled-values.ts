/** Labels and their values, wherever they are written: bullets, lines, two-column tables. */
import type { Span } from '../base/span.ts'
import { trimSpan } from '../base/span.ts'
import type { Block, TableBlock } from './blocks.ts'
import { labelAt } from './label.ts'
import type { Field } from './model.ts'
import { plainWords } from './plain-words.ts'

/** One label with its value; the value's span is empty where nothing follows the label. */
export interface LabelledValue {
  readonly label: string
  readonly labelSpan: Span
  readonly value: Field
  readonly span: Span
}

/** What may stand for a label: bold ones only, or any words before a colon. */
export interface LabelOptions {
  readonly boldOnly: boolean
  readonly tables: boolean
}

/** Labelled values in blocks, in order, and what carries no label. */
export function labelledValues(source: string, blocks: readonly Block[], options: LabelOptions) {
  const labelled: LabelledValue[] = []
  const unlabelled: Span[] = []
  const take = (line: Span, end: number, whole: Span) => {
    const label = labelAt(source, line, options.boldOnly)
    if (!label) return false
    const value = fieldOf(source, { from: label.after, to: Math.max(label.after, end) })
    labelled.push({ label: label.words, labelSpan: label.span, value, span: whole })
    return true
  }
  for (const block of blocks) {
    if (block.type === 'list') {
      for (const item of block.items) {
        const first = item.blocks[0]
        if (first?.type !== 'paragraph' || !first.lines[0]) continue
        // A value goes on in the item's further lines and nested bullets.
        if (!take(first.lines[0], item.blocks.length > 1 ? item.span.to : first.span.to, item.span))
          unlabelled.push({ from: first.lines[0].from, to: item.span.to })
      }
    } else if (block.type === 'paragraph') {
      let plain: Span | null = null
      for (const line of block.lines) {
        if (take(line, line.to, line)) plain = null
        else if (labelled.at(-1)?.span.to === line.from - 1 || plain === null) {
          plain = line
          unlabelled.push(line)
        }
      }
    } else if (block.type === 'table' && options.tables && block.header.length === 2) {
      for (const pair of pairs(source, block)) labelled.push(pair)
    }
  }
  return { labelled, unlabelled }
}

/** Plain words and place of a stretch of the source. */
export function fieldOf(source: string, span: Span): Field {
  const trimmed = trimSpan(source, span)
  const text = plainWords(source.slice(trimmed.from, trimmed.to))
  return { value: text, text, span: trimmed }
}

function pairs(source: string, table: TableBlock): LabelledValue[] {
  const rows = [{ span: table.span, cells: table.header }, ...table.rows]
  return rows.flatMap(({ span, cells }) => {
    const [label, value] = cells
    if (!label || !value || label.from === label.to) return []
    const words = plainWords(source.slice(label.from, label.to)).replace(/\s*[:：]$/, '')
    return [{ label: words, labelSpan: label, value: fieldOf(source, value), span }]
  })
}
