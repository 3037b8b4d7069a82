/** Comments and suggestions, anchored in the text of a postmortem. */
import type { Selectable } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { newId } from '../new-id.ts'
import type { Anchor, SuggestedEdit } from './comment-anchors.ts'
import { locked, type Reader, type Store, type Writer } from './store.ts'
import type { CommentsTable } from './tables.ts'

/** A row as it lies. */
export type CommentRow = Selectable<CommentsTable>

/** What a new one needs. */
export interface NewComment {
  readonly postmortemId: string
  readonly parentId: string | null
  readonly kind: CommentRow['kind']
  readonly body: string
  readonly anchor: Anchor | null
  readonly edits: readonly SuggestedEdit[] | null
  readonly revision: number
  readonly createdBy: string
}

/** Keeps a comment or a suggestion, open. */
export async function insertComment(tx: Writer, wish: NewComment, now: Instant): Promise<CommentRow> {
  return tx
    .insertInto('comments')
    .values({
      id: newId(now),
      postmortem_id: wish.postmortemId,
      parent_id: wish.parentId,
      kind: wish.kind,
      body: wish.body,
      anchor: wish.anchor && JSON.stringify(wish.anchor),
      revision: wish.revision,
      edits: wish.edits && JSON.stringify(wish.edits),
      state: 'open',
      created_at: now,
      created_by: wish.createdBy,
      updated_at: now,
      closed_by: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Comments of a postmortem, the oldest first, after a place (created at, id), with the names of who wrote them. */
export async function listComments(
  db: Reader,
  postmortem: string,
  state: CommentRow['state'] | undefined,
  after: readonly [number, string] | null,
  limit: number,
): Promise<(CommentRow & { author: string | null })[]> {
  let query = db
    .selectFrom('comments')
    .leftJoin('people', 'people.id', 'comments.created_by')
    .selectAll('comments')
    .select('people.name as author')
    .where('comments.postmortem_id', '=', postmortem)
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .limit(limit)
  if (state !== undefined) query = query.where('comments.state', '=', state)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('comments.created_at', 'comments.id'), '>', tuple(after[0], after[1])),
    )
  return query.execute()
}

/** One of a postmortem, locked for a change. */
export async function openComment(
  tx: Writer,
  kind: Store['kind'],
  postmortem: string,
  id: string,
): Promise<CommentRow | null> {
  const row = await locked(
    kind,
    tx.selectFrom('comments').selectAll().where('id', '=', id).where('postmortem_id', '=', postmortem),
  ).executeTakeFirst()
  return row ?? null
}

/** Closes or opens one. */
export async function setCommentState(
  tx: Writer,
  id: string,
  state: CommentRow['state'],
  by: string | null,
  now: Instant,
): Promise<void> {
  await tx.updateTable('comments').set({ state, closed_by: by, updated_at: now }).where('id', '=', id).execute()
}
