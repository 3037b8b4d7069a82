/** Writes a file so that it is old or new at every moment, never half. */
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, link, lstat, open, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { ok, type Result, refuse } from '../../base/result.ts'
import { fileProblem } from './file-problem.ts'
import { sweepTemporaryFiles } from './sweep-temporary-files.ts'
import { forgetTemporaryFile, rememberTemporaryFile, temporaryName } from './temporary-files.ts'

/** What to write and under which conditions. */
export interface WriteOptions {
  /** The folder that a link may not lead out of; by default the one the file lies in. */
  readonly root?: string
  /** How the file is called in messages; by default its path. */
  readonly shown?: string
  /** Refuse where a file of that name exists. */
  readonly fresh?: boolean
}

/**
 * Replaces or makes a file: a temporary file in the same folder is written, synced and renamed over it; mode and owner
 * stay. Refusals (`no-permission`, `disk-full`, `outside`, `exists` ...) leave the old file whole and no temporary file.
 */
export async function writeFile(
  path: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): Promise<Result<void>> {
  const file = options.shown ?? path
  let temporary: string | null = null
  try {
    const target = await realTarget(path, options.root ?? dirname(path), file)
    if (!target.ok) return target
    const old = await lstat(target.value).catch(noneWhereMissing)
    if (old && options.fresh) return nameTaken(file)
    if (old && !old.isFile()) return refuse('not-a-file', 'This is not a regular file; it was left as it is.', { file })
    await sweepTemporaryFiles(dirname(target.value))
    temporary = join(dirname(target.value), temporaryName(randomBytes(6).toString('hex')))
    await writeWhole(temporary, content, old)
    if (options.fresh) await link(temporary, target.value)
    else {
      await rename(temporary, target.value)
      forgetTemporaryFile(temporary)
      temporary = null
    }
    await syncFolder(dirname(target.value))
    return ok(undefined)
  } catch (error) {
    // Somebody else made the file meanwhile.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return nameTaken(file)
    return { ok: false, refusal: fileProblem(error, file) }
  } finally {
    if (temporary !== null) {
      await rm(temporary, { force: true }).catch(() => {})
      forgetTemporaryFile(temporary)
    }
  }
}

/** The refusal of a file that must be fresh and is not. */
export function nameTaken(file: string): Result<never> {
  return refuse('exists', 'A file of this name exists already; it was left as it is.', { file })
}

/** The file behind links; refused where that lies outside of the root. */
async function realTarget(path: string, root: string, file: string): Promise<Result<string>> {
  const absolute = resolve(path)
  const folder = await realpath(dirname(absolute))
  const entry = await lstat(absolute).catch(noneWhereMissing)
  if (!entry?.isSymbolicLink()) return ok(join(folder, basename(absolute)))
  const target = await realpath(absolute)
  const way = relative(await realpath(root), target)
  if (way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
    return refuse(
      'outside',
      'This is a link that leads out of the folder; it was not followed. Name its target instead.',
      {
        file,
      },
    )
  return ok(target)
}

async function writeWhole(
  path: string,
  content: string | Uint8Array,
  old: { mode: number; uid: number; gid: number } | null,
): Promise<void> {
  rememberTemporaryFile(path)
  const { O_CREAT, O_EXCL, O_WRONLY } = constants
  let handle: FileHandle | null = null
  try {
    handle = await open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    await handle.writeFile(content)
    if (old) {
      // The owner can be kept only by root; the mode follows because a change of owner clears bits.
      await handle.chown(old.uid, old.gid).catch(() => {})
      await handle.chmod(old.mode & 0o7777)
    }
    await handle.sync()
  } finally {
    await handle?.close()
  }
}

/** Makes the rename itself durable; systems that cannot sync a folder need no more. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY).catch(() => null)
  await folder?.sync().catch(() => {})
  await folder?.close()
}

function noneWhereMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
