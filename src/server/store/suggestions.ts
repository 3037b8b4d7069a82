/** Edits that could not be made, kept as suggestions beside the text. */
import type { Edit } from '../../base/edit.ts'
import type { Instant } from '../../base/instant.ts'
import type { Writer } from './store.ts'

/** A suggestion: edits of the text of a revision, and why they were not made. */
export interface NewSuggestion {
  readonly id: string
  readonly postmortemId: string
  readonly body: string
  readonly revision: number
  readonly edits: readonly Edit[]
  readonly actor: string
}

/** Keeps one. */
export async function insertSuggestion(tx: Writer, suggestion: NewSuggestion, now: Instant): Promise<void> {
  const { id, postmortemId, body, revision, edits, actor } = suggestion
  await tx
    .insertInto('comments')
    .values({
      id,
      postmortem_id: postmortemId,
      parent_id: null,
      kind: 'suggestion',
      body,
      anchor: null,
      revision,
      edits: JSON.stringify(edits),
      state: 'open',
      created_at: now,
      created_by: actor,
      updated_at: now,
      closed_by: null,
    })
    .execute()
}

/** Takes in what its author went on to type before being set back. */
export async function extendSuggestion(tx: Writer, id: string, edits: readonly Edit[], now: Instant): Promise<void> {
  await tx
    .updateTable('comments')
    .set({ edits: JSON.stringify(edits), updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}
