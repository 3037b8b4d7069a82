/** `GET /api/v1/services`: services, by name. */
import { z } from '@hono/zod-openapi'
import { listServices as servicesByName } from '../../../store/named-things.ts'
import { endpoint } from '../../endpoint.ts'
import { ServiceShape, serviceOf } from '../../named-shapes.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'

/** With the team that owns each. */
export const listServices = endpoint({
  method: 'get',
  path: '/api/v1/services',
  group: 'Services',
  summary: 'List services',
  who: 'token',
  may: 'read',
  writes: null,
  query: z.strictObject(PageQuery),
  answer: pageOf(ServiceShape),
  async run({ db, query }) {
    const after = readCursor(z.tuple([z.string(), z.string()]), query.after)
    const rows = await servicesByName(db, { after, limit: query.limit + 1 })
    return { body: toPage(rows, query.limit, ({ name, id }) => [name, id], serviceOf) }
  },
})
