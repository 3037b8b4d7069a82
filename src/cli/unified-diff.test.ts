import { describe, expect, it } from 'vitest'
import { unifiedDiff } from './unified-diff.ts'

describe('the difference of two texts', () => {
  it('shows three lines around each change', () => {
    const before = Array.from({ length: 30 }, (_, at) => `line ${at + 1}\n`)
    const after = [...before.slice(0, 4), 'new\n', ...before.slice(5, 24), ...before.slice(25)]
    expect(unifiedDiff(before.join(''), after.join(''), 'a.md')).toBe(
      '--- a.md\n+++ a.md\n' +
        '@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+new\n line 6\n line 7\n line 8\n' +
        '@@ -22,7 +22,6 @@\n line 22\n line 23\n line 24\n-line 25\n line 26\n line 27\n line 28\n',
    )
  })

  it('says where the last line has no end, and nothing where nothing differs', () => {
    expect(unifiedDiff('a', 'a\n', 'x')).toBe('--- x\n+++ x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n')
    expect(unifiedDiff('a\r\n', 'a\r\n', 'x')).toBe('')
    expect(unifiedDiff('', 'a\n', 'x')).toContain('@@ -0,0 +1 @@\n+a\n')
  })
})
