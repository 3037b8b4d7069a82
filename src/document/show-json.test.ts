import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'
import { showJson, showUnreadable } from './show-json.ts'
import { blankPostmortem } from './template.ts'

const show = (source: string) => showJson('page.md', parsePostmortem(source))

describe('show as JSON', () => {
  it('tells exactly what DESIGN section 11 promises', () => {
    const source = `# Postmortem — Checkout slow

## Metadata

- **Incident ID:** INC-2026-11-23-001
- **Date / Time (UTC):** 2026-11-23 14:03
- **Duration:** 14:03 start - 14:45 end
- **Severity:** SEV2

## Timeline (UTC)

| Time | Event |
|---|---|
| 14:06 | Ada Example was paged |
| later | somebody looked |

## Action items

| ID | Description | Owner | Ticket | Due | Status |
|---|---|---|---|---|---|
| A1 | Add an alert | Bo Sample | SHOP-1 | 2026-12-24 | Done ✅ |
| A2 | Say so | \\<name\\> | | next year | |

## The weather

It rained.
`
    expect(show(source)).toEqual({
      file: 'page.md',
      title: 'Checkout slow',
      titleFrom: 'heading',
      incidents: [
        {
          id: 'INC-2026-11-23-001',
          severity: 'P1',
          severityText: 'SEV2',
          date: '2026-11-23',
          startedAt: '2026-11-23T14:03:00Z',
          endedAt: '2026-11-23T14:45:00Z',
        },
      ],
      timeline: [
        { at: '2026-11-23T14:06:00Z', date: '2026-11-23', text: 'Ada Example was paged', kind: 'paged', line: 14 },
        { at: null, date: null, text: 'somebody looked', kind: expect.any(String), line: 15 },
      ],
      actionItems: [
        {
          id: 'A1',
          description: 'Add an alert',
          owner: 'Bo Sample',
          ticket: 'SHOP-1',
          due: '2026-12-24',
          status: 'done',
          line: 21,
        },
        { id: 'A2', description: 'Say so', owner: null, ticket: null, due: 'next year', status: null, line: 22 },
      ],
      unmapped: [{ heading: 'The weather', line: 24 }],
    })
  })

  it('takes a placeholder for nothing', () => {
    const { incidents, actionItems } = show(blankPostmortem())
    expect(incidents).toEqual([
      { id: null, severity: null, severityText: null, date: null, startedAt: null, endedAt: null },
    ])
    expect(actionItems[0]).toMatchObject({ owner: null, ticket: null, due: null, status: 'open' })
  })

  it('takes the end from the start and the duration, and the id from the title', () => {
    const { incidents } = show(
      '# Cache cold (INC-2026-02-03-004)\n\n**Start**: 2026-02-03 10:00 UTC\n\n**Duration**: 90 minutes\n',
    )
    expect(incidents).toMatchObject([{ id: 'INC-2026-02-03-004', endedAt: '2026-02-03T11:30:00Z', date: '2026-02-03' }])
  })

  it('lists every incident of a page, each with its own day', () => {
    const page = ['2026-03-01', '2026-03-09']
      .map(
        (day) =>
          `## ${day}: queue full\n\n### Impact\n\nMail was late.\n\n### Timeline\n\n- 09:00 alert fired\n- 09:30 mitigated\n\n### Actions\n\n- Add a limit\n`,
      )
      .join('\n')
    const { incidents, timeline, actionItems } = show(`# Incidents of March\n\n${page}`)
    expect(incidents.map(({ date }) => date)).toEqual(['2026-03-01', '2026-03-09'])
    expect(timeline.map(({ at, line }) => [at, line])).toEqual([
      ['2026-03-01T09:00:00Z', 11],
      ['2026-03-01T09:30:00Z', 12],
      ['2026-03-09T09:00:00Z', 26],
      ['2026-03-09T09:30:00Z', 27],
    ])
    expect(actionItems.map(({ line }) => line)).toEqual([16, 31])
  })

  it('leaves no file out: empty ones and those that cannot be read', () => {
    expect(show('')).toMatchObject({ title: null, titleFrom: null, incidents: [], timeline: [], unmapped: [] })
    expect(showUnreadable('x.md', 'This is a folder.')).toMatchObject({
      file: 'x.md',
      error: 'This is a folder.',
      incidents: [],
    })
  })
})
