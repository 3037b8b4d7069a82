/** The store: one transaction at a time for what is written, and readers who never wait for it. */
import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely'
import type { StoreKind } from './migration.ts'
import type { Tables } from './tables.ts'

/** Somewhere to read from: the database, or a transaction in it. */
export type Reader = Kysely<Tables>

/** A transaction: what is written in it is there as a whole, or not at all. */
export type Writer = Transaction<Tables>

/** An open database. */
export interface Store {
  readonly kind: StoreKind
  readonly read: Reader
  /** Runs in one transaction and commits it; what throws rolls it back. */
  readonly transaction: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>
  /** Reads one state of everything, however long it takes. */
  readonly snapshot: <T>(work: (tx: Reader) => Promise<T>) => Promise<T>
  /** Hears what other processes tell on a channel; not there where there are none. */
  readonly hear?: (channel: string, hears: (payload: string | null) => void) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

/** Locks the rows of a query until the transaction ends, where the database has several writers. */
export function locked<TB extends keyof Tables, O>(
  kind: StoreKind,
  query: SelectQueryBuilder<Tables, TB, O>,
): SelectQueryBuilder<Tables, TB, O> {
  return kind === 'postgres' ? query.forUpdate() : query
}
