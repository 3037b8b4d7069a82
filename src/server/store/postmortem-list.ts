/** Lists of postmortems, the newest first. */
import type { Reader } from './store.ts'
import { LISTED, type PostmortemRow, type Viewer, visibleTo } from './visible-postmortems.ts'

/** Which to list. */
export interface PostmortemFilter {
  readonly stage?: string | undefined
  readonly severity?: string | undefined
  /** A service's name, in any case. */
  readonly service?: string | undefined
  readonly quarter?: string | undefined
  /** Those that a search found; absent for all. */
  readonly among?: ReadonlySet<string> | undefined
}

/** More ids than a statement should carry: then rows are walked and looked up. */
const FEW = 300
const WALK = 500

/** Up to `limit` of them after a place (created at, id). */
export async function listPostmortems(
  db: Reader,
  viewer: Viewer,
  filter: PostmortemFilter,
  after: readonly [number, string] | null,
  limit: number,
): Promise<PostmortemRow[]> {
  const { among } = filter
  if (among === undefined || among.size <= FEW) return page(db, viewer, filter, after, limit)
  const found: PostmortemRow[] = []
  let place = after
  for (;;) {
    const rows = await page(db, viewer, { ...filter, among: undefined }, place, WALK)
    found.push(...rows.filter(({ id }) => among.has(id)))
    const last = rows.at(-1)
    if (found.length >= limit || rows.length < WALK || !last) return found.slice(0, limit)
    place = [last.created_at, last.id]
  }
}

async function page(
  db: Reader,
  viewer: Viewer,
  { stage, severity, service, quarter, among }: PostmortemFilter,
  after: readonly [number, string] | null,
  limit: number,
): Promise<PostmortemRow[]> {
  if (among?.size === 0) return []
  let query = db
    .selectFrom('postmortems')
    .select(LISTED)
    .where(visibleTo(viewer))
    .orderBy('postmortems.created_at', 'desc')
    .orderBy('postmortems.id', 'desc')
    .limit(limit)
  if (stage !== undefined) query = query.where('postmortems.stage', '=', stage)
  if (severity !== undefined) query = query.where('postmortems.severity', '=', severity)
  if (quarter !== undefined) query = query.where('postmortems.quarter', '=', quarter)
  if (among !== undefined) query = query.where('postmortems.id', 'in', [...among])
  if (service !== undefined)
    query = query.where('postmortems.id', 'in', (eb) =>
      eb.selectFrom('derived_services').select('postmortem_id').where('name', '=', service.trim().toLowerCase()),
    )
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('postmortems.created_at', 'postmortems.id'), '<', tuple(after[0], after[1])),
    )
  return query.execute()
}
