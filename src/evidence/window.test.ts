import { describe, expect, it } from 'vitest'
import type { EventKind } from './event-kind.ts'
import type { MergedFact } from './merged-fact.ts'
import { incidentWindow, outsideCounts, splitByWindow } from './window.ts'

const T0 = Date.UTC(2026, 10, 23, 14)
const HOUR = 3_600_000

function at(hours: number, kind: EventKind | null, time = T0 + hours * HOUR): MergedFact {
  const primary = {
    id: `notes:${hours}${kind}`,
    source: 'notes',
    externalId: `${hours}`,
    at: time,
    rawTime: '',
    type: 'note',
    title: `${kind}`,
  }
  return { primary, also: [], at: time, kind }
}

describe('incidentWindow', () => {
  it('follows what the sources state', () => {
    const window = incidentWindow(
      [at(3, 'alert')],
      [{ startedAt: T0 }, { startedAt: T0 + HOUR, endedAt: T0 + 2 * HOUR }],
    )
    expect(window).toEqual({ startedAt: T0, endedAt: T0 + 2 * HOUR, from: T0 - 24 * HOUR, to: T0 + 6 * HOUR })
  })

  it('else runs from the first to the last sign of the largest cluster', () => {
    const facts = [at(-200, 'alert'), at(0, 'alert'), at(0.1, 'paged'), at(1, 'impact-ended'), at(0.5, null)]
    expect(incidentWindow(facts)).toMatchObject({ startedAt: T0, endedAt: T0 + HOUR })
  })

  it('has no end while nothing tells of one', () => {
    expect(incidentWindow([at(0, 'alert')])?.endedAt).toBeNull()
  })

  it('ignores an end before the start and placeholder dates', () => {
    expect(incidentWindow([at(0, 'alert')], [{ startedAt: 0, endedAt: 0 }])).toMatchObject({
      startedAt: T0,
      endedAt: null,
    })
    expect(incidentWindow([at(0, 'alert', 12_345)])).toBeNull()
  })
})

describe('splitByWindow', () => {
  it('keeps earlier changes, and says why others stay out', () => {
    const facts = [
      at(-30, 'change'),
      at(-20, 'change'),
      at(-5, 'observed'),
      at(0, 'alert'),
      at(1, 'impact-ended'),
      at(3, 'follow-up'),
      at(9, null),
      at(0, 'other', 1),
    ]
    const window = incidentWindow(facts, [{ startedAt: T0, endedAt: T0 + HOUR }])!
    const { inside, outside } = splitByWindow(facts, window)
    expect(inside.map(({ primary }) => primary.externalId)).toEqual(['-20', '0', '1', '3'])
    expect(inside.length + outside.length).toBe(facts.length)
    expect(outsideCounts(outside).map(({ count }) => count)).toEqual([1, 1, 1, 1])
    expect(outside[0]?.why).toContain('24 h before the incident began (2026-11-23T14:00:00Z)')
    expect(outside[3]?.why).toBe('its time cannot be right')
  })
})
