/** `GET /api/v1/jobs`: what waits, runs, is done or is dead. */
import { z } from '@hono/zod-openapi'
import { listJobs as readJobs } from '../../../store/jobs-list.ts'
import { endpoint } from '../../endpoint.ts'
import { JOB_STATES, JobShape, jobOf } from '../../job-shape.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'

/** The last changed first. */
export const listJobs = endpoint({
  method: 'get',
  path: '/api/v1/jobs',
  group: 'Jobs',
  summary: 'List jobs',
  details: 'Dead ones were tried as often as they are and wait for somebody: `error` says what to do.',
  who: 'token',
  may: 'admin',
  writes: null,
  query: z.strictObject({
    ...PageQuery,
    state: z.enum(JOB_STATES).default('dead'),
    kind: z.string().max(100).optional(),
  }),
  answer: pageOf(JobShape),
  async run({ db, query: { state, kind, after, limit } }) {
    const from = readCursor(z.tuple([z.number(), z.string()]), after)
    const rows = await readJobs(db, { state, kind, after: from, limit: limit + 1 })
    return { body: toPage(rows, limit, ({ updated_at, id }) => [updated_at, id], jobOf) }
  },
})
