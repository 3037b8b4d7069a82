/** `POST /api/v1/postmortems/{id}/reopen`: reopen it, which voids its signatures. */
import { z } from '@hono/zod-openapi'
import { endpoint } from '../../endpoint.ts'
import { movePostmortem } from '../../move-postmortem.ts'
import { changedAnswer } from '../../postmortem-access.ts'
import { ChangedShape, PostmortemPath, Reason } from '../../postmortem-shapes.ts'

/** A lead does this, with a reason. */
export const reopenPostmortem = endpoint({
  method: 'post',
  path: '/api/v1/postmortems/{id}/reopen',
  group: 'Stages',
  summary: 'Reopen it, which voids its signatures',

  who: 'token',
  may: 'lead',
  writes: ['postmortem.recorded'],
  match: 'optional',
  params: PostmortemPath,
  body: z.strictObject({ reason: Reason }),
  answer: ChangedShape,
  run: async (call) => changedAnswer(await movePostmortem(call, call.params.id, 'reopen', call.body.reason)),
})
