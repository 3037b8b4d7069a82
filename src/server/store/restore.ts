/** Reads a backup back into a database of either kind: all of it, or nothing. */
import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../base/result.ts'
import { jsonToRow } from './backup-format.ts'
import { BACKUP_TABLES, NOT_BACKED_UP } from './backup-tables.ts'
import { migrate, schemaOf } from './migrate.ts'
import type { Migration } from './migration.ts'
import { MIGRATIONS } from './migrations.ts'
import { readBackup, type WholeBackup } from './read-backup.ts'
import type { Reader, Store, Writer } from './store.ts'

/** Rows that are inserted by one statement, and about how many bytes of them. */
const BATCH = 100
const BATCH_BYTES = 4 * 1024 * 1024

/** What was read back. */
export interface Restored {
  readonly rows: number
  /** When the backup was made, in milliseconds UTC. */
  readonly madeAt: number
  readonly version: string
}

/**
 * Restores a file into a store that was opened unmigrated. Refusals: as `readBackup`; `not-empty` where something is there, unless
 * `replace` says that it may go; `schema-differs`; `restore-failed`. After each of them the rows in the database are what they were.
 */
export async function restoreBackup(
  store: Store,
  path: string,
  { replace = false, migrations = MIGRATIONS }: { replace?: boolean; migrations?: readonly Migration[] } = {},
): Promise<Result<Restored>> {
  const backup = await readBackup(path)
  if (!backup.ok) return backup
  const { header } = backup.value
  const prepared = await prepareSchema(store, header.schema, migrations)
  if (!prepared.ok) return prepared
  if (!replace && (await holdsAnything(store)))
    return refuse(
      'not-empty',
      'There is something in the database already, and a restore would remove it. Restore into an empty one, or say --replace.',
    )
  try {
    await store.transaction((tx) => writeAll(tx, store.kind, backup.value))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(
      'restore-failed',
      `The backup could not be restored (${why}); the database holds what it held before.`,
    )
  }
  const migrated = await migrate(store.read as never, store.kind, migrations)
  if (!migrated.ok) return migrated
  return ok({ rows: backup.value.rowCount, madeAt: header.at, version: header.version })
}

/** Rows are read into the schema that they were written with; steps that came later are applied to them afterwards. */
async function prepareSchema(
  store: Store,
  schema: readonly string[],
  migrations: readonly Migration[],
): Promise<Result<unknown>> {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = schema.filter((name) => !known.has(name))
  if (unknown.length > 0)
    return refuse(
      'backup-newer',
      `The backup was written by a newer version of Nevertwice: its schema holds ${unknown.join(', ')}, which this version does not know. Restore it with that version.`,
    )
  const there = await schemaOf(store.read as never)
  if (there.length > 0 && there.join() !== schema.join())
    return refuse(
      'schema-differs',
      `The database has the schema ${there.join(', ')}, the backup ${schema.join(', ')}. Restore into a new folder or an empty database; it is brought to this version afterwards.`,
    )
  return migrate(
    store.read as never,
    store.kind,
    migrations.filter(({ name }) => schema.includes(name)),
  )
}

/** Tables that this schema has, which may be an older one, in the order of a backup. */
async function tablesOf(db: Reader): Promise<string[]> {
  const there = new Set((await db.introspection.getTables()).map(({ name }) => name))
  return [...BACKUP_TABLES.map(({ name }) => name), ...NOT_BACKED_UP].filter((name) => there.has(name))
}

async function holdsAnything(store: Store): Promise<boolean> {
  for (const name of await tablesOf(store.read)) {
    if (NOT_BACKED_UP.some((other) => other === name)) continue
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(store.read)
    if (rows.length > 0) return true
  }
  return false
}

async function writeAll(tx: Writer, kind: Store['kind'], backup: WholeBackup): Promise<void> {
  const tables = await tablesOf(tx)
  for (const name of tables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(tx)
  let table = ''
  let batch: Record<string, unknown>[] = []
  let bytes = 0
  const flush = async () => {
    if (batch.length > 0)
      await tx
        .insertInto(table as 'people')
        .values(batch as never)
        .execute()
    batch = []
    bytes = 0
  }
  for await (const [name, values] of backup.rows()) {
    if (!tables.includes(name)) throw new Error(`it has rows of a table ${JSON.stringify(name)}, which there is not`)
    if (name !== table || batch.length >= BATCH || bytes > BATCH_BYTES) await flush()
    table = name
    batch.push(jsonToRow(values))
    for (const value of Object.values(values)) bytes += typeof value === 'string' ? value.length : 50
  }
  await flush()
  // PostgreSQL counts apart from the rows; SQLite goes on after the highest.
  if (kind === 'postgres')
    await sql`select setval(pg_get_serial_sequence('audit', 'seq'), (select coalesce(max(seq), 0) + 1 from audit), false)`.execute(
      tx,
    )
}
