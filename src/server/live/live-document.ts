/** One document that somebody has open: what is stored of it, who is there, and what waits to be stored. */
import type { Doc } from 'yjs'
import * as Y from 'yjs'
import type { Edit } from '../../base/edit.ts'
import type { Postmortem } from '../../document/model.ts'
import { parsePostmortem } from '../../document/parse.ts'
import type { Entry } from '../../record/entry.ts'
import type { Connection, Fork } from './connection.ts'
import { noticeFrame, presenceFrame, stepTwoFrame, updateFrame } from './frames.ts'
import { applyAll, applyNew, copyOf, textOf, tryApply } from './live-doc.ts'
import type { OpenedLog } from './live-log.ts'
import { Presence } from './presence.ts'
import type { KnownUpdate } from './read-update.ts'
import { suggestedEdits } from './suggested-edits.ts'

/** An update that waits to be stored. */
export interface Waiting {
  readonly connection: Connection
  /** Which of the connection's updates it is. */
  readonly number: number
  readonly update: KnownUpdate
}

/** A document in memory. */
export class LiveDocument {
  readonly id: string
  readonly generation: string
  /** The last update of the log that `#stored` holds. */
  seq: number
  readonly connections = new Set<Connection>()
  readonly presence = new Presence<Connection>()
  /** Bytes of it. */
  waitingBytes = 0
  /** Whose the client ids are. */
  readonly owners: Map<number, string>
  /** The record as it was read last, and the number of its last entry. */
  record: { readonly upTo: number; readonly entries: readonly Entry[] } | null = null
  /** Who wrote since a revision was cut last, the last one last. */
  readonly writers = new Set<string>()
  /** What suggestions have grown to and is not yet kept. */
  readonly unkept = new Map<string, readonly Edit[]>()
  /** In the order in which they came. */
  #queue: Waiting[] = []
  readonly #stored: Doc
  #scratch: Doc | null = null
  /** What others have stored and `#stored` does not hold yet. */
  #foreign: readonly Uint8Array[] = []
  #parsed: Postmortem | null = null

  constructor(id: string, { log, doc }: OpenedLog, owners: Map<number, string>) {
    this.id = id
    this.generation = log.generation
    this.seq = log.seq
    this.owners = owners
    this.#stored = doc
  }

  /** What waits to be stored. */
  get waiting(): readonly Waiting[] {
    return this.#queue
  }

  /** The copy on which updates are tried before anybody sees them: what is stored, and what was tried since. */
  get scratch(): Doc {
    if (this.#scratch === null) {
      this.#scratch = copyOf(this.#stored)
      applyAll(this.#scratch, this.#foreign)
    }
    return this.#scratch
  }

  /** Takes in what others have stored, before anything is tried on top of it. */
  catchUp(updates: readonly Uint8Array[]): void {
    this.#foreign = updates
    if (updates.length === 0) return
    this.#scratch = null
    this.#parsed = null
  }

  /** Lets an update wait until it is stored. */
  wait(waiting: Waiting): void {
    this.#queue.push(waiting)
    this.waitingBytes += waiting.update.bytes.byteLength
  }

  /** Takes out of what waits all that is not to wait any more. */
  stopWaiting(isDone: (waiting: Waiting, place: number) => boolean): Waiting[] {
    const done: Waiting[] = []
    this.#queue = this.#queue.filter((waiting, place) => {
      if (!isDone(waiting, place)) return true
      done.push(waiting)
      return false
    })
    for (const { update } of done) this.waitingBytes -= update.bytes.byteLength
    return done
  }

  /** Forgets what was tried. */
  dropScratch(): void {
    this.#scratch = null
  }

  /** The model of the text before anything was tried. */
  parsed(): Postmortem {
    this.#parsed ??= parsePostmortem(this.#foreign.length > 0 ? textOf(this.scratch) : this.text())
    return this.#parsed
  }

  /** What somebody types before hearing of a refusal belongs to what was refused. */
  takeIntoFork({ doc, base, suggestion }: Fork, update: Uint8Array): void {
    if (suggestion === null) return
    tryApply(doc, update)
    const edits = suggestedEdits(base, textOf(doc))
    if (edits) this.unkept.set(suggestion, edits)
  }

  /** The stored text. */
  text(): string {
    return textOf(this.#stored)
  }

  /** What a client that knows this much does not have; throws where the vector is garbage. */
  missing(vector: Uint8Array): Uint8Array {
    return stepTwoFrame(Y.encodeStateAsUpdate(this.#stored, vector))
  }

  /** How much is stored of each client. */
  vector(): Uint8Array {
    return Y.encodeStateVector(this.#stored)
  }

  /**
   * Takes in what is in the log now (what others stored, and these updates), and passes what is new on to everybody; answers whether anything
   * was. `parsed` is the model of the text as it is then, where it is known.
   */
  takeStored(updates: readonly Uint8Array[], seq: number, parsed: Postmortem | null): boolean {
    const added = applyNew(this.#stored, () => applyAll(this.#stored, [...this.#foreign, ...updates]))
    this.#foreign = []
    this.seq = seq
    if (parsed) this.#parsed = parsed
    if (added === null) return false
    this.broadcast(updateFrame(added))
    return true
  }

  /** Passes on who is there and where. */
  tellPresence(): void {
    const changes = this.presence.changes()
    if (changes.length > 0) this.broadcast(presenceFrame(changes))
  }

  /** Tells everybody of a new revision. */
  tellRevision(revision: number): void {
    for (const connection of this.connections) connection.send(noticeFrame({ type: 'revision', revision }))
  }

  /** A client that is about to start over is told everything then. */
  broadcast(frame: Uint8Array): void {
    for (const connection of this.connections) if (connection.fork === null) connection.send(frame)
  }
}
