/** Who is at a document right now: a name and a colour that the server gives, and the places that each shows. */

import type { PresenceEntry } from './frames.ts'
import { LIMITS } from './pace.ts'

/** How many colours there are; which one somebody has follows from who it is. */
const COLOURS = 12

/** The colour of a person, 0 to 11, the same everywhere. */
export function colourOf(personId: string): number {
  let hash = 0
  for (const character of personId) hash = (hash * 31 + character.charCodeAt(0)) % 65_521
  return hash % COLOURS
}

/** What a connection has to be known by here. */
export interface Present {
  readonly person: { readonly id: string; readonly name: string }
}

/** The presence of one document. */
export class Presence<C extends Present> {
  readonly #entries = new Map<number, { readonly owner: C; readonly entry: PresenceEntry }>()
  readonly #changed = new Set<number>()
  readonly #gone = new Map<number, PresenceEntry>()

  /** Takes in what a connection shows; false where it shows itself under another's id. */
  take(owner: C, entries: readonly PresenceEntry[]): boolean {
    for (const { client, clock, state } of entries) {
      const known = this.#entries.get(client)
      // Clients pass on that others timed out; who is there is for the server to say.
      if (state === null && known?.owner !== owner) continue
      if (known && known.owner !== owner) return false
      if (!known && this.#of(owner).length >= 2) return false
      if (known && known.entry.clock >= clock && state !== null) continue
      if (state === null) this.#leave(client, clock)
      else {
        this.#entries.set(client, { owner, entry: { client, clock, state: shownState(owner.person, state) } })
        this.#changed.add(client)
        this.#gone.delete(client)
      }
    }
    return true
  }

  /** Everything that a connection showed is gone with it. */
  leave(owner: C): void {
    for (const client of this.#of(owner)) this.#leave(client, this.#entries.get(client)!.entry.clock + 1)
  }

  /** Everybody who is there. */
  all(): PresenceEntry[] {
    return [...this.#entries.values()].map(({ entry }) => entry)
  }

  /** What changed since it was asked last. */
  changes(): PresenceEntry[] {
    const changes = [...this.#gone.values()]
    for (const client of this.#changed) {
      const known = this.#entries.get(client)
      if (known) changes.push(known.entry)
    }
    this.#gone.clear()
    this.#changed.clear()
    return changes
  }

  #of(owner: C): number[] {
    return [...this.#entries].filter(([, entry]) => entry.owner === owner).map(([client]) => client)
  }

  #leave(client: number, clock: number): void {
    this.#entries.delete(client)
    this.#changed.delete(client)
    this.#gone.set(client, { client, clock, state: null })
  }
}

/** Only places come from the client; who it is comes from us, and no address is shown. */
function shownState({ id, name }: Present['person'], { cursor }: Readonly<Record<string, unknown>>) {
  const shown = { user: { name, colour: colourOf(id) } }
  const fits = typeof cursor === 'object' && cursor !== null && JSON.stringify(cursor).length <= LIMITS.presence
  return fits ? { ...shown, cursor } : shown
}
