import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'
import { APPENDIX, lostInConversion, toFormat } from './to-format.ts'

const original = `---
title: Queue of the shop stood still
team: Example Team
---

Some words before anything else.

## What happened

The consumer group lost its lease. See [the log](https://logs.example.com/a_b?c=1|2).

| Part | State |
|---|---|
| broker | fine |

## Timeline (all times CET)

- 2026-03-02 09:00 Lease lost
  - a detail about the lease
- 09:30 Consumers restarted

## Odd heading nobody knows

Words that fit nowhere.

## Action items

1. Alert on lease loss @ada, due 2026-04-01
2. Write the runbook
`

describe('turning a document into the format', () => {
  const options = { incidentId: 'INC-2026-03-02-001', startedAt: null }
  const { text, appendix } = toFormat(parsePostmortem(original), options)
  const result = parsePostmortem(text)

  it('puts known values in their places', () => {
    expect(result.title?.value).toBe('Queue of the shop stood still')
    expect(result.metadata.incidentId?.value).toBe('INC-2026-03-02-001')
    expect(result.timeline.map(({ at, text }) => [at, text])).toEqual([
      [Date.UTC(2026, 2, 2, 8), 'Lease lost'],
      [Date.UTC(2026, 2, 2, 8, 30), 'Consumers restarted'],
    ])
    expect(result.actionItems.map(({ owner, due }) => [owner?.text, due?.value])).toEqual([
      ['@ada', '2026-04-01'],
      ['', null],
    ])
  })

  it('keeps what fits nowhere word for word under the appendix', () => {
    expect(appendix).toContain('Odd heading nobody knows')
    const tail = text.slice(text.indexOf(`## ${APPENDIX}`))
    expect(tail).toContain('Words that fit nowhere.')
    expect(tail).toContain('a detail about the lease')
    expect(tail).toContain('Some words before anything else.')
    expect(text).toContain('- **team:** Example Team')
    expect(text).toContain('[the log](https://logs.example.com/a_b?c=1|2)')
  })

  it('loses nothing', () => {
    expect(lostInConversion(parsePostmortem(original), text)).toEqual([])
    expect(lostInConversion(parsePostmortem(original), text.replace('broker', 'other'))).not.toEqual([])
  })
})
