/** API tokens: shown once, kept as digests. */
import type { Selectable } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { newId } from '../new-id.ts'
import type { TokensTable } from './people-tables.ts'
import { enabledPerson } from './sessions.ts'
import type { Reader, Store, Writer } from './store.ts'

/** A row as it lies. */
export type TokenRow = Selectable<TokensTable>

/** A token as its person sees it: never with its secret. */
export function tokenOf({ id, name, person_id, scopes, created_at, expires_at, revoked_at, used_at }: TokenRow) {
  return {
    id,
    name,
    personId: person_id,
    scopes: JSON.parse(scopes) as ('admin' | 'lead' | 'read' | 'write')[],
    createdAt: created_at,
    expiresAt: expires_at,
    revokedAt: revoked_at,
    usedAt: used_at,
  }
}

/** By the digest of its secret; null where it is unknown, over, revoked, or of somebody who may not sign in any more. */
export async function findToken(db: Reader, secret: string, now: Instant) {
  const token = await db.selectFrom('tokens').selectAll().where('secret', '=', secret).executeTakeFirst()
  if (!token || token.revoked_at !== null || token.expires_at <= now) return null
  const person = await enabledPerson(db, token.person_id)
  return person && { token, person }
}

/** Keeps a new one. */
export async function insertToken(
  tx: Writer,
  {
    name,
    personId,
    scopes,
    secret,
    expiresAt,
  }: { name: string; personId: string; scopes: readonly string[]; secret: string; expiresAt: Instant },
  now: Instant,
): Promise<TokenRow> {
  return tx
    .insertInto('tokens')
    .values({
      id: newId(now),
      secret,
      name,
      person_id: personId,
      scopes: JSON.stringify(scopes),
      created_at: now,
      expires_at: expiresAt,
      revoked_at: null,
      used_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Notes that it was used. */
export async function touchToken(store: Store, id: string, now: Instant): Promise<void> {
  await store.transaction((tx) => tx.updateTable('tokens').set({ used_at: now }).where('id', '=', id).execute())
}

/** Revokes one, of a person where one is named; null where there is none that still holds. */
export async function revokeToken(
  tx: Writer,
  id: string,
  personId: string | null,
  now: Instant,
): Promise<TokenRow | null> {
  let query = tx.updateTable('tokens').set({ revoked_at: now }).where('id', '=', id).where('revoked_at', 'is', null)
  if (personId !== null) query = query.where('person_id', '=', personId)
  return (await query.returningAll().executeTakeFirst()) ?? null
}

/** Revokes every token of a person that still holds; answers which. */
export async function revokeTokens(tx: Writer, personId: string, now: Instant): Promise<string[]> {
  const rows = await tx
    .updateTable('tokens')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** A page of the tokens of a person, or of all, the newest first. */
export async function listTokens(
  db: Reader,
  personId: string | null,
  { after, limit }: { after: readonly [number, string] | null; limit: number },
): Promise<TokenRow[]> {
  let query = db.selectFrom('tokens').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (personId !== null) query = query.where('person_id', '=', personId)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(after[0], after[1])))
  return query.execute()
}
