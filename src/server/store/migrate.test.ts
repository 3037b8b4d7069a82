import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../sample-each-database.ts'
import { migrate, schemaOf } from './migrate.ts'
import type { Migration } from './migration.ts'
import { MIGRATIONS } from './migrations.ts'

const step = (name: string, ...statements: string[]): Migration => ({
  name,
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
const NAMES = MIGRATIONS.map(({ name }) => name)

onEachDatabase((_database, house) => {
  const store = () => house().house.store
  const to = (...more: Migration[]) => migrate(store().read as never, store().kind, [...MIGRATIONS, ...more])
  const tables = async () => (await store().read.introspection.getTables()).map(({ name }) => name).sort()

  describe('F51 a migration', () => {
    it('that fails half-way is rolled back, with those that were applied before it in the same go', async () => {
      const before = await tables()
      const good = step('9001-good', 'create table kettles (id text primary key)')
      const bad = step('9002-bad', 'create table cups (id text primary key)', 'insert into nothing values (1)')
      const failed = await to(good, bad)
      expect(failed).toMatchObject({ ok: false, refusal: { code: 'migration-failed' } })
      expect((failed as { refusal: { message: string } }).refusal.message).toContain('9002-bad')
      expect(await tables()).toEqual(before)
      expect(await schemaOf(store().read as never)).toEqual(NAMES)
    })

    it('is applied once, whoever else tries at the same time', async () => {
      const later = step('9003-later', 'create table spoons (id text primary key)')
      const tried = await Promise.all([to(later), to(later)])
      const told = tried.flatMap((each): readonly string[] => (each.ok ? each.value : [each.refusal.message]))
      expect(told).toEqual(['9003-later'])
      expect(await tables()).toContain('spoons')
    })

    it('of a newer version is refused with the way out, and nothing is changed', async () => {
      const before = await tables()
      const refused = await to()
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'schema-newer' } })
      const { message } = (refused as { refusal: { message: string } }).refusal
      expect(message).toMatch(/9003-later.*Start the newer version, or restore a backup/)
      expect(await tables()).toEqual(before)
    })
  })
})
