/** Finds `nevertwice.yaml`: here, or in a folder above, up to the root of the repository. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CliFailure } from '../failure.ts'

/** The file's name. */
export const FILE_NAME = 'nevertwice.yaml'

/** The absolute path of the nearest configuration file; null where there is none. */
export function findConfiguration(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, FILE_NAME)
    if (isFile(file)) return file
    const misnamed = join(folder, 'nevertwice.yml')
    if (isFile(misnamed))
      throw new CliFailure('configuration', `Found nevertwice.yml; expected ${FILE_NAME}. Rename the file.`, {
        file: misnamed,
      })
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return null
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
