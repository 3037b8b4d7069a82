import { describe, expect, it } from 'vitest'
import { readStrictJson } from './strict-json.ts'

const codeOf = (text: string) => {
  const read = readStrictJson(text)
  return read.ok ? 'ok' : read.refusal.code
}

describe('F26 the JSON of a request', () => {
  it('is read as JSON.parse reads it', () => {
    for (const value of [{ a: [1, { b: 'x' }], c: { a: '{"a":1,"a":2}' } }, [], 'text', 1, null, { 'a\nb': 1 }])
      expect(readStrictJson(JSON.stringify(value))).toEqual({ ok: true, value })
  })
  it('names nothing twice', () => {
    expect(codeOf('{"a":1,"a":2}')).toBe('json-duplicate')
    expect(codeOf('{"x":[{"a":1},{"a":2}]}')).toBe('ok')
    expect(codeOf('{"x":{"a":1,"b":{"a":1},"\\u0061":2}}')).toBe('json-duplicate')
  })
  it('is not nested deep, however deep it is', () => {
    expect(codeOf('['.repeat(64) + ']'.repeat(64))).toBe('ok')
    expect(codeOf('['.repeat(65))).toBe('json-deep')
    expect(codeOf('{"a":'.repeat(500_000))).toBe('json-deep')
  })
  it('says what is no JSON', () => {
    for (const text of [`"${'\\"'.repeat(500_000)}`, '', '{', '{"a"}', 'nothing', '{"a":1}}', '"', '\\'])
      expect(codeOf(text)).toBe('json-invalid')
  })
})
