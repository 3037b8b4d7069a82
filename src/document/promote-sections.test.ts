import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'

describe('sections known by what they hold', () => {
  it('a list of timed entries is the timeline where no heading names one', () => {
    const list = '- 2026-05-03 14:03 UTC alert\n- 2026-05-03 14:20 UTC fixed\n'
    expect(parsePostmortem(`# T\n\n## What happened and when\n\n${list}`).timeline).toHaveLength(2)
    expect(parsePostmortem(`# T\n\n## Our evening\n\n${list}`).timeline).toHaveLength(2)
    expect(parsePostmortem(`# T\n\n## Our evening\n\n${list}\n## Timeline\n\n- 14:05 page\n`).timeline).toHaveLength(1)
    expect(parsePostmortem(`# T\n\n## Impact\n\n${list}`).timeline).toHaveLength(0)
  })

  it('lines that begin with times are a timeline, sentences that tell times are not', () => {
    const lines = '14:03 -> alert\n14:20 -> fixed\n'
    expect(parsePostmortem(`# T, 2026-05-03\n\n## Our evening\n\n${lines}`).timeline).toHaveLength(2)
    const prose = 'At 14:03 the alert fired.\n\nAt 14:20 it was fixed.\n'
    expect(parsePostmortem(`# T, 2026-05-03\n\n## Our evening\n\n${prose}`).timeline).toEqual([])
  })

  it('headings that begin with times are a timeline', () => {
    const story = '### 14:03 UTC: an alert\n\nWords.\n\n### 14:20 UTC: the fix\n\nWords.\n'
    const { timeline } = parsePostmortem(`# T, 2026-05-03\n\n## Narrative\n\n${story}\n## Themes\n\n- Two boards\n`)
    expect(timeline.map(({ text }) => text)).toEqual(['an alert', 'the fix'])
  })

  it('a table of tasks with owners and days holds the action items where no heading names them', () => {
    const table = '| Step | Responsible | Deadline |\n|---|---|---|\n| Add alert | Ada | 2026-06-01 |\n'
    expect(parsePostmortem(`# T\n\n## Remediation\n\n${table}`).actionItems).toHaveLength(1)
    expect(
      parsePostmortem(`# T\n\n## Remediation\n\n${table.replace('Deadline', 'Completion date')}`).actionItems,
    ).toEqual([])
    expect(parsePostmortem('# T\n\n## Remediation\n\n- Rolled back\n').actionItems).toEqual([])
  })
})
