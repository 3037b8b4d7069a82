/** `DELETE /api/v1/tenants/{id}`: removes a tenant. */
import { z } from '@hono/zod-openapi'
import { deleteNamed } from '../../../store/named-things.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, Nothing } from '../../shapes.ts'

/** Incidents and postmortems keep its name. */
export const deleteTenant = endpoint({
  method: 'delete',
  path: '/api/v1/tenants/{id}',
  group: 'Tenants',
  summary: 'Remove a tenant',
  who: 'token',
  may: 'lead',
  writes: ['tenant.deleted'],
  params: z.strictObject({ id: Id }),
  answer: Nothing,
  status: 204,
  async run({ tx, params, audit }) {
    if (!(await deleteNamed(tx, 'tenants', params.id))) throw notFound('tenant')
    await audit('tenant.deleted', params.id)
    return { body: null }
  },
})
