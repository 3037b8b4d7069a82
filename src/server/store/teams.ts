/** Teams with their members and their lead. */
import type { Selectable } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { newId } from '../new-id.ts'
import type { TeamsTable } from './people-tables.ts'
import type { Reader, Writer } from './store.ts'

type TeamRow = Selectable<TeamsTable>

/** A team with the ids and names of its people. */
export interface Team extends TeamRow {
  readonly members: readonly { readonly id: string; readonly name: string }[]
}

/** One team; null where there is none. */
export async function findTeam(db: Reader, id: string): Promise<Team | null> {
  const row = await db.selectFrom('teams').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? ((await withMembers(db, [row]))[0] ?? null) : null
}

/** A page of teams, by name. */
export async function listTeams(
  db: Reader,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<Team[]> {
  let query = db.selectFrom('teams').selectAll().orderBy('name').orderBy('id').limit(limit)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('name', 'id'), '>', tuple(after[0], after[1])))
  return withMembers(db, await query.execute())
}

async function withMembers(db: Reader, rows: readonly TeamRow[]): Promise<Team[]> {
  if (rows.length === 0) return []
  const people = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['memberships.team_id', 'people.id', 'people.name'])
    .where(
      'memberships.team_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    members: people.filter(({ team_id }) => team_id === row.id).map(({ id, name }) => ({ id, name })),
  }))
}

/** Adds a team; null where the name is taken. */
export async function insertTeam(
  tx: Writer,
  { name, leadId, members }: { name: string; leadId: string | null; members: readonly string[] },
  now: Instant,
): Promise<Team | null> {
  const row = await tx
    .insertInto('teams')
    .values({ id: newId(now), name, lead_id: leadId, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  await setMembers(tx, row.id, members)
  return findTeam(tx, row.id)
}

/** Whether another team has a name. */
export async function teamNameTaken(db: Reader, name: string, id: string): Promise<boolean> {
  const row = await db.selectFrom('teams').select('id').where('name', '=', name).executeTakeFirst()
  return row !== undefined && row.id !== id
}

/** Changes what is named; null where there is no such team. */
export async function updateTeam(
  tx: Writer,
  id: string,
  change: { name?: string | undefined; lead_id?: string | null | undefined; members?: readonly string[] | undefined },
  now: Instant,
): Promise<Team | null> {
  const { members, ...columns } = change
  await tx
    .updateTable('teams')
    .set({ ...columns, updated_at: now })
    .where('id', '=', id)
    .execute()
  if (members !== undefined) await setMembers(tx, id, members)
  return findTeam(tx, id)
}

/** Removes a team; what belonged to it belongs to none. */
export async function deleteTeam(tx: Writer, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('teams').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

async function setMembers(tx: Writer, id: string, members: readonly string[]): Promise<void> {
  await tx.deleteFrom('memberships').where('team_id', '=', id).execute()
  const rows = [...new Set(members)].map((person_id) => ({ team_id: id, person_id }))
  if (rows.length > 0) await tx.insertInto('memberships').values(rows).execute()
}
