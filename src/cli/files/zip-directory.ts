/** Reads and judges the directory of a zip archive before anything in it is unpacked. */
import { type Entry, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { type Result, refuse } from '../../base/result.ts'
import { readZipNames, type ZipEntry, type ZipLimits } from '../../integrations/kit/read-zip-names.ts'
import type { PagedReader } from './paged-reader.ts'

/** What every entry of the directory begins with. */
const NEXT_ENTRY = 'PK\u0001\u0002'

/** One entry with a safe name, and what unpacks it. */
export interface ZipListed extends ZipEntry {
  readonly entry: Entry
}

/** All entries, at most one more than may be, which is enough to be refused. Throws where the directory is damaged. */
export async function listZip(zip: ZipFile, reader: PagedReader, most: number): Promise<ZipListed[]> {
  const listed: ZipListed[] = []
  for await (const entry of zip.eachEntry()) {
    const { compressedSize, uncompressedSize, externalFileAttributes, generalPurposeBitFlag, extraFields } = entry
    const fileName = getFileNameLowLevel(generalPurposeBitFlag, entry.fileNameRaw, extraFields, true)
    listed.push({ fileName, compressedSize, uncompressedSize, externalFileAttributes, generalPurposeBitFlag, entry })
    if (listed.length > most) return listed
  }
  // A count of more than 65,535 starts from zero again where a writer knows no better; files would be lost unseen.
  const next = await reader.bytesAt(Number(zip.readEntryCursor), 4)
  if (next.toString('latin1') === NEXT_ENTRY) throw new Error('it holds more files than its end counts')
  return listed
}

/** The files of an archive of `fileSize` bytes; refused as by `readZipNames`, or `zip-overlap`, `zip-method`. */
export function judgeZip(listed: readonly ZipListed[], fileSize: number, limits: ZipLimits): Result<ZipListed[]> {
  const files = readZipNames(listed, limits)
  if (!files.ok) return files
  const packed = listed.reduce((sum, entry) => sum + entry.compressedSize, 0)
  if (packed > fileSize)
    return refuse('zip-overlap', 'Files of the archive overlap each other, as in a bomb; it was not opened.')
  const odd = listed.find(({ entry }) => entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
  if (odd)
    return refuse(
      'zip-method',
      `The archive is packed by method ${odd.entry.compressionMethod}; expected deflate (8) or none (0). Pack it again.`,
    )
  return files as Result<ZipListed[]>
}
