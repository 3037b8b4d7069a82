/** `DELETE /api/v1/teams/{id}`: removes a team. */
import { z } from '@hono/zod-openapi'
import { deleteTeam as removeTeam } from '../../../store/teams.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, Nothing } from '../../shapes.ts'

/** Its incidents and services belong to none then. */
export const deleteTeam = endpoint({
  method: 'delete',
  path: '/api/v1/teams/{id}',
  group: 'Teams',
  summary: 'Remove a team',
  who: 'token',
  may: 'admin',
  writes: ['team.deleted'],
  params: z.strictObject({ id: Id }),
  answer: Nothing,
  status: 204,
  async run({ tx, params, audit }) {
    if (!(await removeTeam(tx, params.id))) throw notFound('team')
    await audit('team.deleted', params.id)
    return { body: null }
  },
})
