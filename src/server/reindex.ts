/** Makes everything anew that is derived from texts and records. */
import type { Instant } from '../base/instant.ts'
import type { Rules } from './house.ts'
import { reindex as derivePostmortems } from './store/reindex.ts'
import type { Store } from './store/store.ts'

/** What rebuilding needs. */
export interface Rebuilding {
  readonly store: Store
  readonly rules: Rules
  readonly now: () => Instant
}

/** One thing that is derived; answers how many rows or documents it went over. */
export interface Rebuilder {
  readonly name: string
  readonly rebuild: (from: Rebuilding) => Promise<number>
}

/** Everything that is derived, in the order in which it is made. A new one is a line here. */
const REBUILDERS: readonly Rebuilder[] = [{ name: 'postmortems', rebuild: derivePostmortems }]

/** Name and count of each. */
export async function reindex(from: Rebuilding): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { name, rebuild } of REBUILDERS) counts[name] = await rebuild(from)
  return counts
}
