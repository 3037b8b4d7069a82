import { describe, expect, it } from 'vitest'
import { guard, LIMITS } from './guard.ts'
import { parsePostmortem } from './parse.ts'
import { renderHtml } from './render-html.ts'

const DEEP = '> '.repeat(LIMITS.nesting + 1)

describe('the guard', () => {
  it('leaves lines within the limits alone', () => {
    for (const line of [
      '> '.repeat(LIMITS.nesting),
      '-'.repeat(500),
      `| ${'a | '.repeat(LIMITS.columns - 1)}`,
      '['.repeat(LIMITS.brackets),
    ]) {
      const { lines, problems } = guard(line)
      expect(lines).toEqual([line])
      expect(problems).toEqual([])
    }
  })

  it.each([
    ['nesting', `${DEEP}a`, 'too-deep'],
    ['indentation', `${' '.repeat(LIMITS.indentation + 1)}- a`, 'too-deep'],
    ['columns', '|a'.repeat(LIMITS.columns + 1), 'too-wide'],
    ['brackets', '['.repeat(LIMITS.brackets + 1), 'too-deep'],
  ])('takes a line beyond the limit of %s for text of the same length, and says so', (_, line, code) => {
    const { lines, problems } = guard(`before\n${line}\nafter`)
    expect(lines[1]).toHaveLength(line.length)
    expect(problems).toEqual([
      { code, message: expect.stringMatching(/it is read as plain text/), span: { from: 7, to: expect.any(Number) } },
    ])
    const { source, sections } = parsePostmortem(`# T\n\n${line}\n`)
    const [block] = sections.at(-1)!.blocks
    expect(block?.type).toBe('paragraph')
    expect(block?.type === 'paragraph' && block.lines.map(({ from, to }) => source.slice(from, to))).toEqual([
      line.trim(),
    ])
    expect(renderHtml(line)).toMatch(/^<p>[^\n]*<\/p>\n$/)
  })

  it('says it once for lines that follow one another, and at most twenty times', () => {
    expect(guard(`${DEEP}a\n`.repeat(1000)).problems).toHaveLength(1)
    expect(guard(`${DEEP}a\n${'a\n'.repeat(300)}`.repeat(100)).problems).toHaveLength(20)
  })
})
