/** Who wrote what no revision holds yet: in this process, and in others. */
import { findLiveLog, liveActorsAfter } from '../store/live-updates.ts'
import type { Reader } from '../store/store.ts'

/** Each once, the last to write last. Compaction forgets whose updates were, which this process knows of its own (`here`). */
export async function liveWriters(db: Reader, id: string, here: Iterable<string>): Promise<string[]> {
  const log = await findLiveLog(db, id)
  const rows = log === null ? [] : await liveActorsAfter(db, id, log.revisionSeq)
  const people = rows.filter((actor) => actor !== 'system')
  return [...[...here].filter((writer) => !people.includes(writer)), ...people]
}
