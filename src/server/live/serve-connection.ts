/** What the server does with each frame of a connection. */
import type { Instant } from '../../base/instant.ts'
import type { Connection } from './connection.ts'
import { presenceFrame, readFrame, stepOneFrame } from './frames.ts'
import type { LiveDocument } from './live-document.ts'
import { colourOf } from './presence.ts'
import { readUpdate } from './read-update.ts'

/** What becomes of frames. */
export interface FrameSinks {
  /** The document has something to store. */
  readonly waits: (document: LiveDocument) => void
  /** Whether so much waits to be stored that no more is taken. */
  readonly full: () => boolean
  /** Somebody moved. */
  readonly moved: (document: LiveDocument) => void
}

/** Says hello: who one is, what one may, what the server has, and who else is there. */
export function greet(document: LiveDocument, connection: Connection): void {
  const { name, id } = connection.person
  connection.tell({
    type: 'hello',
    log: document.generation,
    seq: document.seq,
    may: connection.may,
    you: { name, colour: colourOf(id) },
  })
  connection.send(stepOneFrame(document.vector()))
  const present = document.presence.all()
  if (present.length > 0) connection.send(presenceFrame(present))
}

/** Takes a frame in; what is none closes the connection. */
export function takeFrame(
  document: LiveDocument,
  connection: Connection,
  bytes: Uint8Array,
  now: Instant,
  sinks: FrameSinks,
): void {
  if (connection.closed) return
  if (!connection.mayFrame(bytes.byteLength, now)) {
    connection.close('flood')
    return
  }
  const frame = readFrame(bytes)
  switch (frame?.kind) {
    case 'step-1':
      takeStepOne(document, connection, frame.vector)
      break
    case 'update':
      takeUpdate(document, connection, frame.update, sinks)
      break
    case 'presence':
      if (document.presence.take(connection, frame.entries)) sinks.moved(document)
      else connection.close('forged')
      break
    case 'ask-presence':
      connection.send(presenceFrame(document.presence.all()))
      break
    default:
      connection.close('garbage')
  }
}

function takeStepOne(document: LiveDocument, connection: Connection, vector: Uint8Array): void {
  // Who was sent back begins again by asking for everything; what it asked before that is not answered.
  const asksForAll = vector.length === 1 && vector[0] === 0
  if (connection.fork && !asksForAll) return
  try {
    const answer = document.missing(vector)
    connection.fork = null
    connection.send(answer)
  } catch {
    connection.close('garbage')
  }
}

function takeUpdate(document: LiveDocument, connection: Connection, bytes: Uint8Array, sinks: FrameSinks): void {
  const update = readUpdate(bytes)
  if (update === null) {
    connection.close('garbage')
    return
  }
  if (sinks.full()) {
    connection.close('tryLater')
    return
  }
  connection.received++
  if (connection.fork) document.takeIntoFork(connection.fork, bytes)
  else document.wait({ connection, number: connection.received, update })
  sinks.waits(document)
}
