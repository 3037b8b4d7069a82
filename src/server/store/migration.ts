/** What a migration is: a name that sorts after those before it, and a step that is applied once, in a transaction. */
import type { Kysely } from 'kysely'

/** Which database it is. */
export type StoreKind = 'postgres' | 'sqlite'

/** One step of the schema. */
export interface Migration {
  readonly name: string
  readonly up: (db: Kysely<unknown>, kind: StoreKind) => Promise<void>
}
