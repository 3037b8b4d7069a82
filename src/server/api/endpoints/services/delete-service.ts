/** `DELETE /api/v1/services/{id}`: removes a service. */
import { z } from '@hono/zod-openapi'
import { deleteNamed } from '../../../store/named-things.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, Nothing } from '../../shapes.ts'

/** Incidents and postmortems keep its name. */
export const deleteService = endpoint({
  method: 'delete',
  path: '/api/v1/services/{id}',
  group: 'Services',
  summary: 'Remove a service',
  who: 'token',
  may: 'lead',
  writes: ['service.deleted'],
  params: z.strictObject({ id: Id }),
  answer: Nothing,
  status: 204,
  async run({ tx, params, audit }) {
    if (!(await deleteNamed(tx, 'services', params.id))) throw notFound('service')
    await audit('service.deleted', params.id)
    return { body: null }
  },
})
