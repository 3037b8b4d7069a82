/** Reads a document with what lies beside it, as bytes first, so that unchanged ones need not be understood again. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Refusal } from '../../base/result.ts'
import type { Texts } from '../../checks/check-texts.ts'
import { besidePaths } from '../files/beside.ts'
import type { Encoding } from '../files/decode-text.ts'
import { readText } from '../files/read-document.ts'
import { readBytesNow } from '../files/read-now.ts'
import { textOfBytes } from '../files/text-of-bytes.ts'
import type { CheckTask } from './check-job.ts'

/** The bytes of a document, its record and its evidence; null for what does not lie beside it. */
export interface Bytes {
  readonly source: Buffer
  readonly record: Buffer | null
  readonly evidence: Buffer | null
}

/** The bytes, or a sentence that says what could not be read. */
export type ReadBytes = { readonly bytes: Bytes } | { readonly problem: string }

/** Reads all bytes of a document. A pipe (such as `/dev/stdin`) is read to its end. */
export async function readBytes({ path, problem }: CheckTask): Promise<ReadBytes> {
  if (problem !== undefined) return { problem }
  const beside = besidePaths(path)
  const source = await readSource(path)
  if ('problem' in source) return source
  const record = readBeside(beside.record)
  if (record !== null && 'problem' in record) return record
  const evidence = readBeside(beside.evidence)
  if (evidence !== null && 'problem' in evidence) return evidence
  return { bytes: { source: source.bytes, record: record?.bytes ?? null, evidence: evidence?.bytes ?? null } }
}

/** The texts of bytes and the document's encoding, or a sentence that says what is no text. */
export function textsOf(
  { path }: CheckTask,
  bytes: Bytes,
): { readonly texts: Texts; readonly encoding: Encoding } | { readonly problem: string } {
  const beside = besidePaths(path)
  const source = textOfBytes(bytes.source, path)
  if (!source.ok) return { problem: source.refusal.message }
  const record = bytes.record && textOfBytes(bytes.record, beside.record)
  if (record && !record.ok) return { problem: besideProblem(record.refusal, beside.record) }
  const evidence = bytes.evidence && textOfBytes(bytes.evidence, beside.evidence)
  if (evidence && !evidence.ok) return { problem: besideProblem(evidence.refusal, beside.evidence) }
  const { text, encoding } = source.value
  return {
    texts: { source: text, record: record?.value.text ?? null, evidence: evidence?.value.text ?? null },
    encoding,
  }
}

async function readSource(path: string): Promise<{ readonly bytes: Buffer } | { readonly problem: string }> {
  const read = readBytesNow(path)
  if (read.ok) return { bytes: read.value }
  if (read.refusal.code !== 'not-a-file') return { problem: read.refusal.message }
  const text = await readText(path)
  return text.ok ? { bytes: Buffer.from(text.value.text) } : { problem: text.refusal.message }
}

function readBeside(path: string): { readonly bytes: Buffer } | { readonly problem: string } | null {
  // Most documents have nothing beside them, and an error thrown for each costs more than reading them.
  if (isMissing(path)) return null
  const read = readBytesNow(path)
  if (read.ok) return { bytes: read.value }
  // A name that is too long for what lies beside it means that nothing can.
  if (read.refusal.code === 'not-found' || read.refusal.code === 'name-too-long') return null
  return { problem: besideProblem(read.refusal, path) }
}

function isMissing(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined
  } catch {
    // Reading it says what is wrong.
    return false
  }
}

function besideProblem(refusal: Refusal, path: string): string {
  return `Its ${basename(path)} cannot be read. ${refusal.message}`
}
