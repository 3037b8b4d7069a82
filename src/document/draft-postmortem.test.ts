import { describe, expect, it } from 'vitest'
import type { EvidenceBatch } from '../evidence/fact.ts'
import { draftPostmortem, gatherIncident } from './draft-postmortem.ts'
import { parsePostmortem } from './parse.ts'

const AT = Date.UTC(2026, 10, 23, 14, 6)

function told(title: string, at = AT): EvidenceBatch {
  const source = { id: `notes:${at}`, source: 'notes', externalId: String(at), rawTime: String(at), type: 'note' }
  return { facts: [{ ...source, at, title }] }
}

function severityOfDraft(...batches: EvidenceBatch[]) {
  const draft = draftPostmortem(gatherIncident(batches), 'INC-2026-11-23-001')
  const { severity } = parsePostmortem(draft.text).metadata
  return severity && [severity.text, severity.value]
}

describe('the severity of a draft', () => {
  const alert = { facts: [], incident: { severity: 'critical' } }
  const page = { facts: [], incident: { severity: 'SEV-2' } }

  it('is the level that was declared last', () => {
    const later = told('raised to P0 by the incident commander, declared a P0 incident', AT + 60_000)
    expect(severityOfDraft(alert, page, told('declared a P2 incident'), later)).toEqual(['P0', 'P0'])
  })
  it('is a level before a word of one tool, and a word where there is nothing else', () => {
    expect(severityOfDraft(alert, page)).toEqual(['SEV-2', 'P1'])
    expect(severityOfDraft(alert)).toEqual(['critical', 'P0'])
  })
})

it('names an alert once, with its address where one source has it', () => {
  const alert = { kind: 'alert' as const, title: 'HighErrorRate' }
  const batches = [null, 'https://prometheus.example.com/graph', null].map((url) => ({
    facts: [],
    artefacts: [{ ...alert, url }],
  }))
  expect(gatherIncident(batches).artefacts).toEqual([{ ...alert, url: 'https://prometheus.example.com/graph' }])
})
