/** Lets the text row follow the live log, and cuts revisions of it. */

import type { House } from '../house.ts'
import { appendAudit } from '../store/audit.ts'
import { followLiveText } from '../store/follow-live-text.ts'
import { cutRevision, lockPostmortems } from '../store/live-text.ts'
import { findLiveLog, markFollowed } from '../store/live-updates.ts'
import { findPerson } from '../store/people.ts'
import type { Writer } from '../store/store.ts'
import { liveText } from './live-log.ts'
import { liveWriters } from './live-writers.ts'

/** Who wrote what is followed: the last one last. */
export type Writers = readonly string[]

/** Lets the row of a postmortem say what its log says; in a transaction of its own. */
export async function followText(house: House, id: string): Promise<void> {
  await house.store.transaction(async (tx) => {
    if (!(await lockPostmortems(tx, house.store.kind, [id])).has(id)) return
    const log = await findLiveLog(tx, id)
    if (log === null || log.textSeq === log.seq) return
    await followLiveText(house, tx, id, (await liveText(tx, id))!, house.now())
    await markFollowed(tx, id, { text_seq: log.seq })
  })
}

/** Cuts a revision of what was typed since the last one, in the transaction of a caller who has locked the row. */
export async function cutTyped(house: House, tx: Writer, id: string): Promise<void> {
  const log = await findLiveLog(tx, id)
  if (log === null || log.revisionSeq === log.seq) return
  const locked = (await lockPostmortems(tx, house.store.kind, [id])).get(id)
  await cutLiveRevision(house, tx, id, await liveWriters(tx, id, []), locked?.visibility === 'restricted')
}

/** Cuts a revision of what the log says; answers its number, or null where the text is that of the last one. */
export async function followRevision(house: House, id: string, writers: Writers): Promise<number | null> {
  return house.store.transaction(async (tx) => {
    const locked = (await lockPostmortems(tx, house.store.kind, [id])).get(id)
    if (!locked) return null
    return cutLiveRevision(house, tx, id, await liveWriters(tx, id, writers), locked.visibility === 'restricted')
  })
}

/** The same in the transaction of a caller who has locked the row. */
export async function cutLiveRevision(
  house: House,
  tx: Writer,
  id: string,
  writers: Writers,
  restricted: boolean,
): Promise<number | null> {
  const log = await findLiveLog(tx, id)
  if (log === null) return null
  const now = house.now()
  if (log.textSeq !== log.seq) await followLiveText(house, tx, id, (await liveText(tx, id))!, now)
  const actor = writers.at(-1) ?? 'system'
  const { revision, cut } = await cutRevision(tx, id, { actor, cause: 'live', now })
  await markFollowed(tx, id, { text_seq: log.seq, revision_seq: log.seq })
  if (!cut) return null
  const person = await findPerson(tx, actor)
  await appendAudit(tx, {
    at: now,
    actor,
    actorName: person?.name ?? actor,
    via: person ? 'session' : 'system',
    verb: 'postmortem.changed',
    subject: id,
    restricted,
    address: null,
    requestId: null,
    data: { cause: 'live', revision, writers: [...new Set(writers)] },
  })
  return revision
}
