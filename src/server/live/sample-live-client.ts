/** A live client for tests: a real socket, a Yjs document, and waiting for what happens in place of sleeping. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { type Notice, type PresenceEntry, presenceFrame, updateFrame } from './frames.ts'
import { TEXT } from './read-update.ts'

/** How a client connects. */
export interface ClientOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** What it has from before, such as from a time offline. */
  readonly doc?: Y.Doc
  readonly log?: string
}

type Notices = { readonly [T in Notice['type']]: Extract<Notice, { type: T }> }

/** One client; `until` waits for a condition that something which comes makes true. */
export class LiveClient {
  doc: Y.Doc
  readonly notices: Notice[] = []
  readonly presence = new Map<number, PresenceEntry['state']>()
  /** How many frames with updates it sent. */
  sent = 0
  code: number | null = null
  synced = false
  readonly #socket: WebSocket
  readonly #waiting = new Set<() => void>()

  constructor(address: string, { headers = {}, doc = new Y.Doc(), log }: ClientOptions = {}) {
    this.doc = doc
    this.#socket = new WebSocket(log ? `${address}?log=${log}` : address, { headers, perMessageDeflate: false })
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.on('open', () => this.#begin(doc))
    this.#socket.on('message', (data: ArrayBuffer) => {
      this.#take(new Uint8Array(data))
      this.#look()
    })
    this.#socket.on('close', (code) => {
      this.code = code
      this.#look()
    })
    this.#socket.on('error', () => {})
    this.#socket.on('unexpected-response', (request, response) => {
      this.code = response.statusCode!
      request.destroy()
      this.#look()
    })
  }

  get text(): string {
    return this.doc.getText(TEXT).toString()
  }

  /** The last notice of a type. */
  notice<T extends Notice['type']>(type: T): Notices[T] | undefined {
    return this.notices.findLast((notice) => notice.type === type) as Notices[T] | undefined
  }

  /** Writes at a place; at the end where none is given. */
  type(words: string, at = this.doc.getText(TEXT).length): void {
    this.doc.getText(TEXT).insert(at, words)
  }

  /** Takes words out. */
  erase(words: string): void {
    const at = this.text.indexOf(words)
    if (at < 0) throw new Error(`There is no "${words}" in the text.`)
    this.doc.getText(TEXT).delete(at, words.length)
  }

  /** Waits until it is so. */
  until(isSo: () => unknown): Promise<void> {
    return new Promise((done) => {
      const look = () => {
        if (!isSo()) return
        this.#waiting.delete(look)
        done()
      }
      this.#waiting.add(look)
      look()
    })
  }

  /** Waits until it has the text of the server. */
  async ready(): Promise<void> {
    await this.until(() => this.synced || this.code !== null)
    if (this.code !== null) throw new Error(`The connection was closed with ${this.code}.`)
  }

  /** Waits until everything it sent is stored. */
  async saved(): Promise<void> {
    const isStored = () => (this.notice('stored')?.upTo ?? 0) >= this.sent
    await this.until(() => isStored() || this.code !== null)
    if (!isStored()) throw new Error(`The connection was closed with ${this.code} before all was stored.`)
  }

  /** Waits until it is closed or refused, and answers with the code. */
  async closed(): Promise<number> {
    await this.until(() => this.code !== null)
    return this.code!
  }

  /** Sends bytes as they are. */
  send(bytes: Uint8Array | string): void {
    this.#socket.send(bytes)
  }

  /** Sends an update that it did not make by typing. */
  sendUpdate(update: Uint8Array): void {
    this.sent++
    this.send(updateFrame(update))
  }

  /** Shows where it is. */
  show(state: PresenceEntry['state'], clock = 1, client = this.doc.clientID): void {
    this.send(presenceFrame([{ client, clock, state }]))
  }

  /** Does not read what comes, nor answer it. */
  stall(): void {
    this.#socket.pause()
  }

  /** Leaves. */
  async leave(): Promise<void> {
    this.#socket.close()
    await this.closed()
  }

  /** Breaks the connection without a word. */
  cut(): void {
    this.#socket.terminate()
  }

  #begin(doc: Y.Doc): void {
    this.doc = doc
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#socket.readyState === WebSocket.OPEN && this.doc === doc) this.sendUpdate(update)
      this.#look()
    })
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    sync.writeSyncStep1(encoder, doc)
    this.send(encoding.toUint8Array(encoder))
  }

  #take(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const kind = decoding.readVarUint(decoder)
    if (kind === 0) {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, 0)
      const type = sync.readSyncMessage(decoder, encoder, this.doc, this)
      if (type === sync.messageYjsSyncStep1) {
        this.sent++
        this.send(encoding.toUint8Array(encoder))
      } else if (type === sync.messageYjsSyncStep2) this.synced = true
    } else if (kind === 1) this.#takePresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    else {
      const notice = JSON.parse(decoding.readVarString(decoder)) as Notice
      this.notices.push(notice)
      if (notice.type === 'reset') {
        this.synced = false
        this.#begin(new Y.Doc())
      }
    }
  }

  #takePresence(decoder: decoding.Decoder): void {
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      const state = JSON.parse(decoding.readVarString(decoder)) as PresenceEntry['state']
      if (state === null) this.presence.delete(client)
      else this.presence.set(client, state)
    }
  }

  #look(): void {
    for (const look of [...this.#waiting]) look()
  }
}
