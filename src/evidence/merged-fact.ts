/** One thing that happened, with every fact that tells it. */
import type { Instant } from '../base/instant.ts'
import type { EventKind } from './event-kind.ts'
import type { Fact } from './fact.ts'

/** The fact whose words and time stand, and the others that tell the same. Together they hold each fact once. */
export interface MergedFact {
  readonly primary: Fact
  /** In the order of their time, then id. */
  readonly also: readonly Fact[]
  /** The primary's time. */
  readonly at: Instant
  /** The kind that the sources state; null where only the words tell. */
  readonly kind: EventKind | null
}

/** All facts of an entry, the primary first. */
export function factsOf(merged: MergedFact): readonly Fact[] {
  return [merged.primary, ...merged.also]
}

/** The order of entries and of facts: by time, then by id. */
export function byTime(a: { at: Instant; id: string }, b: { at: Instant; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
