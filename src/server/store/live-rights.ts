/** Whether credentials that were good a while ago still are, for connections that stay open. */
import type { Instant } from '../../base/instant.ts'
import type { Permission, Role } from '../auth/permissions.ts'
import type { Reader } from './store.ts'

/** What a credential may now; scopes are those of a token. */
export interface StandingCredential {
  readonly personId: string
  readonly role: Role
  readonly scopes: readonly Permission[] | null
}

/** Of sessions and tokens, by their ids, those that hold, with what they may. */
export async function standingCredentials(
  db: Reader,
  { sessions, tokens }: { readonly sessions: readonly string[]; readonly tokens: readonly string[] },
  now: Instant,
): Promise<Map<string, StandingCredential>> {
  const standing = new Map<string, StandingCredential>()
  if (sessions.length > 0) {
    const rows = await db
      .selectFrom('sessions')
      .innerJoin('people', 'people.id', 'sessions.person_id')
      .select(['sessions.id', 'sessions.person_id', 'people.role'])
      .where('sessions.id', 'in', sessions)
      .where('sessions.expires_at', '>', now)
      .where('people.disabled_at', 'is', null)
      .execute()
    for (const { id, person_id, role } of rows) standing.set(id, { personId: person_id, role, scopes: null })
  }
  if (tokens.length > 0) {
    const rows = await db
      .selectFrom('tokens')
      .innerJoin('people', 'people.id', 'tokens.person_id')
      .select(['tokens.id', 'tokens.person_id', 'tokens.scopes', 'people.role'])
      .where('tokens.id', 'in', tokens)
      .where('tokens.expires_at', '>', now)
      .where('tokens.revoked_at', 'is', null)
      .where('people.disabled_at', 'is', null)
      .execute()
    for (const { id, person_id, role, scopes } of rows)
      standing.set(id, { personId: person_id, role, scopes: JSON.parse(scopes) as Permission[] })
  }
  return standing
}

/** Who may see a postmortem: `all`, or, where it is restricted, who made it and its readers (and admins); null where there is none. */
export async function viewersOf(db: Reader, id: string): Promise<'all' | ReadonlySet<string> | null> {
  const found = await db
    .selectFrom('postmortems')
    .select(['visibility', 'created_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return null
  if (found.visibility !== 'restricted') return 'all'
  const readers = await db
    .selectFrom('postmortem_readers')
    .select('person_id')
    .where('postmortem_id', '=', id)
    .execute()
  return new Set([found.created_by, ...readers.map(({ person_id }) => person_id)])
}
