/** Counts what a translator leaves out, by reason. */
import type { LeftOut } from '../../evidence/fact.ts'

/** A tally: `add` a reason, `list` them in the order in which they first came. */
export interface Tally {
  add(why: string, count?: number): void
  list(): LeftOut[]
}

/** An empty tally. */
export function tally(): Tally {
  const counts = new Map<string, number>()
  return {
    add(why, count = 1) {
      counts.set(why, (counts.get(why) ?? 0) + count)
    },
    list() {
      return [...counts].map(([why, count]) => ({ why, count }))
    },
  }
}
