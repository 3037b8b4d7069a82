/** Typing as people do it, for documents with a long history: runs of words at places all over the text, with what is taken back. */
import * as Y from 'yjs'
import { TEXT } from './read-update.ts'

/** So many keystrokes as one update each, by sessions one after the other; the same every time. */
export function typeALot(start: Uint8Array, keystrokes: number, sessions = 20): Uint8Array[] {
  const updates: Uint8Array[] = []
  let state = start
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let session = 0; session < sessions; session++) {
    const doc = new Y.Doc()
    // A client id of its own, the same every time.
    doc.clientID = 1000 + session
    Y.applyUpdate(doc, state)
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const text = doc.getText(TEXT)
    const end = Math.floor((keystrokes * (session + 1)) / sessions)
    while (updates.length < end) {
      let at = next(text.length + 1)
      for (let run = 20 + next(60); run > 0 && updates.length < end; run--) {
        if (next(10) > 0) text.insert(at++, 'etaoin shrdlu\n'[next(14)]!)
        else if (at > 0) text.delete(--at, 1)
        else text.insert(at++, '.')
      }
      // A passage goes now and then, so that the text stays one that people read.
      if (text.length > 30_000 && updates.length < end) text.delete(next(text.length - 4000), 3000)
    }
    state = Y.encodeStateAsUpdate(doc)
  }
  return updates
}
