/** `index-rollups`: index and rollups are compared with what they are derived from. */
import { z } from '@hono/zod-openapi'
import { JobFailure, jobKind } from '../job-kind.ts'

/** They are kept in step by every change; this finds what a fault or an older version left behind. */
export const indexRollups = jobKind({
  name: 'index-rollups',
  data: z.strictObject({}),
  about: () => 'index and rollups, recounted',
  longest: 60 * 60 * 1000,
  attempts: 3,
  atOnce: 1,
  async run(_, { house, signal }) {
    if (!house.hooks?.reindex)
      throw new JobFailure('This server does not recount by itself. Run `nevertwice reindex`.', { parked: true })
    await house.hooks.reindex(signal)
  },
})
