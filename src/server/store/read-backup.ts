/** Reads a backup line by line, after its digest was found to be right. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { ok, type Result, refuse } from '../../base/result.ts'
import { BACKUP_FORMAT, BackupEnd, BackupHeader } from './backup-format.ts'

/** A line longer than this is no row of ours. */
const LONGEST_LINE = 256 * 1024 * 1024

/** A backup that is whole. */
export interface WholeBackup {
  readonly header: BackupHeader
  readonly rowCount: number
  /** Table and values of each row, in order. */
  readonly rows: () => AsyncGenerator<[string, Record<string, unknown>]>
}

/**
 * Reads all of it once, for its digest. Refusals: `unreadable` where there is no such file, `no-backup`, `backup-newer` where a newer
 * version wrote it, `backup-corrupt` where a byte of it is another or its end is missing.
 */
export async function readBackup(path: string): Promise<Result<WholeBackup>> {
  const digest = createHash('sha256')
  let header: BackupHeader | null = null
  let end: BackupEnd | null = null
  let rows = 0
  try {
    for await (const line of linesOf(path)) {
      if (end) return corrupt(path, 'something follows its end')
      if (header === null) {
        const read = readHeader(path, line)
        if (!read.ok) return read
        header = read.value
      } else if (line.startsWith('{')) end = BackupEnd.parse(JSON.parse(line))
      else rows++
      if (!end) digest.update(`${line}\n`)
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== undefined && /^E(?!RR_)/.test(code))
      return refuse('unreadable', `${path} cannot be read (${message}).`)
    // What is packed was once a backup; what is not never was.
    return header === null && message === 'incorrect header check' ? noBackup(path) : corrupt(path, message)
  }
  if (header === null) return noBackup(path)
  if (end === null) return corrupt(path, 'its end is missing')
  if (end.rows !== rows) return corrupt(path, `it holds ${rows} rows and should hold ${end.rows}`)
  if (end.sha256 !== digest.digest('hex')) return corrupt(path, 'its digest is another')
  return ok({ header, rowCount: rows, rows: () => rowsOf(path) })
}

function readHeader(path: string, line: string): Result<BackupHeader> {
  let value: { format?: unknown; nevertwice?: unknown }
  try {
    value = JSON.parse(line)
  } catch {
    return noBackup(path)
  }
  // Of a newer format no more than its number can be known.
  if (value?.nevertwice === 'backup' && typeof value.format === 'number' && value.format > BACKUP_FORMAT)
    return refuse(
      'backup-newer',
      `${path} was written by a newer version of Nevertwice (format ${value.format}; this version reads up to ${BACKUP_FORMAT}). Restore it with that version.`,
    )
  const header = BackupHeader.safeParse(value)
  return header.success ? ok(header.data) : noBackup(path)
}

function noBackup(path: string): Result<never> {
  return refuse('no-backup', `${path} is no backup. Expected a file that \`nevertwice backup\` wrote.`)
}

function corrupt(path: string, why: string): Result<never> {
  return refuse('backup-corrupt', `${path} is damaged or cut off (${why}). Nothing was restored; take another backup.`)
}

async function* rowsOf(path: string): AsyncGenerator<[string, Record<string, unknown>]> {
  for await (const line of linesOf(path)) if (line.startsWith('[')) yield JSON.parse(line)
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const packed = createReadStream(path)
  const stream = packed.pipe(createGunzip())
  packed.on('error', (error) => stream.destroy(error))
  try {
    let parts: Buffer[] = []
    let size = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        parts.push(chunk.subarray(from, at))
        yield Buffer.concat(parts).toString()
        parts = []
        size = 0
        from = at + 1
      }
      parts.push(chunk.subarray(from))
      size += chunk.length - from
      if (size > LONGEST_LINE) throw new Error('a line is longer than any row')
    }
    if (size > 0) throw new Error('its last line is not whole')
  } finally {
    stream.destroy()
    packed.destroy()
  }
}
