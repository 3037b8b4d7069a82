/** Action items over all postmortems, by when they are due. */
import type { Selectable } from 'kysely'
import type { DerivedItemsTable } from './derived-tables.ts'
import type { Reader } from './store.ts'
import { type Viewer, visibleTo } from './visible-postmortems.ts'

/** Which to list. */
export interface ItemFilter {
  readonly status?: string | undefined
  /** A key as `ownerKey` makes it. */
  readonly owner?: string | undefined
  readonly quarter?: string | undefined
  /** Those about which something was late before this day. */
  readonly lateBefore?: string | undefined
  readonly postmortem?: string | undefined
}

/** A row as it lies. */
export type ItemRow = Selectable<DerivedItemsTable>

/** Where a page of items ended: due, postmortem, place. */
export type ItemPlace = readonly [string, string, number]

/** Up to `limit` of them after a place. */
export async function listItems(
  db: Reader,
  viewer: Viewer,
  filter: ItemFilter,
  after: ItemPlace | null,
  limit: number,
): Promise<ItemRow[]> {
  let query = db
    .selectFrom('derived_items')
    .selectAll('derived_items')
    .orderBy('derived_items.sort_due')
    .orderBy('derived_items.postmortem_id')
    .orderBy('derived_items.place')
    .limit(limit)
  const { status, owner, quarter, lateBefore, postmortem } = filter
  if (!viewer.admin)
    query = query.where((eb) =>
      eb.or([
        eb('derived_items.restricted', '=', 0),
        eb(
          'derived_items.postmortem_id',
          'in',
          eb
            .selectFrom('postmortems')
            .select('postmortems.id')
            .where('postmortems.visibility', '=', 'restricted')
            .where((inner) => visibleTo(viewer)(inner as never)),
        ),
      ]),
    )
  if (status !== undefined) query = query.where('derived_items.status', '=', status)
  if (quarter !== undefined) query = query.where('derived_items.quarter', '=', quarter)
  if (postmortem !== undefined) query = query.where('derived_items.postmortem_id', '=', postmortem)
  if (lateBefore !== undefined) query = query.where('derived_items.late_on', '<', lateBefore)
  if (owner !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('derived_item_owners')
          .select('derived_item_owners.owner')
          .whereRef('derived_item_owners.postmortem_id', '=', 'derived_items.postmortem_id')
          .whereRef('derived_item_owners.place', '=', 'derived_items.place')
          .where('derived_item_owners.owner', '=', owner),
      ),
    )
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('derived_items.sort_due', 'derived_items.postmortem_id', 'derived_items.place'),
        '>',
        tuple(after[0], after[1], after[2]),
      ),
    )
  return query.execute()
}
