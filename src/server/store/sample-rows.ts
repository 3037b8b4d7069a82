/** Rows in every table, of whatever its columns take, so that a new table is tried without a line here. */
import { sql } from 'kysely'
import { BACKUP_TABLES } from './backup-tables.ts'
import type { Reader, Store } from './store.ts'

const ODD = 'é 日本 "quoted" \\ \n\t\u{1f525} \u202e\u2028 null'

/** Writes rows `x0`, `x1` and so on; each refers to those of its own number in other tables. */
export async function fillTables(store: Store, rows = 3): Promise<void> {
  const tables = await store.read.introspection.getTables()
  await store.transaction(async (tx) => {
    for (const { name, key } of BACKUP_TABLES) {
      const { columns } = tables.find((table) => table.name === name)!
      for (let row = 0; row < rows; row++) {
        const values: Record<string, unknown> = {}
        for (const [at, { name: column, dataType, isNullable }] of columns.entries())
          values[column] =
            isNullable && !key.includes(column) && (row + at) % 3 === 1
              ? null
              : sampleValue(column, dataType.toLowerCase(), row)
        await tx
          .insertInto(name as 'people')
          .values(values as never)
          .execute()
      }
    }
  })
}

function sampleValue(column: string, type: string, row: number): unknown {
  if (type.startsWith('b') && !type.startsWith('big')) return Buffer.from([0, 255, 10, 13, 128, row])
  if (type.includes('int')) return type.includes('big') || type === 'int8' ? 1_764_000_000_000 + row : row
  return column === 'id' || column.endsWith('_id') ? `x${row}` : `${column} ${row} ${ODD}`
}

/** All rows of all tables, to compare databases. */
export async function everything(db: Reader): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const { name, key } of BACKUP_TABLES) {
    const order = sql.join(key.map((column) => sql.ref(column)))
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)} order by ${order}`.execute(db)
    all[name] = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          value instanceof Uint8Array || value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value,
        ]),
      ),
    )
  }
  return all
}
