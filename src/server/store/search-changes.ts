/** Which postmortems changed since the index of this process last looked. */
import type { Store } from './store.ts'

const changes = new WeakMap<Store, Map<string, number>>()

/** Notes a change within its transaction; it counts once the row shows that revision. */
export function noteChange(store: Store, id: string, revision: number): void {
  changedSince(store).set(id, revision)
}

/** What was noted, by id, with the revision to wait for; whoever has seen it takes it out. */
export function changedSince(store: Store): Map<string, number> {
  const noted = changes.get(store) ?? new Map<string, number>()
  changes.set(store, noted)
  return noted
}
