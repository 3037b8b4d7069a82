import { describe, expect, it } from 'vitest'
import { momentTextAt, statedStart } from './elapsed-time.ts'

const minutes = (text: string) => {
  const elapsed = momentTextAt(text)?.elapsed
  return elapsed === undefined ? null : elapsed / 60_000
}

describe('momentTextAt', () => {
  it.each([
    ['T+5m words', 5],
    ['**T+5 min** words', 5],
    ['T-10m words', -10],
    ['T+1h10m words', 70],
    ['T+2h words', 120],
    ['T+1d 2h words', 1560],
    ['T+00:25 words', 25],
    ['T+12 words', 12],
    ['T0 words', 0],
    ['T+0 words', 0],
  ])('%s', (text, wanted) => {
    expect(minutes(text)).toBe(wanted)
  })

  it.each(['T+ words', 'T-shirts arrive', 'T1 line down', 'Tue 14:03 words', 'Team joins'])('%s is none', (text) => {
    expect(minutes(text)).toBeNull()
  })

  it('reads a time of day as such', () => {
    expect(momentTextAt('14:03 words')).toMatchObject({ clock: { hour: 14, minute: 3 } })
  })
})

describe('statedStart', () => {
  const day = Date.UTC(2026, 4, 3)

  it('reads the moment of T', () => {
    expect(statedStart('All times from T = 14:00 UTC.', day)).toBe(Date.UTC(2026, 4, 3, 14))
    expect(statedStart('T0 = 2026-05-04 09:00 CEST', null)).toBe(Date.UTC(2026, 4, 4, 7))
  })

  it('is not known without a day or a statement', () => {
    expect(statedStart('T = 14:00 UTC', null)).toBeNull()
    expect(statedStart('x = 14:00', day)).toBeNull()
  })
})
