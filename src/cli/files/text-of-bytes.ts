/** Decodes the bytes of a file that was read, quickly where it is plain UTF-8. */
import { isUtf8 } from 'node:buffer'
import { ok, type Result } from '../../base/result.ts'
import { decodeText, type ReadText } from './decode-text.ts'

/** The text of a file's bytes and its encoding; refused as by `decodeText`, with the file as the place. */
export function textOfBytes(bytes: Buffer, path: string): Result<ReadText> {
  // Almost every file: the platform looks at it faster than we do.
  if (isUtf8(bytes) && bytes.indexOf(0) === -1) return ok({ text: bytes.toString('utf8'), encoding: 'utf-8' })
  const decoded = decodeText(bytes)
  return decoded.ok ? decoded : { ok: false, refusal: { ...decoded.refusal, where: { file: path } } }
}
