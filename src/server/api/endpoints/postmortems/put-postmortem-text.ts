/** `PUT /api/v1/postmortems/{id}/text`: the whole text anew. */
import { z } from '@hono/zod-openapi'
import { ok } from '../../../../base/result.ts'
import { storedText } from '../../document-text.ts'
import { editText } from '../../edit-text.ts'
import { endpoint } from '../../endpoint.ts'
import { changedAnswer } from '../../postmortem-access.ts'
import { ChangedShape, LARGEST_TEXT, Markdown, PostmortemPath } from '../../postmortem-shapes.ts'

/** Against an older revision it is joined with what came since, or refused with 412 where both changed the same words. */
export const putPostmortemText = endpoint({
  method: 'put',
  path: '/api/v1/postmortems/{id}/text',
  group: 'Postmortems',
  summary: 'Replace the text',
  who: 'token',
  may: 'write',
  writes: ['postmortem.changed'],
  match: 'required',
  largest: LARGEST_TEXT,
  params: PostmortemPath,
  body: z.strictObject({ text: Markdown }),
  answer: ChangedShape,
  async run(call) {
    const { text } = storedText(call.body.text)
    const words = { cause: 'edited', verb: 'postmortem.changed' } as const
    return changedAnswer(await editText(call, call.params.id, words, call.ifMatch!, () => ok(text)))
  },
})
