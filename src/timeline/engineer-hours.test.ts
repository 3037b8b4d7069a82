import { describe, expect, it } from 'vitest'
import { engineerHours, teamsPaged } from './engineer-hours.ts'

const T0 = Date.UTC(2026, 10, 23, 14)
const span = (actor: string, from: number, to: number) => ({ actor, from: T0 + from * 60_000, to: T0 + to * 60_000 })

describe('engineerHours', () => {
  it('adds up people and merges the overlaps of one', () => {
    const hours = engineerHours([span('Ada', 30, 90), span('Ada', 0, 60), span('Bo', 0, 60), span('Ada', 40, 50)])
    expect(hours).toEqual({ hours: 2.5, people: 2 })
  })

  it('rounds up to a quarter of an hour', () => {
    expect(engineerHours([span('Ada', 0, 16)])?.hours).toBe(0.5)
  })

  it('is null without a response that has a length', () => {
    expect(engineerHours([])).toBeNull()
    expect(engineerHours([span('Ada', 5, 5), { actor: 'Bo', from: T0, to: 0 }])).toBeNull()
  })
})

describe('teamsPaged', () => {
  const fact = {
    id: 'p:1',
    source: 'p',
    externalId: '1',
    at: T0,
    rawTime: '',
    type: 'page',
    title: 'Page',
    receiver: 'Platform on-call',
  }
  const merged = { primary: fact, also: [], at: T0, kind: 'paged' as const }

  it('prefers the teams that the sources name', () => {
    expect(teamsPaged(['Payments', 'Payments', ' '], [merged])).toEqual(['Payments'])
    expect(teamsPaged([], [merged, merged])).toEqual(['Platform on-call'])
  })
})
