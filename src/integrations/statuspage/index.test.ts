import { describe, expect, it } from 'vitest'
import type { EvidenceBatch } from '../../evidence/fact.ts'
import type { ReadContext } from '../kit/source.ts'
import { statuspage } from './index.ts'

const update = (id: string, status: string, clock: string, body: string, more: object = {}) => ({
  id,
  status,
  body,
  created_at: `2026-11-23T${clock}-08:00`,
  display_at: `2026-11-23T${clock}-08:00`,
  affected_components: null,
  ...more,
})
const incident = {
  id: 'inc1',
  name: 'Checkout is slow',
  status: 'resolved',
  impact: 'major',
  shortlink: 'https://stspg.io/example1',
  started_at: '2026-11-23T06:10:00-08:00',
  resolved_at: '2026-11-23T07:05:00-08:00',
  components: [{ name: 'Checkout' }],
  incident_updates: [
    update('u3', 'resolved', '07:05:00', 'This is resolved.'),
    update(
      'u2',
      'monitoring',
      '06:40:00',
      '<p>A fix is out.<br />We watch <a href="https://status.example.com/x">it</a>.</p><script>alert(1)</script>',
      {
        affected_components: [
          { name: 'Cart', old_status: 'major_outage', new_status: 'operational' },
          { name: 'Mail', old_status: 'operational', new_status: 'operational' },
        ],
      },
    ),
    update('u1', 'investigating', '06:12:00', 'We see slow answers.'),
  ],
}

function read(value: unknown, context?: ReadContext): EvidenceBatch {
  const result = statuspage.read(value, context)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

describe('statuspage', () => {
  it('tells each update in order of time, as plain text', () => {
    const batch = read({ page: { url: 'https://status.example.com' }, incidents: [incident] })
    expect(batch.facts.map(({ at, title, kind }) => [new Date(at).toISOString().slice(11, 16), title, kind])).toEqual([
      ['14:12', 'Status page set to investigating: We see slow answers.', 'communicated'],
      ['14:40', 'Status page set to monitoring: A fix is out. We watch it.', 'communicated'],
      ['15:05', 'Status page set to resolved: This is resolved.', 'communicated'],
    ])
    expect(batch.facts[1]).toMatchObject({ labels: { components: 'Cart' }, url: incident.shortlink, thread: 'inc1' })
    expect(JSON.stringify(batch)).not.toContain('alert(1)')
  })

  it('gives title, impact, window, components and the page', () => {
    expect(read(incident).incident).toEqual({
      title: 'Checkout is slow',
      severity: 'major',
      startedAt: Date.UTC(2026, 10, 23, 14, 10),
      endedAt: Date.UTC(2026, 10, 23, 15, 5),
      services: ['Checkout', 'Cart'],
      statusPage: 'https://stspg.io/example1',
    })
    expect(read({ incident }).artefacts).toEqual([
      { kind: 'status-page', title: 'Status page: Checkout is slow', url: 'https://stspg.io/example1' },
      { kind: 'status-page', title: 'it', url: 'https://status.example.com/x' },
    ])
  })

  it('F13 names bad updates by their path, keeps unknown states, refuses another shape', () => {
    const updates = [
      7,
      update('u4', 'some_new_state', '06:50:00', ''),
      update('u5', 'resolved', '', 'x', { created_at: null, display_at: 'x' }),
    ]
    const batch = read({ incidents: [{ ...incident, incident_updates: updates }] })
    expect(batch.problems?.map(({ path }) => path)).toEqual([
      '$.incidents[0].incident_updates[0]',
      '$.incidents[0].incident_updates[2].display_at',
    ])
    expect(batch.facts.map(({ title, type }) => [title, type])).toEqual([
      ['Status page set to some new state', 'some_new_state'],
    ])
    expect(statuspage.read({ incidents: [{ id: 'x' }] })).toMatchObject({
      ok: false,
      refusal: { code: 'not-statuspage' },
    })
  })

  it('F15 the same export twice, in one list, is the same facts', () => {
    expect(read([incident, incident]).facts).toEqual(read(incident).facts)
  })

  it('reads the one incident that was asked for', () => {
    const other = { ...incident, id: 'inc2', name: 'Mail is late', incident_updates: [] }
    expect(read([incident, other]).problems?.[0]?.message).toMatch(/2 incidents \(Checkout is slow; Mail is late\)/)
    expect(read([incident, other], { incident: 'Mail is late' }).facts).toEqual([])
    expect(statuspage.read(incident, { incident: 'nope' })).toMatchObject({
      ok: false,
      refusal: { code: 'no-such-incident' },
    })
  })
})
