import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listDocuments } from './list-documents.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(...names: string[]) {
  for (const name of names) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), '# x\n')
  }
}
const list = async (...paths: string[]) => {
  const { documents, notes } = await listDocuments(paths, cwd)
  return {
    files: documents.map(({ file, refusal }) => (refusal ? `${file} (${refusal.code})` : file)),
    notes,
    documents,
  }
}

describe('listing documents', () => {
  it('finds all *.md below a folder, sorted by the parts of their paths, and nothing else', async () => {
    put(
      'docs/b.md',
      'docs/a/z.md',
      'docs/a.md',
      'docs/a-b/c.MD',
      'docs/x.txt',
      'docs/node_modules/m.md',
      'docs/.git/g.md',
      'docs/.hidden/h.md',
    )
    expect((await list('docs')).files).toEqual([
      'docs/.hidden/h.md',
      'docs/a/z.md',
      'docs/a-b/c.MD',
      'docs/a.md',
      'docs/b.md',
    ])
  })

  it('keeps the path as it was given', async () => {
    put('docs/a.md')
    expect((await list('.')).files).toEqual(['docs/a.md'])
    expect((await list('./docs/')).files).toEqual(['./docs/a.md'])
    expect((await list(join(cwd, 'docs'))).files).toEqual([join(cwd, 'docs/a.md')])
    expect((await listDocuments(['../docs'], join(cwd, 'docs'))).documents.map(({ file }) => file)).toEqual([
      '../docs/a.md',
    ])
  })

  it('takes a named file whatever its ending, and each file once', async () => {
    put('docs/a.md', 'notes.txt')
    expect((await list('notes.txt', 'docs/a.md', 'docs', './docs/a.md')).files).toEqual(['notes.txt', 'docs/a.md'])
  })

  it('reports what is not there, and a folder without documents', async () => {
    mkdirSync(join(cwd, 'empty'))
    expect(await list('gone.md', 'empty', '')).toMatchObject({
      files: ['gone.md (not-found)', ' (not-found)'],
      notes: ['empty holds no *.md files.'],
    })
  })
})

describe('F23 file names', () => {
  it('with spaces, newlines, a leading dash, unicode and 255 bytes', async () => {
    const names = ['-rf.md', 'a b.md', 'c\nd.md', 'é.md', '日本 🔥.md', '$(touch x).md', `${'x'.repeat(252)}.md`]
    put(...names)
    expect((await list('.')).files.sort()).toEqual(names.sort())
    expect((await list('-rf.md')).documents[0]!.path).toBe(join(cwd, '-rf.md'))
  })

  it('links that lead out of the folder are not followed, and it says so', async () => {
    put('outside/secret.md', 'docs/a.md')
    symlinkSync('../outside', join(cwd, 'docs/way-out'))
    symlinkSync('../outside/secret.md', join(cwd, 'docs/link.md'))
    symlinkSync('/etc', join(cwd, 'docs/etc'))
    const { files, notes } = await list('docs')
    expect(files).toEqual(['docs/a.md'])
    expect(notes).toHaveLength(3)
    expect(notes[1]).toBe(
      'docs/link.md is a link that leads out of the folder; it was not followed. Name it to include it.',
    )
    expect((await list('docs/link.md')).files).toEqual(['docs/link.md'])
  })

  it('links inside the folder count once, circles end, broken ones are reported', async () => {
    put('docs/a.md', 'docs/data/text.txt')
    symlinkSync('a.md', join(cwd, 'docs/alias.md'))
    symlinkSync('data/text.txt', join(cwd, 'docs/text.md'))
    symlinkSync('text.md', join(cwd, 'docs/text-again.md'))
    symlinkSync('..', join(cwd, 'docs/data/up'))
    symlinkSync('nowhere', join(cwd, 'docs/broken.md'))
    symlinkSync('circle.md', join(cwd, 'docs/circle.md'))
    const { files } = await list('docs')
    expect(files).toEqual([
      'docs/a.md',
      'docs/broken.md (not-found)',
      'docs/circle.md (link-loop)',
      'docs/text-again.md',
    ])
  })
})
