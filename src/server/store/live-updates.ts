/** The rows of live logs: what was typed, in the order in which it was committed. */
import type { Instant } from '../../base/instant.ts'
import { tell } from './notices.ts'
import type { Reader, Writer } from './store.ts'

/** One update, as Yjs encodes it. */
export interface LiveRow {
  readonly seq: number
  readonly update: Uint8Array
}

/** One to be appended. */
export interface NewLiveRow extends LiveRow {
  readonly id: string
  readonly actor: string
}

/** The log of a postmortem as a whole: its last update is `seq`. */
export interface LiveLog {
  readonly generation: string
  readonly textSeq: number
  readonly revisionSeq: number
  readonly seq: number
}

/** The log of a postmortem; null where it was never opened for live editing. */
export async function findLiveLog(db: Reader, id: string): Promise<LiveLog | null> {
  const found = await db
    .selectFrom('live_logs')
    .select(['generation', 'text_seq as textSeq', 'revision_seq as revisionSeq'])
    .select(({ selectFrom }) =>
      selectFrom('live_updates')
        .select(({ fn }) => fn.max<number>('seq').as('seq'))
        .where('postmortem_id', '=', id)
        .as('seq'),
    )
    .where('postmortem_id', '=', id)
    .executeTakeFirst()
  return found ? { ...found, seq: found.seq ?? 0 } : null
}

/** Begins a log; what it follows is the text as it stands. */
export async function insertLiveLog(tx: Writer, id: string, generation: string): Promise<void> {
  await tx.insertInto('live_logs').values({ postmortem_id: id, generation, text_seq: 0, revision_seq: 0 }).execute()
}

/** The updates after one, in order. */
export async function liveRowsAfter(db: Reader, id: string, seq: number): Promise<LiveRow[]> {
  const rows = await db
    .selectFrom('live_updates')
    .select(['seq', 'update'])
    .where('postmortem_id', '=', id)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ seq: row.seq, update: bytesOf(row.update) }))
}

/** The embedded database answers with plain buffers. */
function bytesOf(value: ArrayBuffer | Uint8Array): Uint8Array {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value
}

/** Who wrote the updates after one, each once, the last to write last. */
export async function liveActorsAfter(db: Reader, id: string, seq: number): Promise<string[]> {
  const rows = await db
    .selectFrom('live_updates')
    .select('actor')
    .select(({ fn }) => fn.max<number>('seq').as('last'))
    .where('postmortem_id', '=', id)
    .where('seq', '>', seq)
    .groupBy('actor')
    .orderBy('last')
    .execute()
  return rows.map(({ actor }) => actor)
}

/** How many updates a log holds. */
export async function countLiveRows(db: Reader, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('live_updates')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('postmortem_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** PostgreSQL takes 65,535 values in one statement, SQLite 32,766. */
const AT_ONCE = 5000

/** Appends updates, of any documents. */
export async function appendLiveRows(tx: Writer, rows: readonly NewLiveRow[], at: Instant): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx
      .insertInto('live_updates')
      .values(
        rows.slice(from, from + AT_ONCE).map(({ id, seq, update, actor }) => ({
          postmortem_id: id,
          seq,
          update: Buffer.from(update.buffer, update.byteOffset, update.byteLength),
          actor,
          at,
        })),
      )
      .execute()
}

/** Puts one update, which holds all of them, in the place of all up to it. */
export async function replaceLiveRows(tx: Writer, row: NewLiveRow, at: Instant): Promise<void> {
  await tx.deleteFrom('live_updates').where('postmortem_id', '=', row.id).where('seq', '<=', row.seq).execute()
  await appendLiveRows(tx, [row], at)
}

/** Forgets a log and who wrote in it, so that nothing of a text is left in it; whoever has it open starts over. */
export async function deleteLiveLog(tx: Writer, id: string): Promise<void> {
  for (const table of ['live_updates', 'live_clients', 'live_logs'] as const)
    await tx.deleteFrom(table).where('postmortem_id', '=', id).execute()
  await tell(tx, 'live', `/${id}`)
}

/** Notes how far text row or revision have followed. */
export async function markFollowed(
  tx: Writer,
  id: string,
  followed: { readonly text_seq: number; readonly revision_seq?: number },
): Promise<void> {
  await tx.updateTable('live_logs').set(followed).where('postmortem_id', '=', id).execute()
}

/** Postmortems whose row or revision is behind a log that has been quiet since a moment: what a process that died left behind. */
export async function logsLeftBehind(db: Reader, quietSince: Instant, limit = 100): Promise<string[]> {
  const rows = await db
    .selectFrom('live_logs as log')
    .innerJoin('live_updates as row', 'row.postmortem_id', 'log.postmortem_id')
    .select('log.postmortem_id as id')
    .groupBy(['log.postmortem_id', 'log.text_seq', 'log.revision_seq'])
    .having(({ and, eb, fn, or, ref }) =>
      and([
        eb(fn.max('row.at'), '<=', quietSince),
        or([eb(fn.max('row.seq'), '>', ref('log.text_seq')), eb(fn.max('row.seq'), '>', ref('log.revision_seq'))]),
      ]),
    )
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
