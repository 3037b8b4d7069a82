/** The lead of the team that owns an incident. */
import type { Reader } from './store.ts'

/** Null where no team owns it, or the team has no lead. */
export async function findTeamLead(db: Reader, postmortem: string): Promise<{ id: string; name: string } | null> {
  const row = await db
    .selectFrom('postmortems')
    .innerJoin('incidents', 'incidents.id', 'postmortems.incident_id')
    .innerJoin('teams', 'teams.id', 'incidents.team_id')
    .innerJoin('people', 'people.id', 'teams.lead_id')
    .select(['people.id', 'people.name'])
    .where('postmortems.id', '=', postmortem)
    .executeTakeFirst()
  return row ?? null
}
