/** Writes everything into one file: one state of the database, while others go on writing. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { VERSION } from '../version.ts'
import { BACKUP_FORMAT, type BackupEnd, type BackupHeader, rowToJson } from './backup-format.ts'
import { BACKUP_TABLES, type BackupTable } from './backup-tables.ts'
import { schemaOf } from './migrate.ts'
import type { Reader, Store } from './store.ts'

/** What was written. */
export interface WrittenBackup {
  readonly rows: number
  readonly bytes: number
}

/**
 * Writes a new file that only this user can read; it has its name once it is whole and on disk. Refusals: `exists`, and
 * `backup-failed` where the disk or the database failed; then there is no file.
 */
export async function writeBackup(
  store: Pick<Store, 'kind' | 'snapshot'>,
  path: string,
  now: Instant,
): Promise<Result<WrittenBackup>> {
  if (await stat(path).catch(() => null))
    return refuse('exists', `${path} is there already, and a backup is never written over. Name another file.`)
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const rows = await store.snapshot(async (tx) => {
      const lines = new BackupLines(tx, store.kind, now)
      const file = createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true })
      await pipeline(Readable.from(lines.all(), { objectMode: false }), createGzip(), file)
      return lines.rows
    })
    const { size } = await stat(temporary)
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return ok({ rows, bytes: size })
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    const why = error instanceof Error ? error.message : String(error)
    return refuse('backup-failed', `The backup could not be written to ${path} (${why}); there is no half of it.`)
  }
}

class BackupLines {
  rows = 0
  readonly #digest = createHash('sha256')
  readonly #tx: Reader
  readonly #kind: Store['kind']
  readonly #now: Instant

  constructor(tx: Reader, kind: Store['kind'], now: Instant) {
    this.#tx = tx
    this.#kind = kind
    this.#now = now
  }

  async *all(): AsyncGenerator<string> {
    const schema = await schemaOf(this.#tx as never)
    const about = { version: VERSION, schema, at: this.#now, database: this.#kind }
    yield this.#line({ nevertwice: 'backup', format: BACKUP_FORMAT, ...about } satisfies BackupHeader)
    for (const table of BACKUP_TABLES)
      for await (const row of rowsOf(this.#tx, table)) {
        this.rows++
        yield this.#line([table.name, rowToJson(row)])
      }
    yield `${JSON.stringify({ end: true, rows: this.rows, sha256: this.#digest.digest('hex') } satisfies BackupEnd)}\n`
  }

  #line(value: unknown): string {
    const line = `${JSON.stringify(value)}\n`
    this.#digest.update(line)
    return line
  }
}

/** Page by page, so that memory holds no more than one. */
async function* rowsOf(tx: Reader, { name, key, page }: BackupTable): AsyncGenerator<Record<string, unknown>> {
  const order = sql.join(key.map((column) => sql.ref(column)))
  for (let last: Record<string, unknown> | undefined; ; ) {
    const from: RawBuilder<unknown> = last
      ? sql`where (${order}) > (${sql.join(key.map((column) => last![column]))})`
      : sql``
    const read = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(name)} ${from} order by ${order} limit ${page}`.execute(tx)
    yield* read.rows
    if (read.rows.length < page) return
    last = read.rows.at(-1)
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
