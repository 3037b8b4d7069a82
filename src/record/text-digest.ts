/** The digest by which entries name the text they concerned, the same however a checkout writes its line endings. */
import { digest } from '../base/digest.ts'

/** The text with LF line endings and without a byte order mark. */
export function plainLines(source: string): string {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** SHA-256 of the text with LF line endings and without a byte order mark, in hexadecimal. */
export function textDigest(source: string): string {
  return digest(plainLines(source))
}
