/** `POST /api/v1/services`: adds a service. */
import { z } from '@hono/zod-openapi'
import { insertService } from '../../../store/named-things.ts'
import { endpoint } from '../../endpoint.ts'
import { mustBeTeam } from '../../must-be-team.ts'
import { nameTaken, ServiceShape, serviceOf } from '../../named-shapes.ts'
import { Id, Name, WebAddress } from '../../shapes.ts'

/** So that incidents name it, and are filtered by it. */
export const createService = endpoint({
  method: 'post',
  path: '/api/v1/services',
  group: 'Services',
  summary: 'Add a service',
  who: 'token',
  may: 'lead',
  writes: ['service.created'],
  creates: true,
  body: z.strictObject({ name: Name, teamId: Id.nullable().default(null), url: WebAddress.nullable().default(null) }),
  answer: ServiceShape,
  status: 201,
  async run({ tx, body, now, audit }) {
    await mustBeTeam(tx, body.teamId)
    const row = await insertService(tx, { name: body.name, team_id: body.teamId, url: body.url }, now)
    if (!row) throw nameTaken('service', body.name)
    await audit('service.created', row.id, { name: row.name })
    return { body: serviceOf(row) }
  },
})
