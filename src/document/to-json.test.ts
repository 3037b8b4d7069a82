import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'
import { blankPostmortem } from './template.ts'
import { postmortemToJson } from './to-json.ts'

describe('the model as JSON', () => {
  it('says moments in RFC 3339 and places as lines and columns in UTF-16 units', () => {
    const source =
      '# 👩‍🚒 Slow\r\n\r\n## Metadata\r\n\r\n- **Start**: 2026-11-23 23:30 +09:00\r\n- **Severity**: SEV1\r\n'
    const json = postmortemToJson(parsePostmortem(source))
    expect(json.title).toEqual({
      value: '👩‍🚒 Slow',
      text: '👩‍🚒 Slow',
      place: { line: 1, column: 3, endLine: 1, endColumn: 13 },
    })
    expect(json.metadata.startedAt).toEqual({
      value: '2026-11-23T14:30:00Z',
      text: '2026-11-23 23:30 +09:00',
      place: { line: 5, column: 14, endLine: 5, endColumn: 37 },
    })
    expect(json.metadata.severity).toMatchObject({ value: 'P0', text: 'SEV1' })
  })

  it('has the same keys for an empty text as for the template, and survives JSON', () => {
    const [empty, blank] = ['', blankPostmortem()].map((source) => postmortemToJson(parsePostmortem(source)))
    expect(Object.keys(empty!)).toEqual(Object.keys(blank!))
    expect(JSON.parse(JSON.stringify(blank))).toEqual(blank)
    expect(empty!.title).toBeNull()
  })
})
