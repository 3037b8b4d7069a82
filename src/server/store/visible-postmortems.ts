/** Who sees which postmortem: everybody those that are internal; a restricted one its author, those who were named, and admins. */
import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Reader } from './store.ts'
import type { PostmortemsTable, Tables } from './tables.ts'

/** Somebody who looks. */
export interface Viewer {
  readonly id: string
  /** Sees everything. */
  readonly admin: boolean
}

/** The condition under which a row of `postmortems` may be seen. */
export function visibleTo(viewer: Viewer) {
  return (eb: ExpressionBuilder<Tables, 'postmortems'>): Expression<SqlBool> =>
    viewer.admin
      ? sql<SqlBool>`1 = 1`
      : eb.or([
          eb('postmortems.visibility', '=', 'internal'),
          eb('postmortems.created_by', '=', viewer.id),
          eb.exists(
            eb
              .selectFrom('postmortem_readers')
              .select('postmortem_readers.person_id')
              .whereRef('postmortem_readers.postmortem_id', '=', 'postmortems.id')
              .where('postmortem_readers.person_id', '=', viewer.id),
          ),
        ])
}

/** A row without its text. */
export type PostmortemRow = Omit<Selectable<PostmortemsTable>, 'counted' | 'text'>

/** The columns of lists. */
export const LISTED = [
  'postmortems.id',
  'postmortems.incident_id',
  'postmortems.line_ending',
  'postmortems.bom',
  'postmortems.revision',
  'postmortems.digest',
  'postmortems.visibility',
  'postmortems.title',
  'postmortems.summary',
  'postmortems.stage',
  'postmortems.severity',
  'postmortems.started_at',
  'postmortems.quarter',
  'postmortems.created_at',
  'postmortems.created_by',
  'postmortems.updated_at',
] as const

/** One that this person may see; null where there is none, or none for them. */
export async function findVisible(db: Reader, viewer: Viewer, id: string): Promise<PostmortemRow | null> {
  const row = await db
    .selectFrom('postmortems')
    .select(LISTED)
    .where('postmortems.id', '=', id)
    .where(visibleTo(viewer))
    .executeTakeFirst()
  return row ?? null
}

/** The same with its text. */
export async function findVisibleText(
  db: Reader,
  viewer: Viewer,
  id: string,
): Promise<(PostmortemRow & { text: string }) | null> {
  const row = await db
    .selectFrom('postmortems')
    .select([...LISTED, 'postmortems.text'])
    .where('postmortems.id', '=', id)
    .where(visibleTo(viewer))
    .executeTakeFirst()
  return row ?? null
}

/** Those of these ids that this person may see, with their texts. */
export async function visibleTexts(
  db: Reader,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, PostmortemRow & { text: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('postmortems')
    .select([...LISTED, 'postmortems.text'])
    .where('postmortems.id', 'in', ids)
    .where(visibleTo(viewer))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
