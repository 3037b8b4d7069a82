/** What the file system refused, in words. */
import type { Refusal } from '../../base/result.ts'

const WORDS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['not-found', 'There is no such file or folder. Check the path.'],
  ENOTDIR: ['not-found', 'A part of this path is a file, not a folder. Check the path.'],
  EACCES: ['no-permission', 'You have no permission for it. Check who owns it and its mode.'],
  EPERM: ['no-permission', 'The system does not permit it. Check who owns it and its mode.'],
  EISDIR: ['is-folder', 'This is a folder; expected a file.'],
  EROFS: ['read-only', 'The file system is read-only. Choose another folder.'],
  ENOSPC: ['disk-full', 'The disk is full. Free some space and run it again.'],
  EDQUOT: ['disk-full', 'Your disk quota is used up. Free some space and run it again.'],
  EFBIG: ['disk-full', 'The file would be larger than the system permits.'],
  ENAMETOOLONG: ['name-too-long', 'The name is longer than the file system permits.'],
  ELOOP: ['link-loop', 'Links point at each other in a circle.'],
  EMFILE: ['too-many-open', 'Too many files are open. Close some or raise the limit (ulimit -n).'],
}

/** Turns an error of `node:fs` into a refusal that names the file; other errors pass on as they are. */
export function fileProblem(error: unknown, file: string): Refusal {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (typeof code !== 'string') {
    if (error instanceof TypeError || error instanceof RangeError) throw error
    return { code: 'file', message: String(error), where: { file } }
  }
  const known = WORDS[code]
  if (known) return { code: known[0], message: known[1], where: { file } }
  if (code === 'ERR_INVALID_ARG_VALUE')
    return { code: 'bad-name', message: 'The name holds a NUL character, which no file system takes.', where: { file } }
  return { code: 'file', message: `The system refused with ${code}.`, where: { file } }
}
