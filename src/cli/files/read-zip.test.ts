import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonElements } from './json-elements.ts'
import { readZip } from './read-zip.ts'
import { sampleZip as zip } from './sample-zip.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevertwice-'))
  path = join(folder, 'a.zip')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function read(archive: Buffer, wanted: (name: string) => boolean = () => true) {
  writeFileSync(path, archive)
  const seen: string[] = []
  const result = await readZip(path, wanted, async (file) => {
    const chunks: Buffer[] = []
    for await (const chunk of await file.stream()) chunks.push(chunk as Buffer)
    seen.push(`${file.name}=${Buffer.concat(chunks).toString('utf8')}`)
  })
  return { result: result.ok ? result.value : result.refusal.code, seen }
}

describe('reading a zip archive', () => {
  it('gives the wanted files in order, with their text', async () => {
    const archive = zip([
      { name: 'incident/', content: '' },
      { name: 'incident/2026-11-23.json', content: '[1]' },
      { name: 'random/2026-11-23.json', content: '[2]' },
      { name: 'incident/日本.json', content: '[3]' },
    ])
    expect(await read(archive, (name) => name.startsWith('incident/'))).toEqual({
      result: 2,
      seen: ['incident/2026-11-23.json=[1]', 'incident/日本.json=[3]'],
    })
  })

  it('passes on what the caller throws', async () => {
    writeFileSync(path, zip([{ name: 'a.json' }]))
    await expect(
      readZip(
        path,
        () => true,
        async () => Promise.reject(new Error('caller')),
      ),
    ).rejects.toThrow('caller')
  })

  it('says so where it is no archive, cut off, or not there', async () => {
    expect((await read(Buffer.from('hello'))).result).toBe('not-zip')
    const whole = zip([{ name: 'a.json', content: 'x'.repeat(1000) }])
    expect((await read(whole.subarray(0, whole.length - 30))).result).toBe('not-zip')
    const bent = Buffer.from(whole)
    bent.fill(0xff, 36, 40)
    expect((await read(bent)).result).toBe('not-zip')
    const missing = await readZip(
      join(folder, 'no.zip'),
      () => true,
      async () => {},
    )
    expect(missing.ok ? '' : missing.refusal.code).toBe('not-found')
  })
})

describe('F14 hostile archives', () => {
  it.each([
    ['../ in a name', { name: 'a/../../evil.json' }, 'zip-path'],
    ['an absolute path', { name: '/etc/evil.json' }, 'zip-path'],
    ['a drive', { name: 'C:evil.json' }, 'zip-path'],
    ['a backslash', { name: '..\\evil.json' }, 'zip-path'],
    ['a NUL', { name: 'a\0.json' }, 'zip-path'],
    ['a link', { name: 'a.json', content: '/etc/passwd', attributes: 0o120777 << 16 }, 'zip-link'],
    ['encryption', { name: 'a.json', flags: 1 }, 'zip-encrypted'],
    ['another method', { name: 'a.json', method: 14 }, 'zip-method'],
    ['1,000-fold compression', { name: 'a.json', content: Buffer.alloc(8_000_000, 0x20) }, 'zip-bomb'],
    ['one huge file', { name: 'a.json', size: 0xfffffff0 }, 'zip-too-large'],
  ])('%s is refused before anything is unpacked', async (_what, entry, code) => {
    const { result, seen } = await read(zip([{ name: 'fine.json', content: '[]' }, entry]))
    expect(result).toBe(code)
    expect(seen).toEqual([])
  })

  it('a size that lies is noticed while unpacking', async () => {
    expect(await read(zip([{ name: 'a.json', content: 'x'.repeat(500_000), size: 10 }]))).toEqual({
      result: 'not-zip',
      seen: [],
    })
  })

  it('files that share their bytes are refused', async () => {
    const copies = Array.from({ length: 300 }, (_, at) => ({ name: `${at}.json`, size: 900, sameDataAs: 0 }))
    const content = Array.from({ length: 900 }, (_, at) => String.fromCharCode(33 + ((at * 7919) % 90))).join('')
    expect((await read(zip([{ name: 'first.json', content }, ...copies]))).result).toBe('zip-overlap')
  })

  it('nothing is written beside it', async () => {
    await read(zip([{ name: 'a.json', content: '[]' }]))
    expect(readdirSync(folder)).toEqual(['a.zip'])
  })
})

describe('F17 very many messages', () => {
  it('can be cancelled between two messages', async () => {
    writeFileSync(
      path,
      zip([
        { name: 'a.json', content: '[1,2,3]' },
        { name: 'b.json', content: '[4]' },
      ]),
    )
    const seen: unknown[] = []
    const stop = new Error('cancelled')
    await expect(
      readZip(
        path,
        () => true,
        async (file) => {
          for await (const element of jsonElements(await file.stream())) {
            seen.push(element)
            if (element === 2) throw stop
          }
        },
      ),
    ).rejects.toBe(stop)
    expect(seen).toEqual([1, 2])
  })
})
