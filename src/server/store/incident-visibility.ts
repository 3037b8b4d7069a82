/** Who sees which incident: everybody those that are internal; a restricted one who made it, who was named to read it, and admins. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Somebody who looks. */
export interface Viewer {
  readonly id: string
  /** Sees everything. */
  readonly admin: boolean
}

type Eb<T extends keyof Tables> = ExpressionBuilder<Tables, T>

/** The condition under which a row of `incidents` may be seen. */
export function incidentVisibleTo(viewer: Viewer) {
  return (eb: Eb<'incidents'>): Expression<SqlBool> =>
    viewer.admin
      ? sql<SqlBool>`1 = 1`
      : eb.or([
          eb('incidents.visibility', '=', 'internal'),
          eb('incidents.created_by', '=', viewer.id),
          eb.exists(
            eb
              .selectFrom('postmortem_readers')
              .innerJoin('postmortems as read', 'read.id', 'postmortem_readers.postmortem_id')
              .select('postmortem_readers.person_id')
              .whereRef('read.incident_id', '=', 'incidents.id')
              .where('postmortem_readers.person_id', '=', viewer.id),
          ),
        ])
}

/** The postmortem of a row of `incidents`, as far as this person may see it. */
export function seenPostmortem(eb: Eb<'incidents'>, viewer: Viewer) {
  const own = eb.selectFrom('postmortems').whereRef('postmortems.incident_id', '=', 'incidents.id')
  if (viewer.admin) return own
  return own.where((inner) =>
    inner.or([
      inner('postmortems.visibility', '=', 'internal'),
      inner('postmortems.created_by', '=', viewer.id),
      inner.exists(
        inner
          .selectFrom('postmortem_readers')
          .select('postmortem_readers.person_id')
          .whereRef('postmortem_readers.postmortem_id', '=', 'postmortems.id')
          .where('postmortem_readers.person_id', '=', viewer.id),
      ),
    ]),
  )
}
