/** Reads text files without waiting in between, for work over thousands of files. */
import { closeSync, constants, openSync, readFileSync, statSync } from 'node:fs'
import { ok, type Result, refuse } from '../../base/result.ts'
import { fileProblem } from './file-problem.ts'
import { LARGEST, tooLarge } from './read-document.ts'

/** The bytes of a regular file of at most `LARGEST` bytes; refused otherwise as by `readText`, and pipes as `not-a-file`. */
export function readBytesNow(path: string): Result<Buffer> {
  let opened: number | null = null
  try {
    // A pipe is not even opened: its writer would write to a reader that closes at once.
    const stat = statSync(path)
    if (stat.isDirectory()) return refuse('is-folder', 'This is a folder; expected a file.', { file: path })
    if (!stat.isFile()) return refuse('not-a-file', 'This is not a regular file.', { file: path })
    if (stat.size > LARGEST) return tooLarge(path, stat.size, LARGEST)
    opened = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    return ok(readFileSync(opened))
  } catch (error) {
    return { ok: false, refusal: fileProblem(error, path) }
  } finally {
    if (opened !== null) closeSync(opened)
  }
}
