/** `DELETE /api/v1/jobs/{id}`: a job that waits or is dead is thrown away. */
import { z } from '@hono/zod-openapi'
import { discardJob as discard } from '../../../store/jobs-list.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, Nothing } from '../../shapes.ts'

/** One that runs is left alone. */
export const discardJob = endpoint({
  method: 'delete',
  path: '/api/v1/jobs/{id}',
  group: 'Jobs',
  summary: 'Discard a job that waits or is dead',
  who: 'token',
  may: 'admin',
  writes: ['job.discarded'],
  params: z.object({ id: Id }),
  answer: Nothing,
  status: 204,
  async run({ tx, params: { id }, audit }) {
    const job = await discard(tx, id)
    if (job === null) throw notFound('job of this id that waits or is dead')
    await audit('job.discarded', id, { kind: job.kind })
    return { body: null }
  },
})
