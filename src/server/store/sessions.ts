/** Browsers that are signed in. */
import type { Selectable } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { newId } from '../new-id.ts'

import type { PeopleTable, SessionsTable } from './people-tables.ts'

import type { Reader, Store, Writer } from './store.ts'

/** How long a session lives. */
const SESSION_LIFE = 30 * 24 * 60 * 60 * 1000
/** How long it may be silent. */
export const SESSION_SILENCE = 7 * 24 * 60 * 60 * 1000
/** How long the secret before a rotation still answers: for requests that were on their way. */
const GRACE = 60 * 1000

type Known = Pick<Selectable<PeopleTable>, 'email' | 'id' | 'name' | 'role'>

/** A session that holds, and whose it is. */
export interface FoundSession {
  readonly session: Selectable<SessionsTable>
  readonly person: Known
  /** False where the secret is the one before the last rotation. */
  readonly current: boolean
}

/** By the digest of its secret; null where it is unknown, over, or of somebody who may not sign in any more. */
export async function findSession(db: Reader, secret: string, now: Instant): Promise<FoundSession | null> {
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where(({ eb, or }) => or([eb('secret', '=', secret), eb('previous_secret', '=', secret)]))
    .executeTakeFirst()
  if (!session || session.expires_at <= now || session.seen_at + SESSION_SILENCE <= now) return null
  const current = session.secret === secret
  if (!current && session.rotated_at + GRACE <= now) return null
  const person = await enabledPerson(db, session.person_id)
  return person && { session, person, current }
}

/** The person behind a credential, unless disabled. */
export async function enabledPerson(db: Reader, id: string): Promise<Known | null> {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'role'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return person ?? null
}

/** Signs a browser in. */
export async function insertSession(
  tx: Writer,
  { personId, secret, address, agent }: { personId: string; secret: string; address: string; agent: string },
  now: Instant,
): Promise<{ id: string; expiresAt: Instant }> {
  const id = newId(now)
  const expiresAt = now + SESSION_LIFE
  await tx
    .insertInto('sessions')
    .values({
      id,
      secret,
      person_id: personId,
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
      rotated_at: now,
      address,
      agent,
      previous_secret: null,
    })
    .execute()
  return { id, expiresAt }
}

/** Notes that it was seen; with a next secret it is rotated, unless another request did so just now. */
export async function touchSession(
  store: Store,
  id: string,
  { now, address, next }: { now: Instant; address: string; next: string | null },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const session = await tx
      .selectFrom('sessions')
      .select(['secret', 'rotated_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!session || (next !== null && now - session.rotated_at < GRACE)) return false
    const rotation = next === null ? {} : { secret: next, previous_secret: session.secret, rotated_at: now }
    const { numUpdatedRows } = await tx
      .updateTable('sessions')
      .set({ seen_at: now, address, ...rotation })
      .where('id', '=', id)
      .where('secret', '=', session.secret)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
}

/** Signs browsers out: one, or all of a person but one; answers which. */
export async function deleteSessions(
  tx: Writer,
  which: { readonly id: string; readonly personId?: string } | { readonly personId: string; readonly except?: string },
): Promise<string[]> {
  let query = tx.deleteFrom('sessions').returning('id')
  if ('id' in which) query = query.where('id', '=', which.id)
  if (which.personId !== undefined) query = query.where('person_id', '=', which.personId)
  if ('except' in which && which.except !== undefined) query = query.where('id', '!=', which.except)
  return (await query.execute()).map(({ id }) => id)
}

/** The sessions of a person that still hold, the last seen first. */
export async function listSessions(db: Reader, personId: string, now: Instant) {
  return db
    .selectFrom('sessions')
    .select(['id', 'created_at', 'seen_at', 'expires_at', 'address', 'agent'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .where('seen_at', '>', now - SESSION_SILENCE)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
}
