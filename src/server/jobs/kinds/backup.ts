/** `backup`: the nightly backup. */
import { z } from '@hono/zod-openapi'
import { JobFailure, jobKind } from '../job-kind.ts'

/** Where the server brings none, the job is parked. */
export const backup = jobKind({
  name: 'backup',
  data: z.strictObject({}),
  about: () => 'the nightly backup',
  longest: 4 * 60 * 60 * 1000,
  attempts: 3,
  atOnce: 1,
  async run(_, { house, signal }) {
    if (!house.hooks?.backup)
      throw new JobFailure('This server makes no backups by itself. Set it to, or run `nevertwice backup`.', {
        parked: true,
      })
    await house.hooks.backup(signal)
  },
})
