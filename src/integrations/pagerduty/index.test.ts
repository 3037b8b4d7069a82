import { describe, expect, it } from 'vitest'
import type { EvidenceBatch } from '../../evidence/fact.ts'
import type { ReadContext } from '../kit/source.ts'
import { pagerduty } from './index.ts'

const ada = { id: 'UADA', type: 'user_reference', summary: 'Ada Example' }
const bo = { id: 'UBO', type: 'user_reference', summary: 'Bo Sample' }
const service = { id: 'SCHECK', type: 'service_reference', summary: 'checkout-example' }
const incident = {
  id: 'PINC1',
  type: 'incident',
  incident_number: 7,
  title: 'Checkout answers slowly',
  html_url: 'https://acme-example.pagerduty.com/incidents/PINC1',
  created_at: '2026-11-23T14:03:00Z',
  resolved_at: '2026-11-23T15:03:00Z',
  status: 'resolved',
  urgency: 'high',
  priority: { summary: 'P1' },
  service,
  teams: [{ summary: 'Payments team' }],
  escalation_policy: { summary: 'Payments escalation' },
}
const entry = (id: string, type: string, clock: string, more: object = {}) => ({
  id,
  type: `${type}_log_entry`,
  summary: `Summary of ${id}`,
  created_at: `2026-11-23T${clock}Z`,
  incident: { id: 'PINC1', summary: '[#7] Checkout answers slowly' },
  ...more,
})
const entries = [
  entry('L9', 'resolve', '15:03:00', { agent: ada }),
  entry('L1', 'trigger', '14:03:00', {
    agent: service,
    contexts: [{ type: 'link', href: 'https://wiki.example.com/runbooks/checkout', text: 'Runbook' }],
  }),
  entry('L2', 'assign', '14:03:01', { agent: service, assignees: [ada] }),
  entry('L3', 'notify', '14:03:05', {
    user: ada,
    channel: { notification: { type: 'push_notification', status: 'success' } },
  }),
  entry('L4', 'notify', '14:04:05', { user: ada, channel: { notification: { type: 'phone', status: 'success' } } }),
  entry('L5', 'escalate', '14:08:00', { agent: service, assignees: [bo] }),
  entry('L6', 'notify', '14:08:02', { user: bo }),
  entry('L7', 'acknowledge', '14:09:00', { agent: bo }),
  entry('L7b', 'acknowledgement', '14:33:00', { agent: ada }),
  entry('L8', 'annotate', '14:20:00', {
    agent: bo,
    channel: { type: 'note', summary: 'Rolled back checkout-example to 1.4.1' },
  }),
  entry('LX', 'some_new_thing', '14:50:00'),
]

function read(value: unknown, context?: ReadContext): EvidenceBatch {
  const result = pagerduty.read(value, context)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
const titles = (batch: EvidenceBatch) => batch.facts.map((fact) => `${fact.title} [${fact.kind ?? '-'}]`)

describe('pagerduty', () => {
  it('tells an incident with its log entries as neutral sentences', () => {
    const batch = read({ incident, log_entries: entries })
    expect(titles(batch)).toEqual([
      'PagerDuty incident #7 triggered: Checkout answers slowly [alert]',
      'Page sent to Ada Example (primary) [paged]',
      'Escalated to Bo Sample (secondary) [escalated]',
      'Page sent to Bo Sample (secondary) [paged]',
      'Acknowledged by Bo Sample [acknowledged]',
      'Rolled back checkout-example to 1.4.1 [-]',
      'Acknowledged by Ada Example [acknowledged]',
      'Summary of LX [-]',
      'Incident resolved by Ada Example [all-clear]',
    ])
    expect(batch.facts[1]).toMatchObject({ receiver: 'Ada Example', thread: 'PINC1', type: 'notify_log_entry' })
    expect(batch.leftOut).toEqual([
      { why: 'assignments that the page itself tells', count: 1 },
      { why: 'repeated notifications of the same page', count: 1 },
    ])
  })

  it('gives the incident as a whole: title, priority, services, window, on-call, teams, artefacts, responses', () => {
    const batch = read({ incident, log_entries: entries })
    expect(batch.incident).toEqual({
      title: 'Checkout answers slowly',
      severity: 'P1',
      services: ['checkout-example'],
      startedAt: Date.UTC(2026, 10, 23, 14, 3),
      endedAt: Date.UTC(2026, 10, 23, 15, 3),
      primary: 'Ada Example',
      secondary: 'Bo Sample',
    })
    expect(batch.teams).toEqual(['Payments team'])
    expect(batch.artefacts).toEqual([
      { kind: 'page', title: 'PagerDuty #7 Checkout answers slowly', url: incident.html_url },
      { kind: 'runbook', title: 'Runbook', url: 'https://wiki.example.com/runbooks/checkout' },
    ])
    const at = (hour: number, minute: number) => Date.UTC(2026, 10, 23, hour, minute)
    expect(batch.responses).toEqual([
      { actor: 'Bo Sample', from: at(14, 9), to: at(15, 3) },
      { actor: 'Ada Example', from: at(14, 33), to: at(15, 3) },
    ])
  })

  it('tells an incident alone, and an assignment where no page was logged', () => {
    const acknowledgements = [{ at: '2026-11-23T14:09:00Z', acknowledger: bo }]
    const alone = read({ incidents: [{ ...incident, acknowledgements, last_status_change_by: ada }] })
    expect(titles(alone)).toEqual([
      'PagerDuty incident #7 triggered: Checkout answers slowly [alert]',
      'Acknowledged by Bo Sample [acknowledged]',
      'Incident resolved by Ada Example [all-clear]',
    ])
    const assigned = read({ log_entries: [entry('L2', 'assign', '14:03:01', { agent: service, assignees: [ada] })] })
    expect(assigned.facts[0]).toMatchObject({
      title: 'Assigned to Ada Example (primary)',
      kind: 'paged',
      receiver: 'Ada Example',
    })
  })

  it('names on-call by level where the answer of /oncalls is there, and only who was paged', () => {
    const cy = { id: 'UCY', summary: 'Cy Placeholder' }
    const oncalls = [cy, ada]
      .map((user) => ({ user, escalation_level: 1 }))
      .concat({ user: bo, escalation_level: 2 } as never)
    expect(read({ incident, log_entries: entries, oncalls }).incident).toMatchObject({
      primary: 'Ada Example',
      secondary: 'Bo Sample',
    })
  })

  it('F15 a note is one fact whether it comes as a note or as a log entry; the same export twice is the same facts', () => {
    const notes = [
      { id: 'N1', user: bo, content: 'Rolled back checkout-example to 1.4.1', created_at: '2026-11-23T09:20:00-05:00' },
    ]
    const both = read({ log_entries: entries, notes })
    expect(both.facts.filter((fact) => fact.title.startsWith('Rolled back'))).toHaveLength(1)
    expect(read([{ log_entries: entries }, { log_entries: entries }]).facts).toEqual(
      read({ log_entries: entries }).facts,
    )
  })

  it('finds runbooks in alerts and does not tell the first alert twice', () => {
    const alert = {
      id: 'A1',
      type: 'alert',
      summary: 'HighLatency',
      created_at: '2026-11-23T14:03:01Z',
      severity: 'critical',
      service,
      incident: { id: 'PINC1' },
      body: {
        contexts: [{ type: 'link' }],
        details: { runbook: 'https://wiki.example.com/how-to/checkout', note: 'x' },
      },
    }
    const batch = read({ incident, alerts: [alert, { ...alert, id: 'A2', created_at: '2026-11-23T14:13:00Z' }] })
    expect(batch.facts.filter((fact) => fact.type === 'alert').map((fact) => fact.id)).toEqual(['pagerduty:alert-A2'])
    expect(batch.artefacts).toContainEqual({
      kind: 'runbook',
      title: 'https://wiki.example.com/how-to/checkout',
      url: 'https://wiki.example.com/how-to/checkout',
    })
  })

  it('F13 names the path of a bad entry and uses the rest; unknown types and values stay', () => {
    const bad = [null, { id: 7, type: 'trigger_log_entry' }, entry('L1', 'notify', 'nonsense', { user: 'nobody' })]
    const batch = read({
      incident: { ...incident, priority: 12, status: 'on-fire' },
      log_entries: [...bad, entry('LX', 'some_new_thing', '14:50:00')],
    })
    expect(batch.problems?.map(({ path }) => path)).toEqual([
      '$.log_entries[0]',
      '$.log_entries[1].id',
      '$.log_entries[2].created_at',
    ])
    expect(batch.facts.map((fact) => fact.type)).toContain('some_new_thing_log_entry')
  })

  it('F13 refuses what is not PagerDuty, and says what it found', () => {
    const result = pagerduty.read({ ok: true, messages: [] })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'not-pagerduty', where: { path: '$' } } })
    expect(!result.ok && result.refusal.message).toMatch(/an object with ok, messages/)
  })

  it('F16 orders entries by time and takes year 1 for "not resolved"', () => {
    const open = { ...incident, status: 'acknowledged', resolved_at: '0001-01-01T00:00:00Z' }
    const batch = read({ incidents: [open] })
    expect(batch.incident?.endedAt).toBeUndefined()
    expect(batch.facts).toHaveLength(1)
    const times = read({ log_entries: entries }).facts.map((fact) => fact.at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('F18 masks secrets in notes, details and links', () => {
    const notes = [{ id: 'N1', content: `restart with password=hunter2`, created_at: '2026-11-23T14:00:00Z', user: bo }]
    const batch = read({ notes })
    expect(JSON.stringify(batch)).not.toContain('hunter2')
    expect(batch.masked).toBe(1)
  })

  it('F19 keeps a user without a name by id, and invents none', () => {
    const batch = read({
      log_entries: [
        entry('L3', 'notify', '14:03:05', { user: { id: 'UGONE', type: 'user_reference' } }),
        entry('L4', 'acknowledge', '14:05:00'),
      ],
    })
    expect(batch.facts[0]).toMatchObject({ receiver: 'UGONE', title: 'Page sent to UGONE (primary)' })
    expect(batch.facts[1]).toMatchObject({ title: 'Acknowledged' })
    expect(batch.facts[1]?.actor).toBeUndefined()
  })

  it('reads the one incident that was asked for, and says so where there are several', () => {
    const other = { ...incident, id: 'PINC2', incident_number: 8, title: 'Mail is late' }
    expect(read({ incidents: [incident, other] }).problems?.[0]?.message).toMatch(/2 incidents/)
    expect(read({ incidents: [incident, other] }, { incident: '#8' }).incident?.title).toBe('Mail is late')
    expect(pagerduty.read({ incidents: [incident] }, { incident: '99' })).toMatchObject({
      ok: false,
      refusal: { code: 'no-such-incident' },
    })
  })
})
