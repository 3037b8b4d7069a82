/** One-time links by which a person sets a password: kept as digests. */
import type { Instant } from '../../base/instant.ts'
import type { Writer } from './store.ts'

/** How long such a link can be used. */
const PASSWORD_LINK_LIFE = 3 * 24 * 60 * 60 * 1000

/** Keeps the digest of a new link; those that the person had before end. Answers until when it holds. */
export async function insertPasswordLink(tx: Writer, personId: string, digest: string, now: Instant): Promise<Instant> {
  const expiresAt = now + PASSWORD_LINK_LIFE
  await deletePasswordLinks(tx, personId)
  await tx
    .insertInto('password_links')
    .values({ id: digest, person_id: personId, created_at: now, expires_at: expiresAt })
    .execute()
  return expiresAt
}

/** Uses a link up and answers whose it was; null where it is unknown, over, or used. */
export async function takePasswordLink(tx: Writer, digest: string, now: Instant): Promise<string | null> {
  const taken = await tx
    .deleteFrom('password_links')
    .where('id', '=', digest)
    .returning(['person_id', 'expires_at'])
    .executeTakeFirst()
  return taken && taken.expires_at > now ? taken.person_id : null
}

/** Ends the links of a person. */
export async function deletePasswordLinks(tx: Writer, personId: string): Promise<void> {
  await tx.deleteFrom('password_links').where('person_id', '=', personId).execute()
}
