/** Every migration, in order. A new one is a file under `migrations/` and a line here; one that has landed is never changed. */
import type { Migration } from './migration.ts'
import { first } from './migrations/0001-first.ts'

/** All of them. */
export const MIGRATIONS: readonly Migration[] = [first]
