/** `POST /api/v1/postmortems/{id}/review`: open the review. */
import { z } from '@hono/zod-openapi'
import { endpoint } from '../../endpoint.ts'
import { movePostmortem } from '../../move-postmortem.ts'
import { changedAnswer } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath, Reason } from '../../postmortem-shapes.ts'

/** Refused with every finding that stands before the review. */
export const openReview = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/review',
  group: 'Stages',
  summary: 'Open the review',
  details: 'Runs the checks of the gate "review" first; a refusal carries its findings.',
  who: 'token',
  may: 'write',
  writes: ['postmortem.recorded'],
  match: 'optional',
  params: PostmortemPath,
  body: z.strictObject({ note: Reason.optional() }),
  answer: ChangedShape,
  run: async (call) => changedAnswer(await movePostmortem(call, call.params.id, 'open-review', call.body.note)),
})
