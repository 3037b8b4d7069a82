/** The lines of a backup: what it is, one line for each row, and a digest over everything before it. */
import { z } from 'zod'

/** The format that this version writes, and the newest that it reads. */
export const BACKUP_FORMAT = 1

/** The first line. */
export const BackupHeader = z.object({
  nevertwice: z.literal('backup'),
  format: z.number().int().positive(),
  /** Version of the program that wrote it. */
  version: z.string(),
  /** Migrations that its schema had, in order. */
  schema: z.array(z.string()),
  /** When, in milliseconds UTC. */
  at: z.number(),
  database: z.enum(['postgres', 'sqlite']),
})
/** What a backup says of itself. */
export type BackupHeader = z.infer<typeof BackupHeader>

/** The last line; the digest is SHA-256 in hex over all bytes before it, unpacked. */
export const BackupEnd = z.object({ end: z.literal(true), rows: z.number().int(), sha256: z.string() })
/** How it ends. */
export type BackupEnd = z.infer<typeof BackupEnd>

/** A row as a value of JSON; bytes become base64. */
export function rowToJson(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row))
    out[column] =
      value instanceof Uint8Array || value instanceof ArrayBuffer
        ? { base64: Buffer.from(value as Uint8Array).toString('base64') }
        : value
  return out
}

/** A row as it is written into a table. */
export function jsonToRow(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(json))
    out[column] =
      value !== null && typeof value === 'object'
        ? Buffer.from(String((value as { base64?: unknown }).base64), 'base64')
        : value
  return out
}
