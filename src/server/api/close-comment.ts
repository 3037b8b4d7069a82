/** Closes a comment or a suggestion, once. */
import type { CommentRow } from '../store/comments.ts'
import { openComment, setCommentState } from '../store/comments.ts'
import { ApiFailure, notFound } from './failure.ts'
import type { ChangeCall } from './postmortem-access.ts'

/** The open one with this id; throws where there is none, or it is closed, or of the other kind. */
export async function findOpenComment(
  { tx, house }: Pick<ChangeCall, 'house' | 'tx'>,
  id: string,
  comment: string,
  kind: CommentRow['kind'] | null,
): Promise<CommentRow> {
  const row = await openComment(tx, house.store.kind, id, comment)
  if (!row) throw notFound(`comment ${comment} of ${id}`)
  if (row.state !== 'open')
    throw new ApiFailure('refused', 'comment-closed', `The ${row.kind} is ${row.state} already.`)
  if (kind !== null && row.kind !== kind)
    throw new ApiFailure('refused', 'no-suggestion', 'This is a comment and suggests nothing. Resolve it instead.')
  return row
}

/** Writes its new state. */
export async function closeComment(
  { tx, actor, now }: Pick<ChangeCall, 'actor' | 'now' | 'tx'>,
  row: CommentRow,
  state: 'accepted' | 'refused' | 'resolved',
): Promise<void> {
  await setCommentState(tx, row.id, state, actor.id, now)
}
