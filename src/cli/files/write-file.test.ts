import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFile } from './write-file.ts'
import { writeFiles } from './write-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const code = async (result: ReturnType<typeof writeFile>) => {
  const settled = await result
  return settled.ok ? 'ok' : settled.refusal.code
}

describe('writing a file', () => {
  it('makes it, replaces it, keeps its mode, and leaves nothing beside it', async () => {
    expect(await code(writeFile(at('a.md'), 'one'))).toBe('ok')
    chmodSync(at('a.md'), 0o640)
    expect(await code(writeFile(at('a.md'), Buffer.from('two')))).toBe('ok')
    expect(readFileSync(at('a.md'), 'utf8')).toBe('two')
    expect(statSync(at('a.md')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it('does not change the bytes that another name still holds', async () => {
    writeFileSync(at('a.md'), 'one')
    linkSync(at('a.md'), at('b.md'))
    await writeFile(at('a.md'), 'two')
    expect(readFileSync(at('b.md'), 'utf8')).toBe('one')
  })

  it('refuses to replace where it may only make', async () => {
    expect(await code(writeFile(at('a.md'), 'one', { fresh: true }))).toBe('ok')
    expect(await code(writeFile(at('a.md'), 'two', { fresh: true }))).toBe('exists')
    expect(readFileSync(at('a.md'), 'utf8')).toBe('one')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it('says so where the folder is missing or the name is a folder', async () => {
    expect(await code(writeFile(at('no/a.md'), 'x'))).toBe('not-found')
    mkdirSync(at('dir.md'))
    expect(await code(writeFile(at('dir.md'), 'x'))).toBe('not-a-file')
  })
})

describe('F23 names and links', () => {
  it.each(['with space.md', 'new\nline.md', '-rf.md', '日本 🔥.md', `${'x'.repeat(252)}.md`])(
    'writes %j',
    async (name) => {
      expect(await code(writeFile(at(name), 'x'))).toBe('ok')
      expect(readdirSync(folder)).toEqual([name])
    },
  )

  it('follows a link inside the folder and keeps it a link', async () => {
    writeFileSync(at('real.md'), 'one')
    symlinkSync('real.md', at('link.md'))
    expect(await code(writeFile(at('link.md'), 'two'))).toBe('ok')
    expect(lstatSync(at('link.md')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('real.md'), 'utf8')).toBe('two')
  })

  it('refuses a link that leads out of the folder, and the target stays', async () => {
    mkdirSync(at('docs'))
    writeFileSync(at('secret.md'), 'one')
    symlinkSync('../secret.md', at('docs/link.md'))
    expect(await code(writeFile(at('docs/link.md'), 'two'))).toBe('outside')
    expect(readFileSync(at('secret.md'), 'utf8')).toBe('one')
    expect(await code(writeFile(at('docs/link.md'), 'two', { root: folder }))).toBe('ok')
    symlinkSync('../nowhere.md', at('docs/dangling.md'))
    expect(await code(writeFile(at('docs/dangling.md'), 'two'))).toBe('not-found')
    expect(existsSync(at('nowhere.md'))).toBe(false)
  })

  it('refuses a NUL character in a name', async () => {
    expect(await code(writeFile(at('a\0b.md'), 'x'))).toBe('bad-name')
  })
})

describe('F20 a write that fails in the middle', () => {
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('for want of permission', async () => {
    writeFileSync(at('a.md'), 'old')
    chmodSync(folder, 0o500)
    expect(await code(writeFile(at('a.md'), 'new'))).toBe('no-permission')
    chmodSync(folder, 0o700)
    expect(readFileSync(at('a.md'), 'utf8')).toBe('old')
  })

  it.skipIf(process.platform !== 'linux')('where the system takes no files', async () => {
    expect(['no-permission', 'not-found', 'read-only', 'file']).toContain(await code(writeFile('/proc/self/a.md', 'x')))
  })
})

describe('F21 several files', () => {
  it('are each old or new after a failure, and a second run does the rest only', async () => {
    mkdirSync(at('b.md'))
    const files = ['a.md', 'b.md', 'c.md'].map((name) => ({ path: at(name), content: `new ${name}` }))
    writeFileSync(at('a.md'), 'old')
    writeFileSync(at('c.md'), 'old')
    const first = await writeFiles(files)
    expect(first.ok ? '' : first.refusal.code).toBe('not-a-file')
    expect(readFileSync(at('a.md'), 'utf8')).toBe('new a.md')
    expect(readFileSync(at('c.md'), 'utf8')).toBe('old')
    rmSync(at('b.md'), { recursive: true })
    expect(await writeFiles(files)).toEqual({ ok: true, value: { written: 2, unchanged: 1 } })
    expect(await writeFiles(files)).toEqual({ ok: true, value: { written: 0, unchanged: 3 } })
  })
})
