/** Writes several files: each is old or new at every moment, and running again finishes. */
import { lstat } from 'node:fs/promises'
import { ok, type Result } from '../../base/result.ts'
import { readBytes } from './read-document.ts'
import { nameTaken, type WriteOptions, writeFile } from './write-file.ts'

/** One file to write. */
export interface FileToWrite extends WriteOptions {
  readonly path: string
  readonly content: string | Uint8Array
}

/** How far it came: `written` counts those that changed, `unchanged` those that were so already. */
export interface Written {
  readonly written: number
  readonly unchanged: number
}

/**
 * Writes files in the order given and stops at the first refusal; what was written before stays whole. Where one that must be
 * fresh is there already, none is written. Files that hold
 * the content already are left alone, so that a second run does only what the first could not.
 */
export async function writeFiles(files: readonly FileToWrite[]): Promise<Result<Written>> {
  // Asked of all before the first is written: half of a pair is worse than none.
  for (const { path, shown, fresh } of files)
    if (fresh && (await lstat(path).catch(() => null)) !== null) return nameTaken(shown ?? path)
  let written = 0
  let unchanged = 0
  for (const { path, content, ...options } of files) {
    const old = await readBytes(path, Number.MAX_SAFE_INTEGER)
    if (old.ok && !options.fresh && old.value.equals(Buffer.from(content as Uint8Array))) unchanged++
    else {
      const result = await writeFile(path, content, options)
      if (!result.ok) return result
      written++
    }
  }
  return ok({ written, unchanged })
}
