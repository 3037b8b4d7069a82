/** Files that must not outlive the process: half-written ones that are not yet renamed. */
import { rmSync } from 'node:fs'

const alive = new Set<string>()

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
