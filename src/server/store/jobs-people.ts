/** Whom jobs may tell something, and who may see what is restricted. */
import type { PersonRow } from './people.ts'
import type { Reader } from './store.ts'

/** A person who may sign in, as jobs look for one. */
export interface Addressee {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: PersonRow['role']
  readonly handles: readonly string[]
}

/** Everybody who may sign in. */
export async function readAddressees(db: Reader): Promise<Addressee[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'role', 'handles'])
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ handles, ...person }) => ({ ...person, handles: JSON.parse(handles) as string[] }))
}

/** The lead of each team that has one, by the team's id. */
export async function readTeamLeads(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('teams').select(['id', 'lead_id']).where('lead_id', 'is not', null).execute()
  return new Map(rows.map(({ id, lead_id }) => [id, lead_id!]))
}

/** People who may see a restricted postmortem, besides admins and who made it or its incident. */
export async function readReaders(db: Reader, postmortem: string | null): Promise<ReadonlySet<string>> {
  if (postmortem === null) return new Set()
  const rows = await db
    .selectFrom('postmortem_readers')
    .select('person_id')
    .where('postmortem_id', '=', postmortem)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
