/** Incidents that owe a postmortem, and action items that are not done, as deadlines look at them. */
import type { Instant } from '../../base/instant.ts'
import type { Reader } from './store.ts'
import type { IncidentsTable } from './tables.ts'

/** An incident that ended and requires a postmortem that is not published. */
export interface OwingIncident {
  readonly id: string
  readonly title: string
  readonly severity: string | null
  readonly allClearAt: Instant | null
  readonly endedAt: Instant | null
  readonly commander: string | null
  readonly teamId: string | null
  readonly createdBy: string
  readonly postmortem: string | null
  readonly author: string | null
  /** Where the incident or its document is. */
  readonly restricted: boolean
}

/** Stages before publication. */
const UNPUBLISHED = ['draft', 'in review', 'signed']

/** All of them, or the one that is named, by id. */
export async function readOwingIncidents(db: Reader, only?: string): Promise<OwingIncident[]> {
  const before = await publishedBefore(db, only)
  const found = [...(await withDocument(db, only)), ...(await withoutDocument(db, only))]
  return found
    .filter(({ postmortem }) => postmortem === null || !before.has(postmortem))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** From the few documents that are not published to their incidents: there are many more that are. */
async function withDocument(db: Reader, only?: string): Promise<OwingIncident[]> {
  let query = db
    .selectFrom('postmortems')
    .innerJoin('incidents', 'incidents.id', 'postmortems.incident_id')
    .select([...COLUMNS, 'postmortems.id as postmortem', 'postmortems.created_by as author'])
    .select('postmortems.visibility as of_text')
    .select('incidents.postmortem as required')
    .where('postmortems.stage', 'in', UNPUBLISHED)
  if (only !== undefined) query = query.where('incidents.id', '=', only)
  // Asked of the database, SQLite would go through every incident that requires one.
  const rows = (await query.execute()).filter(({ required }) => required === 'required')
  return rows.filter(isOver).map(owing)
}

async function withoutDocument(db: Reader, only?: string): Promise<OwingIncident[]> {
  let query = db
    .selectFrom('incidents')
    .select(COLUMNS)
    .where('incidents.postmortem', '=', 'required')
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('postmortems').select('postmortems.id').whereRef('postmortems.incident_id', '=', 'incidents.id'),
        ),
      ),
    )
  if (only !== undefined) query = query.where('incidents.id', '=', only)
  const rows = await query.execute()
  return rows.filter(isOver).map((row) => owing({ ...row, postmortem: null, author: null, of_text: null }))
}

const COLUMNS = [
  'incidents.id',
  'incidents.title',
  'incidents.severity',
  'incidents.all_clear_at',
  'incidents.ended_at',
  'incidents.commander',
  'incidents.team_id',
  'incidents.created_by',
  'incidents.visibility',
] as const

type Row = Pick<IncidentsTable, 'created_by' | 'id' | 'team_id' | 'title' | 'visibility'> &
  Pick<IncidentsTable, 'all_clear_at' | 'commander' | 'ended_at' | 'severity'>

function isOver({ all_clear_at, ended_at }: Row): boolean {
  return all_clear_at !== null || ended_at !== null
}

function owing(row: Row & { postmortem: string | null; author: string | null; of_text: string | null }): OwingIncident {
  return {
    id: row.id,
    title: row.title,
    severity: row.severity,
    allClearAt: row.all_clear_at,
    endedAt: row.ended_at,
    commander: row.commander,
    teamId: row.team_id,
    createdBy: row.created_by,
    postmortem: row.postmortem,
    author: row.author,
    restricted: row.visibility === 'restricted' || row.of_text === 'restricted',
  }
}

/** Receipts that come after publication; whoever has another was published once, whatever was changed since. */
const LATER: ReadonlySet<string> = new Set(['all-hands', 'board'])

async function publishedBefore(db: Reader, only?: string): Promise<ReadonlySet<string>> {
  let query = db
    .selectFrom('record_entries')
    .innerJoin('postmortems', 'postmortems.id', 'record_entries.postmortem_id')
    .select(['record_entries.postmortem_id', 'record_entries.line'])
    .where('record_entries.verb', '=', 'receipt')
    .where('postmortems.stage', 'in', UNPUBLISHED)
  if (only !== undefined) query = query.where('postmortems.incident_id', '=', only)
  const found = new Set<string>()
  for (const { postmortem_id, line } of await query.execute()) if (!LATER.has(targetOf(line))) found.add(postmortem_id)
  return found
}

function targetOf(line: string): string {
  try {
    return String((JSON.parse(line) as { data?: { target?: unknown } }).data?.target)
  } catch {
    return 'board'
  }
}

/** The text of a postmortem. */
export async function readText(db: Reader, postmortem: string): Promise<string> {
  const row = await db.selectFrom('postmortems').select('text').where('id', '=', postmortem).executeTakeFirst()
  return row?.text ?? ''
}

/** An action item that is not done. */
export interface OpenItem {
  readonly postmortem: string
  readonly incident: string
  /** `A1` */
  readonly key: string
  readonly description: string
  readonly owner: string | null
  readonly due: string
  readonly teamId: string | null
  readonly incidentBy: string
  readonly author: string
  readonly restricted: boolean
}

/** Items that are open or in progress and due between two days, both included; all, or the one that is named. */
export async function readOpenItems(
  db: Reader,
  { from, to, only }: { from: string; to: string; only?: { incident: string; key: string } },
): Promise<OpenItem[]> {
  let query = db
    .selectFrom('derived_items')
    .innerJoin('postmortems', 'postmortems.id', 'derived_items.postmortem_id')
    .innerJoin('incidents', 'incidents.id', 'postmortems.incident_id')
    .select([
      'derived_items.postmortem_id',
      'derived_items.key',
      'derived_items.description',
      'derived_items.owner',
      'derived_items.due',
      'derived_items.restricted',
      'incidents.id as incident',
      'incidents.team_id',
      'incidents.visibility',
      'incidents.created_by',
      'postmortems.created_by as author',
      'postmortems.visibility as of_text',
    ])
    .where('derived_items.status', 'in', ['open', 'in progress'])
    .where('derived_items.due', '>=', from)
    .where('derived_items.due', '<=', to)
    .orderBy('derived_items.due')
    .orderBy('derived_items.postmortem_id')
    .orderBy('derived_items.place')
  if (only) query = query.where('incidents.id', '=', only.incident).where('derived_items.key', '=', only.key)
  const rows = await query.execute()
  return rows.map((row) => ({
    postmortem: row.postmortem_id,
    incident: row.incident,
    key: row.key,
    description: row.description,
    owner: row.owner,
    due: row.due!,
    teamId: row.team_id,
    incidentBy: row.created_by,
    author: row.author,
    restricted: row.restricted === 1 || row.visibility === 'restricted' || row.of_text === 'restricted',
  }))
}
