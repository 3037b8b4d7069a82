/** Anchors of comments and the edits of suggestions, carried along when the text changes. */
import type { Edit } from '../../base/edit.ts'
import { moveSpan } from '../../base/move-span.ts'
import { editsBetween } from '../../document/edits-between.ts'
import type { Writer } from './store.ts'

/** Where a comment stands. */
export interface Anchor {
  readonly from: number
  readonly to: number
  /** The words that stood there when it was made. */
  readonly words: string
  /** True where none of the words is left. */
  readonly lost: boolean
}

/** A suggested edit; `stale` where the words that it would change are not those any more. */
export interface SuggestedEdit extends Edit {
  readonly stale?: boolean
}

/** Moves everything that is anchored in a postmortem and not closed. */
export async function moveAnchors(
  tx: Writer,
  id: string,
  before: string,
  after: string,
  revision: number,
): Promise<void> {
  const rows = await tx
    .selectFrom('comments')
    .select(['id', 'anchor', 'edits'])
    .where('postmortem_id', '=', id)
    .where('state', 'in', ['open', 'resolved'])
    .execute()
  if (rows.length === 0) return
  const edits = editsBetween(before, after)
  for (const row of rows)
    await tx
      .updateTable('comments')
      .set({
        revision,
        anchor: row.anchor && JSON.stringify(movedAnchor(JSON.parse(row.anchor), edits)),
        edits:
          row.edits && JSON.stringify((JSON.parse(row.edits) as SuggestedEdit[]).map((edit) => movedEdit(edit, edits))),
      })
      .where('id', '=', row.id)
      .execute()
}

function movedAnchor(anchor: Anchor, edits: readonly Edit[]): Anchor {
  const moved = moveSpan(anchor, edits)
  if (moved) return { ...anchor, from: moved.from, to: moved.to }
  // Of words that are gone the place is kept, so that the comment still stands where it belongs.
  const place = moveSpan({ from: anchor.from, to: anchor.from }, edits)
  return { ...anchor, from: place?.from ?? 0, to: place?.from ?? 0, lost: true }
}

function movedEdit(edit: SuggestedEdit, edits: readonly Edit[]): SuggestedEdit {
  const moved = moveSpan(edit, edits)
  if (moved === null || !moved.whole) return { ...edit, stale: true }
  return { ...edit, from: moved.from, to: moved.to }
}
