import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listDocuments } from './list-documents.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

describe('listing documents', () => {
  it.skipIf(process.platform !== 'linux')('pipes in a folder are passed over, and it says so', async () => {
    mkdirSync(join(cwd, 'docs'))
    writeFileSync(join(cwd, 'docs/a.md'), '# x\n')
    execFileSync('mkfifo', [join(cwd, 'docs/pipe.md')])
    expect(await listDocuments(['docs'], cwd)).toMatchObject({
      documents: [{ file: 'docs/a.md' }],
      notes: ['docs/pipe.md is neither a file nor a folder; it was not read.'],
    })
  })
})
