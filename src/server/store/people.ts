/** People who may sign in. */
import type { Selectable } from 'kysely'
import type { Instant } from '../../base/instant.ts'
import { newId } from '../new-id.ts'
import type { PeopleTable } from './people-tables.ts'
import { locked, type Reader, type Store, type Writer } from './store.ts'

/** A row as it lies. */
export type PersonRow = Selectable<PeopleTable>

/** A person as others see one: never with a password. */
export function personOf({ id, name, email, role, handles, disabled_at, created_at, password, subject }: PersonRow) {
  return {
    id,
    name,
    email,
    role,
    handles: JSON.parse(handles) as string[],
    disabled: disabled_at !== null,
    signsInBy: [
      ...(password === null ? [] : ['password' as const]),
      ...(subject === null ? [] : ['provider' as const]),
    ],
    createdAt: created_at,
  }
}

/** What a new person needs. */
export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly role: PersonRow['role']
  readonly password: string | null
  readonly subject?: string | null
  readonly handles?: readonly string[]
}

/** Adds a person; null where the address is taken. */
export async function insertPerson(tx: Writer, person: NewPerson, now: Instant): Promise<PersonRow | null> {
  const { name, email, role, password, subject = null, handles = [] } = person
  const row = await tx
    .insertInto('people')
    .values({
      id: newId(now),
      name,
      email: email.toLowerCase(),
      role,
      password,
      subject,
      handles: JSON.stringify(handles),
      disabled_at: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** How many people there are, for the first of all. */
export async function countPeople(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('people')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** By address, without regard to case. */
export async function findPersonByEmail(db: Reader, email: string): Promise<PersonRow | null> {
  return (await db.selectFrom('people').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()) ?? null
}

/** By id. */
export async function findPerson(db: Reader, id: string): Promise<PersonRow | null> {
  return (await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** A page of people, by name. */
export async function listPeople(
  db: Reader,
  after: readonly [string, string] | null,
  limit: number,
): Promise<PersonRow[]> {
  let query = db.selectFrom('people').selectAll().orderBy('name').orderBy('id').limit(limit)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('name', 'id'), '>', tuple(after[0], after[1])))
  return query.execute()
}

/** Changes what is named; null where there is nobody. */
export async function updatePerson(
  tx: Writer,
  id: string,
  change: Partial<Pick<PersonRow, 'disabled_at' | 'email' | 'handles' | 'name' | 'password' | 'role' | 'subject'>>,
  now: Instant,
): Promise<PersonRow | null> {
  const row = await tx
    .updateTable('people')
    .set({ ...change, updated_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** By what a provider calls somebody: `issuer|subject`. */
export async function findPersonBySubject(db: Reader, subject: string): Promise<PersonRow | null> {
  return (await db.selectFrom('people').selectAll().where('subject', '=', subject).executeTakeFirst()) ?? null
}

/** The ids among these of people who are there. */
export async function knownPeople(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('people').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

/** The admins who can sign in, held until the transaction ends, so that of two who go at once one stays. */
export async function lockAdmins(tx: Writer, kind: Store['kind']): Promise<string[]> {
  const admins = tx.selectFrom('people').select('id').where('role', '=', 'admin').where('disabled_at', 'is', null)
  return (await locked(kind, admins.orderBy('id')).execute()).map(({ id }) => id)
}
