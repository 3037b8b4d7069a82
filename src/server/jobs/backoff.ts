/** How long a job waits before it is tried again. */

const FIRST = 10_000
const LONGEST = 60 * 60 * 1000

/**
 * Milliseconds after the nth failed attempt (from 1): twice as long each time, at most an hour, of which the second half is up to
 * chance (0..1), so that what failed together does not come again together.
 */
export function backoff(attempt: number, chance: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt - 1, 20))
  return Math.round(full / 2 + (full / 2) * chance)
}
