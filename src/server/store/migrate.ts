/** Brings the schema to this version, once, whoever else tries at the same time. */
import { type Kysely, Migrator, type Migration as Step } from 'kysely'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Migration, StoreKind } from './migration.ts'

/**
 * Applies what is missing, in one transaction. Refused with `schema-newer` where a newer version wrote the database, and with
 * `migration-failed` where a step failed: then nothing is changed.
 */
export async function migrate(
  db: Kysely<never>,
  kind: StoreKind,
  migrations: readonly Migration[],
): Promise<Result<readonly string[]>> {
  const steps: Record<string, Step> = {}
  for (const { name, up } of migrations) steps[name] = { up: (each) => up(each, kind) }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } })
  const known = new Set(migrations.map(({ name }) => name))
  const applied = await schemaOf(db)
  const unknown = applied.filter((name) => !known.has(name))
  if (unknown.length > 0)
    return refuse(
      'schema-newer',
      `The database was written by a newer version of Nevertwice: it holds ${unknown.join(', ')}, which this version does not know. Start the newer version, or restore a backup from before the upgrade.`,
    )
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === 'Error')?.migrationName
    const why = error instanceof Error ? error.message : String(error)
    return refuse(
      'migration-failed',
      `${failed ? `The step ${failed}` : 'The first step'} of the schema failed (${why}); the database stands as before. Mend what it says, or start the version before this one.`,
    )
  }
  return ok(results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName))
}

/** The migrations that a database has seen, in order; none where it is empty. */
export async function schemaOf(db: Kysely<never>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const rows = await (db as Kysely<never> as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
