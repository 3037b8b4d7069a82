/** Says from names and declared sizes alone whether an archive may be read at all. Nothing is ever written from it. */
import { ok, type Result, refuse } from '../../base/result.ts'

/** What an archive's directory says of one entry (the field names of `yauzl`). */
export interface ZipEntry {
  readonly fileName: string
  readonly compressedSize: number
  readonly uncompressedSize: number
  readonly externalFileAttributes?: number
  readonly generalPurposeBitFlag?: number
}

/** How much an archive may hold; each a setting of the shell. */
export interface ZipLimits {
  readonly entries: number
  /** Bytes of one entry, unpacked. */
  readonly entryBytes: number
  /** Bytes of all entries, unpacked. */
  readonly totalBytes: number
  /** Unpacked over packed bytes, for entries above 1 MB and for the whole. Chat exports reach about 30. */
  readonly ratio: number
}

/** Limits that hold any chat export known: 50,000 entries, 512 MB each, 16 GB in all, ratio 200. */
export const ZIP_LIMITS: ZipLimits = { entries: 50_000, entryBytes: 512e6, totalBytes: 16e9, ratio: 200 }

const MEGABYTE = 1e6
const LINK = 0o120000
const FILE_TYPE = 0o170000

/**
 * The entries that are files, in order; refused as a whole at the first that is unsafe: `zip-path`, `zip-link`,
 * `zip-encrypted`, `zip-too-many`, `zip-too-large`, `zip-bomb`, `zip-twice`. Directories are skipped.
 */
export function readZipNames(entries: Iterable<ZipEntry>, limits: ZipLimits = ZIP_LIMITS): Result<ZipEntry[]> {
  const files: ZipEntry[] = []
  const names = new Set<string>()
  let count = 0
  let total = 0
  let packed = 0
  for (const entry of entries) {
    if (++count > limits.entries)
      return refuse('zip-too-many', `The archive holds more than ${limits.entries} entries; ${SMALLER}`)
    const refused = zipEntryRefusal(entry, limits)
    if (refused) return refused
    total += entry.uncompressedSize
    packed += entry.compressedSize
    if (total > limits.totalBytes)
      return refuse('zip-too-large', `The archive unpacks to more than ${inMegabytes(limits.totalBytes)}; ${SMALLER}`)
    if (total > 10 * MEGABYTE && total > packed * limits.ratio)
      return refuse('zip-bomb', `The archive unpacks to more than ${limits.ratio} times its size; it was not opened.`)
    if (entry.fileName.endsWith('/')) continue
    if (names.has(entry.fileName))
      return refuse('zip-twice', `The archive holds ${shown(entry.fileName)} twice; it was not opened.`)
    names.add(entry.fileName)
    files.push(entry)
  }
  return ok(files)
}

/** Why one entry is unsafe, or null. */
function zipEntryRefusal(entry: ZipEntry, limits: ZipLimits = ZIP_LIMITS): Result<never> | null {
  const { fileName, compressedSize, uncompressedSize } = entry
  const wrong = unsafeName(fileName)
  if (wrong)
    return refuse('zip-path', `The archive holds the name ${shown(fileName)}, which ${wrong}; it was not opened.`)
  const mode = ((entry.externalFileAttributes ?? 0) >>> 16) & FILE_TYPE
  if (mode === LINK) return refuse('zip-link', `${shown(fileName)} in the archive is a link; it was not opened.`)
  if (((entry.generalPurposeBitFlag ?? 0) & 1) === 1)
    return refuse('zip-encrypted', `${shown(fileName)} in the archive is encrypted; export it without a password.`)
  if (uncompressedSize > limits.entryBytes)
    return refuse(
      'zip-too-large',
      `${shown(fileName)} unpacks to more than ${inMegabytes(limits.entryBytes)}; ${SMALLER}`,
    )
  if (uncompressedSize > MEGABYTE && uncompressedSize > compressedSize * limits.ratio)
    return refuse(
      'zip-bomb',
      `${shown(fileName)} unpacks to more than ${limits.ratio} times its size; it was not opened.`,
    )
  return null
}

const SMALLER = 'export one channel, or fewer days.'

function unsafeName(name: string): string | null {
  if (name === '' || name.length > 1024) return 'is empty or longer than 1,024 characters'
  if (/[\u0000-\u001f\u007f-\u009f]/.test(name)) return 'holds control characters'
  if (name.startsWith('/') || name.startsWith('\\') || /^[A-Za-z]:/.test(name)) return 'is an absolute path'
  if (name.split(/[/\\]/).some((part) => part === '..')) return 'leads out of the archive'
  return name.includes('\\') ? 'holds a backslash' : null
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 80))
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE).toLocaleString('en-US')} MB`
}
