/** `PATCH /api/v1/services/{id}`: changes a service. */
import { z } from '@hono/zod-openapi'
import { idOfName, updateService } from '../../../store/named-things.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { mustBeTeam } from '../../must-be-team.ts'
import { nameTaken, ServiceShape, serviceOf } from '../../named-shapes.ts'
import { Id, Name, WebAddress } from '../../shapes.ts'

/** What is not named stays. */
export const changeService = endpoint({
  method: 'patch',
  path: '/api/v1/services/{id}',
  group: 'Services',
  summary: 'Change a service',
  who: 'token',
  may: 'lead',
  writes: ['service.changed'],
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ name: Name, teamId: Id.nullable(), url: WebAddress.nullable() }).partial(),
  answer: ServiceShape,
  async run({ tx, params: { id }, body, now, audit }) {
    const holder = body.name === undefined ? null : await idOfName(tx, 'services', body.name)
    if (holder !== null && holder !== id) throw nameTaken('service', body.name!)
    const { teamId, ...plain } = body
    await mustBeTeam(tx, teamId ?? null)
    const change = { ...plain, ...(teamId === undefined ? {} : { team_id: teamId }) }
    const row = await updateService(tx, id, change, now)
    if (!row) throw notFound('service')
    await audit('service.changed', id, { changed: body })
    return { body: serviceOf(row) }
  },
})
