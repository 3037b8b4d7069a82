/** The shape of a team, and how a row becomes one. */
import { z } from '@hono/zod-openapi'
import { knownPeople } from '../store/people.ts'
import type { Reader } from '../store/store.ts'
import type { Team } from '../store/teams.ts'
import { ApiFailure } from './failure.ts'
import { Id, Moment } from './shapes.ts'

/** A team. */
export const TeamShape = z
  .object({
    id: Id,
    name: z.string(),
    leadId: Id.nullable(),
    members: z.array(z.object({ id: Id, name: z.string() })),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .openapi('Team')

/** A row as it is answered. */
export function teamOf({ id, name, lead_id, members, created_at, updated_at }: Team): z.input<typeof TeamShape> {
  return { id, name, leadId: lead_id, members: [...members], createdAt: created_at, updatedAt: updated_at }
}

/** The name of a team is its own. */
export function teamNameTakenFailure(name: string): ApiFailure {
  return new ApiFailure('conflict', 'name-taken', `There is a team named ${name} already.`, {
    fields: [{ field: 'body.name', message: 'taken' }],
  })
}

/** Throws where a member or the lead is nobody. */
export async function mustBePeople(db: Reader, leadId: string | null | undefined, members: readonly string[] = []) {
  const known = await knownPeople(db, [...members, ...(leadId ? [leadId] : [])])
  const fields = members
    .filter((id) => !known.has(id))
    .map((id) => ({ field: 'body.members', message: `nobody has the id ${id}` }))
  if (leadId && !known.has(leadId)) fields.push({ field: 'body.leadId', message: 'nobody has this id' })
  if (fields.length > 0)
    throw new ApiFailure('refused', 'person-unknown', 'The team names somebody who is not there.', { fields })
}
