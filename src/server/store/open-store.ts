/** Opens the database that the settings name and brings its schema to this version. */
import { ok, type Result } from '../../base/result.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

/** Where the data lies: a folder, or a server. */
export type StorePlace = { readonly folder: string } | { readonly url: string }

/** Refused as `openSqlite`, `openPostgres` and `migrate` refuse; then nothing is open. */
export async function openStore(place: StorePlace): Promise<Result<Store>> {
  const opened = 'url' in place ? await openPostgres(place.url) : openSqlite(place.folder)
  if (!opened.ok) return opened
  const migrated = await migrateStore(opened.value)
  if (migrated.ok) return ok(opened.value)
  await opened.value.close()
  return migrated
}

/** In SQLite foreign keys may not change inside of a transaction, so the writer migrates. */
async function migrateStore(store: Store): Promise<Result<unknown>> {
  return migrate(store.read as never, store.kind, MIGRATIONS)
}
