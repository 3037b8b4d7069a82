/** `GET /api/v1/tenants`: tenants, by name. */
import { z } from '@hono/zod-openapi'
import { listTenants as tenantsByName } from '../../../store/named-things.ts'
import { endpoint } from '../../endpoint.ts'
import { TenantShape, tenantOf } from '../../named-shapes.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'

/** With whom to tell at each. */
export const listTenants = endpoint({
  method: 'get',
  path: '/api/v1/tenants',
  group: 'Tenants',
  summary: 'List tenants',
  who: 'token',
  may: 'read',
  writes: null,
  query: z.strictObject(PageQuery),
  answer: pageOf(TenantShape),
  async run({ db, query }) {
    const after = readCursor(z.tuple([z.string(), z.string()]), query.after)
    const rows = await tenantsByName(db, { after, limit: query.limit + 1 })
    return { body: toPage(rows, query.limit, ({ name, id }) => [name, id], tenantOf) }
  },
})
