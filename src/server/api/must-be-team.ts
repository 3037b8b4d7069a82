/** Refuses the id of a team that is not there. */
import type { Reader } from '../store/store.ts'
import { findTeam } from '../store/teams.ts'
import { ApiFailure } from './failure.ts'

/** Null is no team, which may be. */
export async function mustBeTeam(db: Reader, id: string | null): Promise<void> {
  if (id === null || (await findTeam(db, id)) !== null) return
  throw new ApiFailure('refused', 'team-unknown', 'There is no team with this id.', {
    fields: [{ field: 'body.teamId', message: 'no such team' }],
  })
}
