import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../base/display-width.ts'
import { sourceLine } from './source-line.ts'

function shown(line: string, part: string, columns = 60) {
  const from = line.indexOf(part)
  return sourceLine(line, from, from + part.length, columns)
}

describe('sourceLine', () => {
  it('puts carets under the part', () => {
    expect(shown('the error rate rose', 'error')).toEqual({ text: 'the error rate rose', caret: '    ^^^^^' })
  })

  it('expands tabs to the next stop of four', () => {
    expect(shown('a\tb\tc', 'c')).toEqual({ text: 'a   b   c', caret: '        ^' })
  })

  it('gives wide characters two columns and combining marks none (F07)', () => {
    expect(shown('決済が止まった', '止')).toEqual({ text: '決済が止まった', caret: '      ^^' })
    expect(shown('🔥🔥 fire', 'fire').caret).toBe('     ^^^^')
    expect(shown('e\u0301tat X', 'X').caret).toBe('     ^')
    expect(shown('👩‍🚒 X', 'X').caret).toBe('   ^')
  })

  it('writes bidi and zero-width characters out and keeps the caret right (F07)', () => {
    expect(shown('a\u202eb X', 'X')).toEqual({ text: 'a\\u{202e}b X', caret: '           ^' })
    expect(shown('a\u200bb\u001b[31m', '\u001b').text).toBe('a\\u{200b}b\\u{1b}[31m')
  })

  it('cuts a long line around the caret and marks the cuts', () => {
    const line = `${'left '.repeat(200)}HERE${' right'.repeat(200)}`
    const { text, caret } = shown(line, 'HERE', 40)
    expect(text.startsWith('…') && text.endsWith('…')).toBe(true)
    expect(displayWidth(text)).toBeLessThanOrEqual(40)
    expect(text.slice(caret.indexOf('^'), caret.length)).toBe('HERE')
  })

  it('shows one caret after the end for an empty place there', () => {
    expect(sourceLine('abc', 3, 3, 40)).toEqual({ text: 'abc', caret: '   ^' })
    expect(sourceLine('', 0, 0, 40)).toEqual({ text: '', caret: '^' })
  })

  it('does not split a surrogate pair at the cut of a very long line', () => {
    const line = `${'𝒳'.repeat(4000)}HERE${'𝒳'.repeat(4000)}`
    const { text, caret } = shown(line, 'HERE', 21)
    expect(text).toContain('HERE')
    expect(text).not.toContain('\\u{d')
    expect(caret.trim()).toBe('^^^^')
  })
})
