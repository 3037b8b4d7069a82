import { describe, expect, it } from 'vitest'
import type { EventKind } from '../evidence/event-kind.ts'
import { durationsOf } from './durations.ts'
import { milestonesOf } from './milestones.ts'

const MINUTE = 60_000
const row = (minute: number | null, kind: EventKind) => ({
  at: minute === null ? null : minute * MINUTE,
  kind,
  text: kind,
})
const whole = [
  row(0, 'change'),
  row(2, 'impact-started'),
  row(5, 'alert'),
  row(6, 'paged'),
  row(9, 'acknowledged'),
  row(20, 'mitigation'),
  row(22, 'cause-identified'),
  row(30, 'impact-ended'),
  row(60, 'all-clear'),
]

describe('milestonesOf', () => {
  it('names the entry of each milestone', () => {
    const milestones = milestonesOf(whole)
    expect(Object.values(milestones).map((milestone) => milestone.row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('takes the first signal, be it an alert or an observation, and the last end', () => {
    const rows = [
      row(9, 'alert'),
      row(3, 'observed'),
      row(10, 'impact-ended'),
      row(1, 'impact-started'),
      row(40, 'impact-ended'),
    ]
    const milestones = milestonesOf(rows)
    expect(milestones['first-signal']).toEqual({ at: 3 * MINUTE, row: 1, reason: null })
    expect(milestones['impact-ended'].row).toBe(4)
  })

  it('takes the signal after the start and the acknowledgement after the page', () => {
    const rows = [
      row(1, 'observed'),
      row(5, 'impact-started'),
      row(6, 'alert'),
      row(2, 'acknowledged'),
      row(7, 'paged'),
      row(8, 'acknowledged'),
    ]
    const milestones = milestonesOf(rows)
    expect(milestones['first-signal'].row).toBe(2)
    expect(milestones.acknowledged.row).toBe(5)
  })

  it('says why one is missing', () => {
    const milestones = milestonesOf([row(null, 'paged')])
    expect(milestones.paged).toEqual({ at: null, row: 0, reason: 'The time of entry 1 cannot be read.' })
    expect(milestones['all-clear']).toEqual({ at: null, row: null, reason: 'No entry gives the all-clear.' })
  })
})

describe('durationsOf', () => {
  it('counts from start, page and end', () => {
    const durations = durationsOf(whole)
    expect(Object.values(durations).map(({ name, milliseconds }) => [name, (milliseconds ?? 0) / MINUTE])).toEqual([
      ['detect', 3],
      ['acknowledge', 3],
      ['mitigate', 24],
      ['resolve', 54],
      ['impact', 28],
    ])
    expect(durations.resolve).toMatchObject({ from: 3, to: 8, reason: null })
  })

  it('is null with a reason where an entry is missing or out of order', () => {
    const durations = durationsOf([row(10, 'impact-started'), row(4, 'impact-ended'), row(1, 'alert')])
    expect(durations.mitigate).toEqual({
      name: 'mitigate',
      milliseconds: null,
      from: null,
      to: 1,
      reason: 'No entry says who was paged.',
    })
    expect(durations.impact.reason).toBe(
      'Entry 2 (impact-ended) stands before entry 1 (impact-started); check both times.',
    )
    expect(durations.detect.reason).toBe(
      'Entry 3 (first-signal) stands before entry 1 (impact-started); check both times.',
    )
  })
})
