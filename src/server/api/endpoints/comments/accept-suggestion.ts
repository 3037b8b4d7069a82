/** `POST /api/v1/postmortems/{id}/comments/{comment}/accept`: applies a suggested edit. */
import { applyEdits } from '../../../../base/edit.ts'
import type { SuggestedEdit } from '../../../store/comment-anchors.ts'
import { closeComment, findOpenComment } from '../../close-comment.ts'
import { CommentPath } from '../../comment-shapes.ts'
import { editText } from '../../edit-text.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'
import { changedAnswer, seePostmortem } from '../../postmortem-access.ts'
import { ChangedShape } from '../../postmortem-shapes.ts'

/** Refused where the words that it would change are not those any more. */
export const acceptSuggestion = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/comments/{comment}/accept',
  group: 'Comments',
  summary: 'Accept a suggestion, which applies its edits',
  who: 'token',
  may: 'write',
  writes: ['comment.changed', 'postmortem.changed'],
  match: 'optional',
  params: CommentPath,
  answer: ChangedShape,
  async run(call) {
    const { id, comment } = call.params
    const { visibility } = await seePostmortem(call.tx, call.actor, id)
    // Closed first: its edits do not move along with themselves.
    const row = await findOpenComment(call, id, comment, 'suggestion')
    await closeComment(call, row, 'accepted')
    const edits = JSON.parse(row.edits!) as SuggestedEdit[]
    if (edits.some(({ stale }) => stale))
      throw new ApiFailure(
        'refused',
        'suggestion-stale',
        'The text was changed where this suggestion would change it. Refuse it, and suggest it anew.',
      )
    const words = { cause: 'suggestion', verb: 'postmortem.changed', data: { suggestion: comment } } as const
    // The edits count in the text of the newest revision; what is typed right now is joined with them.
    const done = await editText(call, id, words, row.revision, (text) => applyEdits(text, edits))
    await call.audit('comment.changed', id, { comment, state: 'accepted' }, visibility === 'restricted')
    return changedAnswer(done)
  },
})
