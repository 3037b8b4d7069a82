import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'

const forms: readonly (readonly [string, string])[] = [
  ['bullets', '# T\n\n- **Incident ID:** INC-2026-05-03-1\n- **Severity:** P1\n- **Start:** 2026-05-03 14:03 UTC\n'],
  [
    'bullets below a heading',
    '# T\n\n## Metadata\n\n- Incident ID: INC-2026-05-03-1\n- Severity: P1\n- Start time: 2026-05-03 14:03 UTC\n',
  ],
  [
    'a table',
    '# T\n\n| Field | Value |\n|---|---|\n| Incident ID | INC-2026-05-03-1 |\n| Severity | P1 |\n| Start | 2026-05-03 14:03 UTC |\n',
  ],
  ['front matter', '---\nincident_id: INC-2026-05-03-1\nseverity: P1\nstart: "2026-05-03 14:03 UTC"\n---\n\n# T\n'],
  [
    'bold labels on lines',
    '# T\n\n**Incident ID**: INC-2026-05-03-1\n**Severity**: P1\n**Start**: 2026-05-03 16:03 CEST\n',
  ],
  [
    'lines below a heading',
    '# T\n\n## Metadata\n\nIncident ID: INC-2026-05-03-1\nSeverity: P1\nStart (UTC): 2026-05-03 14:03\n',
  ],
]

describe('metadata', () => {
  it.each(forms)('reads %s', (_, source) => {
    const { metadata, title } = parsePostmortem(source)
    expect(metadata.incidentId?.value).toBe('INC-2026-05-03-1')
    expect(metadata.severity?.value).toBe('P1')
    expect(metadata.startedAt?.value).toBe(Date.parse('2026-05-03T14:03:00Z'))
    expect(title?.text).toBe('T')
  })

  it.each(forms)('knows where each value of %s stands', (_, source) => {
    for (const { value } of parsePostmortem(source).metadata.entries)
      expect(source.slice(value.span.from, value.span.to)).toBe(value.text)
  })

  it('keeps labels that are not ours, and an organisation’s own words for severity', () => {
    const { metadata } = parsePostmortem('# T\n\n- **Mood:** calm\n- **Severity:** orange\n', {
      severityWords: { orange: 'P2' },
    })
    expect(metadata.entries[0]).toMatchObject({ key: 'other', label: 'Mood', value: { text: 'calm' } })
    expect(metadata.severity?.value).toBe('P2')
  })

  it('reads duration and end', () => {
    const { metadata } = parsePostmortem('# T\n\n- **Date:** 2026-05-03\n- **Duration:** 14:03 - 15:10 UTC\n')
    expect(metadata.duration?.value).toBe(67)
    expect(metadata.endedAt?.value).toBe(Date.parse('2026-05-03T15:10:00Z'))
  })

  it('takes the words below a heading such as Status', () => {
    const { metadata } = parsePostmortem('# T\n\n## Status\n\n**Final**, signed\n')
    expect(metadata.entries).toMatchObject([{ key: 'status', label: 'Status', value: { text: 'Final, signed' } }])
  })
})

describe('titles', () => {
  it.each([
    ['# Postmortem: checkout-example down\n', 'Postmortem: checkout-example down', 'heading'],
    ['Checkout-example down\n=====\n\nWords.\n', 'Checkout-example down', 'heading'],
    ['# Retrospective: login\n\n## Summary\n\nWords.\n', 'Retrospective: login', 'heading'],
    ['---\ntitle: "Checkout-example down"\n---\n\n## Summary\n\nWords.\n', 'Checkout-example down', 'front-matter'],
    ['<!-- note -->\n\n## Checkout-example down\n\n### Summary\n\nWords.\n', 'Checkout-example down', 'heading'],
    ['RCA #1: checkout-example down\n\nSummary\nWords.\n', 'RCA #1: checkout-example down', 'heading'],
  ])('%j', (source, text, from) => {
    const { title, titleFrom } = parsePostmortem(source)
    expect([title?.text, titleFrom]).toEqual([text, from])
  })

  it('has none where the document begins with a section', () => {
    expect(parsePostmortem('## Summary\n\nWords.\n').title).toBeNull()
  })
})
