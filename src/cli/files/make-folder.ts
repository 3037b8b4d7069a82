/** Makes a folder for files that are about to be written. */
import { mkdir } from 'node:fs/promises'
import { ok, type Result } from '../../base/result.ts'
import { fileProblem } from './file-problem.ts'

/** Makes the folder and those above it; one that is there stays. Refused as `fileProblem` says, naming it as `shown`. */
export async function makeFolder(path: string, shown: string = path): Promise<Result<void>> {
  try {
    await mkdir(path, { recursive: true })
    return ok(undefined)
  } catch (error) {
    return { ok: false, refusal: fileProblem(error, shown) }
  }
}
