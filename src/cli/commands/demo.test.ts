import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageFolder } from '../demo/example-files.ts'
import { runDemo } from '../demo/run-demo.ts'
import { shortened } from '../demo/shortened.ts'
import { typedWords } from '../demo/typed-words.ts'
import { recordedContext } from '../recorded-context.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('demo that goes wrong', () => {
  it('stops at the step, says what was expected, and fails', async () => {
    const { context, out } = recordedContext(folder)
    const steps = [
      { says: 'This cannot be.', acts: [{ nevertwice: ['verify', 'none.md'] }] },
      { says: 'Never shown.', acts: [] },
    ]
    await expect(runDemo(context, { pause: false, clean: true, format: 'text' }, steps)).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('stopped at "$ nevertwice verify none.md". It ended with 3; expected 0.'),
    })
    expect(out()).toContain('nevertwice: none.md: There is no such file')
    expect(out()).not.toContain('Never shown.')
  })

  it('says so where the example is not there', () => {
    expect(() => packageFolder(pathToFileURL(join(folder, 'dist/chunks/x.js')).href)).toThrow(
      'examples/checkout-pool) is not beside the program',
    )
  })
})

describe('what is shown', () => {
  it.each([
    [['item', 'a.md', 'A1', '--to', 'done'], 'item a.md A1 --to done'],
    [['--title', 'Orders fail'], '--title "Orders fail"'],
    [["won't", 'a$b', ''], `"won't" 'a$b' ""`],
    [['say "it\'s"'], `'say "it'\\''s"'`],
  ])('%j is typed as %s', (words, typed) => {
    expect(typedWords(words)).toBe(typed)
  })

  it('is cut where it is long, and says by how much', () => {
    expect(shortened('1\n2\n3\n', 2)).toEqual(['1', '2', '3'])
    expect(shortened('1\n2\n3\n4\n', 2)).toEqual(['1', '2', '... and 2 more lines'])
    expect(shortened('1\n\n3\n4\n', 2)).toEqual(['1', '... and 3 more lines'])
  })
})
