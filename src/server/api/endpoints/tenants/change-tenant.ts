/** `PATCH /api/v1/tenants/{id}`: changes a tenant. */
import { z } from '@hono/zod-openapi'
import { idOfName, updateTenant } from '../../../store/named-things.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { nameTaken, TenantShape, tenantOf } from '../../named-shapes.ts'
import { Id, Line, Name } from '../../shapes.ts'

/** What is not named stays. */
export const changeTenant = endpoint({
  method: 'patch',
  path: '/api/v1/tenants/{id}',
  group: 'Tenants',
  summary: 'Change a tenant',
  who: 'token',
  may: 'lead',
  writes: ['tenant.changed'],
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ name: Name, contact: Line(500).nullable() }).partial(),
  answer: TenantShape,
  async run({ tx, params: { id }, body, now, audit }) {
    const holder = body.name === undefined ? null : await idOfName(tx, 'tenants', body.name)
    if (holder !== null && holder !== id) throw nameTaken('tenant', body.name!)
    const change = body
    const row = await updateTenant(tx, id, change, now)
    if (!row) throw notFound('tenant')
    await audit('tenant.changed', id, { changed: body })
    return { body: tenantOf(row) }
  },
})
