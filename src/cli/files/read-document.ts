/** Reads one text file as text, or says what it is instead and at which byte. */
import { constants } from 'node:fs'
import { type FileHandle, open, stat as statOf } from 'node:fs/promises'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { ReadText } from './decode-text.ts'
import { fileProblem } from './file-problem.ts'
import { readPipe } from './read-pipe.ts'
import { textOfBytes } from './text-of-bytes.ts'

/** Largest document that is read, in bytes. */
export const LARGEST = 50 * 1024 * 1024

/**
 * Reads a file as it is named. Refusals: `not-found`, `no-permission`, `is-folder`, `too-large`, `not-text` and the like,
 * each with the file as its place.
 */
export async function readText(path: string, largest = LARGEST): Promise<Result<ReadText>> {
  const bytes = await readBytes(path, largest)
  if (!bytes.ok) return bytes
  return textOfBytes(bytes.value, path)
}

/** Reads a file's bytes; pipes are read to their end, folders and files over the limit are refused. */
export async function readBytes(path: string, largest = LARGEST): Promise<Result<Buffer>> {
  let handle: FileHandle | undefined
  try {
    if ((await statOf(path)).isFIFO()) return await readToEnd(readPipe(path), path, largest)
    handle = await open(path, constants.O_RDONLY)
    const stat = await handle.stat()
    if (stat.isDirectory()) return refuse('is-folder', 'This is a folder; expected a file.', { file: path })
    if (stat.size > largest) return tooLarge(path, stat.size, largest)
    if (stat.isFile()) {
      const bytes = await handle.readFile()
      return bytes.length > largest ? tooLarge(path, bytes.length, largest) : ok(bytes)
    }
    return await readToEnd(handle.createReadStream({ autoClose: false }), path, largest)
  } catch (error) {
    return { ok: false, refusal: fileProblem(error, path) }
  } finally {
    await handle?.close()
  }
}

async function readToEnd(source: AsyncIterable<Buffer>, path: string, largest: number): Promise<Result<Buffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    chunks.push(chunk)
    length += chunk.length
    if (length > largest) return tooLarge(path, length, largest)
  }
  return ok(Buffer.concat(chunks))
}

/** The refusal of a file over the limit, both in bytes. */
export function tooLarge(path: string, size: number, largest: number): Result<never> {
  const limit = largest / 1024 / 1024
  return refuse(
    'too-large',
    `The file has at least ${size} bytes; at most ${limit} MB (${largest} bytes) are read. Split it or remove what does not belong.`,
    { file: path },
  )
}
