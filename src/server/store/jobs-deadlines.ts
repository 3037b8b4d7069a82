/** Incidents that owe a postmortem, and action items that are not done, as deadlines look at them. */
import type { Instant } from '../../base/instant.ts'
import type { Reader } from './store.ts'

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

/** All of them, or the one that is named, by id. */
export async function readOwingIncidents(db: Reader, only?: string): Promise<OwingIncident[]> {
  let query = db
    .selectFrom('incidents')
    .leftJoin('postmortems', 'postmortems.incident_id', 'incidents.id')
    .select([
      'incidents.id',
      'incidents.title',
      'incidents.severity',
      'incidents.all_clear_at',
      'incidents.ended_at',
      'incidents.commander',
      'incidents.team_id',
      'incidents.created_by',
      'incidents.visibility',
      'postmortems.id as postmortem',
      'postmortems.created_by as author',
      'postmortems.visibility as of_text',
    ])
    .where('incidents.postmortem', '=', 'required')
    .where(({ eb, or }) => or([eb('incidents.all_clear_at', 'is not', null), eb('incidents.ended_at', 'is not', null)]))
    .where(({ eb, or }) =>
      or([eb('postmortems.stage', 'is', null), eb('postmortems.stage', 'not in', ['published', 'closed'])]),
    )
    .orderBy('incidents.id')
  if (only !== undefined) query = query.where('incidents.id', '=', only)
  const rows = await query.execute()
  const before = await publishedBefore(db, only)
  return rows
    .filter(({ postmortem }) => postmortem === null || !before.has(postmortem))
    .map((row) => ({
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
    }))
}

/** Receipts that come after publication; whoever has another was published once, whatever was changed since. */
const LATER: ReadonlySet<string> = new Set(['all-hands', 'board'])

async function publishedBefore(db: Reader, only?: string): Promise<ReadonlySet<string>> {
  let query = db
    .selectFrom('record_entries')
    .innerJoin('postmortems', 'postmortems.id', 'record_entries.postmortem_id')
    .select(['record_entries.postmortem_id', 'record_entries.line'])
    .where('record_entries.verb', '=', 'receipt')
    .where('postmortems.stage', 'not in', ['published', 'closed'])
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
