/** The nightly backup: one file a day in a folder, and no more of them than are kept. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { utcDay } from '../base/instant.ts'
import type { House } from './house.ts'
import { writeBackup } from './store/backup.ts'

const NAME = /^nevertwice-\d{4}-\d{2}-\d{2}\.backup$/

/** Writes the file of this day unless it is there, then removes the oldest beyond those that are kept; throws what went wrong. */
export async function nightlyBackup(house: Pick<House, 'now' | 'settings' | 'store'>): Promise<void> {
  const { backups } = house.settings
  if (backups === null) return
  const { folder, keep } = backups
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const written = await writeBackup(house.store, join(folder, `nevertwice-${utcDay(house.now())}.backup`), house.now())
  if (!written.ok && written.refusal.code !== 'exists') throw new Error(written.refusal.message)
  const old = (await readdir(folder)).filter((name) => NAME.test(name)).sort()
  for (const name of old.slice(0, -keep)) await rm(join(folder, name))
}
