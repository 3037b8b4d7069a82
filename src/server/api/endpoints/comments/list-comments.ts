/** `GET /api/v1/postmortems/{id}/comments`: comments and suggestions, the oldest first. */
import { z } from '@hono/zod-openapi'
import { listComments as listRows } from '../../../store/comments.ts'
import { CommentShape, CommentState, commentOf } from '../../comment-shapes.ts'
import { endpoint } from '../../endpoint.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** Answers follow what they answer by `parentId`. */
export const listComments = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/comments',
  group: 'Comments',
  summary: 'Comments and suggestions',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  query: z.strictObject({ ...PageQuery, state: CommentState.optional() }),
  answer: pageOf(CommentShape),
  async run({ db, actor, params, query: { limit, after, state } }) {
    await seePostmortem(db, actor, params.id)
    const place = readCursor(z.tuple([z.number(), z.string().max(100)]), after)
    const rows = await listRows(db, params.id, state, place, limit + 1)
    return { body: toPage(rows, limit, ({ created_at, id }) => [created_at, id], commentOf) }
  },
})
