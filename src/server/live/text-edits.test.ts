import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { textEdits } from './text-edits.ts'

const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' ', '🚒', '🚑', 'é'), maxLength: 60 })

const applied = (before: string, after: string) => {
  const result = applyEdits(before, textEdits(before, after))
  return result.ok ? result.value : result.refusal.code
}

it('leads from any text to any other, and splits no character', () => {
  fc.assert(fc.property(words, words, (before, after) => applied(before, after) === after))
})

it('stays small where little changed in much', () => {
  const lines = Array.from({ length: 1500 }, (_, at) => `line ${at} of the text\n`)
  const before = lines.join('')
  lines[10] = 'line 10 of a text\n'
  lines[1400] = 'another line\n'
  const after = lines.join('')
  const edits = textEdits(before, after)
  expect(applied(before, after)).toBe(after)
  expect(edits.reduce((sum, { from, to, text }) => sum + (to - from) + text.length, 0)).toBeLessThan(60)
})

it('replaces what has nothing in common, without comparing it for minutes', () => {
  const before = 'ab'.repeat(200_000)
  const after = 'cd\n'.repeat(200_000)
  expect(textEdits(before, after)).toHaveLength(1)
  expect(applied(before, after)).toBe(after)
  const once = Array.from({ length: 1900 }, (_, at) => `one ${at}\n`).join('')
  const other = Array.from({ length: 1900 }, (_, at) => `other ${at * 7}\n`).join('')
  expect(applied(once, other)).toBe(other)
})
