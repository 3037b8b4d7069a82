/** The closure rate of the last quarters, from the counts by status as of each review day. */
import { quarterOf, reviewDay } from '../../actions/quarter.ts'
import { DAY, type Instant, parseInstant, utcDay } from '../../base/instant.ts'

/** One quarter. */
export interface ClosureFigure {
  readonly quarter: string
  /** Items done or verified, over all; 0..1. */
  readonly ratio: number
  /** When it is reviewed: the end of that day. */
  readonly reviewedAt: Instant
}

/** How many quarters are told, so that the number of series stays as it is. */
const QUARTERS = 5

/** This quarter and those before it that had items due; `counts` by `2026-Q4 done` and the like. */
export function closureFigures(
  counts: ReadonlyMap<string, number>,
  now: Instant,
  policy: { readonly reviewBusinessDay: number; readonly holidays: readonly string[] },
): ClosureFigure[] {
  const figures: ClosureFigure[] = []
  for (let at = now, left = QUARTERS; left > 0; left--) {
    const quarter = quarterOf(utcDay(at))!
    let total = 0
    let closed = 0
    for (const [key, count] of counts) {
      if (!key.startsWith(`${quarter.name} `)) continue
      total += count
      if (/ (?:done|verified)$/.test(key)) closed += count
    }
    const reviewed = parseInstant(reviewDay(quarter, policy.reviewBusinessDay, policy.holidays))! + DAY
    if (total > 0) figures.push({ quarter: quarter.name, ratio: closed / total, reviewedAt: reviewed })
    at = parseInstant(quarter.from)! - DAY
  }
  return figures
}
