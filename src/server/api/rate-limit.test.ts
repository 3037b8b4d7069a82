import { describe, expect, it } from 'vitest'
import { ApiFailure } from './failure.ts'
import { RateLimit } from './rate-limit.ts'

function served(limit: RateLimit, client: string, requests: number, now: number): number {
  let count = 0
  for (let at = 0; at < requests; at++) {
    try {
      limit.take(client, now)
      count++
    } catch (error) {
      expect(error).toBeInstanceOf(ApiFailure)
      expect((error as ApiFailure).kind).toBe('too-many')
      expect(Number((error as ApiFailure).headers['retry-after'])).toBeGreaterThanOrEqual(1)
    }
  }
  return count
}

describe('F30 a thousand requests a second from one client', () => {
  it('are served up to a burst, then as many as a second gives, and others are served meanwhile', () => {
    const limit = new RateLimit(300, 50)
    expect(served(limit, 'one', 1000, 0)).toBe(300)
    expect(served(limit, 'other', 100, 0)).toBe(100)
    expect(served(limit, 'one', 1000, 1000)).toBe(50)
    expect(served(limit, 'one', 1000, 3_600_000)).toBe(300)
  })
  it('gain nothing by a clock that steps back', () => {
    const limit = new RateLimit(10, 1)
    expect(served(limit, 'one', 20, 10_000)).toBe(10)
    expect(served(limit, 'one', 20, 0)).toBe(0)
  })
})
