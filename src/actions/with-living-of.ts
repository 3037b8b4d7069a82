/** An earlier text with the living parts as they are now: statuses, tickets, proofs, effects, marks, receipts and signatures are never turned back. */
import { applyEdits, type Edit } from '../base/edit.ts'
import type { Result } from '../base/result.ts'
import { textOf } from '../base/span.ts'
import type { ActionItem, Postmortem } from '../document/model.ts'
import { type ParseOptions, parsePostmortem } from '../document/parse.ts'
import { publicationEntries } from '../publication/publication-entries.ts'
import { receiptEdits } from '../publication/receipts.ts'
import type { Entry } from '../record/entry.ts'
import { itemKey } from '../record/item-key.ts'
import { cellEdit } from '../signoff/cell-edit.ts'
import { livingParts } from '../signoff/living-parts.ts'

const CELLS = ['status', 'ticket', 'proof', 'effect'] as const

/** The text of `earlier`; items by their ids, marks by their words, the sign-off table as a whole. Refused where its edits do not fit. */
export function withLivingOf(
  earlier: Postmortem,
  now: Postmortem,
  entries: readonly Entry[],
  targets: readonly string[],
  options: ParseOptions = {},
): Result<string> {
  const text = applyEdits(earlier.source, [
    ...itemEdits(earlier, now),
    ...markEdits(earlier, now),
    ...tableEdits(earlier, now),
  ])
  if (!text.ok) return text
  const restored = parsePostmortem(text.value, options)
  return applyEdits(text.value, receiptEdits(restored, entries, targets))
}

function itemEdits(earlier: Postmortem, now: Postmortem): Edit[] {
  const current = new Map(now.actionItems.map((item) => [itemKey(item.id), item]))
  return earlier.actionItems.flatMap((item) => {
    const known = current.get(itemKey(item.id))
    return CELLS.flatMap((cell) => cellEdits(earlier, item, now, known, cell))
  })
}

/** An item that is not there any more begins anew where it is written again: open, without proof and effect. */
function cellEdits(
  earlier: Postmortem,
  item: ActionItem,
  now: Postmortem,
  known: ActionItem | undefined,
  cell: (typeof CELLS)[number],
): Edit[] {
  const field = item[cell]
  if (item.form !== 'table' || field === null) return []
  const held = known?.[cell]
  if (!known && cell === 'ticket') return []
  const words = held ? textOf(now.source, held.span) : cell === 'status' ? 'open' : ''
  if (words === textOf(earlier.source, field.span)) return []
  return [cellEdit(earlier.source, field.span, words)]
}

/** Ticks that do not stand any more are taken out; those that came since follow from the receipts. */
function markEdits(earlier: Postmortem, now: Postmortem): Edit[] {
  const ticked = new Set(publicationEntries(now).flatMap((entry) => (entry.ticked ? [entry.words] : [])))
  return publicationEntries(earlier).flatMap((entry) => {
    const wanted = ticked.has(entry.words)
    if (entry.ticked === wanted || entry.box === null) return []
    return [{ ...entry.box, text: wanted ? '[x]' : '[ ]' }]
  })
}

function tableEdits(earlier: Postmortem, now: Postmortem): Edit[] {
  const tables = (postmortem: Postmortem) => livingParts(postmortem).filter(({ kind }) => kind === 'table')
  const [old] = tables(earlier)
  const [current] = tables(now)
  if (!old || !current) return []
  return [{ from: old.from, to: old.to, text: textOf(now.source, current) }]
}
