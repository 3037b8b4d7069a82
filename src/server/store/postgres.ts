/** PostgreSQL, for more than one process. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { ok, type Result, refuse } from '../../base/result.ts'
import { listenOnPostgres } from './notify-postgres.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** The oldest version that works, as `server_version_num` counts. */
const OLDEST = 140000

/** Opens it. Refusals: `database-unreachable`, `database-old`. */
export async function openPostgres(url: string): Promise<Result<Store>> {
  const pool = new pg.Pool({ connectionString: url, max: 20, connectionTimeoutMillis: 5000, types: { getTypeParser } })
  // A connection that breaks while nobody uses it is replaced by the pool.
  pool.on('error', () => {})
  try {
    const { rows } = await pool.query('show server_version_num')
    const version = Number(rows[0].server_version_num)
    if (version < OLDEST) {
      await pool.end()
      return refuse('database-old', `The database is PostgreSQL ${Math.floor(version / 10000)}; expected 14 or newer.`)
    }
  } catch (error) {
    await pool.end()
    const why = error instanceof Error && error.message ? error.message : 'no answer'
    return refuse(
      'database-unreachable',
      `The database of DATABASE_URL cannot be reached (${why}). Expected postgres://user:password@host:5432/name of a running server.`,
    )
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return ok({
    kind: 'postgres',
    read: db,
    transaction: (work) => db.transaction().execute(work),
    snapshot: (work) => db.transaction().setIsolationLevel('repeatable read').execute(work),
    hear: (channel, hears) => listenOnPostgres(url, channel, hears),
    close: () => db.destroy(),
  })
}

const INT8 = 20

/** Whole numbers come as numbers: milliseconds and counts are far below 2^53. */
function getTypeParser(oid: number, format?: 'binary' | 'text'): (value: string) => unknown {
  return oid === INT8 ? Number : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown)
}
