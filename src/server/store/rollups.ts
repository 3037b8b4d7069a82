/** Counts for pages and metrics, kept in the transaction that changes them, so that a recount gives the same. */
import type { Reader, Writer } from './store.ts'

/** What one postmortem adds to each count, by `name` and `key`. */
export type Contribution = ReadonlyMap<string, number>

const SEPARATOR = '\n'

/** What of a postmortem is counted: nothing of a restricted one. */
export interface Counted {
  readonly restricted: boolean
  readonly stage: string
  readonly severity: string | null
  readonly quarter: string | null
  readonly items: readonly {
    readonly status: string
    readonly quarter: string | null
    readonly closure: string | null
  }[]
}

/**
 * `postmortems` by stage, `severity` by quarter and severity, `items` by status, `closure` by quarter and status as of its review day, and
 * `due` by quarter and status now.
 */
export function contributionOf({ restricted, stage, severity, quarter, items }: Counted): Contribution {
  const counts = new Map<string, number>()
  if (restricted) return counts
  const add = (name: string, ...key: (string | null)[]) => {
    const at = name + SEPARATOR + key.map((part) => part ?? '-').join(' ')
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  add('postmortems', stage)
  add('severity', quarter, severity)
  for (const item of items) {
    add('items', item.status)
    if (item.quarter !== null) add('closure', item.quarter, item.closure)
    if (item.quarter !== null) add('due', item.quarter, item.status)
  }
  return counts
}

/** Adds what came and takes what went. Always in one order, so that two transactions never wait for each other in a ring. */
export async function moveRollups(tx: Writer, before: Contribution, after: Contribution): Promise<void> {
  for (const at of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const value = (after.get(at) ?? 0) - (before.get(at) ?? 0)
    if (value === 0) continue
    const [name, key] = at.split(SEPARATOR) as [string, string]
    await tx
      .insertInto('rollups')
      .values({ name, key, value })
      .onConflict((conflict) =>
        conflict
          .columns(['name', 'key'])
          .doUpdateSet(({ eb, ref }) => ({ value: eb(ref('rollups.value'), '+', value) })),
      )
      .execute()
  }
}

/** The counts of a name, by key; those that came down to nothing are left out. */
export async function readRollups(db: Reader, name: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('rollups')
    .select(['key', 'value'])
    .where('name', '=', name)
    .where('value', '!=', 0)
    .execute()
  return new Map(rows.map(({ key, value }) => [key, Number(value)]))
}
