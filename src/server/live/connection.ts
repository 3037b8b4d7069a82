/** One open socket: who is at its other end, what it may, and how much it sends. */

import type { WebSocket } from 'ws'
import { Doc } from 'yjs'
import type { Instant } from '../../base/instant.ts'
import { Bucket } from './bucket.ts'
import { CLOSE, type CloseReason } from './close-codes.ts'
import { type Notice, noticeFrame } from './frames.ts'
import { LIMITS } from './pace.ts'

/** Whose socket it is, by which credential. */
export interface Holder {
  readonly id: string
  readonly name: string
  readonly via: 'session' | 'token'
  /** The session or the token. */
  readonly credential: string
  readonly address: string
}

/** A client that was refused an edit, until it starts over: what it has typed, apart from what everybody has. */
export interface Fork {
  readonly doc: Doc
  /** The text that the suggestion's edits are made against. */
  readonly base: string
  readonly suggestion: string | null
}

/** How long, in milliseconds, the other side has to close its end. */
const GRACE = 2000

/** One connection. */
export class Connection {
  readonly person: Holder
  may: 'read' | 'write'
  /** How many frames with updates came, by which both sides know what is stored. */
  received = 0
  fork: Fork | null = null
  closed = false
  /** Set while an answer to the last ping is awaited. */
  asked = false
  readonly #socket: WebSocket
  readonly #frames: Bucket
  readonly #bytes: Bucket
  readonly #refusals: Bucket

  constructor(socket: WebSocket, person: Holder, may: 'read' | 'write', now: Instant) {
    this.#socket = socket
    this.person = person
    this.may = may
    this.#frames = new Bucket(LIMITS.frames, now)
    this.#bytes = new Bucket(LIMITS.bytes, now)
    this.#refusals = new Bucket(LIMITS.refusals, now)
  }

  /** Counts a frame; false where there are too many. */
  mayFrame(bytes: number, now: Instant): boolean {
    return this.#frames.take(1, now) && this.#bytes.take(bytes, now)
  }

  /** Counts an edit that was refused; false where there are too many. */
  mayBeRefused(now: Instant): boolean {
    return this.#refusals.take(1, now)
  }

  /** Sends a frame, unless the other side does not take in what was sent before: then it is closed. */
  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > LIMITS.unsent) this.close('slow')
    else this.#socket.send(frame)
  }

  /** Says something of our own. */
  tell(notice: Notice): void {
    this.send(noticeFrame(notice))
  }

  /** Sends the client back to the beginning: until it asks for the whole text, what it sends is not taken in. */
  startOver(log: string): void {
    this.fork ??= { doc: new Doc(), base: '', suggestion: null }
    this.tell({ type: 'reset', log })
  }

  /** Asks whether the other side is still there; without an answer to the question before it is given up. */
  ask(): void {
    if (this.asked) this.#socket.terminate()
    else this.#socket.ping()
    this.asked = true
  }

  /** Closes it, and says why; what still comes is not taken in. */
  close(reason: CloseReason): void {
    this.closed = true
    const [code, message] = CLOSE[reason]
    this.#socket.close(code, message)
    // The code has to arrive, and who does not answer is not waited for.
    setTimeout(() => this.#socket.terminate(), GRACE).unref()
  }

  /** Ends it at once. */
  end(): void {
    this.#socket.terminate()
  }
}
