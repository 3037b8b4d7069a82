/** `POST /api/v1/tenants`: adds a tenant. */
import { z } from '@hono/zod-openapi'
import { insertTenant } from '../../../store/named-things.ts'
import { endpoint } from '../../endpoint.ts'
import { nameTaken, TenantShape, tenantOf } from '../../named-shapes.ts'
import { Line, Name } from '../../shapes.ts'

/** With whom to tell there when an incident hits it. */
export const createTenant = endpoint({
  method: 'post',
  path: '/api/v1/tenants',
  group: 'Tenants',
  summary: 'Add a tenant',
  who: 'token',
  may: 'lead',
  writes: ['tenant.created'],
  creates: true,
  body: z.strictObject({ name: Name, contact: Line(500).nullable().default(null) }),
  answer: TenantShape,
  status: 201,
  async run({ tx, body, now, audit }) {
    const row = await insertTenant(tx, body, now)
    if (!row) throw nameTaken('tenant', body.name)
    await audit('tenant.created', row.id, { name: row.name })
    return { body: tenantOf(row) }
  },
})
