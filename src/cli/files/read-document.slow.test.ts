import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LARGEST, readText } from './read-document.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevertwice-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('F03 the limit', () => {
  it('reads a document that just fits', async () => {
    const path = join(folder, 'big.md')
    writeFileSync(path, 'x'.repeat(LARGEST))
    expect((await readText(path)).ok).toBe(true)
  })
})

describe('reading', () => {
  it.skipIf(process.platform === 'win32')('takes a pipe', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const writer = spawn('sh', ['-c', 'printf "# piped" > "$0"', pipe])
    expect(await readText(pipe)).toEqual({ ok: true, value: { text: '# piped', encoding: 'utf-8' } })
    expect(writer.pid).toBeDefined()
  })
})
