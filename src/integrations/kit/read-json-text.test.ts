import { describe, expect, it } from 'vitest'
import { readJsonText } from './read-json-text.ts'

const refusalOf = (text: string) => {
  const result = readJsonText(text, 'page.json')
  if (result.ok) throw new Error('expected a refusal')
  return result.refusal
}

describe('readJsonText', () => {
  it('reads JSON behind a byte order mark', () => {
    expect(readJsonText('\ufeff{"a":1}')).toEqual({ ok: true, value: { value: { a: 1 }, lines: false, problems: [] } })
  })

  it('reads JSON lines, and tells of a last line that was cut off', () => {
    const result = readJsonText('{"a":1}\n\n{"a":2}\r\n{"a":')
    expect(result.ok && result.value.value).toEqual([{ a: 1 }, { a: 2 }])
    expect(result.ok && result.value.problems[0]?.path).toBe('line 4')
  })

  it.each(['{"a": [1, 2', '{"a": "b', '{"a": tr', '[1,\n2,', '"a\\', '{'])(
    'F13 says of %j that it was cut off, and where',
    (text) => {
      const { code, message, where } = refusalOf(text)
      expect(code).toBe('json-cut-off')
      expect(message).toMatch(/line \d+, column \d+.*cut off/)
      expect(where).toMatchObject({ file: 'page.json', line: text.split('\n').length })
    },
  )

  it('F13 names line, column, what was found and what was expected', () => {
    expect(refusalOf('{\n  "a": 1,\n  b: 2\n}')).toMatchObject({
      code: 'json-broken',
      where: { file: 'page.json', line: 3, column: 3 },
      message:
        'Line 3, column 3: found "b", expected a name in double quotes. Export the file again, or mend it there.',
    })
    expect(refusalOf('[1 2]').where).toMatchObject({ line: 1, column: 4 })
    expect(refusalOf('{"a":1} {"b":2}').message).toMatch(/expected the end of the file/)
  })

  it('F13 tells an empty file and a web page from broken JSON', () => {
    expect(refusalOf(' \n').code).toBe('json-empty')
    expect(refusalOf('<!DOCTYPE html><html><body>Sign in</body></html>').code).toBe('json-is-html')
  })

  it('does not overflow on depth or size', () => {
    expect(refusalOf('['.repeat(200_000)).code).toBe('json-cut-off')
    expect(refusalOf(`"${'a'.repeat(2_000_000)}`).code).toBe('json-cut-off')
  })
})
