/** `POST /api/v1/postmortems/{id}/comments`: a comment or a suggested edit, anchored in the text. */
import { z } from '@hono/zod-openapi'
import { applyEdits } from '../../../../base/edit.ts'
import { moveSpan } from '../../../../base/move-span.ts'
import { editsBetween } from '../../../../document/edits-between.ts'
import { insertComment, openComment } from '../../../store/comments.ts'
import { findRevision } from '../../../store/revisions.ts'
import { CommentShape, commentOf } from '../../comment-shapes.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure, notFound } from '../../failure.ts'
import { granted, seePostmortem } from '../../postmortem-access.ts'
import { EditShape, PostmortemPath, Words } from '../../postmortem-shapes.ts'
import { Id } from '../../shapes.ts'

/** Places count in the text of `revision`, by default the newest; they move along with edits. */
export const createComment = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/comments',
  group: 'Comments',
  summary: 'Comment on the text, or suggest an edit',
  details: 'With `edits` it is a suggestion, which whoever accepts it applies. Signed texts can be suggested for too.',
  who: 'token',
  may: 'write',
  writes: ['comment.created'],
  creates: true,
  params: PostmortemPath,
  body: z.strictObject({
    body: Words(20_000).trim(),
    parentId: Id.optional(),
    revision: z.number().int().min(1).optional(),
    anchor: z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(0) }).optional(),
    edits: z.array(EditShape).min(1).max(200).optional(),
  }),
  answer: CommentShape,
  status: 201,
  async run({ tx, house, actor, now, params: { id }, body, audit }) {
    const row = await seePostmortem(tx, actor, id)
    if (body.body === '' && body.edits === undefined)
      throw new ApiFailure('bad-request', 'comment-empty', 'The comment says nothing. Write words, or suggest edits.')
    if (body.parentId !== undefined && !(await openComment(tx, house.store.kind, id, body.parentId)))
      throw notFound(`comment ${body.parentId} of ${id}`)
    const base = await findRevision(tx, id, body.revision ?? row.revision)
    const newest = await findRevision(tx, id, row.revision)
    if (!base || !newest) throw notFound(`revision ${body.revision} of ${id}`)
    if (body.edits) granted(applyEdits(base.text, body.edits))
    const since = base.number === newest.number ? [] : editsBetween(base.text, newest.text)
    const edits = body.edits?.map((edit) => {
      const moved = moveSpan(edit, since)
      return moved?.whole ? { ...edit, from: moved.from, to: moved.to } : { ...edit, stale: true }
    })
    const comment = await insertComment(
      tx,
      {
        postmortemId: id,
        parentId: body.parentId ?? null,
        kind: edits ? 'suggestion' : 'comment',
        body: body.body,
        anchor: body.anchor ? anchorIn(base.text, body.anchor, since) : null,
        edits: edits ?? null,
        revision: newest.number,
        createdBy: actor.id,
      },
      now,
    )
    await audit('comment.created', id, { comment: comment.id, kind: comment.kind }, row.visibility === 'restricted')
    return { body: commentOf({ ...comment, author: actor.name }) }
  },
})

function anchorIn(text: string, { from, to }: { from: number; to: number }, since: ReturnType<typeof editsBetween>) {
  if (from > to || to > text.length)
    throw new ApiFailure(
      'bad-request',
      'anchor-out-of-range',
      `The anchor ${from}..${to} does not fit a text of ${text.length} characters.`,
    )
  const words = text.slice(from, Math.min(to, from + 500))
  const moved = moveSpan({ from, to }, since)
  return moved ? { from: moved.from, to: moved.to, words, lost: false } : { from: 0, to: 0, words, lost: true }
}
