/** Turns bytes into text: UTF-8 strictly, UTF-16 where a byte-order mark says so; everything else is named and refused. */
import { ok, type Result, refuse } from '../../base/result.ts'

/** How a text file is encoded; UTF-16 always begins with its byte-order mark. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** A file's text and how it was encoded; a byte-order mark stays the first character. */
export interface ReadText {
  readonly text: string
  readonly encoding: Encoding
}

/** First bytes of formats that people mistake for text. */
const BINARIES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\u0003\u0004', 'a zip archive (such as .docx or .xlsx)'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\u001f\u008b', 'gzip-compressed data'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Microsoft Office document'],
  ['\u007fELF', 'a program'],
]

/** Decodes a file's bytes. Refusal `not-text` says what was found at which byte (counted from 0). */
export function decodeText(bytes: Buffer): Result<ReadText> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be')
  const nul = bytes.indexOf(0)
  const wrong = firstNotUtf8(bytes)
  if (nul === -1 && wrong === -1) return ok({ text: bytes.toString('utf8'), encoding: 'utf-8' })
  const head = bytes.toString('latin1', 0, 8)
  const binary = BINARIES.find(([start]) => head.startsWith(start))
  if (binary) return notText(`The file is ${binary[1]}, not text`, 'Expected a Markdown file in UTF-8.')
  if (nul !== -1 && (wrong === -1 || nul < wrong)) return nulAt(bytes, nul)
  return notText(
    `Byte ${wrong} (0x${hex(bytes[wrong]!)}) on line ${lineOf(bytes, wrong)} is not UTF-8`,
    'Expected UTF-8, or UTF-16 with a byte-order mark. If it is Latin-1, convert a copy: iconv -f WINDOWS-1252 -t UTF-8.',
  )
}

/** The bytes of a text in its encoding; the byte-order mark of UTF-16 is the text's first character. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  const marked = text.startsWith('\ufeff') ? text : `\ufeff${text}`
  const bytes = Buffer.from(marked, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}

function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Result<ReadText> {
  if (bytes.length % 2 === 1)
    return notText(
      `The file begins as UTF-16 but has an odd number of bytes (${bytes.length})`,
      'Save it again as UTF-8.',
    )
  const text = (encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16()).toString('utf16le')
  const lone = loneSurrogate(text)
  if (lone !== -1) return notText(`Byte ${lone * 2} is half a character of UTF-16`, 'Save the file again as UTF-8.')
  const nul = text.indexOf('\0')
  if (nul !== -1)
    return notText(`Byte ${nul * 2} is a NUL character`, 'Expected text; remove it or save the file again.')
  return ok({ text, encoding })
}

function nulAt(bytes: Buffer, nul: number): Result<never> {
  const even = countNuls(bytes, 0)
  const odd = countNuls(bytes, 1)
  const half = Math.min(bytes.length, 4096) / 2
  if (Math.max(even, odd) > half / 2 && Math.min(even, odd) < half / 20)
    return notText(
      `Byte ${nul} is NUL and so is about every second byte: this looks like UTF-16 without a byte-order mark`,
      `Save it as UTF-8, or convert a copy: iconv -f UTF-16${odd > even ? 'LE' : 'BE'} -t UTF-8.`,
    )
  return notText(
    `Byte ${nul} on line ${lineOf(bytes, nul)} is NUL`,
    'Text has none: this is binary data or a damaged file.',
  )
}

function countNuls(bytes: Buffer, from: number): number {
  let count = 0
  for (let at = from; at < Math.min(bytes.length, 4096); at += 2) if (bytes[at] === 0) count++
  return count
}

function firstNotUtf8(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return -1
}

/** Length of the well-formed sequence at a place (Unicode table 3-7); 0 where there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  if (length === 0) return 0
  const second = bytes[at + 1] ?? 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function loneSurrogate(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0xd800 || code > 0xdfff) continue
    const next = text.charCodeAt(at + 1)
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return at
    at++
  }
  return -1
}

function lineOf(bytes: Buffer, at: number): number {
  let line = 1
  for (let index = 0; index < at; index++) if (bytes[index] === 10) line++
  return line
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

function notText(found: string, then: string): Result<never> {
  return refuse('not-text', `${found}. ${then}`)
}
