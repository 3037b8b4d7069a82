/** The queue: work that is put there in the transaction of what it follows from, and taken by one worker at a time. */
import type { ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { newId } from '../new-id.ts'
import { claimable } from './jobs-claim.ts'
import type { JobsTable } from './jobs-tables.ts'
import type { Store, Writer } from './store.ts'
import type { Tables } from './tables.ts'

/** A row as it lies. */
export type JobRow = Selectable<JobsTable>

/** How long a worker has a job for itself before it has to say that it still works on it. */
export const LEASE = 60_000
/** Clocks of several machines differ by less than this; a moment farther ahead means that the clock was set back. */
const SKEW = 60_000

/** Work to be done. */
export interface NewJob {
  readonly kind: string
  readonly data: object
  /** While a job with this key waits, no other is added. */
  readonly key?: string
  /** Not before this moment; at once where it is left out. */
  readonly runAt?: Instant
}

/** Adds a job; null where one with its key waits already. */
export async function enqueue(tx: Writer, { kind, data, key, runAt }: NewJob, now: Instant): Promise<string | null> {
  const row = await tx
    .insertInto('jobs')
    .values({
      id: newId(now),
      kind,
      data: JSON.stringify(data),
      unique_key: key ?? null,
      run_at: runAt ?? now,
      attempts: 0,
      lease_until: null,
      lease_by: null,
      state: 'waiting',
      error: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Takes the job that has been due longest, of the kinds that are named: one that waits, or one whose worker did not renew its lease.
 * It counts as an attempt at once, so that a job that ends its process does not do so for ever. `except` are those that the worker
 * runs itself: a clock that was set forward ends their leases too.
 */
export async function claimJob(
  store: Store,
  { kinds, worker, except, now }: { kinds: readonly string[]; worker: string; except: readonly string[]; now: Instant },
): Promise<JobRow | null> {
  if (kinds.length === 0) return null
  return store.transaction(async (tx) => {
    for (const which of [leaseIsOver(now), isDue(now), wasDue(now)]) {
      let next = tx.selectFrom('jobs').select('id').where(which).where('kind', 'in', kinds)
      next = next.orderBy('run_at').orderBy('id').limit(1)
      if (except.length > 0) next = next.where('id', 'not in', except)
      const claimed = await tx
        .updateTable('jobs')
        .set(({ eb }) => ({
          state: 'running',
          attempts: eb('attempts', '+', 1),
          lease_until: now + LEASE,
          lease_by: worker,
          updated_at: now,
        }))
        .where('id', '=', claimable(store.kind, next))
        .returningAll()
        .executeTakeFirst()
      if (claimed) return claimed
    }
    return null
  })
}

type Which = (builder: ExpressionBuilder<Tables, 'jobs'>) => ExpressionWrapper<Tables, 'jobs', SqlBool>

/** Also one that ends later than any can: the clock was set back since. */
function leaseIsOver(now: Instant): Which {
  return ({ and, eb, or }) =>
    and([eb('state', '=', 'running'), or([eb('lease_until', '<=', now), eb('lease_until', '>', now + LEASE + SKEW)])])
}

function isDue(now: Instant): Which {
  return ({ and, eb }) => and([eb('state', '=', 'waiting'), eb('run_at', '<=', now)])
}

/** The clock was set back: what was to run at once does not wait until the clock is there again. */
function wasDue(now: Instant): Which {
  return ({ and, eb, ref }) =>
    and([eb('state', '=', 'waiting'), eb('run_at', '=', ref('created_at')), eb('run_at', '>', now + SKEW)])
}

/** A job as its worker holds it: whoever claimed it after that holds another. */
export type HeldJob = Pick<JobRow, 'attempts' | 'id' | 'lease_by'>

/** Says that a worker is still at it; false where somebody else took the job, or threw it away. */
export async function renewLease(store: Store, job: HeldJob, now: Instant): Promise<boolean> {
  return change(store, job, { lease_until: now + LEASE })
}

/** It is done. */
export async function finishJob(store: Store, job: HeldJob, now: Instant): Promise<boolean> {
  return change(store, job, { ...FREE, state: 'done', error: null, updated_at: now })
}

/** It is to be tried again at a moment. */
export async function retryJob(store: Store, job: HeldJob, error: string, at: Instant, now: Instant): Promise<boolean> {
  return change(store, job, { ...FREE, state: 'waiting', error, run_at: at, updated_at: now })
}

/** It will not be tried again, unless a person says so. */
export async function buryJob(store: Store, job: HeldJob, error: string, now: Instant): Promise<boolean> {
  return change(store, job, { ...FREE, state: 'dead', error, updated_at: now })
}

/** A worker that stops gives it back unfinished; that is no failure of the job. */
export async function giveBackJob(store: Store, job: HeldJob, now: Instant): Promise<boolean> {
  return change(store, job, { ...FREE, state: 'waiting', attempts: job.attempts - 1, run_at: now, updated_at: now })
}

/** Gives back what the process before this one held, on a database that only one process can open; answers how many. */
export async function giveBackAbandoned(store: Store, now: Instant): Promise<number> {
  if (store.kind !== 'sqlite') return 0
  const { numUpdatedRows } = await store.transaction((tx) =>
    tx.updateTable('jobs').set({ lease_until: now }).where('state', '=', 'running').executeTakeFirst(),
  )
  return Number(numUpdatedRows)
}

const FREE = { lease_until: null, lease_by: null }

/** Changes a job for the worker that holds it. Where another with its key waits meanwhile, it goes on without the key. */
async function change(store: Store, job: HeldJob, values: Partial<Omit<JobRow, 'id'>>): Promise<boolean> {
  if (values.state !== 'waiting') return changeHeld(store, job, values)
  try {
    const twin = await waitsBeside(store, job)
    return await changeHeld(store, job, twin ? { ...values, unique_key: null } : values)
  } catch {
    // The other came between the two; a database that is away fails again.
    return changeHeld(store, job, { ...values, unique_key: null })
  }
}

async function waitsBeside(store: Store, { id }: HeldJob): Promise<boolean> {
  const other = await store.read
    .selectFrom('jobs')
    .innerJoin('jobs as other', 'other.unique_key', 'jobs.unique_key')
    .select('other.id')
    .where('jobs.id', '=', id)
    .where('other.state', '=', 'waiting')
    .executeTakeFirst()
  return other !== undefined
}

async function changeHeld(store: Store, job: HeldJob, values: Partial<Omit<JobRow, 'id'>>): Promise<boolean> {
  const { numUpdatedRows } = await store.transaction((tx) =>
    tx
      .updateTable('jobs')
      .set(values)
      .where('id', '=', job.id)
      .where('state', '=', 'running')
      .where('lease_by', '=', job.lease_by)
      .where('attempts', '=', job.attempts)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}
