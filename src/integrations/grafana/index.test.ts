import { describe, expect, it } from 'vitest'
import type { EvidenceBatch } from '../../evidence/fact.ts'
import type { ReadContext } from '../kit/source.ts'
import { grafana } from './index.ts'

const AT = Date.UTC(2026, 10, 23, 14, 3)
const annotation = (more: object = {}) => ({
  id: 11,
  time: AT,
  timeEnd: AT + 600_000,
  text: '<b>Deploy</b> checkout-example 1.4.2 &amp; cart',
  tags: ['deploy', 'env:prod'],
  dashboardUID: 'abcDEF_1',
  panelId: 2,
  newState: '',
  ...more,
})

function read(value: unknown, context?: ReadContext): EvidenceBatch {
  const result = grafana.read(value, context)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

describe('grafana', () => {
  it('tells an annotation as plain text, with its span, and a dashboard link where the address is known', () => {
    const batch = read([annotation()], { baseUrl: 'https://grafana.example.com/' })
    expect(batch.facts[0]).toMatchObject({
      id: 'grafana:11',
      at: AT,
      endAt: AT + 600_000,
      kind: 'change',
      title: 'Deploy checkout-example 1.4.2 & cart',
      labels: { tags: 'deploy, env:prod' },
      url: `https://grafana.example.com/d/abcDEF_1?from=${AT - 1_800_000}&to=${AT + 2_400_000}&viewPanel=2`,
    })
    expect(batch.artefacts?.[0]?.kind).toBe('dashboard')
    expect(read([annotation()]).facts[0]?.url).toBeUndefined()
  })

  it('tells the states of alert rules', () => {
    const states = ['Alerting', 'Normal', 'NoData']
    const batch = read(
      states.map((newState, at) =>
        annotation({ id: at, time: AT + at, newState, alertName: 'HighErrorRate', tags: [] }),
      ),
    )
    expect(batch.facts.map(({ title, kind }) => [title, kind])).toEqual([
      ['Alert HighErrorRate firing', 'alert'],
      ['Alert HighErrorRate stopped firing', 'other'],
      ['Alert HighErrorRate changed to NoData', 'other'],
    ])
  })

  it('F16 reads seconds and milliseconds, and takes 0 for "no end"', () => {
    const batch = read([annotation({ time: AT / 1000, timeEnd: 0 }), annotation({ id: 12, timeEnd: AT })])
    expect(batch.facts.map(({ at, endAt }) => [at, endAt])).toEqual([
      [AT, undefined],
      [AT, undefined],
    ])
  })

  it('F13 names a bad annotation by its path and uses the rest; F15 twice is once', () => {
    const batch = read([annotation(), 7, annotation({ id: 12, time: 'x' }), annotation()])
    expect(batch.problems?.map(({ path }) => path)).toEqual(['$[1]', '$[2].time'])
    expect(batch.facts).toHaveLength(1)
    expect(grafana.read([{ time: 1 }])).toMatchObject({ ok: false, refusal: { code: 'not-grafana' } })
  })
})
