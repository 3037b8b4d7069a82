/** The embedded database: a file in the data folder, durable at every commit, held by one process. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** The file in the data folder. */
const SQLITE_FILE = 'nevertwice.db'

/** Opens it. Refusals: `data-folder` where the folder cannot be used, `data-in-use` where another process holds it. */
export function openSqlite(folder: string): Result<Store> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    return unusable(folder, error)
  }
  const held = holdFolder(folder)
  if (!held.ok) return held
  try {
    const file = join(folder, SQLITE_FILE)
    const write = connect(file)
    const read = connect(file)
    const transaction: Store['transaction'] = (work) => write.transaction().execute(work)
    return ok({
      kind: 'sqlite',
      read,
      transaction,
      snapshot: snapshotOn(() => connect(file)),
      close: async () => {
        await read.destroy()
        await write.destroy()
        held.value.close()
      },
    })
  } catch (error) {
    held.value.close()
    return unusable(folder, error)
  }
}

/**
 * Opens it beside the process that holds the folder, to read and never to write. Refusals: `nothing-there`, `data-folder`.
 */
export function openSqliteBeside(folder: string): Result<Omit<Store, 'transaction'>> {
  const file = join(folder, SQLITE_FILE)
  if (!existsSync(file))
    return refuse(
      'nothing-there',
      `There is no database in ${folder}. Set NEVERTWICE_DATA to the folder of the server, or DATABASE_URL to its database.`,
    )
  try {
    const connection = () => connect(file, 'query_only = ON')
    const read = connection()
    return ok({ kind: 'sqlite', read, snapshot: snapshotOn(connection), close: () => read.destroy() })
  } catch (error) {
    return unusable(folder, error)
  }
}

/** A connection of its own: a long read neither waits for writers nor holds them up. */
function snapshotOn(connection: () => Kysely<Tables>): Store['snapshot'] {
  return (work) => {
    const own = connection()
    return own
      .transaction()
      .execute(work)
      .finally(() => own.destroy())
  }
}

function connect(file: string, ...more: string[]): Kysely<Tables> {
  const database = new Database(file)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'busy_timeout = 5000',
    ...more,
  ])
    database.pragma(pragma)
  return new Kysely<Tables>({ dialect: new WholeMigrations({ database: database as never }) })
}

/** SQLite makes and undoes tables in transactions; Kysely does not count on it, and would leave half a migration. */
class WholeMigrations extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** A lock that the system lets go when the process ends, however it ends. */
function holdFolder(folder: string): Result<{ close(): void }> {
  try {
    const lock = new Database(join(folder, 'lock.db'))
    try {
      lock.pragma('journal_mode = DELETE')
      lock.exec('begin exclusive')
      return ok({
        close() {
          // Closing alone lets go only once nothing is left of the connection, which may be later.
          lock.exec('rollback')
          lock.close()
        },
      })
    } catch (error) {
      lock.close()
      if (/locked|busy/i.test(String(error)))
        return refuse(
          'data-in-use',
          `Another process works on ${folder} already. Stop it first, or set NEVERTWICE_DATA to another folder; several processes need PostgreSQL (DATABASE_URL).`,
        )
      return unusable(folder, error)
    }
  } catch (error) {
    return unusable(folder, error)
  }
}

function unusable(folder: string, error: unknown): Result<never> {
  const why = error instanceof Error ? error.message : String(error)
  return refuse(
    'data-folder',
    `The data folder ${folder} cannot be used (${why}). Expected a folder that this user may write to, on a disk with space; set NEVERTWICE_DATA to another.`,
  )
}
