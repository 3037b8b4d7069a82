/** When draft and publication are due: hours and business days counted from the all-clear (DESIGN section 7). */
import { DAY, HOUR, type Instant, utcDay } from '../base/instant.ts'

/** Business days without end mean a broken holiday list; the search stops after this many days. */
const LONGEST_SEARCH = 4000

/** Whether a UTC day is a business day: Monday to Friday and not in the holidays (`YYYY-MM-DD`). */
function isBusinessDay(at: Instant, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(at).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(utcDay(at))
}

/**
 * The end (24:00 UTC) of the nth business day after the UTC day of a moment; that day itself does not count, so that
 * everything due "in 5 business days" leaves five whole ones. `days` below 1 gives the end of the same day.
 */
export function endOfBusinessDay(from: Instant, days: number, holidays: readonly string[] = []): Instant {
  const closed = new Set(holidays)
  let at = Math.floor(from / DAY) * DAY
  for (let left = days, steps = 0; left > 0 && steps < LONGEST_SEARCH; steps++) {
    at += DAY
    if (isBusinessDay(at, closed)) left--
  }
  return at + DAY
}

/** What deadlines count from, the best that is known: the all-clear, else the end of the impact, else the source's end. */
export function deadlineStart(ends: {
  readonly allClear: Instant | null
  readonly impactEnded: Instant | null
  readonly resolvedInSource: Instant | null
}): { readonly at: Instant; readonly from: 'all-clear' | 'impact-ended' | 'source' } | null {
  if (ends.allClear !== null) return { at: ends.allClear, from: 'all-clear' }
  if (ends.impactEnded !== null) return { at: ends.impactEnded, from: 'impact-ended' }
  return ends.resolvedInSource === null ? null : { at: ends.resolvedInSource, from: 'source' }
}

/** When the draft and the publication are due, given what the policy says. */
export function deadlinesFrom(
  start: Instant,
  policy: { readonly draftHours: number; readonly publishBusinessDays: number; readonly holidays: readonly string[] },
): { readonly draft: Instant; readonly publication: Instant } {
  return {
    draft: start + policy.draftHours * HOUR,
    publication: endOfBusinessDay(start, policy.publishBusinessDays, policy.holidays),
  }
}
