/** The text row and the revisions of a postmortem, as live editing writes them. */
import type { Instant } from '../../base/instant.ts'
import { locked, type Reader, type Store, type Writer } from './store.ts'

/** A postmortem while its row is locked. */
export interface LockedPostmortem {
  readonly id: string
  readonly visibility: 'internal' | 'restricted'
  readonly revision: number
  /** The number of the last entry of its record, by which it is known whether somebody signed. */
  readonly entries: number
}

/** Locks the rows of postmortems in the order of their ids, so that no two who do so wait for each other. */
export async function lockPostmortems(
  tx: Writer,
  kind: Store['kind'],
  ids: readonly string[],
): Promise<Map<string, LockedPostmortem>> {
  const query = tx
    .selectFrom('postmortems')
    .select(['id', 'visibility', 'revision'])
    .select(({ selectFrom }) =>
      selectFrom('record_entries')
        .select(({ fn }) => fn.max<number>('seq').as('entries'))
        .whereRef('postmortem_id', '=', 'postmortems.id')
        .as('entries'),
    )
    .where('id', 'in', ids)
    .orderBy('id')
  const rows = await locked(kind, query as never).execute()
  return new Map(
    (rows as (Omit<LockedPostmortem, 'entries'> & { entries: number | null })[]).map((row) => [
      row.id,
      { ...row, entries: row.entries ?? 0 },
    ]),
  )
}

/** The text row; null where there is none. */
export async function textRow(db: Reader, id: string): Promise<string | null> {
  const found = await db.selectFrom('postmortems').select('text').where('id', '=', id).executeTakeFirst()
  return found?.text ?? null
}

/** Cuts a revision of the text row as it stands; answers its number, and whether it is new, since the same text is not kept twice in a row. */
export async function cutRevision(
  tx: Writer,
  id: string,
  { actor, cause, now }: { readonly actor: string; readonly cause: string; readonly now: Instant },
): Promise<{ readonly revision: number; readonly cut: boolean }> {
  const {
    text,
    digest: held,
    revision,
  } = await tx
    .selectFrom('postmortems')
    .select(['text', 'digest', 'revision'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const last = await tx
    .selectFrom('revisions')
    .select('digest')
    .where('postmortem_id', '=', id)
    .where('number', '=', revision)
    .executeTakeFirst()
  if (last?.digest === held) return { revision, cut: false }
  const number = revision + 1
  await tx
    .insertInto('revisions')
    .values({ postmortem_id: id, number, text, digest: held, at: now, actor, cause })
    .execute()
  await tx.updateTable('postmortems').set({ revision: number }).where('id', '=', id).execute()
  return { revision: number, cut: true }
}
