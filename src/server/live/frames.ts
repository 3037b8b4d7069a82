/** What goes over a live connection, as bytes: the messages of y-protocols, and our own beside them. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'

/** The first number of a frame. 0, 1 and 3 are those of y-websocket; 100 is ours, from the server only. */
const KIND = { sync: 0, presence: 1, askPresence: 3, notice: 100 } as const

/** What one client shows of itself; null where it left. */
export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  readonly state: Readonly<Record<string, unknown>> | null
}

/** What a client sends. */
export type Frame =
  | { readonly kind: 'ask-presence' }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'step-1'; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }

/** What the server says beside y-protocols, as JSON. */
export type Notice =
  | {
      readonly type: 'hello'
      readonly log: string
      readonly seq: number
      readonly may: 'read' | 'write'
      readonly you: { readonly name: string; readonly colour: number }
    }
  | { readonly type: 'stored'; readonly seq: number; readonly upTo: number }
  | {
      readonly type: 'refused'
      readonly upTo: number
      readonly code: string
      readonly message: string
      readonly suggestion: string | null
    }
  | { readonly type: 'reset'; readonly log: string }
  | { readonly type: 'rights'; readonly may: 'read' | 'write' }
  | { readonly type: 'revision'; readonly revision: number }
  | { readonly type: 'closing'; readonly message: string }

/** Reads a frame; null where it is garbage. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = frameIn(decoder)
    return decoding.hasContent(decoder) ? null : frame
  } catch {
    return null
  }
}

function frameIn(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case KIND.sync:
      switch (decoding.readVarUint(decoder)) {
        case messageYjsSyncStep1:
          return { kind: 'step-1', vector: decoding.readVarUint8Array(decoder) }
        case messageYjsSyncStep2:
        case messageYjsUpdate:
          return { kind: 'update', update: decoding.readVarUint8Array(decoder) }
        default:
          return null
      }
    case KIND.presence:
      return presenceIn(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    case KIND.askPresence:
      return { kind: 'ask-presence' }
    default:
      return null
  }
}

function presenceIn(decoder: decoding.Decoder): Frame | null {
  const entries: PresenceEntry[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state: unknown = JSON.parse(decoding.readVarString(decoder))
    if (state !== null && (typeof state !== 'object' || Array.isArray(state))) return null
    entries.push({ client, clock, state: state as Record<string, unknown> | null })
  }
  return { kind: 'presence', entries }
}

/** Asks for what the server does not have. */
export function stepOneFrame(vector: Uint8Array): Uint8Array {
  return syncFrame(messageYjsSyncStep1, vector)
}

/** Answers with what the client does not have. */
export function stepTwoFrame(update: Uint8Array): Uint8Array {
  return syncFrame(messageYjsSyncStep2, update)
}

/** Tells of an update. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(messageYjsUpdate, update)
}

function syncFrame(type: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, KIND.sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Tells who is there. */
export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(inner, client)
    encoding.writeVarUint(inner, clock)
    encoding.writeVarString(inner, JSON.stringify(state))
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, KIND.presence)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}

/** Says something of our own. */
export function noticeFrame(notice: Notice): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, KIND.notice)
  encoding.writeVarString(encoder, JSON.stringify(notice))
  return encoding.toUint8Array(encoder)
}
