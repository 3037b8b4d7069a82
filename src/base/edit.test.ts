import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyToRevision } from './apply-to-revision.ts'
import { digest } from './digest.ts'
import { applyEdits, lineEndingAt } from './edit.ts'
import { sampleRuns } from './sample-runs.ts'

const applied = (source: string, ...edits: { from: number; to: number; text: string }[]) => {
  const result = applyEdits(source, edits)
  return result.ok ? result.value : result.refusal.code
}

describe('edits', () => {
  it('apply together, whatever their order, and leave every other character', () => {
    expect(applied('one two three', { from: 8, to: 13, text: '3' }, { from: 0, to: 3, text: '1' })).toBe('1 two 3')
    expect(applied('ab', { from: 1, to: 1, text: 'x' }, { from: 1, to: 1, text: 'y' })).toBe('axyb')
    expect(applied('ab', { from: 0, to: 1, text: '' }, { from: 1, to: 2, text: 'c' })).toBe('c')
  })

  it('F11 that overlap are refused as a whole', () => {
    expect(applied('abcdef', { from: 0, to: 3, text: 'x' }, { from: 2, to: 4, text: 'y' })).toBe('edits-overlap')
    expect(applied('abcdef', { from: 1, to: 5, text: 'x' }, { from: 2, to: 3, text: '' })).toBe('edits-overlap')
  })

  it.each([
    [-1, 0],
    [0, 4],
    [2, 1],
    [0.5, 1],
    [Number.NaN, 1],
  ])('F11 that do not fit the text are refused: %s to %s', (from, to) => {
    expect(applied('abc', { from, to, text: 'x' })).toBe('edit-out-of-range')
  })

  it('F07 never cut a character in two', () => {
    expect(applied('a👩b', { from: 2, to: 4, text: 'x' })).toBe('edit-splits-character')
    expect(applied('a👩b', { from: 1, to: 2, text: 'x' })).toBe('edit-splits-character')
    expect(applied('a👩b', { from: 1, to: 3, text: '👨' })).toBe('a👨b')
  })

  it('give the text that pasting piece by piece gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }))),
        (parts) => {
          let source = ''
          let wanted = ''
          const edits = parts.map(([kept, old, text]) => {
            const from = source.length + kept.length
            source += kept + old
            wanted += kept + text
            return { from, to: from + old.length, text }
          })
          expect(applied(source, ...edits)).toBe(wanted)
        },
      ),
      { seed: 20261123, numRuns: sampleRuns(300) },
    )
  })
})

describe('F11 edits from a stale revision', () => {
  const edit = { from: 0, to: 1, text: 'x' }

  it('are refused with both revisions named', () => {
    const result = applyToRevision('new', digest('old'), [edit])
    expect(result).toEqual({
      ok: false,
      refusal: {
        code: 'edits-stale',
        message: expect.stringMatching(
          new RegExp(`revision ${digest('old').slice(0, 12)}.* revision ${digest('new').slice(0, 12)}`),
        ),
      },
    })
  })

  it('apply where the text is still that revision', () => {
    expect(applyToRevision('old', digest('old'), [edit])).toEqual({ ok: true, value: 'xld' })
  })
})

describe('F05 the line ending around a place', () => {
  it.each([
    ['a\r\nb\nc', 4, '\r\n'],
    ['a\r\nb\nc', 5, '\n'],
    ['a\rb', 2, '\r'],
    ['a\rb', 0, '\r'],
    ['abc\r\n', 1, '\r\n'],
    ['abc', 1, '\n'],
    ['', 0, '\n'],
  ])('of %j at %i is %j', (source, offset, ending) => {
    expect(lineEndingAt(source, offset)).toBe(ending)
  })
})
