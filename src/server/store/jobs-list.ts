/** Jobs as a person looks at them: by state, to run a dead one again or to throw it away. */
import type { Instant } from '../../base/instant.ts'
import type { JobRow } from './jobs.ts'
import type { Reader, Writer } from './store.ts'

/** A page of jobs in a state, the last changed first. */
export async function listJobs(
  db: Reader,
  {
    state,
    kind,
    after,
    limit,
  }: {
    state: JobRow['state']
    kind?: string | undefined
    after: readonly [number, string] | null
    limit: number
  },
): Promise<JobRow[]> {
  let query = db
    .selectFrom('jobs')
    .selectAll()
    .where('state', '=', state)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('updated_at', 'id'), '<', tuple(after[0], after[1])))
  return query.execute()
}

async function findJob(db: Reader, id: string): Promise<JobRow | null> {
  return (await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Lets a dead job wait again, as if it were new; `twin` where another with its key waits, null where it is not dead. */
export async function runJobAgain(tx: Writer, id: string, now: Instant): Promise<JobRow | 'twin' | null> {
  const job = await findJob(tx, id)
  if (job?.state !== 'dead') return null
  if (job.unique_key !== null) {
    const twin = await tx
      .selectFrom('jobs')
      .select('id')
      .where('unique_key', '=', job.unique_key)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (twin) return 'twin'
  }
  const row = await tx
    .updateTable('jobs')
    .set({ state: 'waiting', attempts: 0, run_at: now, created_at: now, updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** Throws away a job that waits or is dead; null where there is none, or where it runs or is done. */
export async function discardJob(tx: Writer, id: string): Promise<JobRow | null> {
  const row = await tx
    .deleteFrom('jobs')
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'dead'])
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}
