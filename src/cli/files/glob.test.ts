import { expect, it } from 'vitest'
import { matchesGlob } from './glob.ts'

it.each([
  ['drafts/a.md', 'drafts/**', true],
  ['drafts/x/a.md', 'drafts/**', true],
  ['drafts/x/a.md', 'drafts/*', false],
  ['drafts/x/a.md', 'drafts/', true],
  ['x/drafts/a.md', 'drafts/**', false],
  ['x/drafts/a.md', '**/drafts/**', true],
  ['drafts/a.md', '**/drafts/**', true],
  ['x/y/README.md', 'README.md', true],
  ['README.md', '/README.md', true],
  ['x/README.md', '/README.md', false],
  ['x/README.md', './x/README.md', true],
  ['a/b/c/d.md', 'a/**/d.md', true],
  ['a/d.md', 'a/**/d.md', true],
  ['INC-1.md', 'INC-?.md', true],
  ['INC-12.md', 'INC-?.md', false],
  ['日.md', '?.md', true],
  ['a+b(c).md', 'a+b(c).md', true],
  ['aXb.md', 'a.b.md', false],
  ['a.md', '', false],
])('%j and %j: %j', (path, glob, expected) => {
  expect(matchesGlob(path, glob)).toBe(expected)
})

it('takes no time that grows with the stars', () => {
  expect(matchesGlob(`${'a'.repeat(5000)}b`, `${'*a'.repeat(100)}*c`)).toBe(false)
  expect(matchesGlob('a/'.repeat(2000), `${'**/a/'.repeat(50)}c`)).toBe(false)
})
