/** The parts of a postmortem that may change after signing, as spans over its source with what stands for them in the signed text. */
import type { Span } from '../base/span.ts'
import type { ItemBlock, ListBlock, TableBlock } from '../document/blocks.ts'
import type { ActionItem, Field, Postmortem } from '../document/model.ts'
import { lineEnd, previousWordsEnd } from './lines.ts'
import { signOffTables } from './sign-off-table.ts'

/** One living part. `mark` and `cell` have a placeholder in the signed text; `receipt` and `table` are left out of it. */
export interface LivingPart extends Span {
  readonly kind: 'cell' | 'mark' | 'receipt' | 'table'
}

/**
 * All living parts in the order of the text, none overlapping: Status, Ticket, Proof and Effect of action items (in tables with the blanks
 * around them), the check boxes under Publication (an empty span where a plain bullet would have its box), the bullets nested below an
 * entry of Publication, which are its receipts, and the sign-off table with the blank lines before it.
 */
export function livingParts(postmortem: Postmortem): LivingPart[] {
  const parts: LivingPart[] = []
  for (const item of postmortem.actionItems) parts.push(...cellsOf(postmortem.source, item))
  for (const section of postmortem.sections) {
    if (section.kind !== 'publication') continue
    for (const block of section.blocks) if (block.type === 'list') parts.push(...entriesOf(postmortem.source, block))
  }
  for (const { table } of signOffTables(postmortem)) parts.push(tablePart(postmortem.source, table))
  return apart(parts)
}

/** In running words a ticket or a proof cannot be told from the description, so only the status is living there. */
function cellsOf(source: string, item: ActionItem): LivingPart[] {
  const inCells = item.form === 'table' || item.form === 'heading'
  const fields: (Field<unknown> | null)[] = inCells
    ? [item.status, item.ticket, item.proof, item.effect]
    : [item.status]
  return fields.flatMap((field) => {
    if (field === null) return []
    const span = inCells ? withBlanks(source, field.span) : field.span
    return [{ kind: 'cell', from: span.from, to: span.to }]
  })
}

function withBlanks(source: string, span: Span): Span {
  let { from, to } = span
  while (from > 0 && isBlank(source[from - 1])) from--
  while (to < source.length && isBlank(source[to])) to++
  return { from, to }
}

/** Entries of Publication: a list. A list nested in an entry holds entries too where it has check boxes, else receipts. */
function entriesOf(source: string, list: ListBlock): LivingPart[] {
  return list.items.flatMap((item) => [
    ...markOf(source, item),
    ...item.blocks.flatMap((block) => {
      if (block.type !== 'list') return []
      if (block.items.some((nested) => nested.box !== null)) return entriesOf(source, block)
      const part: LivingPart = {
        kind: 'receipt',
        from: previousWordsEnd(source, block.span.from),
        to: lineEnd(source, block.span.to),
      }
      return [part]
    }),
  ])
}

function markOf(source: string, item: ItemBlock): LivingPart[] {
  if (item.box) {
    let { to } = item.box.span
    while (isBlank(source[to])) to++
    return [{ kind: 'mark', from: item.box.span.from, to }]
  }
  const [first] = item.blocks
  const line = first?.type === 'paragraph' ? first.lines[0] : undefined
  return line ? [{ kind: 'mark', from: line.from, to: line.from }] : []
}

function tablePart(source: string, table: TableBlock): LivingPart {
  return { kind: 'table', from: previousWordsEnd(source, table.span.from), to: lineEnd(source, table.span.to) }
}

/** In order, without those that begin inside an earlier one. */
function apart(parts: LivingPart[]): LivingPart[] {
  parts.sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: LivingPart[] = []
  let done = -1
  for (const part of parts) {
    if (part.from < done || (part.from === done && part.from === part.to)) continue
    kept.push(part)
    done = part.to
  }
  return kept
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}
