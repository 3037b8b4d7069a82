import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

describe('F14 hostile archives', () => {
  it('100,000 files are refused in bounded time', async () => {
    const empty = (count: number) =>
      zip(Array.from({ length: count }, (_, at) => ({ name: `c/${at}.json`, method: 0 })))
    const seen: string[] = []
    const refusal = async (count: number) => {
      writeFileSync(path, empty(count))
      const result = await readZip(
        path,
        () => true,
        async ({ name }) => void seen.push(name),
      )
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(await refusal(60_000)).toBe('zip-too-many')
    expect(await refusal(100_000)).toBe('not-zip')
    expect(seen).toEqual([])
  })
})

describe('F17 very many messages', () => {
  it('are read one at a time with bounded memory', async () => {
    const day = JSON.stringify(
      Array.from({ length: 20_000 }, (_, at) => ({ ts: `${at}.0`, text: `message number ${at} of many` })),
    )
    writeFileSync(path, zip(Array.from({ length: 50 }, (_, at) => ({ name: `incident/${at}.json`, content: day }))))
    let messages = 0
    let highest = 0
    const result = await readZip(
      path,
      () => true,
      async (file) => {
        for await (const message of jsonElements(await file.stream())) {
          if (typeof (message as { text: unknown }).text === 'string') messages++
          if (messages % 10_000 === 0) highest = Math.max(highest, process.memoryUsage().arrayBuffers)
        }
      },
    )
    expect(result).toEqual({ ok: true, value: 50 })
    expect(messages).toBe(1_000_000)
    expect(highest).toBeLessThan(100 * 1024 * 1024)
  })
})
