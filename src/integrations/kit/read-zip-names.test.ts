import { describe, expect, it } from 'vitest'
import { readZipNames, ZIP_LIMITS, type ZipEntry } from './read-zip-names.ts'

const entry = (fileName: string, more: Partial<ZipEntry> = {}): ZipEntry => ({
  fileName,
  compressedSize: 100,
  uncompressedSize: 1000,
  ...more,
})
const codeOf = (entries: Iterable<ZipEntry>) => {
  const result = readZipNames(entries)
  return result.ok ? 'ok' : result.refusal.code
}

describe('readZipNames', () => {
  it('gives the files of a chat export and skips its folders', () => {
    const result = readZipNames([entry('channels.json'), entry('incidents/'), entry('incidents/2026-11-23.json')])
    expect(result.ok && result.value.map((file) => file.fileName)).toEqual([
      'channels.json',
      'incidents/2026-11-23.json',
    ])
  })

  it.each([
    '../evil.json',
    'a/../../evil.json',
    'a\\..\\evil.json',
    '/etc/passwd',
    'C:\\evil.json',
    '\\\\host\\x',
    'a\\b.json',
    'a\u0000b',
    'a\nb',
    '',
  ])('F14 refuses the name %j', (name) => {
    expect(codeOf([entry('users.json'), entry(name)])).toBe('zip-path')
  })

  it('F14 refuses links and encrypted entries', () => {
    expect(codeOf([entry('users.json', { externalFileAttributes: 0o120777 * 65536 })])).toBe('zip-link')
    expect(codeOf([entry('users.json', { externalFileAttributes: 0o100644 * 65536 })])).toBe('ok')
    expect(codeOf([entry('users.json', { generalPurposeBitFlag: 1 })])).toBe('zip-encrypted')
  })

  it('F14 refuses thousand-fold compression, in one entry and spread over many', () => {
    expect(codeOf([entry('a.json', { compressedSize: 10_000, uncompressedSize: 10_000_000 })])).toBe('zip-bomb')
    const many = Array.from({ length: 100 }, (_, at) =>
      entry(`${at}.json`, { compressedSize: 900, uncompressedSize: 900_000 }),
    )
    expect(codeOf(many)).toBe('zip-bomb')
  })

  it('F14 bounds the number of entries, without reading them all', () => {
    let asked = 0
    const endless = function* () {
      for (;;) yield entry(`${asked++}.json`)
    }
    expect(codeOf(endless())).toBe('zip-too-many')
    expect(asked).toBe(ZIP_LIMITS.entries + 1)
  })

  it('F14 refuses what is too large, and one name twice', () => {
    expect(codeOf([entry('a.json', { compressedSize: 1e9, uncompressedSize: 1e9 })])).toBe('zip-too-large')
    expect(codeOf([entry('a.json'), entry('a.json')])).toBe('zip-twice')
  })
})
