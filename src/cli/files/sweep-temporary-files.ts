/** Removes what a killed run left behind. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makerOf } from './temporary-files.ts'

const swept = new Set<string>()

/** Removes temporary files of processes that no longer run from a folder; looks at each folder once. Never fails. */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  if (swept.has(folder)) return
  swept.add(folder)
  for (const name of await readdir(folder).catch(() => [])) {
    const maker = makerOf(name)
    if (maker !== null && maker !== process.pid && !runs(maker))
      await rm(join(folder, name), { force: true }).catch(() => {})
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
