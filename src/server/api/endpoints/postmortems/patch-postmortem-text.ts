/** `PATCH /api/v1/postmortems/{id}/text`: edits of the text. */
import { z } from '@hono/zod-openapi'
import { applyEdits } from '../../../../base/edit.ts'
import { plainLines } from '../../../../record/text-digest.ts'
import { editText } from '../../edit-text.ts'
import { endpoint } from '../../endpoint.ts'
import { changedAnswer } from '../../postmortem-access.ts'
import { ChangedShape, EditShape, LARGEST_TEXT, PostmortemPath } from '../../postmortem-shapes.ts'

/** Edits count in the text of the revision that `If-Match` names, and are carried over to the newest. */
export const patchPostmortemText = endpoint({
  method: 'patch',
  path: '/api/v1/postmortems/{id}/text',
  group: 'Postmortems',
  summary: 'Edit the text',
  who: 'token',
  may: 'write',
  writes: ['postmortem.changed'],
  match: 'required',
  largest: LARGEST_TEXT,
  params: PostmortemPath,
  body: z.strictObject({ edits: z.array(EditShape).min(1).max(10_000) }),
  answer: ChangedShape,
  async run(call) {
    const edits = call.body.edits.map((edit) => ({ ...edit, text: plainLines(edit.text) }))
    const words = { cause: 'edited', verb: 'postmortem.changed' } as const
    return changedAnswer(await editText(call, call.params.id, words, call.ifMatch!, (text) => applyEdits(text, edits)))
  },
})
