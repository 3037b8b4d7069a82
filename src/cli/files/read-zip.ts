/** Reads a zip archive file by file, within limits, without ever writing to disk. */
import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, type ZipFile } from 'yauzl'
import { ok, type Result, refuse } from '../../base/result.ts'
import { ZIP_LIMITS, type ZipLimits } from '../../integrations/kit/read-zip-names.ts'
import { fileProblem } from './file-problem.ts'
import { PagedReader } from './paged-reader.ts'
import { judgeZip, listZip, type ZipListed } from './zip-directory.ts'

/** One file of an archive. */
export interface ZippedFile {
  /** Its path in the archive, with `/`. */
  readonly name: string
  /** Bytes, unpacked. */
  readonly size: number
  /** Its bytes; unpacking stops with an error where they do not agree with `size`. */
  readonly stream: () => Promise<Readable>
}

/** What is done with one file; the next is opened when it has ended. */
export type UseZipped = (file: ZippedFile) => Promise<void>

/**
 * Gives every wanted file to `use`, one after another, in the archive's order, and answers how many there were. The
 * whole directory is judged before anything is unpacked. Refusals: those of `judgeZip`, `not-zip`, `not-found` and the
 * like. What `use` throws is thrown on.
 */
export async function readZip(
  path: string,
  wanted: (name: string) => boolean,
  use: UseZipped,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Result<number>> {
  let handle: FileHandle
  try {
    handle = await open(path)
  } catch (error) {
    return { ok: false, refusal: fileProblem(error, path) }
  }
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return refuse('not-zip', 'This is not a file; expected a zip archive.', { file: path })
    const reader = new PagedReader(handle)
    const opened = await whole(path, () =>
      fromRandomAccessReaderPromise(reader, stat.size, { autoClose: false, decodeStrings: false }),
    )
    if (!opened.ok) return opened
    const listed = await whole(path, () => listZip(opened.value, reader, limits.entries))
    if (!listed.ok) return listed
    const files = judgeZip(listed.value, stat.size, limits)
    if (!files.ok) return { ok: false, refusal: { ...files.refusal, where: { file: path } } }
    return await useEach(
      opened.value,
      path,
      files.value.filter((file) => wanted(file.fileName)),
      use,
    )
  } finally {
    await handle.close()
  }
}

async function useEach(
  zip: ZipFile,
  path: string,
  files: readonly ZipListed[],
  use: UseZipped,
): Promise<Result<number>> {
  for (const { fileName, uncompressedSize, entry } of files) {
    // Tells damage in the archive from what the caller itself throws.
    const damage = new Set<unknown>()
    const stream = async (): Promise<Readable> => {
      try {
        const unpacked = await zip.openReadStreamPromise(entry)
        return unpacked.once('error', (error) => damage.add(error))
      } catch (error) {
        damage.add(error)
        throw error
      }
    }
    try {
      await use({ name: fileName, size: uncompressedSize, stream })
    } catch (error) {
      if (damage.has(error)) return damaged(path, error, fileName)
      throw error
    }
  }
  return ok(files.length)
}

async function whole<T>(path: string, read: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await read())
  } catch (error) {
    return damaged(path, error)
  }
}

function damaged(path: string, error: unknown, inside?: string): Result<never> {
  const why = error instanceof Error ? error.message : String(error)
  return refuse('not-zip', `This is not a whole zip archive (${why}). Export or download it again.`, {
    file: path,
    ...(inside === undefined ? {} : { path: inside }),
  })
}
