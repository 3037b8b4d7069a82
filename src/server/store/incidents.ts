/** Incidents: what happened, before and apart from the document about it. */
import { type Selectable, sql } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { incidentVisibleTo, seenPostmortem, type Viewer } from './incident-visibility.ts'
import { locked, type Reader, type Store, type Writer } from './store.ts'
import type { IncidentsTable } from './tables.ts'

/** A row as it lies. */
export type IncidentRow = Selectable<IncidentsTable>

/** A row with what a person may see of its postmortem. */
export interface SeenIncident extends IncidentRow {
  readonly postmortem_id: string | null
  readonly postmortem_stage: string | null
}

/** What a list of incidents is narrowed by. */
export interface IncidentFilter {
  readonly severity?: string | undefined
  readonly service?: string | undefined
  readonly source?: string | undefined
  /** `missing`: required, and no postmortem is there to be seen. */
  readonly postmortem?: IncidentRow['postmortem'] | 'missing' | undefined
  /** Impact began, or else it was entered, in this span. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

function seen(db: Reader, viewer: Viewer) {
  return db
    .selectFrom('incidents')
    .selectAll('incidents')
    .select((eb) => [
      seenPostmortem(eb, viewer).select('postmortems.id').limit(1).as('postmortem_id'),
      seenPostmortem(eb, viewer).select('postmortems.stage').limit(1).as('postmortem_stage'),
    ])
    .where(incidentVisibleTo(viewer))
}

/** One that this person may see; null where there is none, or none for them. */
export async function findIncident(db: Reader, viewer: Viewer, id: string): Promise<SeenIncident | null> {
  return (await seen(db, viewer).where('incidents.id', '=', id).executeTakeFirst()) ?? null
}

/** The same, held until the transaction ends. */
export async function lockIncident(tx: Writer, kind: Store['kind'], viewer: Viewer, id: string) {
  await locked(kind, tx.selectFrom('incidents').select('id').where('id', '=', id)).execute()
  return findIncident(tx, viewer, id)
}

/** A page of what this person may see, the newest first. */
export async function listIncidents(
  db: Reader,
  viewer: Viewer,
  filter: IncidentFilter,
  { after, limit }: { after: readonly [number, string] | null; limit: number },
): Promise<SeenIncident[]> {
  let query = seen(db, viewer).orderBy('incidents.created_at', 'desc').orderBy('incidents.id', 'desc').limit(limit)
  const { severity, service, source, postmortem, from, to } = filter
  if (severity !== undefined) query = query.where('incidents.severity', '=', severity)
  if (source !== undefined) query = query.where('incidents.source', '=', source)
  // A name in the JSON list, found the same way by both databases, with no character that means something else.
  if (service !== undefined)
    query = query.where(sql<boolean>`replace(incidents.services, ${JSON.stringify(service)}, '') <> incidents.services`)
  if (postmortem === 'missing')
    query = query
      .where('incidents.postmortem', '=', 'required')
      .where(({ not, exists, ...eb }) =>
        not(exists(seenPostmortem(eb as Parameters<typeof seenPostmortem>[0], viewer).select('postmortems.id'))),
      )
  else if (postmortem !== undefined) query = query.where('incidents.postmortem', '=', postmortem)
  const began = sql<number>`coalesce(incidents.started_at, incidents.created_at)`
  if (from !== undefined) query = query.where(began, '>=', from)
  if (to !== undefined) query = query.where(began, '<', to)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('incidents.created_at', 'incidents.id'), '<', tuple(after[0], after[1])),
    )
  return query.execute()
}

/** Ids that were ever given to incidents of a day, also to those that were purged. */
export async function incidentIdsOfDay(db: Reader, day: string): Promise<string[]> {
  const [from, to] = [`INC-${day}-`, `INC-${day}.`]
  const live = await db.selectFrom('incidents').select('id').where('id', '>=', from).where('id', '<', to).execute()
  const gone = await db.selectFrom('tombstones').select('id').where('id', '>=', from).where('id', '<', to).execute()
  return [...live, ...gone].map(({ id }) => id)
}

/** Adds one; null where its id, or what its source calls it, is taken. */
export async function insertIncident(tx: Writer, row: IncidentRow): Promise<IncidentRow | null> {
  const inserted = await tx
    .insertInto('incidents')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return inserted ?? null
}

/** The id of what a source calls so; null where it is not known. */
export async function findIncidentBySource(db: Reader, source: string, sourceId: string): Promise<string | null> {
  const row = await db
    .selectFrom('incidents')
    .select('id')
    .where('source', '=', source)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Changes what is named, and counts the revision up. */
export async function updateIncident(
  tx: Writer,
  id: string,
  change: Partial<Omit<IncidentRow, 'created_at' | 'created_by' | 'id' | 'revision' | 'updated_at'>>,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('incidents')
    .set(({ eb }) => ({ ...change, revision: eb('revision', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .execute()
}
