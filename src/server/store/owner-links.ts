/** The one-time link by which the first owner comes in. */
import type { Instant } from '../../base/instant.ts'
import type { Writer } from './store.ts'

/** How long it can be used. */
const OWNER_LINK_LIFE = 15 * 60 * 1000

/** Keeps the digest of a new link; those before it end. */
export async function insertOwnerLink(tx: Writer, digest: string, now: Instant): Promise<void> {
  await tx.deleteFrom('owner_links').execute()
  await tx
    .insertInto('owner_links')
    .values({ id: digest, created_at: now, expires_at: now + OWNER_LINK_LIFE, used_at: null })
    .execute()
}

/** Uses a link up: true for the first who does so in time, whoever tries at once. */
export async function takeOwnerLink(tx: Writer, digest: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('owner_links')
    .set({ used_at: now })
    .where('id', '=', digest)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
