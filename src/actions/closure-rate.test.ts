import { describe, expect, it } from 'vitest'
import type { ItemStatus } from '../base/item-status.ts'
import { type ClosureItem, closureRate, itemRef } from './closure-rate.ts'
import { parseQuarter } from './quarter.ts'

const fourth = parseQuarter('2026-Q4')!
const days = { review: '2027-01-14', today: '2027-02-01' }

function item(ref: string, firstDue: string | null, ...moves: [string, ItemStatus][]): ClosureItem {
  let from: ItemStatus = 'open'
  const transitions = moves.map(([at, to]) => {
    const move = { item: ref, from, to, at, actor: 'Ada Example' }
    from = to
    return move
  })
  return { ref, firstDue, transitions }
}

describe('closureRate', () => {
  it('counts items first due in the quarter that were done or verified by the end of the review day', () => {
    const rate = closureRate(
      [
        item('A1', '2026-10-01', ['2026-12-01T10:00:00Z', 'done']),
        item('A2', '2026-12-31', ['2026-12-01T10:00:00Z', 'done'], ['2027-01-14T23:59:59Z', 'verified']),
        item('A3', '2026-11-15', ['2027-01-15T00:00:00Z', 'done']),
        item('A4', '2026-11-15'),
        item('A5', '2027-01-01', ['2026-12-01T10:00:00Z', 'done']),
        item('A6', '2026-09-30', ['2026-12-01T10:00:00Z', 'done']),
        item('A7', null),
      ],
      fourth,
      days,
    )
    expect(rate).toMatchObject({ total: 4, closed: 2, verified: 1, rate: 0.5, verifiedRate: 0.25, final: true })
    expect(rate).toMatchObject({ byStatus: { open: 2, done: 1, verified: 1 }, undated: ['A7'], asOf: '2027-01-14' })
  })

  it('keeps what will not be done in the denominator, so leaving work undone never helps', () => {
    const closed = item('A1', '2026-11-01', ['2026-11-01T10:00:00Z', 'done'])
    const left = item('A2', '2026-11-01', ['2026-11-01T10:00:00Z', "won't do"])
    expect(closureRate([closed, left], fourth, days)).toMatchObject({ total: 2, closed: 1, rate: 0.5 })
  })

  it('does not change after the review day; what was opened again shows apart', () => {
    const before = item('A1', '2026-11-01', ['2026-11-01T10:00:00Z', 'verified'])
    const after = item('A1', '2026-11-01', ['2026-11-01T10:00:00Z', 'verified'], ['2027-01-20T10:00:00Z', 'open'])
    const { reopenedSince, ...figures } = closureRate([after], fourth, days)
    expect(closureRate([before], fourth, days)).toMatchObject(figures)
    expect(reopenedSince).toEqual(['A1'])
  })

  it('counts up to today while the review day is to come, and says so', () => {
    const late = item('A1', '2026-11-01', ['2026-12-02T10:00:00Z', 'done'])
    const early = closureRate([late], fourth, { ...days, today: '2026-12-01' })
    expect(early).toMatchObject({ asOf: '2026-12-01', final: false, closed: 0, rate: 0 })
    expect(closureRate([late], fourth, { ...days, today: days.review }).final).toBe(false)
  })

  it('has no rate where nothing was due', () => {
    expect(closureRate([], fourth, days)).toMatchObject({ total: 0, rate: null, verifiedRate: null })
  })
})

describe('itemRef', () => {
  it('names an item among all postmortems', () => {
    expect(itemRef('INC-2026-11-23-001', 'a1')).toBe('INC-2026-11-23-001#A1')
    expect(itemRef(null, 'A1')).toBe('A1')
  })
})
