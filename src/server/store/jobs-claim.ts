/** Where the two databases differ about jobs: how the next one is taken so that nobody else gets it. */
import type { SelectQueryBuilder } from 'kysely'
import type { StoreKind } from './migration.ts'
import type { Tables } from './tables.ts'

/**
 * The row that a claim will change. On PostgreSQL it is locked, and rows that somebody else is claiming are passed over; SQLite has
 * one writer at a time and needs neither.
 */
export function claimable<O>(kind: StoreKind, query: SelectQueryBuilder<Tables, 'jobs', O>) {
  return kind === 'postgres' ? query.forUpdate().skipLocked() : query
}
