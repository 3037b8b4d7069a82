/** The embedded database: a file in the data folder, durable at every commit, held by one process. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** The file in the data folder. */
export const SQLITE_FILE = 'nevertwice.db'

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
      snapshot: (work) => {
        // A connection of its own: a long read neither waits for writers nor holds them up.
        const own = connect(file)
        return own
          .transaction()
          .execute(work)
          .finally(() => own.destroy())
      },
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

function connect(file: string): Kysely<Tables> {
  const database = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000'])
    database.pragma(pragma)
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as never }) })
}

/** A lock that the system lets go when the process ends, however it ends. */
function holdFolder(folder: string): Result<{ close(): void }> {
  try {
    const lock = new Database(join(folder, 'lock.db'))
    try {
      lock.pragma('journal_mode = DELETE')
      lock.pragma('locking_mode = EXCLUSIVE')
      lock.exec('begin exclusive')
      return ok({ close: () => lock.close() })
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
