import { describe, expect, it } from 'vitest'
import { parseQuarter, quarterOf, reviewDay } from './quarter.ts'

describe('parseQuarter', () => {
  it('reads the usual writings', () => {
    const fourth = { name: '2026-Q4', from: '2026-10-01', to: '2027-01-01' }
    for (const words of ['2026-Q4', '2026q4', 'Q4 2026']) expect(parseQuarter(words)).toEqual(fourth)
    for (const words of ['2026-Q5', '2026', 'Q4', '']) expect(parseQuarter(words)).toBeNull()
  })
})

describe('quarterOf', () => {
  it('puts the first and the last day of a quarter in it', () => {
    expect(quarterOf('2026-04-01')?.name).toBe('2026-Q2')
    expect(quarterOf('2026-06-30')?.name).toBe('2026-Q2')
    expect(quarterOf('2026-07-01')?.name).toBe('2026-Q3')
    expect(quarterOf('2026-02-30')).toBeNull()
  })
})

describe('reviewDay', () => {
  it('counts business days after the quarter', () => {
    const fourth = parseQuarter('2026-Q4')!
    // 2027-01-01 is a Friday.
    expect(reviewDay(fourth, 1)).toBe('2027-01-01')
    expect(reviewDay(fourth, 10)).toBe('2027-01-14')
    expect(reviewDay(fourth, 10, ['2027-01-01', '2027-01-06', '2027-01-09'])).toBe('2027-01-18')
  })
})
