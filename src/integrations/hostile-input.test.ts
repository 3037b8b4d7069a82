import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRuns } from '../base/sample-runs.ts'
import type { EvidenceBatch } from '../evidence/fact.ts'
import { EVIDENCE_SOURCES, recogniseEvidence } from './evidence-sources.ts'
import type { EvidenceSource } from './kit/source.ts'

const at = '2026-11-23T14:03:00Z'
const who = { id: 'U1', type: 'user_reference', summary: 'Ada Example' }
/** One whole sample for each source; every place in it is replaced by something odd, one at a time. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  alertmanager: {
    version: '4',
    groupKey: '{}',
    truncatedAlerts: 0,
    alerts: [
      {
        status: 'resolved',
        labels: { alertname: 'X', service: 'checkout-example' },
        annotations: { runbook_url: 'https://wiki.example.com/runbooks/x' },
        startsAt: at,
        endsAt: at,
        fingerprint: 'f',
        generatorURL: 'https://p.example.com',
      },
    ],
  },
  github: [
    {
      id: 1,
      sha: 'abc',
      ref: 'main',
      task: 'deploy',
      environment: 'production',
      created_at: at,
      creator: { login: 'ada' },
      statuses: [{ id: 2, state: 'success', created_at: at }],
    },
    {
      sha: 'abcdef0',
      commit: { message: 'x', author: { name: 'A', date: at }, committer: { date: at } },
      author: { login: 'ada' },
    },
    {
      number: 1,
      title: 'x',
      html_url: 'https://github.com/a/b/pull/1',
      merged_at: at,
      user: { login: 'ada' },
      base: { ref: 'main' },
    },
    { id: 3, tag_name: 'v1', published_at: at, author: { login: 'ada' } },
    {
      id: 4,
      run_number: 1,
      workflow_id: 1,
      name: 'Deploy',
      conclusion: 'success',
      created_at: at,
      updated_at: at,
      actor: { login: 'ada' },
    },
  ],
  grafana: [
    {
      id: 1,
      time: 1795442580000,
      timeEnd: 0,
      text: '<b>x</b>',
      tags: ['deploy'],
      dashboardUID: 'abc',
      newState: 'Alerting',
      alertName: 'X',
    },
  ],
  pagerduty: {
    incident: {
      id: 'P1',
      incident_number: 1,
      title: 'x',
      urgency: 'high',
      status: 'resolved',
      created_at: at,
      resolved_at: at,
      service: { summary: 's' },
      teams: [{ summary: 't' }],
      priority: { summary: 'P1' },
      acknowledgements: [{ at, acknowledger: who }],
    },
    log_entries: ['trigger', 'notify', 'annotate', 'priority_change'].map((type, id) => ({
      id: `L${id}`,
      type: `${type}_log_entry`,
      created_at: at,
      agent: who,
      user: who,
      assignees: [who],
      incident: { id: 'P1', summary: '[#1] x' },
      channel: { type: 'note', summary: 'n', notification: { status: 'success' }, new_priority: { summary: 'P1' } },
      contexts: [{ type: 'link', href: 'https://x.example.com/runbook' }],
      event_details: { description: 'd' },
    })),
    notes: [{ id: 'N', content: 'x', created_at: at, user: who }],
    alerts: [
      {
        id: 'A',
        type: 'alert',
        summary: 'x',
        created_at: at,
        body: { contexts: [{ href: 'x', text: 'y' }], details: { a: ['b'] } },
        service: { summary: 's' },
      },
    ],
    oncalls: [{ user: who, escalation_level: 1 }],
  },
  slack: {
    ok: true,
    messages: [
      {
        ts: '1795442580.000100',
        text: 'restarted <@U1>',
        user: 'U1',
        bot_id: 'B',
        username: 'b',
        thread_ts: '1795442580.000100',
        reply_count: 20,
        reactions: [{ name: 'memo' }],
        pinned_to: ['C'],
        attachments: [{ title: 't', title_link: 'https://x.example.com', text: 'x' }],
        blocks: [{ type: 'rich_text', elements: [{ type: 'text', text: 'x' }] }],
        user_profile: { real_name: 'A' },
      },
    ],
    users: [{ id: 'U1', name: 'a', profile: { real_name: 'Ada Example' } }],
  },
  statuspage: {
    page: { url: 'https://status.example.com' },
    incidents: [
      {
        id: 'i',
        name: 'x',
        impact: 'major',
        shortlink: 'https://stspg.io/x',
        started_at: at,
        resolved_at: at,
        components: [{ name: 'c' }],
        incident_updates: [
          {
            id: 'u',
            status: 'resolved',
            body: '<p>x</p>',
            display_at: at,
            created_at: at,
            affected_components: [{ name: 'c', old_status: 'operational', new_status: 'major_outage' }],
          },
        ],
      },
    ],
  },
}
const ODD: readonly unknown[] = [
  null,
  -1,
  1e300,
  '\u0000\ud800',
  [],
  [null],
  { a: { a: {} } },
  '0001-01-01T00:00:00Z',
  'https://x.example.com/%00"',
]

/** Every value that results from putting `odd` at one place of `value`. */
function* replaced(value: unknown, odd: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [place, item] of value.entries()) {
      yield value.with(place, odd)
      for (const inner of replaced(item, odd)) yield value.with(place, inner)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield { ...value, [key]: odd }
      const { [key]: _, ...without } = value as Record<string, unknown>
      yield without
      for (const inner of replaced(item, odd)) yield { ...value, [key]: inner }
    }
  }
}

function isSound(batch: EvidenceBatch): boolean {
  const ids = new Set(batch.facts.map((fact) => fact.id))
  return (
    ids.size === batch.facts.length &&
    batch.facts.every(
      ({ at: time, title, id, source }) =>
        Number.isFinite(time) && time > 0 && typeof title === 'string' && id.startsWith(`${source}:`),
    ) &&
    (batch.artefacts ?? []).every(({ url }) => url === null || /^https?:\/\//.test(url)) &&
    (batch.problems ?? []).every(({ path, message }) => path !== '' && message !== '')
  )
}

function readSoundly(source: EvidenceSource, value: unknown): void {
  source.recognises(value)
  const result = source.read(value, {
    baseUrl: 'https://g.example.com',
    channelUrl: 'https://x.slack.com/archives/C01',
  })
  if (result.ok) expect(isSound(result.value), JSON.stringify(value)).toBe(true)
  else expect(result.refusal.message.length).toBeGreaterThan(20)
}

describe('hostile input', () => {
  it.each(Object.keys(SAMPLES))('F13 %s reads or refuses its sample with any one place odd or missing', (name) => {
    const source = EVIDENCE_SOURCES.find((candidate) => candidate.name === name)!
    expect(source.read(SAMPLES[name]).ok).toBe(true)
    // Every place, or one in ten.
    const step = 10 / sampleRuns(10)
    let place = 0
    for (const odd of ODD)
      for (const value of replaced(SAMPLES[name], odd)) if (place++ % step === 0) readSoundly(source, value)
    expect(place).toBeGreaterThan(50)
  })

  it('F13 no source throws on any JSON value, and at most one claims it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const source of EVIDENCE_SOURCES) readSoundly(source, value)
        expect(EVIDENCE_SOURCES.filter((source) => source.recognises(value)).length).toBeLessThanOrEqual(1)
        recogniseEvidence(value)
      }),
      { numRuns: sampleRuns(300) },
    )
  })

  it('F13 another vendors sample is refused by name', () => {
    for (const [name, value] of Object.entries(SAMPLES)) {
      for (const source of EVIDENCE_SOURCES) {
        if (source.name === name) continue
        expect(source.recognises(value), `${source.name} of ${name}`).toBe(false)
        expect(source.read(value)).toMatchObject({ ok: false, refusal: { code: `not-${source.name}` } })
      }
    }
  })

  it('notes read any text without throwing', () => {
    const notes = EVIDENCE_SOURCES.find((candidate) => candidate.name === 'notes')!
    const piece = fc.constantFrom(
      '14:03 ',
      '2026-11-23',
      '\n',
      '- ',
      '| ',
      '# ',
      'x ',
      '25:99',
      'PST',
      '24:00',
      '**',
      '0001-01-01 ',
      ' - 14:10',
      'a',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }), (parts) => {
        const result = notes.read(parts.join(''), { day: '2026-11-23' })
        if (result.ok) expect(isSound(result.value)).toBe(true)
      }),
      { numRuns: sampleRuns(1000) },
    )
  })
})
