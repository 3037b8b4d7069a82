/** `POST /api/v1/teams`: makes a team. */
import { z } from '@hono/zod-openapi'
import { insertTeam } from '../../../store/teams.ts'
import { endpoint } from '../../endpoint.ts'
import { Id, Name } from '../../shapes.ts'
import { mustBePeople, TeamShape, teamNameTakenFailure, teamOf } from '../../team-shape.ts'

/** Its lead is the platform lead who signs for what it owns. */
export const createTeam = endpoint({
  method: 'post',
  path: '/api/v1/teams',
  group: 'Teams',
  summary: 'Make a team',
  who: 'token',
  may: 'admin',
  writes: ['team.created'],
  creates: true,
  body: z.strictObject({
    name: Name,
    leadId: Id.nullable().default(null),
    members: z.array(Id).max(1000).default([]),
  }),
  answer: TeamShape,
  status: 201,
  async run({ tx, body, now, audit }) {
    await mustBePeople(tx, body.leadId, body.members)
    const team = await insertTeam(tx, body, now)
    if (!team) throw teamNameTakenFailure(body.name)
    await audit('team.created', team.id, { name: team.name })
    return { body: teamOf(team) }
  },
})
