/** `POST /api/v1/postmortems/{id}/comments/{comment}/resolve`: resolve a comment. */
import { closeComment, findOpenComment } from '../../close-comment.ts'
import { CommentPath } from '../../comment-shapes.ts'
import { endpoint } from '../../endpoint.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { Nothing } from '../../shapes.ts'

/** It stays where it is, and is open no more. */
export const resolveComment = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/comments/{comment}/resolve',
  group: 'Comments',
  summary: 'Resolve a comment',
  who: 'token',
  may: 'write',
  writes: ['comment.changed'],
  params: CommentPath,
  answer: Nothing,
  status: 204,
  async run(call) {
    const { id, comment } = call.params
    const { visibility } = await seePostmortem(call.tx, call.actor, id)
    await closeComment(call, await findOpenComment(call, id, comment, null), 'resolved')
    await call.audit('comment.changed', id, { comment, state: 'resolved' }, visibility === 'restricted')
    return { body: null }
  },
})
