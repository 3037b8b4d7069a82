/** The entries of the Publication section with all that can be edited of them: box, receipts, and where another receipt goes. */
import { type Span, textOf } from '../base/span.ts'
import type { ItemBlock, ListBlock } from '../document/blocks.ts'
import type { Postmortem } from '../document/model.ts'
import { plainWords } from '../document/plain-words.ts'
import { lineEnd, lineStart } from '../signoff/lines.ts'

/** One entry. */
export interface EditableEntry {
  /** Its words without Markdown. */
  readonly words: string
  readonly ticked: boolean
  /** The `[ ]`; null for a plain bullet. */
  readonly box: Span | null
  /** Where the words begin, behind the box where there is one. */
  readonly start: number
  /** The first line of the entry, without white space around it. */
  readonly span: Span
  /** The words of each receipt, as they stand. */
  readonly receipts: readonly string[]
  /** Where a further receipt is written: the end of a line. */
  readonly end: number
  /** What stands before the bullet of a receipt. */
  readonly indent: string
}

/** All entries in the order of the text; entries nested below others where they have boxes of their own. */
export function publicationEntries(postmortem: Postmortem): EditableEntry[] {
  const entries: EditableEntry[] = []
  for (const section of postmortem.sections) {
    if (section.kind !== 'publication') continue
    for (const block of section.blocks) if (block.type === 'list') collect(postmortem.source, block, entries)
  }
  return entries
}

function collect(source: string, list: ListBlock, entries: EditableEntry[]): void {
  for (const item of list.items) {
    const lists = item.blocks.filter((block) => block.type === 'list')
    const deeper = lists.filter((nested) => nested.items.some(({ box }) => box !== null))
    const [first] = item.blocks
    const line = first?.type === 'paragraph' ? first.lines[0] : undefined
    if (line && first && deeper.length === 0) {
      const receipts = lists.flatMap((nested) => nested.items)
      const start = item.box ? Math.min(item.box.span.to + 1, line.to) : line.from
      entries.push({
        words: plainWords(source.slice(start, first.span.to)),
        ticked: item.box?.ticked ?? false,
        box: item.box?.span ?? null,
        start: line.from,
        span: line,
        receipts: receipts.map((receipt) => textOf(source, receipt.span)),
        end: lineEnd(source, (lists.at(-1) ?? first).span.to),
        indent: indentOf(source, item, receipts[0]),
      })
    }
    for (const nested of deeper) collect(source, nested, entries)
  }
}

/** As deep as the receipts that are there, else as deep as the entry's own words. */
function indentOf(source: string, item: ItemBlock, receipt: ItemBlock | undefined): string {
  if (receipt) return /^[ \t>]*/.exec(source.slice(lineStart(source, receipt.span.from), receipt.span.to))?.[0] ?? ''
  const line = source.slice(lineStart(source, item.span.from), lineEnd(source, item.span.from))
  const marker = /^([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]+)/.exec(line)
  if (!marker) return ''
  const [, margin = '', bullet = '', gap = ''] = marker
  if (gap.includes('\t')) return `${margin}    `
  return margin + ' '.repeat(bullet.length + (gap.length > 4 ? 1 : gap.length))
}
