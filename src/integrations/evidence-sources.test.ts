import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EVIDENCE_SOURCES, recogniseEvidence } from './evidence-sources.ts'

const here = import.meta.dirname
const material = join(process.env.NEVERTWICE_MATERIAL ?? join(here, '../../../shared'), 'contracts')
const there = existsSync(material)
const json = (path: string) => JSON.parse(readFileSync(join(material, path), 'utf8'))
const nameOf = (value: unknown) => {
  const result = recogniseEvidence(value)
  return result.ok ? result.value.name : result.refusal.code
}
/** Reads a value with its own source and gives its facts' titles and problems. */
function told(value: unknown) {
  const source = recogniseEvidence(value)
  if (!source.ok) throw new Error(source.refusal.message)
  const result = source.value.read(value)
  if (!result.ok) throw new Error(result.refusal.message)
  return {
    titles: result.value.facts.map((fact) => fact.title),
    problems: result.value.problems ?? [],
    batch: result.value,
  }
}

describe('EVIDENCE_SOURCES', () => {
  it('is sorted and names exactly the folders beside it', () => {
    const folders = readdirSync(here, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, 'index.ts')))
      .map((entry) => entry.name)
      .sort()
    expect(EVIDENCE_SOURCES.map(({ name }) => name)).toEqual(folders)
  })

  it.each([
    ['alertmanager', { version: '4', groupKey: '{}', alerts: [] }],
    ['github', [{ sha: 'abc', commit: { message: 'x' } }]],
    ['grafana', [{ time: 1, tags: [] }]],
    ['notes', '14:03 alert fired'],
    ['pagerduty', { log_entries: [] }],
    ['pagerduty', { incident: { id: 'P1', incident_number: 1, urgency: 'high' } }],
    ['slack', { ok: true, messages: [] }],
    ['slack', [{ ts: '1764079387.000200', text: 'x' }]],
    ['statuspage', { page: {}, incidents: [] }],
    ['statuspage', { incident: { id: 'x', incident_updates: [] } }],
    ['unknown-evidence', { hello: 'world' }],
    ['unknown-evidence', []],
    ['unknown-evidence', null],
    ['unknown-evidence', 'nothing with a time'],
  ])('F13 knows whose input it is: %s', (name, value) => {
    expect(nameOf(value)).toBe(name)
    expect(EVIDENCE_SOURCES.filter((source) => source.recognises(value))).toHaveLength(
      name === 'unknown-evidence' ? 0 : 1,
    )
  })

  it('F13 says what was found and what is understood', () => {
    const result = recogniseEvidence({ hello: 'world' }, { file: 'x.json' })
    expect(result).toMatchObject({ ok: false, refusal: { where: { file: 'x.json' } } })
    expect(!result.ok && result.refusal.message).toMatch(/an object with hello.*PagerDuty.*Slack/)
  })
})

describe.skipIf(!there)('the vendors samples', () => {
  it('are each known by exactly one source', () => {
    const pagerduty = json('pagerduty/rest-examples.json')
    const samples: [string, unknown][] = [
      ['alertmanager', json('alertmanager/webhook-v4.captured.json')],
      ['grafana', Object.values(json('grafana/annotations.sample.json'))[1]],
      ['pagerduty', pagerduty['GET /incidents']],
      ['pagerduty', pagerduty['GET /incidents/{id}']],
      ['pagerduty', pagerduty['GET /incidents/{id}/log_entries']],
      ['pagerduty', pagerduty['GET /incidents/{id}/alerts']],
      ['pagerduty', pagerduty['GET /incidents/{id}/notes']],
      [
        'slack',
        json('slack/export-zulip-fixtures.json')[
          'random/2015-06-12.json (normal_thread + thread_with_broadcast_reply)'
        ],
      ],
      ['statuspage', json('statuspage/discordstatus-incident-2022-02-15.json')],
      ['statuspage', json('statuspage/githubstatus-incidents-2024-09-16.json')],
    ]
    for (const [name, value] of samples) {
      expect(EVIDENCE_SOURCES.filter((source) => source.recognises(value)).map((source) => source.name)).toEqual([name])
      expect(told(value).problems.filter(({ message }) => !/incidents \(/.test(message))).toEqual([])
    }
  })

  it('give facts in order, with whole sentences, known times and no secret', () => {
    const pagerduty = json('pagerduty/rest-examples.json')
    const together = {
      ...pagerduty['GET /incidents/{id}'],
      ...pagerduty['GET /incidents/{id}/log_entries'],
      ...pagerduty['GET /incidents/{id}/notes'],
    }
    for (const value of [
      together,
      json('alertmanager/webhook-v4.captured.json'),
      json('statuspage/githubstatus-incidents-2024-09-16.json'),
    ]) {
      const { facts } = told(value).batch
      expect(facts.length).toBeGreaterThan(2)
      expect(facts.map((fact) => fact.at)).toEqual(facts.map((fact) => fact.at).sort((a, b) => a - b))
      expect(
        facts.every((fact) => fact.title.length > 3 && fact.title.length <= 160 && !/[<>\n]/.test(fact.title)),
      ).toBe(true)
      expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length)
    }
  })

  it('of Slack events are read or left out with a reason, never an error', () => {
    const folder = join(material, 'slack/events')
    for (const name of readdirSync(folder)) {
      const { event } = json(`slack/events/${name}`)
      const slack = EVIDENCE_SOURCES.find((source) => source.name === 'slack')!
      expect(slack.read([{ ...event, ts: '1764079387.000200', text: event.text ?? '' }]).ok).toBe(true)
    }
  })
})
