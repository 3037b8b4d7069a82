/** Opens the database that the settings name and brings its schema to this version. */
import { ok, type Result, refuse } from '../../base/result.ts'
import { migrate, schemaOf } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite, openSqliteBeside } from './sqlite.ts'
import type { Store } from './store.ts'

/** Where the data lies: a folder, or a server. */
export type StorePlace = { readonly folder: string } | { readonly url: string }

/** Refused as `openSqlite`, `openPostgres` and `migrate` refuse; then nothing is open. */
export async function openStore(place: StorePlace): Promise<Result<Store>> {
  const opened = await openUnmigrated(place)
  if (!opened.ok) return opened
  const migrated = await migrateStore(opened.value)
  if (migrated.ok) return ok(opened.value)
  await opened.value.close()
  return migrated
}

/** Opens it with whatever schema it has. */
export async function openUnmigrated(place: StorePlace): Promise<Result<Store>> {
  return 'url' in place ? openPostgres(place.url) : openSqlite(place.folder)
}

/**
 * Opens it to read, beside the server, and leaves its schema as it is. Refusals besides those of opening: `schema-other`
 * where it is not the one of this version.
 */
export async function openBeside(place: StorePlace): Promise<Result<Omit<Store, 'transaction'>>> {
  const opened = 'url' in place ? await openPostgres(place.url) : openSqliteBeside(place.folder)
  if (!opened.ok) return opened
  const schema = await schemaOf(opened.value.read as never)
  if (schema.join() === MIGRATIONS.map(({ name }) => name).join()) return opened
  await opened.value.close()
  return refuse(
    'schema-other',
    `The schema of the database is that of another version (${schema.join(', ') || 'it is empty'}). Use the version that wrote it, or start the server of this one once.`,
  )
}

/** In SQLite foreign keys may not change inside of a transaction, so the writer migrates. */
async function migrateStore(store: Store): Promise<Result<unknown>> {
  return migrate(store.read as never, store.kind, MIGRATIONS)
}
