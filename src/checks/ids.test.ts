import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { DEFAULT_POLICY } from './policy.ts'
import type { Finding } from './rule.ts'
import { checkPostmortem } from './run-rules.ts'

const SOURCE = `# Postmortem — checkout slow

- **Incident ID:** INC-2026-11-23-001
- **Incident ID:** INC-2026-11-23-002

## Action items

| ID | Description | Owner | Ticket | Due | Status |
|---|---|---|---|---|---|
| A1 | Size the pool by load | Ada Example | EX-1 | 2026-12-01 | open |
| A1 | Route the alert to the on-call | Bo Sample | EX-2 | 2026-12-01 | open |
| A3 | Describe the pool in the runbook | Bo Sample | EX-3 | 2026-12-01 | open |
| INC-2026-10-01-002#A1 | Limit the retries | Bo Sample | EX-4 | 2026-12-01 | open |
`

function findings(rule: string): Finding[] {
  const context = {
    postmortem: parsePostmortem(SOURCE),
    record: null,
    evidence: null,
    policy: DEFAULT_POLICY,
    now: null,
  }
  return checkPostmortem(context, { gate: 'draft' }).filter((finding) => finding.rule === rule)
}

describe('F09 duplicate ids, gaps, id of another postmortem', () => {
  it('names two incident ids in one document', () => {
    expect(
      findings('incident-id-once')
        .map(({ message }) => message)
        .join(),
    ).toMatch(/INC-2026-11-23-00[12]/)
  })

  it('names both places of an item id that stands twice', () => {
    const [finding] = findings('item-ids-unique')
    expect(finding?.severity).toBe('error')
    expect(finding?.message).toContain('A1 in line 11')
    expect(finding?.message).toContain('line 10')
    expect(SOURCE.slice(finding!.span.from, finding!.span.to)).toBe('A1')
    expect(SOURCE.slice(0, finding!.span.from).split('\n').length).toBe(11)
  })

  it('names the item id that is missing', () => {
    expect(findings('item-ids-in-sequence').map(({ message }) => message)).toEqual([
      expect.stringContaining('no A2 before A3'),
    ])
  })

  it('names the other postmortem, and where this one says which it is', () => {
    const [finding] = findings('item-ids-own')
    expect(finding?.message).toContain('INC-2026-10-01-002')
    expect(finding?.message).toContain('line 3')
  })
})
