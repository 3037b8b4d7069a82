/** What was left out of some evidence, and why, for a person. */
import type { LeftOut } from '../evidence/fact.ts'

/** A line that says what the list is, then one for each reason, the most frequent first; nothing where nothing was left out. */
export function tellLeftOut(leftOut: readonly LeftOut[]): string[] {
  const sum = new Map<string, number>()
  for (const { why, count } of leftOut) sum.set(why, (sum.get(why) ?? 0) + count)
  if (sum.size === 0) return []
  const reasons = [...sum].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  const wide = String(reasons[0]![1]).length
  return ['Left out:', ...reasons.map(([why, count]) => `  ${String(count).padStart(wide)}  ${why}`)]
}
