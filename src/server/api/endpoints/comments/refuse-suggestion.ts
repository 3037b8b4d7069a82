/** `POST /api/v1/postmortems/{id}/comments/{comment}/refuse`: refuse a suggestion. */
import { closeComment, findOpenComment } from '../../close-comment.ts'
import { CommentPath } from '../../comment-shapes.ts'
import { endpoint } from '../../endpoint.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { Nothing } from '../../shapes.ts'

/** It stays where it is, and is open no more. */
export const refuseSuggestion = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/comments/{comment}/refuse',
  group: 'Comments',
  summary: 'Refuse a suggestion',
  who: 'token',
  may: 'write',
  writes: ['comment.changed'],
  params: CommentPath,
  answer: Nothing,
  status: 204,
  async run(call) {
    const { id, comment } = call.params
    const { visibility } = await seePostmortem(call.tx, call.actor, id)
    await closeComment(call, await findOpenComment(call, id, comment, 'suggestion'), 'refused')
    await call.audit('comment.changed', id, { comment, state: 'refused' }, visibility === 'restricted')
    return { body: null }
  },
})
