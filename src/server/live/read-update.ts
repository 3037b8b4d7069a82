/** Looks into an update before it is applied: whose it is, and whether it is nothing but text. */
import * as Y from 'yjs'

/** The one shared type of a document: its text, under this name. */
export const TEXT = 'text'

/** What one client id wrote in an update: from a clock to one (exclusive). */
export interface Written {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** An update that is well formed. */
export interface KnownUpdate {
  readonly bytes: Uint8Array
  readonly written: readonly Written[]
  /** Neither writes nor deletes. */
  readonly empty: boolean
}

/** A clock beyond this is no typing. */
const MOST_CLOCK = 2 ** 40

/**
 * Reads an update; null where it is garbage, or holds anything but the insertion and deletion of characters in the text: formatting,
 * embedded objects, other types, gaps.
 */
export function readUpdate(bytes: Uint8Array): KnownUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const written = new Map<number, { client: number; from: number; to: number }>()
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !isText(struct)) return null
      const { client, clock } = struct.id
      const to = clock + struct.length
      if (to > MOST_CLOCK) return null
      const known = written.get(client)
      if (known && known.to !== clock) return null
      if (known) known.to = to
      else written.set(client, { client, from: clock, to })
    }
    return { bytes, written: [...written.values()], empty: structs.length === 0 && ds.clients.size === 0 }
  } catch {
    return null
  }
}

function isText({ content, parent, parentSub }: Y.Item): boolean {
  // Without a parent it stands beside another item, and has that one's.
  const inText = parent === null || (parent as unknown) === TEXT
  return inText && parentSub === null && (content instanceof Y.ContentString || content instanceof Y.ContentDeleted)
}

/** What an update would add to a document: what of it is not there yet. */
export function newIn({ written }: KnownUpdate, doc: Y.Doc): Written[] {
  return written.filter(({ client, to }) => to > Y.getState(doc.store, client))
}
