import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onEachDatabase } from '../sample-each-database.ts'
import { type SampleHouse, sampleHouse } from '../sample-house.ts'
import { writeBackup } from './backup.ts'
import { BACKUP_TABLES, NOT_BACKED_UP } from './backup-tables.ts'
import type { StoreKind } from './migration.ts'
import { restoreBackup } from './restore.ts'
import { everything, fillTables } from './sample-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const NOW = Date.UTC(2026, 10, 23)
let count = 0
const freshPath = () => join(folder, `${count++}.backup`)

async function backupOf({ house }: SampleHouse): Promise<string> {
  const path = freshPath()
  const written = await writeBackup(house.store, path, NOW)
  if (!written.ok) throw new Error(written.refusal.message)
  return path
}

/** The same backup with another text inside, and a digest that fits where one is wanted. */
function changed(path: string, change: (lines: string[]) => string[], sealed = false): string {
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
  const out = change(lines)
  if (sealed) {
    const body = out.slice(0, -1).map((line) => `${line}\n`)
    const sha256 = createHash('sha256').update(body.join('')).digest('hex')
    out[out.length - 1] = JSON.stringify({ end: true, rows: body.length - 1, sha256 })
  }
  const copy = freshPath()
  writeFileSync(copy, gzipSync(`${out.join('\n')}\n`))
  return copy
}

async function withEmpty<T>(database: StoreKind, work: (world: SampleHouse) => Promise<T>): Promise<T> {
  const world = await sampleHouse({ database })
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}

onEachDatabase((database, house) => {
  let path: string
  beforeAll(async () => {
    await fillTables(house().house.store)
    path = await backupOf(house())
  })

  describe('a backup', () => {
    it('holds every table there is, or says why not', async () => {
      const tables = await house().house.store.read.introspection.getTables()
      expect([...BACKUP_TABLES.map(({ name }) => name), ...NOT_BACKED_UP].sort()).toEqual(
        tables.map(({ name }) => name).sort(),
      )
    })

    it('can be read by its user alone, is never written over, and leaves no half', async () => {
      expect(statSync(path).mode & 0o777).toBe(0o600)
      const { store } = house().house
      expect(await writeBackup(store, path, NOW)).toMatchObject({ ok: false, refusal: { code: 'exists' } })
      const nowhere = join(folder, 'nowhere', 'a.backup')
      expect(await writeBackup(store, nowhere, NOW)).toMatchObject({ ok: false, refusal: { code: 'backup-failed' } })
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
    })
  })

  describe('F52 a restore', () => {
    it.each(['sqlite', 'postgres'] as const)('into %s is equal, and goes on counting', async (into) => {
      await withEmpty(into, async (other) => {
        const { store } = other.house
        expect(await restoreBackup(store, path)).toMatchObject({ ok: true, value: { rows: 3 * BACKUP_TABLES.length } })
        expect(await everything(store.read)).toEqual(await everything(house().house.store.read))
        await other.ownerLink()
        await store.transaction((tx) =>
          tx
            .insertInto('audit')
            .values({ ...AUDIT, at: NOW })
            .execute(),
        )
        const { seq } = await store.read
          .selectFrom('audit')
          .select('seq')
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow()
        const before = (await everything(house().house.store.read)).audit!.at(-1) as { seq: number }
        expect(seq).toBeGreaterThan(before.seq)
      })
    })

    it('of a backup taken while others write holds one state', async () => {
      await withEmpty(database, async (world) => {
        const { store } = world.house
        const pair = (key: string) =>
          store.transaction(async (tx) => {
            await tx.insertInto('settings').values({ key, value: '1', updated_at: NOW, updated_by: 'x' }).execute()
            await tx
              .insertInto('tombstones')
              .values({ id: key, kind: 'postmortem', at: NOW, actor: 'x', reason: 'x' })
              .execute()
          })
        for (let at = 0; at < 20; at++) await pair(`before ${at}`)
        let done = false
        let written = 0
        const writer = (async () => {
          while (!done) {
            await pair(`meanwhile ${written++}`)
            // SQLite answers within the same turn of the event loop.
            await setImmediate()
          }
        })()
        const taken = await backupOf(world)
        done = true
        await writer
        expect(written).toBeGreaterThan(0)
        await withEmpty('sqlite', async (other) => {
          await restoreBackup(other.house.store, taken)
          const { settings, tombstones } = await everything(other.house.store.read)
          expect(settings!.length).toBeGreaterThanOrEqual(20)
          expect(settings!.map((row) => (row as { key: string }).key)).toEqual(
            tombstones!.map((row) => (row as { id: string }).id),
          )
        })
      })
    })

    it('refuses what is damaged, cut off, newer or none of ours, and touches nothing', async () => {
      const packed = readFileSync(path)
      const cut = freshPath()
      writeFileSync(cut, packed.subarray(0, packed.length - 200))
      const noise = freshPath()
      writeFileSync(noise, 'not a backup')
      const flipped = freshPath()
      const bytes = Buffer.from(packed)
      bytes[bytes.length >> 1]! ^= 1
      writeFileSync(flipped, bytes)
      const header = (change: object) => (lines: string[]) => [
        JSON.stringify({ ...JSON.parse(lines[0]!), ...change }),
        ...lines.slice(1),
      ]
      const cases: [string, string][] = [
        [cut, 'backup-corrupt'],
        [flipped, 'backup-corrupt'],
        [changed(path, (lines) => lines.slice(0, -1)), 'backup-corrupt'],
        [changed(path, (lines) => lines.toSpliced(3, 1)), 'backup-corrupt'],
        [changed(path, (lines) => lines.map((line) => line.replace('"x1"', '"x9"'))), 'backup-corrupt'],
        [changed(path, (lines) => [...lines, '["people",{}]']), 'backup-corrupt'],
        [changed(path, header({ format: 2 }), true), 'backup-newer'],
        [changed(path, header({ schema: ['0001-first', '9999-later'] }), true), 'backup-newer'],
        [noise, 'no-backup'],
        [changed(path, (lines) => lines.slice(1)), 'no-backup'],
        [join(folder, 'missing'), 'unreadable'],
      ]
      await withEmpty(database, async (other) => {
        await fillTables(other.house.store, 1)
        const before = await everything(other.house.store.read)
        for (const [file, code] of cases)
          expect(await restoreBackup(other.house.store, file, { replace: true }), file).toMatchObject({
            ok: false,
            refusal: { code },
          })
        expect(await everything(other.house.store.read)).toEqual(before)
      })
    })

    it('removes what was there only where it is told to', async () => {
      await withEmpty(database, async (other) => {
        await fillTables(other.house.store, 1)
        const refused = await restoreBackup(other.house.store, path)
        expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-empty' } })
        expect(await restoreBackup(other.house.store, path, { replace: true })).toMatchObject({ ok: true })
        expect(await everything(other.house.store.read)).toEqual(await everything(house().house.store.read))
      })
    })
  })

  it('F50 a restore that fails in the middle leaves nothing of it', async () => {
    const broken = changed(
      path,
      (lines) => {
        const at = lines.findLastIndex((line) => line.startsWith('["comments"'))
        return lines.with(at, lines[at]!.replace('"postmortem_id":"x2"', '"postmortem_id":"gone"'))
      },
      true,
    )
    await withEmpty(database, async (other) => {
      await fillTables(other.house.store, 1)
      const before = await everything(other.house.store.read)
      const failed = await restoreBackup(other.house.store, broken, { replace: true })
      expect(failed).toMatchObject({ ok: false, refusal: { code: 'restore-failed' } })
      expect(await everything(other.house.store.read)).toEqual(before)
    })
  })
})

const AUDIT = {
  actor: 'system',
  actor_name: 'x',
  via: 'system',
  verb: 'setting.changed',
  subject: 'x',
  restricted: 0,
  address: null,
  request_id: null,
  data: '{}',
} as const
