/** The history of a postmortem: every text that stood. */
import type { Reader } from './store.ts'

/** The revisions of a postmortem without their texts, the newest first, before a number. */
export async function listRevisions(db: Reader, id: string, before: number | null, limit: number) {
  let query = db
    .selectFrom('revisions')
    .select(['number', 'digest', 'at', 'actor', 'cause'])
    .where('postmortem_id', '=', id)
    .orderBy('number', 'desc')
    .limit(limit)
  if (before !== null) query = query.where('number', '<', before)
  return query.execute()
}

/** One of them with its text; null where there is none. */
export async function findRevision(db: Reader, id: string, number: number) {
  const row = await db
    .selectFrom('revisions')
    .select(['number', 'digest', 'at', 'actor', 'cause', 'text'])
    .where('postmortem_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? null
}
