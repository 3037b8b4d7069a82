/** Settings that an administrator changed. */
import type { Selectable } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import type { SettingsTable } from './people-tables.ts'
import type { Reader, Writer } from './store.ts'

/** All that were changed. */
export async function readSettings(db: Reader): Promise<Selectable<SettingsTable>[]> {
  return db.selectFrom('settings').selectAll().execute()
}

/** Keeps a value, as JSON. */
export async function writeSetting(tx: Writer, key: string, value: unknown, by: string, now: Instant): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: now, updated_by: by }
  await tx
    .insertInto('settings')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

/** Forgets a value, so that the default holds; false where there was none. */
export async function deleteSetting(tx: Writer, key: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('settings').where('key', '=', key).executeTakeFirst()
  return numDeletedRows > 0n
}
