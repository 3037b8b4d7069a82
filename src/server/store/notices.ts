/** Tells every process that something was written: only which it is, since what was written lies in rows. */
import { EventEmitter } from 'node:events'
import { PostgresAdapter, sql } from 'kysely'
import type { Store, Writer } from './store.ts'

/** What can be heard of: live logs that grew, people whose rights may be others. */
export type Topic = 'live' | 'rights'

/** Hears an id; null where notices may have been missed, and everything should be looked at. */
export type Hears = (id: string | null) => void

/** In an embedded database everybody who hears is in this process. */
const here = new EventEmitter().setMaxListeners(0)

/**
 * Tells of an id. On PostgreSQL it is heard when the transaction is there, and never where it is not; in an embedded database it is
 * heard at once, and who then reads in a transaction waits for this one.
 */
export async function tell(tx: Writer, topic: Topic, id: string): Promise<void> {
  if (tx.getExecutor().adapter instanceof PostgresAdapter)
    await sql`select pg_notify(${channelOf(topic)}, ${id})`.execute(tx)
  else here.emit(topic, id)
}

/** Hears of a topic until it is told to stop. */
export async function hear(store: Store, topic: Topic, hears: Hears): Promise<() => Promise<void>> {
  if (store.hear) return store.hear(channelOf(topic), hears)
  here.on(topic, hears)
  return async () => {
    here.off(topic, hears)
  }
}

function channelOf(topic: Topic): string {
  return `nevertwice_${topic}`
}
