import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { unifiedDiff } from './unified-diff.ts'

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the difference of two texts', () => {
  it('is what git applies to get from one to the other', () => {
    const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '-- x\n', '日\n')
    const text = fc
      .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('', 'end'))
      .map(([lines, end]) => lines.join('') + end)
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after)
        writeFileSync(join(folder, 'a.md'), before)
        execFileSync('git', ['apply', '--whitespace=nowarn', '--unidiff-zero', '-p0', '-'], {
          cwd: folder,
          input: unifiedDiff(before, after, 'a.md'),
        })
        expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(after)
      }),
      { numRuns: 60 },
    )
  })
})
