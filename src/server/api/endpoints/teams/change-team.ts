/** `PATCH /api/v1/teams/{id}`: changes name, lead or members of a team. */
import { z } from '@hono/zod-openapi'
import { findTeam, teamNameTaken, updateTeam } from '../../../store/teams.ts'
import { endpoint } from '../../endpoint.ts'
import { notFound } from '../../failure.ts'
import { Id, Name } from '../../shapes.ts'
import { mustBePeople, TeamShape, teamNameTakenFailure, teamOf } from '../../team-shape.ts'

/** `members` are all of them, as they are to be. */
export const changeTeam = endpoint({
  method: 'patch',
  path: '/api/v1/teams/{id}',
  group: 'Teams',
  summary: 'Change a team',
  who: 'token',
  may: 'admin',
  writes: ['team.changed'],
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ name: Name, leadId: Id.nullable(), members: z.array(Id).max(1000) }).partial(),
  answer: TeamShape,
  async run({ tx, params: { id }, body, now, audit }) {
    const { name, leadId, members } = body
    if ((await findTeam(tx, id)) === null) throw notFound('team')
    await mustBePeople(tx, leadId, members)
    if (name !== undefined && (await teamNameTaken(tx, name, id))) throw teamNameTakenFailure(name)
    const team = await updateTeam(tx, id, { name, lead_id: leadId, members }, now)
    await audit('team.changed', id, { changed: body })
    return { body: teamOf(team!) }
  },
})
