import { describe, expect, it } from 'vitest'
import type { EvidenceBatch } from '../../evidence/fact.ts'
import { alertmanager } from './index.ts'

const alert = (more: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'HighErrorRate', service: 'checkout-example', severity: 'critical', region: 'eu-example-1' },
  annotations: {
    summary: 'Error rate above 5 %',
    runbook_url: 'https://wiki.example.com/runbooks/high-error-rate',
    dashboard: 'https://grafana.example.com/d/abc/checkout',
  },
  startsAt: '2026-11-23T14:03:07.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example.com/graph?g0.expr=up',
  fingerprint: 'f00d',
  ...more,
})
const delivery = (alerts: unknown[], more: object = {}) => ({
  version: '4',
  groupKey: '{}:{alertname="HighErrorRate"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'example',
  externalURL: 'https://alertmanager.example.com',
  alerts,
  ...more,
})
const ended = { status: 'resolved', endsAt: '2026-11-23T14:33:00Z' }

function read(value: unknown): EvidenceBatch {
  const result = alertmanager.read(value)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

describe('alertmanager', () => {
  it('tells one instance as firing and as resolved, whatever the number of deliveries', () => {
    const batch = read([delivery([alert()]), delivery([alert()]), delivery([alert(ended)])])
    expect(batch.facts.map(({ id, title, kind, type }) => [id, title, kind, type])).toEqual([
      [
        'alertmanager:f00d@2026-11-23T14:03:07.123Z',
        'Alert HighErrorRate firing on checkout-example',
        'alert',
        'firing',
      ],
      [
        'alertmanager:f00d@2026-11-23T14:03:07.123Z/resolved',
        'Alert HighErrorRate stopped firing on checkout-example',
        'other',
        'resolved',
      ],
    ])
    expect(batch.facts[0]?.endAt).toBe(Date.UTC(2026, 10, 23, 14, 33))
    expect(batch.leftOut).toEqual([{ why: 'repeated deliveries of the same alert', count: 1 }])
  })

  it('gives services, severity, regions, window and artefacts', () => {
    const batch = read(
      delivery([
        alert(ended),
        alert({
          ...ended,
          fingerprint: 'beef',
          labels: { alertname: 'Slow', app: 'cart-example', severity: 'warning' },
        }),
      ]),
    )
    expect(batch.incident).toEqual({
      startedAt: Date.UTC(2026, 10, 23, 14, 3, 7, 123),
      endedAt: Date.UTC(2026, 10, 23, 14, 33),
      severity: 'critical',
      services: ['checkout-example', 'cart-example'],
      regions: ['eu-example-1'],
    })
    expect(batch.artefacts?.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'alert: HighErrorRate',
      'runbook: Runbook for HighErrorRate',
      'dashboard: Dashboard for HighErrorRate',
      'alert: Slow',
    ])
  })

  it('F16 takes year 1 for "still firing", also beside a resolved alert', () => {
    const batch = read(delivery([alert(), alert({ ...ended, fingerprint: 'beef' })]))
    expect(batch.facts.filter((fact) => fact.type === 'firing').map((fact) => fact.endAt)).toContain(undefined)
    expect(batch.incident?.endedAt).toBeUndefined()
    expect(read(delivery([alert({ status: 'resolved' })])).facts).toHaveLength(1)
  })

  it('reads the answer of /api/v2/alerts, whose endsAt lies in the future while the alert fires', () => {
    const batch = read([alert({ status: { state: 'active' }, endsAt: '2026-11-23T14:08:00Z' })])
    expect(batch.facts.map((fact) => fact.type)).toEqual(['firing'])
  })

  it('F15 the same export twice, and deliveries in any order, are the same facts', () => {
    const all = [delivery([alert()]), delivery([alert(ended)])]
    expect(read([...all, ...all]).facts).toEqual(read(all).facts)
    expect(read([...all].reverse()).facts.map((fact) => fact.id)).toEqual(read(all).facts.map((fact) => fact.id))
  })

  it('says that Alertmanager cut alerts off', () => {
    expect(read(delivery([alert()], { truncatedAlerts: 3 })).problems).toEqual([
      { path: '$.truncatedAlerts', message: expect.stringMatching(/cut 3 alerts/) },
    ])
  })

  it('identifies an alert without a fingerprint by its labels', () => {
    const one = alert({ fingerprint: undefined })
    expect(read(delivery([one, { ...one }])).facts).toHaveLength(1)
    expect(read(delivery([one, alert({ fingerprint: undefined, labels: { alertname: 'Other' } })])).facts).toHaveLength(
      2,
    )
  })

  it('F13 leaves out bad alerts with their path, and refuses another shape', () => {
    const batch = read([delivery([7, alert({ startsAt: 'soon' }), alert()]), { alerts: 'none' }])
    expect(batch.problems?.map(({ path }) => path)).toEqual(['$[1]', '$[0].alerts[0]', '$[0].alerts[1].startsAt'])
    expect(batch.facts).toHaveLength(1)
    expect(alertmanager.read({ alerts: 1 })).toMatchObject({ ok: false, refusal: { code: 'not-alertmanager' } })
  })

  it('F18 masks secrets in labels, annotations and addresses', () => {
    const batch = read(
      delivery([
        alert({
          labels: { alertname: 'X', api_key: 'k3yk3yk3y' },
          annotations: {
            summary: 'curl -u app:x "https://x.example.com/?token=s3cret"',
            runbook_url: 'https://wiki.example.com/runbooks/x?token=s3cret',
          },
        }),
      ]),
    )
    expect(JSON.stringify(batch)).not.toMatch(/k3yk3y|s3cret/)
    expect(batch.masked).toBe(2)
  })
})
