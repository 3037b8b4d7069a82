/** Services and tenants: rows with a name that nobody else has. */
import type { Selectable } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { newId } from '../new-id.ts'
import type { ServicesTable, TenantsTable } from './people-tables.ts'
import type { Reader, Writer } from './store.ts'

/** A service as it lies. */
export type ServiceRow = Selectable<ServicesTable>
/** A tenant as it lies. */
export type TenantRow = Selectable<TenantsTable>

interface Page {
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/** A page of services, by name. */
export async function listServices(db: Reader, { after, limit }: Page): Promise<ServiceRow[]> {
  let query = db.selectFrom('services').selectAll().orderBy('name').orderBy('id').limit(limit)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('name', 'id'), '>', tuple(after[0], after[1])))
  return query.execute()
}

/** Adds one; null where the name is taken. */
export async function insertService(
  tx: Writer,
  service: Pick<ServiceRow, 'name' | 'team_id' | 'url'>,
  now: Instant,
): Promise<ServiceRow | null> {
  const row = await tx
    .insertInto('services')
    .values({ id: newId(now), ...service, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** Changes what is named; null where there is none. */
export async function updateService(
  tx: Writer,
  id: string,
  change: Partial<Pick<ServiceRow, 'name' | 'team_id' | 'url'>>,
  now: Instant,
): Promise<ServiceRow | null> {
  const query = tx.updateTable('services').set({ ...change, updated_at: now })
  return (await query.where('id', '=', id).returningAll().executeTakeFirst()) ?? null
}

/** A page of tenants, by name. */
export async function listTenants(db: Reader, { after, limit }: Page): Promise<TenantRow[]> {
  let query = db.selectFrom('tenants').selectAll().orderBy('name').orderBy('id').limit(limit)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('name', 'id'), '>', tuple(after[0], after[1])))
  return query.execute()
}

/** Adds one; null where the name is taken. */
export async function insertTenant(
  tx: Writer,
  tenant: Pick<TenantRow, 'contact' | 'name'>,
  now: Instant,
): Promise<TenantRow | null> {
  const row = await tx
    .insertInto('tenants')
    .values({ id: newId(now), ...tenant, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** Changes what is named; null where there is none. */
export async function updateTenant(
  tx: Writer,
  id: string,
  change: Partial<Pick<TenantRow, 'contact' | 'name'>>,
  now: Instant,
): Promise<TenantRow | null> {
  const query = tx.updateTable('tenants').set({ ...change, updated_at: now })
  return (await query.where('id', '=', id).returningAll().executeTakeFirst()) ?? null
}

/** The id of the one with a name; null where there is none. */
export async function idOfName(db: Reader, table: 'services' | 'tenants', name: string): Promise<string | null> {
  const row = await db.selectFrom(table).select('id').where('name', '=', name).executeTakeFirst()
  return row?.id ?? null
}

/** Removes one; false where there was none. */
export async function deleteNamed(tx: Writer, table: 'services' | 'tenants', id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom(table).where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}
