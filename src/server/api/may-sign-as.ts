/** Whether a person may sign for a role that belongs to somebody. */
import { sameRole } from '../../signoff/roles.ts'
import { samePerson } from '../../signoff/same-person.ts'
import type { Person } from '../auth/actor.ts'
import type { Reader } from '../store/store.ts'
import { findTeamLead } from '../store/team-lead.ts'
import { ApiFailure } from './failure.ts'

/** Throws where the owning team has a lead, and this is neither they nor a delegate for them. */
export async function maySignAs(
  db: Reader,
  id: string,
  { actor, role, delegateFor }: { actor: Person; role: string; delegateFor: string | undefined },
): Promise<void> {
  if (!sameRole(role, 'Platform Lead')) return
  const lead = await findTeamLead(db, id)
  if (lead === null || lead.id === actor.id) return
  if (delegateFor !== undefined && samePerson(delegateFor, lead.name)) return
  throw new ApiFailure(
    'refused',
    'not-the-lead',
    `${lead.name} leads the team that owns this incident, so ${actor.name} signs as platform lead only as a delegate for ${lead.name}.`,
  )
}
