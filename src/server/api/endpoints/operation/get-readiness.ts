/** `GET /readyz`: the database answers. */
import { z } from '@hono/zod-openapi'
import { countPeople } from '../../../store/people.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'

/** 503 while the database does not. */
export const getReadiness = endpoint({
  method: 'get',
  path: '/readyz',
  group: 'Operation',
  summary: 'Can it serve?',
  who: 'public',
  may: null,
  writes: null,
  answer: z.object({ status: z.enum(['ready']) }),
  async run({ db, house }) {
    try {
      await countPeople(db)
    } catch (error) {
      house.log.error({ err: error }, 'the database does not answer')
      throw new ApiFailure('unavailable', 'database', 'The database does not answer.', {
        headers: { 'retry-after': '5' },
      })
    }
    return { body: { status: 'ready' as const } }
  },
})
