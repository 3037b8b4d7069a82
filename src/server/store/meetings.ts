/** Review meetings of postmortems: when, who came, what was said. */
import type { Selectable } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { newId } from '../new-id.ts'
import type { Reader, Writer } from './store.ts'
import type { ReviewsTable } from './tables.ts'

/** A row as it lies. */
export type MeetingRow = Selectable<ReviewsTable>

/** What may be said of one. */
export interface MeetingWords {
  readonly at: Instant
  readonly attendees: readonly string[]
  readonly notes: string
}

/** The meetings of a postmortem, the earliest first. */
export async function listMeetings(db: Reader, postmortem: string): Promise<MeetingRow[]> {
  return db
    .selectFrom('reviews')
    .selectAll()
    .where('postmortem_id', '=', postmortem)
    .orderBy('at')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** Keeps a new one. */
export async function insertMeeting(
  tx: Writer,
  postmortem: string,
  { at, attendees, notes }: MeetingWords,
  createdBy: string,
  now: Instant,
): Promise<MeetingRow> {
  return tx
    .insertInto('reviews')
    .values({
      id: newId(now),
      postmortem_id: postmortem,
      at,
      attendees: JSON.stringify(attendees),
      notes,
      created_at: now,
      created_by: createdBy,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Writes one anew; null where the postmortem has none with this id. */
export async function updateMeeting(
  tx: Writer,
  postmortem: string,
  id: string,
  { at, attendees, notes }: MeetingWords,
  now: Instant,
): Promise<MeetingRow | null> {
  const row = await tx
    .updateTable('reviews')
    .set({ at, attendees: JSON.stringify(attendees), notes, updated_at: now })
    .where('id', '=', id)
    .where('postmortem_id', '=', postmortem)
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}
