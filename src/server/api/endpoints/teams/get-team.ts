/** `GET /api/v1/teams/{id}`: one team. */
import { z } from '@hono/zod-openapi'
import { findTeam } from '../../../store/teams.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id } from '../../shapes.ts'
import { TeamShape, teamOf } from '../../team-shape.ts'

/** With its members and its lead. */
export const getTeam = endpoint({
  method: 'get',
  path: '/api/v1/teams/{id}',
  group: 'Teams',
  summary: 'One team',
  who: 'token',
  may: 'read',
  writes: null,
  params: z.strictObject({ id: Id }),
  answer: TeamShape,
  async run({ db, params }) {
    const team = await findTeam(db, params.id)
    if (!team) throw notFound('team')
    return { body: teamOf(team) }
  },
})
