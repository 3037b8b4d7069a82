import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nightlyBackup } from './nightly-backup.ts'
import { sampleHouse } from './sample-house.ts'

it('the nightly backup is one file a day, and the oldest beyond those that are kept go', async () => {
  const world = await sampleHouse()
  const folder = join(mkdtempSync(join(tmpdir(), 'nevertwice-nightly-')), 'backups')
  const house = { ...world.house, settings: { ...world.house.settings, backups: { folder, keep: 2 } } }
  for (let day = 0; day < 4; day++) {
    await nightlyBackup(house)
    await nightlyBackup(house)
    world.later(24 * 60 * 60 * 1000)
  }
  expect(readdirSync(folder).sort()).toEqual(['nevertwice-2026-11-25.backup', 'nevertwice-2026-11-26.backup'])
  await world.close()
  rmSync(folder, { recursive: true })
})
