/** Yjs documents of a live text: made of updates, copied, read. */
import * as Y from 'yjs'
import { TEXT } from './read-update.ts'

/** The client id under which the server itself writes. Only one server edit is made at a time, since the row is locked. */
export const SERVER_CLIENT = 1

/** A document that holds these updates. */
export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  applyAll(doc, updates)
  return doc
}

/** Applies updates in one transaction, which is many times faster than each in its own. */
export function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
}

/** Applies an update that may be anything; what Yjs cannot take in is left out. */
export function tryApply(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update)
  } catch {
    // Nobody but its sender will miss it.
  }
}

/** A document of its own that says the same. */
export function copyOf(doc: Y.Doc): Y.Doc {
  return docOf([Y.encodeStateAsUpdate(doc)])
}

/** The text. */
export function textOf(doc: Y.Doc): string {
  return doc.getText(TEXT).toString()
}

/** Applies an update and answers with what of it was new, as an update; null where nothing was. */
export function applyNew(doc: Y.Doc, change: () => void): Uint8Array | null {
  let added: Uint8Array | null = null
  const collect = (update: Uint8Array) => {
    added = update
  }
  doc.on('update', collect)
  try {
    doc.transact(change)
  } finally {
    doc.off('update', collect)
  }
  return added
}

/** Whether a document waits for something that an update needs and that nobody sent. */
export function hasGaps({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}
