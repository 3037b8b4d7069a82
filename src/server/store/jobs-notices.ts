/** What people were told: noted before a mail is made, so that nothing is told twice. */
import type { Instant } from '../../base/instant.ts'
import { enqueue } from './jobs.ts'
import type { NoticesTable } from './jobs-tables.ts'
import type { Reader, Store, Writer } from './store.ts'

/** Something that a person is to be told. */
export interface NewNotice {
  readonly what: string
  /** `INC-2026-11-23-001`, or an item `INC-2026-11-23-001#A1`. */
  readonly subject: string
  /** The deadline that it is about, as words: with another deadline it is told anew. */
  readonly deadline: string
  readonly personId: string
}

/** Notes it and adds the job that tells it, in one transaction; false where it was told or is about to be. */
export async function notice(
  tx: Writer,
  { what, subject, deadline, personId }: NewNotice,
  now: Instant,
): Promise<boolean> {
  const key = [what, subject, deadline, personId].join(' ')
  const row = await tx
    .insertInto('notices')
    .values({ key, what, subject, person_id: personId, at: now, state: 'waiting', told_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!row) return false
  await enqueue(tx, { kind: 'mail', data: { what, subject, deadline, person: personId }, key: `mail ${key}` }, now)
  return true
}

/** A notice by what it says to whom; null where there is none. */
export async function findNotice(
  db: Reader,
  { what, subject, deadline, personId }: NewNotice,
): Promise<NoticesTable | null> {
  const key = [what, subject, deadline, personId].join(' ')
  return (await db.selectFrom('notices').selectAll().where('key', '=', key).executeTakeFirst()) ?? null
}

/** Notes how it ended. */
export async function endNotice(store: Store, key: string, state: 'passed' | 'told', now: Instant): Promise<void> {
  await store.transaction((tx) =>
    tx.updateTable('notices').set({ state, told_at: now }).where('key', '=', key).execute(),
  )
}
