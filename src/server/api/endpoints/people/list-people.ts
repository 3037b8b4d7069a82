/** `GET /api/v1/people`: everybody who has an account. */
import { z } from '@hono/zod-openapi'
import { listPeople as peopleByName, personOf } from '../../../store/people.ts'
import { endpoint } from '../../endpoint.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { PersonShape } from '../../shapes.ts'

/** By name, also those who are disabled. */
export const listPeople = endpoint({
  method: 'get',
  path: '/api/v1/people',
  group: 'People',
  summary: 'List people',
  who: 'token',
  may: 'admin',
  writes: null,
  query: z.strictObject(PageQuery),
  answer: pageOf(PersonShape),
  async run({ db, query }) {
    const after = readCursor(z.tuple([z.string(), z.string()]), query.after)
    const rows = await peopleByName(db, after, query.limit + 1)
    return { body: toPage(rows, query.limit, ({ name, id }) => [name, id], personOf) }
  },
})
