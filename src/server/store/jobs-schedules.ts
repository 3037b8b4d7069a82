/** When schedules fire: each moment once, whoever else looks at the same time. */
import type { Instant } from '../../base/instant.ts'
import type { Reader, Writer } from './store.ts'

/** When each schedule fires next, by name. */
export async function readSchedules(db: Reader): Promise<Map<string, Instant>> {
  const rows = await db.selectFrom('schedules').selectAll().orderBy('name').execute()
  return new Map(rows.map(({ name, next_at }) => [name, next_at]))
}

/** Writes down when a schedule that is new fires first; whoever comes second changes nothing. */
export async function insertSchedule(tx: Writer, name: string, nextAt: Instant): Promise<void> {
  await tx
    .insertInto('schedules')
    .values({ name, next_at: nextAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Moves a schedule on from the moment that was seen; true for the one who did. */
export async function moveSchedule(tx: Writer, name: string, seen: Instant, nextAt: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('schedules')
    .set({ next_at: nextAt })
    .where('name', '=', name)
    .where('next_at', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
