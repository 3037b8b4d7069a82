import { expect, it } from 'vitest'
import { applyEdits } from './edit.ts'
import { moveSpan } from './move-span.ts'

const TEXT = 'one two three four'
const SPAN = { from: 4, to: 13 }

it.each([
  ['before it', [{ from: 0, to: 3, text: 'first' }], 'two three', true],
  ['after it', [{ from: 14, to: 18, text: 'end' }], 'two three', true],
  ['at its start', [{ from: 4, to: 4, text: 'and ' }], 'two three', true],
  ['at its end', [{ from: 13, to: 13, text: ' and' }], 'two three', true],
  ['inside', [{ from: 8, to: 13, text: '3' }], 'two 3', false],
  ['over its start', [{ from: 2, to: 7, text: 'X' }], ' three', false],
  ['over its end', [{ from: 8, to: 16, text: 'X' }], 'two ', false],
  [
    'on both sides and inside',
    [
      { from: 0, to: 4, text: '' },
      { from: 7, to: 7, text: ' and' },
      { from: 13, to: 18, text: '!' },
    ],
    'two and three',
    false,
  ],
])('follows its words through an edit %s', (_, edits, words, whole) => {
  const text = applyEdits(TEXT, edits)
  const moved = moveSpan(SPAN, edits)!
  expect([text.ok && text.value.slice(moved.from, moved.to), moved.whole]).toEqual([words, whole])
})

it('ends where all of its words are gone', () => {
  expect(moveSpan(SPAN, [{ from: 3, to: 14, text: '' }])).toBeNull()
})
