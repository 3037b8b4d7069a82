/** `clean-up`: what has had its time is thrown away. */
import { z } from '@hono/zod-openapi'
import { cleanUp as throwAway } from '../../store/jobs-clean-up.ts'
import { jobKind } from '../job-kind.ts'

/** Sessions that ended, answers to creates after a day, old owner links, jobs that are done, notices of long ago. */
export const cleanUp = jobKind({
  name: 'clean-up',
  data: z.strictObject({}),
  about: () => 'what has had its time',
  longest: 10 * 60 * 1000,
  attempts: 3,
  atOnce: 1,
  async run(_, { house, now }) {
    house.log.info({ gone: await throwAway(house.store, now) }, 'cleaned up')
  },
})
