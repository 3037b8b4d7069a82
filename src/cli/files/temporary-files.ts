/** Files that must not outlive the process: half-written ones that are not yet renamed. */
import { rmSync } from 'node:fs'

const alive = new Set<string>()

/** The name of a temporary file of this process; it says whose it is, so that a later run can sweep it. */
export function temporaryName(random: string): string {
  return `.nevertwice-${process.pid}-${random}.tmp`
}

/** The process that made a temporary file; null where the name is not of one. */
export function makerOf(name: string): number | null {
  const match = /^\.nevertwice-(\d{1,10})-[0-9a-f]{12}\.tmp$/.exec(name)
  return match ? Number(match[1]) : null
}

/** Remembers a temporary file until `forgetTemporaryFile`. */
export function rememberTemporaryFile(path: string): void {
  alive.add(path)
}

/** The file was renamed or removed. */
export function forgetTemporaryFile(path: string): void {
  alive.delete(path)
}

/** Removes all that are left; used when a signal ends the process. */
export function removeTemporaryFiles(): void {
  for (const path of alive) rmSync(path, { force: true })
  alive.clear()
}
