/** `POST /api/v1/jobs/{id}/run`: a dead job is tried again. */
import { z } from '@hono/zod-openapi'
import { runJobAgain as again } from '../../../store/jobs-list.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure, notFound } from '../../failure.ts'
import { JobShape, jobOf } from '../../job-shape.ts'
import { Id } from '../../shapes.ts'

/** It has all of its attempts again. */
export const runJobAgain = endpoint({
  method: 'post',
  path: '/api/v1/jobs/{id}/run',
  group: 'Jobs',
  summary: 'Run a dead job again',
  who: 'token',
  may: 'admin',
  writes: ['job.run'],
  params: z.object({ id: Id }),
  answer: JobShape,
  async run({ tx, params: { id }, now, audit }) {
    const job = await again(tx, id, now)
    if (job === null) throw notFound('dead job of this id')
    if (job === 'twin')
      throw new ApiFailure(
        'conflict',
        'job-waits',
        'Another job that does the same waits already, so this one is not needed. Discard it.',
      )
    await audit('job.run', id, { kind: job.kind })
    return { body: jobOf(job) }
  },
})
