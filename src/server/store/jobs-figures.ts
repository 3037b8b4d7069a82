/** Figures of the store for metrics; restricted ones are in none of them. */
import type { Reader } from './store.ts'

/** How many jobs are in a state, by kind. */
export interface JobFigure {
  readonly kind: string
  readonly state: string
  readonly count: number
  /** The moment since which the first of them waits. */
  readonly since: number
}

/** Jobs that wait, run or are dead. */
export async function jobFigures(db: Reader): Promise<JobFigure[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(({ fn }) => ['kind', 'state', fn.countAll<number>().as('count'), fn.min('run_at').as('since')])
    .where('state', 'in', ['waiting', 'running', 'dead'])
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute()
  return rows.map(({ count, since, ...row }) => ({ ...row, count: Number(count), since: Number(since) }))
}

/** The rollups of a name by key (`rollups.ts` writes them, without restricted ones). */
export async function rollupFigures(db: Reader, name: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('rollups').select(['key', 'value']).where('name', '=', name).execute()
  return new Map(rows.map(({ key, value }) => [key, Number(value)]))
}

/** How many action items are open or in progress past their due date. */
export async function countOverdueItems(db: Reader, today: string): Promise<number> {
  const { count } = await db
    .selectFrom('derived_items')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', 'in', ['open', 'in progress'])
    .where('due', '<', today)
    .where('restricted', '=', 0)
    .executeTakeFirstOrThrow()
  return Number(count)
}
