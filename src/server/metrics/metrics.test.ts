import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../base/instant.ts'
import { newSecret, secretDigest } from '../auth/secret.ts'
import { put } from '../jobs/sample-crew.ts'
import { onEachDatabase } from '../sample-each-database.ts'
import { type SampleHouse, sampleHouse } from '../sample-house.ts'
import { DRAFT, sampleAddressee, sampleIncident, sampleItem, samplePostmortem } from '../sample-incident.ts'
import { insertToken } from '../store/tokens.ts'
import { closureFigures } from './closure-figures.ts'
import { metricsOf } from './metrics.ts'

const HERE = { peer: '127.0.0.1', headers: { host: 'localhost:4070' } }

/** The samples of a metric, as `{labels} value`, sorted. */
async function samples(world: SampleHouse, name: string): Promise<string[]> {
  const { text } = await world.send('GET', '/metrics', HERE)
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
  return lines.map((line) => line.slice(name.length).trim()).sort()
}

onEachDatabase((_, world) => {
  describe('metrics', () => {
    it('count postmortems that are late by severity, also without a draft, each once, and no restricted one', async () => {
      const { house, later } = world()
      const none = ['P0', 'P1', 'P2', 'P3'].map((severity) => `{severity="${severity}"} 0`)
      expect(await samples(world(), 'nevertwice_postmortem_overdue')).toEqual(none)
      await sampleIncident(house, 'INC-1', { severity: 'P0' })
      await sampleIncident(house, 'INC-2')
      await samplePostmortem(house, 'INC-2', DRAFT)
      await sampleIncident(house, 'INC-3')
      await samplePostmortem(house, 'INC-3', DRAFT.replace(/Checkout answered.*/, ''))
      await sampleIncident(house, 'INC-4', { visibility: 'restricted' })
      await sampleIncident(house, 'INC-5')
      await samplePostmortem(house, 'INC-5', DRAFT, { visibility: 'restricted' })
      await sampleIncident(house, 'INC-6', { postmortem: 'waived' })
      later(2 * DAY)
      expect(await samples(world(), 'nevertwice_postmortem_overdue')).toEqual(none)
      later(1)
      const [, , ...calm] = none
      const drafts = ['{severity="P0"} 1', '{severity="P1"} 1', ...calm]
      expect(await samples(world(), 'nevertwice_postmortem_overdue')).toEqual(drafts)
      later(10 * DAY)
      const all = ['{severity="P0"} 1', '{severity="P1"} 2', ...calm]
      expect(await samples(world(), 'nevertwice_postmortem_overdue')).toEqual(all)
    })

    it('count action items by status, and those past their date, and no restricted one', async () => {
      const { house } = world()
      await sampleItem(house, 'INC-2', { key: 'A1', due: '2026-11-24' })
      await sampleItem(house, 'INC-2', { key: 'A2', due: '2026-11-24', status: 'done' })
      await sampleItem(house, 'INC-2', { key: 'A3', due: '2027-11-24' })
      await sampleItem(house, 'INC-5', { key: 'A1', due: '2026-11-24', restricted: true })
      const rollups = [
        { name: 'items', key: 'open', value: 7 },
        { name: 'items', key: 'verified', value: 3 },
        { name: 'closure', key: '2026-Q4 done', value: 2 },
        { name: 'closure', key: '2026-Q4 verified', value: 1 },
        { name: 'closure', key: "2026-Q4 won't do", value: 1 },
        { name: 'closure', key: '2026-Q3 open', value: 4 },
        { name: 'closure', key: '2020-Q1 open', value: 4 },
      ]
      await house.store.transaction((tx) => tx.insertInto('rollups').values(rollups).execute())
      expect(await samples(world(), 'nevertwice_action_items_open')).toEqual([
        '{status="in progress"} 0',
        '{status="open"} 7',
      ])
      expect(await samples(world(), 'nevertwice_action_items_overdue')).toEqual(['1'])
      expect(await samples(world(), 'nevertwice_action_closure_ratio')).toEqual([
        '{quarter="2026-Q3"} 0',
        '{quarter="2026-Q4"} 0.75',
      ])
    })

    it('count jobs by kind and state, and how long the first of them waits', async () => {
      const { house, later } = world()
      expect(await samples(world(), 'nevertwice_job_queue_delay_seconds')).toEqual(['0'])
      await put(house, 'mail', 'x')
      await put(house, 'mail', 'later', { runAt: house.now() + DAY })
      later(HOUR)
      expect(await samples(world(), 'nevertwice_jobs')).toContain('{kind="mail",state="waiting"} 2')
      expect(await samples(world(), 'nevertwice_jobs')).toContain('{kind="mail",state="dead"} 0')
      expect(await samples(world(), 'nevertwice_job_queue_delay_seconds')).toEqual(['3600'])
      metricsOf(house).jobFailed('mail')
      expect(await samples(world(), 'nevertwice_job_failures_total')).toContain('{kind="mail"} 1')
      expect(await samples(world(), 'nevertwice_job_failures_total')).toContain('{kind="items"} 0')
    })
  })
})

describe('metrics over HTTP', () => {
  let world: SampleHouse
  beforeAll(async () => {
    world = await sampleHouse()
  })
  afterAll(() => world.close())

  it('are told to this machine, not to who comes through a proxy or under another name', async () => {
    const { send } = world
    const answered = await send('GET', '/metrics', HERE)
    expect([answered.status, answered.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ])
    expect(answered.text).toContain('process_cpu_seconds_total')
    expect((await send('GET', '/metrics', { ...HERE, peer: '::1' })).status).toBe(200)
    expect((await send('GET', '/metrics')).status).toBe(401)
    expect((await send('GET', '/metrics', { ...HERE, peer: '192.0.2.7' })).status).toBe(401)
    for (const headers of [
      { ...HERE.headers, 'x-forwarded-for': '192.0.2.7' },
      { ...HERE.headers, forwarded: 'for=192.0.2.7' },
      { host: 'postmortems.example.com' },
      { host: '127.0.0.1.evil.example' },
    ])
      expect((await send('GET', '/metrics', { peer: '127.0.0.1', headers })).status).toBe(401)
  })

  it('are told elsewhere to a token that may read', async () => {
    const { house, send } = world
    const personId = await sampleAddressee(house, 'Ada Example', { role: 'reader' })
    const tokenWith = async (scopes: string[]) => {
      const secret = `nt_${newSecret()}`
      const token = { name: 'x', personId, scopes, secret: secretDigest(secret), expiresAt: house.now() + HOUR }
      await house.store.transaction((tx) => insertToken(tx, token, house.now()))
      return secret
    }
    expect((await send('GET', '/metrics', { token: await tokenWith(['read']) })).status).toBe(200)
    expect((await send('GET', '/metrics', { token: await tokenWith(['write']) })).status).toBe(403)
    expect((await send('GET', '/metrics', { ...HERE, token: 'nt_wrong' })).status).toBe(401)
  })

  it('count requests by the pattern of their route and the class of their status', async () => {
    const { send } = world
    await send('DELETE', '/api/v1/jobs/01jdc000000000000000000000')
    await send('GET', '/api/v1/nothing/01jdc000000000000000000000')
    await send('GET', '/healthz')
    const counts = await samples(world, 'nevertwice_http_request_duration_seconds_count')
    expect(counts).toContain('{method="DELETE",route="/api/v1/jobs/{id}",status="4xx"} 1')
    expect(counts).toContain('{method="GET",route="none",status="4xx"} 1')
    expect(counts).toContain('{method="GET",route="/healthz",status="2xx"} 1')
    expect(counts.join()).not.toContain('01jdc')
  })
})

describe('the closure of quarters', () => {
  it('is told for five of them, with the end of their review day', () => {
    const counts = new Map([
      ['2026-Q4 done', 1],
      ['2026-Q4 open', 3],
      ['2025-Q4 done', 2],
      ['2025-Q3 done', 2],
    ])
    const figures = closureFigures(counts, Date.UTC(2026, 10, 23), { reviewBusinessDay: 10, holidays: ['2027-01-01'] })
    expect(figures).toEqual([
      { quarter: '2026-Q4', ratio: 0.25, reviewedAt: Date.UTC(2027, 0, 16) },
      { quarter: '2025-Q4', ratio: 1, reviewedAt: Date.UTC(2026, 0, 15) },
    ])
  })
})
