import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeText, encodeText } from './decode-text.ts'
import { LARGEST, readText } from './read-document.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevertwice-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const why = (bytes: Buffer) => {
  const result = decodeText(bytes)
  return result.ok ? 'ok' : result.refusal.message
}
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

describe('F02 encodings', () => {
  it('reads UTF-8 with and without a byte-order mark, and keeps the mark', async () => {
    const path = join(folder, 'a.md')
    for (const text of ['# é 🔥\r\n', '\ufeff# é\n', '', '\ufeff']) {
      writeFileSync(path, text)
      expect(await readText(path)).toEqual({ ok: true, value: { text, encoding: 'utf-8' } })
    }
  })

  it('reads UTF-16 with a byte-order mark and gives the same bytes back', () => {
    for (const [bytes, encoding] of [
      [utf16('\ufeff# é 🔥\n'), 'utf-16le'],
      [utf16('\ufeff# é 🔥\n').swap16(), 'utf-16be'],
    ] as const) {
      const copy = Buffer.from(bytes)
      expect(decodeText(bytes)).toEqual({ ok: true, value: { text: '\ufeff# é 🔥\n', encoding } })
      expect(bytes.equals(copy)).toBe(true)
      expect(encodeText('\ufeff# é 🔥\n', encoding).equals(copy)).toBe(true)
      expect(encodeText('# é 🔥\n', encoding).equals(copy)).toBe(true)
    }
  })

  it.each([
    [Buffer.from('# caf\xe9\nx', 'latin1'), /^Byte 5 \(0xe9\) on line 1 is not UTF-8\. .*iconv -f WINDOWS-1252/],
    [Buffer.from([0x61, 0x0a, 0xc3]), /^Byte 2 \(0xc3\) on line 2 is not UTF-8/],
    [Buffer.from([0xed, 0xa0, 0x80]), /^Byte 0 \(0xed\)/],
    [Buffer.from([0xc0, 0xaf]), /^Byte 0 \(0xc0\)/],
    [Buffer.from([0xf4, 0x90, 0x80, 0x80]), /^Byte 0 \(0xf4\)/],
    [
      utf16('# Postmortem\n'),
      /^Byte 1 is NUL and so is about every second byte: .*UTF-16 without a byte-order mark.*UTF-16LE/,
    ],
    [utf16('# Postmortem\n').swap16(), /^Byte 0 is NUL .*UTF-16BE/],
    [Buffer.from('# a\nb\0c'), /^Byte 5 on line 2 is NUL/],
    [Buffer.from([0xff, 0xfe, 0x61]), /odd number of bytes \(3\)/],
    [Buffer.from([0xff, 0xfe, 0x61, 0, 0x00, 0xd8]), /^Byte 4 is half a character/],
    [utf16('\ufeffa\0'), /^Byte 4 is a NUL/],
    [Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), /is a PDF document, not text/],
    [Buffer.from('PK\u0003\u0004\0\0rest'), /is a zip archive/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), /is a PNG image/],
  ])('says what was found at which byte: %#', (bytes, words) => {
    expect(why(bytes)).toMatch(words)
  })

  it('accepts exactly what the platform calls UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const bytes = Buffer.from(Buffer.concat(pieces).filter((byte) => byte !== 0))
        fc.pre(!['fffe', 'feff'].includes(bytes.toString('hex', 0, 2)))
        let expected: string | null = null
        try {
          expected = strict.decode(bytes)
        } catch {}
        const result = decodeText(bytes)
        expect(result.ok ? result.value.text : null).toBe(expected)
      }),
    )
  })
})

describe('F03 the limit', () => {
  it('is 50 MB and says so without reading the file', async () => {
    const path = join(folder, 'big.md')
    writeFileSync(path, '')
    truncateSync(path, LARGEST + 1)
    const result = await readText(path)
    expect(result).toMatchObject({ ok: false, refusal: { code: 'too-large', where: { file: path } } })
    expect(result.ok ? '' : result.refusal.message).toContain('at most 50 MB (52428800 bytes) are read')
  })

  it.skipIf(process.platform !== 'linux')('holds for a source without an end', async () => {
    expect(await readText('/dev/zero', 100_000)).toMatchObject({ ok: false, refusal: { code: 'too-large' } })
  })
})

describe('reading', () => {
  it('says what is in the way', async () => {
    expect(await readText(folder)).toMatchObject({ ok: false, refusal: { code: 'is-folder' } })
    expect(await readText(join(folder, 'no.md'))).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    expect(await readText(join(folder, 'a\0b'))).toMatchObject({ ok: false, refusal: { code: 'bad-name' } })
    expect(await readText(join(folder, 'x'.repeat(300)))).toMatchObject({
      ok: false,
      refusal: { code: 'name-too-long' },
    })
  })
})
