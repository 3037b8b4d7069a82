/** Binds facts of an evidence file to the rows of a document's timeline. */
import { changeEvidence, type EvidenceChange, parseEvidence } from '../evidence/evidence-file.ts'
import { type BoundRow, rowKey } from '../evidence/row-key.ts'
import type { DraftRow } from '../timeline/facts-to-rows.ts'
import { linksIn } from './links.ts'
import type { TimelineRow } from './model.ts'

/** A row of the document as bindings see it: its words, its time, the addresses in its Source cell. */
export function boundRow(source: string, { at, text, source: cell }: TimelineRow): BoundRow {
  return { at, text, links: cell ? linksIn(source.slice(cell.span.from, cell.span.to)).map(({ url }) => url) : [] }
}

/** The evidence file in which each fact of a draft row is `used` and bound to the document's row at the same place. */
export function bindRows(evidenceText: string, rows: readonly TimelineRow[], drafted: readonly DraftRow[]): string {
  const known = new Set(parseEvidence(evidenceText).lines.map(({ fact }) => fact.id))
  const changes = drafted.flatMap(({ factIds, sources }, index): EvidenceChange[] => {
    const row = rows[index]
    if (!row) return []
    const key = rowKey({ at: row.at, text: row.text, links: sources.map(({ url }) => url) })
    return factIds.filter((id) => known.has(id)).map((id) => ({ id, state: 'used', row: key }))
  })
  const changed = changeEvidence(evidenceText, changes)
  return changed.ok ? changed.value : evidenceText
}
