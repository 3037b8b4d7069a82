import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from './fact.ts'
import { mergeFacts } from './merge-facts.ts'
import { factsOf } from './merged-fact.ts'

const T0 = Date.UTC(2026, 10, 23, 14, 3)
const MINUTE = 60_000

function fact(source: string, externalId: string, minutes: number, title: string, more: Partial<Fact> = {}): Fact {
  const at = T0 + minutes * MINUTE
  return { id: `${source}:${externalId}`, source, externalId, at, rawTime: '', type: 'x', title, ...more }
}

const alertInstance = fact('alertmanager', 'a1', 0, 'HighErrorRate', {
  kind: 'alert',
  labels: { alertname: 'HighErrorRate', service: 'checkout-example' },
})
const trigger = fact('pagerduty', 'p1', 1, 'HighErrorRate on checkout-example', {
  kind: 'alert',
  url: 'https://p.example.com/i/1',
})
const botMessage = fact('slack', 's1', 1.2, '[FIRING:1] HighErrorRate (critical)', {
  actor: { name: 'alerts', bot: true },
})
const resolved = fact('slack', 's2', 3, '[RESOLVED] HighErrorRate', { actor: { name: 'alerts', bot: true } })
const human = fact('slack', 's3', 1.5, 'HighErrorRate on checkout-example again?', { actor: { name: 'Ada Example' } })
const deploy = fact('github', 'd1', -10, 'Deployed checkout-example abc1234', {
  kind: 'change',
  labels: { sha: 'abc1234def5678900000000000000000000000ab' },
})
const annotation = fact('grafana', 'g1', -9, 'deploy checkout-example abc1234', { kind: 'change' })
const deployWord = fact('slack', 's4', -8, 'shipping abc1234 now', { actor: { name: 'Bo Sample' } })
const all = [alertInstance, trigger, botMessage, resolved, human, deploy, annotation, deployWord]

function titles(facts: readonly Fact[]) {
  return mergeFacts([{ facts }]).facts.map((entry) => factsOf(entry).map(({ id }) => id))
}

describe('mergeFacts', () => {
  it('F15 the same export twice; overlapping windows; the same fact by two systems', () => {
    const once = mergeFacts([{ facts: all }])
    expect(mergeFacts([{ facts: all }, { facts: all.slice(2) }, { facts: all }])).toEqual(once)
    expect(titles(all)).toEqual([
      ['github:d1', 'grafana:g1', 'slack:s4'],
      ['alertmanager:a1', 'pagerduty:p1', 'slack:s1'],
      ['slack:s3'],
      ['slack:s2'],
    ])
    const [change, alert] = once.facts
    expect(change?.kind).toBe('change')
    expect(alert?.kind).toBe('alert')
    expect(alert?.also.map((told) => told.url)).toContain('https://p.example.com/i/1')
  })

  it('F16 events out of order, clocks minutes apart, seconds for milliseconds, years 1970 and 0001', () => {
    const late = [0, 1, 2].flatMap((n) => [
      fact('github', `d${n}`, n * 60, `Deployed #${400 + n}`, { kind: 'change' }),
      fact('slack', `m${n}`, n * 60 + 4, `#${400 + n} is out`, { actor: { name: 'deploys', bot: true } }),
    ])
    const merged = mergeFacts([{ facts: [...late].reverse() }])
    expect(merged.facts.map(({ at }) => at)).toEqual([0, 60, 120].map((minutes) => T0 + minutes * MINUTE))
    expect(merged.skews).toMatchObject([{ source: 'slack', against: 'github', seconds: 240, facts: 3 }])
    expect(merged.skews[0]?.message).toContain('4 min later')
    const odd = [
      fact('notes', 'n1', 0, 'seconds', { at: Math.floor(T0 / 1000) }),
      fact('notes', 'n2', 0, 'year one', { at: Date.UTC(2001, 0, 1) - 2000 * 365.25 * 86_400_000 }),
      fact('notes', 'n3', 0, 'still firing', { endAt: 0 }),
    ]
    const seen = mergeFacts([{ facts: odd }])
    expect(seen.facts).toHaveLength(3)
    expect(seen.problems.map(({ path }) => path)).toEqual(['notes:n2', 'notes:n1'])
    expect(seen.problems[1]?.message).toContain('seconds where milliseconds')
  })

  it('keeps two alerts of one source, and two alerts of different names, apart', () => {
    const second = fact('alertmanager', 'a2', 1, 'HighErrorRate', {
      kind: 'alert',
      labels: { alertname: 'HighErrorRate' },
    })
    const other = fact('grafana', 'g2', 1, 'HighLatency', {
      kind: 'alert',
      labels: { alertname: 'HighLatency', service: 'checkout-example' },
    })
    expect(titles([alertInstance, second, other])).toHaveLength(3)
  })

  it('keeps a deploy and another deploy of the same service apart', () => {
    const first = fact('github', 'd8', 0, 'Deployed checkout-example', { kind: 'change', labels: { sha: 'aaaa111' } })
    const second = fact('slack', 'd9', 5, 'Deployed checkout-example', { kind: 'change', labels: { sha: 'bbbb222' } })
    expect(titles([first, second])).toHaveLength(2)
  })

  it('keeps facts that tell the same far apart in time apart', () => {
    expect(titles([alertInstance, { ...trigger, at: T0 + 30 * MINUTE }])).toHaveLength(2)
  })

  it('keeps the fuller telling of one fact', () => {
    const ended = { ...alertInstance, endAt: T0 + 9 * MINUTE }
    for (const facts of [
      [alertInstance, ended],
      [ended, alertInstance],
    ])
      expect(mergeFacts([{ facts }]).facts[0]?.primary.endAt).toBe(T0 + 9 * MINUTE)
  })

  const anyFact = fc
    .record({
      source: fc.constantFrom('slack', 'github', 'pagerduty', 'alertmanager', 'grafana'),
      externalId: fc.nat({ max: 12 }).map(String),
      minutes: fc.integer({ min: -20, max: 20 }),
      words: fc.array(fc.constantFrom('HighErrorRate', '#12', 'abc1234', 'checkout-example', 'zebra', 'resolved'), {
        maxLength: 4,
      }),
      kind: fc.constantFrom('alert', 'change', 'observed', 'all-clear', undefined),
      bot: fc.boolean(),
    })
    .map(({ source, externalId, minutes, words, kind, bot }) =>
      fact(source, externalId, minutes, words.join(' '), {
        ...(kind ? { kind } : {}),
        actor: { name: 'x', bot },
      } as Partial<Fact>),
    )

  it('loses nothing, tells nothing twice, whatever the order and however often', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 30 }), fc.integer({ min: 1, max: 29 }), (facts, turn) => {
        const merged = mergeFacts([{ facts }])
        const ids = merged.facts.flatMap((entry) => factsOf(entry).map(({ id }) => id))
        expect(ids).toHaveLength(new Set(ids).size)
        expect(new Set(ids)).toEqual(new Set(facts.map(({ id }) => id)))
        for (const entry of merged.facts)
          expect(new Set(factsOf(entry).map(({ source }) => source)).size).toBe(entry.also.length + 1)
        const turned = [...facts.slice(turn), ...facts.slice(0, turn)].reverse()
        expect(mergeFacts([{ facts: turned.slice(0, turn) }, { facts: turned.slice(turn) }])).toEqual(merged)
        expect(mergeFacts([{ facts: merged.facts.flatMap(factsOf) }])).toEqual(merged)
      }),
    )
  })
})
