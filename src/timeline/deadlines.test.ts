import { describe, expect, it } from 'vitest'
import { formatInstant, parseInstant } from '../base/instant.ts'
import { deadlineStart, deadlinesFrom, endOfBusinessDay } from './deadlines.ts'

const at = (text: string) => parseInstant(text) ?? Number.NaN
const due = (from: string, days: number, holidays: string[] = []) =>
  formatInstant(endOfBusinessDay(at(from), days, holidays))

describe('endOfBusinessDay', () => {
  it('counts Monday to Friday after the day itself', () => {
    expect(due('2026-11-23T14:00Z', 5)).toBe('2026-12-01T00:00:00Z')
    expect(due('2026-11-27T23:59:59Z', 1)).toBe('2026-12-01T00:00:00Z')
    expect(due('2026-11-28', 1)).toBe('2026-12-01T00:00:00Z')
  })

  it('leaves holidays out, in UTC', () => {
    expect(due('2026-12-24T20:00Z', 2, ['2026-12-25', '2026-12-28'])).toBe('2026-12-31T00:00:00Z')
    expect(due('2026-11-23T23:30-02:00', 1)).toBe('2026-11-26T00:00:00Z')
  })

  it('ends when every day is a holiday', () => {
    const every = Array.from({ length: 6000 }, (_, n) =>
      new Date(at('2026-01-01') + n * 86_400_000).toISOString().slice(0, 10),
    )
    expect(endOfBusinessDay(at('2026-01-01'), 1, every)).toBeGreaterThan(at('2030-01-01'))
  })
})

describe('deadlinesFrom', () => {
  it('gives the draft in hours and the publication in business days', () => {
    const { draft, publication } = deadlinesFrom(at('2026-11-23T14:00Z'), {
      draftHours: 48,
      publishBusinessDays: 5,
      holidays: [],
    })
    expect([draft, publication].map(formatInstant)).toEqual(['2026-11-25T14:00:00Z', '2026-12-01T00:00:00Z'])
  })
})

describe('deadlineStart', () => {
  it('takes the best end that is known', () => {
    expect(deadlineStart({ allClear: 3, impactEnded: 2, resolvedInSource: 1 })).toEqual({ at: 3, from: 'all-clear' })
    expect(deadlineStart({ allClear: null, impactEnded: 2, resolvedInSource: 1 })).toEqual({
      at: 2,
      from: 'impact-ended',
    })
    expect(deadlineStart({ allClear: null, impactEnded: null, resolvedInSource: 1 })).toEqual({ at: 1, from: 'source' })
    expect(deadlineStart({ allClear: null, impactEnded: null, resolvedInSource: null })).toBeNull()
  })
})
