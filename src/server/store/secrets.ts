/** Secrets of vendors, as they are sealed. */
import type { Instant } from '../../base/instant.ts'
import type { Reader, Writer } from './store.ts'

/** Their names, and who set them when: never what they are. */
export async function listSecrets(db: Reader) {
  return db.selectFrom('secrets').select(['name', 'updated_at', 'updated_by']).orderBy('name').execute()
}

/** One as it is sealed; null where there is none. */
export async function findSealed(db: Reader, name: string): Promise<string | null> {
  const row = await db.selectFrom('secrets').select('sealed').where('name', '=', name).executeTakeFirst()
  return row?.sealed ?? null
}

/** Keeps one, over what was there. */
export async function writeSealed(tx: Writer, name: string, sealed: string, by: string, now: Instant): Promise<void> {
  const row = { sealed, updated_at: now, updated_by: by }
  await tx
    .insertInto('secrets')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

/** Forgets one; false where there was none. */
export async function deleteSealed(tx: Writer, name: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('secrets').where('name', '=', name).executeTakeFirst()
  return numDeletedRows > 0n
}
