/** Many who type into one document, and how long it takes until each of the others sees it. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'

/** What the parent asks for. */
interface Task {
  readonly address: string
  readonly headers: readonly Record<string, string>[]
  readonly clients: number
  readonly seconds: number
  readonly keystrokes: number
}

const LETTERS = 'etaoin shrdlu cmfwyp vbgkqjxz'
const sentAt = new Map<number, Map<number, number>>()
const waits: number[] = []

class Typist {
  readonly doc = new Y.Doc()
  readonly ready: Promise<void>
  readonly #socket: WebSocket
  readonly #place: number

  constructor({ address, headers }: Task, place: number) {
    this.#place = place
    this.#socket = new WebSocket(address, { headers: headers[place % headers.length]!, perMessageDeflate: false })
    this.#socket.on('close', (code) => console.error(`client ${place} was closed with ${code}`))
    sentAt.set(this.doc.clientID, new Map())
    this.ready = new Promise((done) => {
      this.#socket.on('open', () => this.#send((encoder) => sync.writeSyncStep1(encoder, this.doc)))
      this.#socket.on('message', (data: Buffer) => {
        const decoder = decoding.createDecoder(data)
        if (decoding.readVarUint(decoder) !== 0) return
        const encoder = encoding.createEncoder()
        encoding.writeVarUint(encoder, 0)
        const type = sync.readSyncMessage(decoder, encoder, this.doc, this)
        if (encoding.length(encoder) > 1) this.#socket.send(encoding.toUint8Array(encoder))
        if (type === sync.messageYjsSyncStep2) done()
      })
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send((encoder) => sync.writeUpdate(encoder, update))
    })
    this.doc.on('afterTransaction', ({ local, beforeState, afterState }: Y.Transaction) => {
      if (local) return
      const now = performance.now()
      for (const [client, clock] of afterState)
        for (let at = beforeState.get(client) ?? 0; at < clock; at++) {
          const sent = sentAt.get(client)?.get(at)
          if (sent !== undefined) waits.push(now - sent)
        }
    })
  }

  get text(): string {
    return this.doc.getText('text').toString()
  }

  /** One letter at the end of one's own line. */
  type(): void {
    const text = this.doc.getText('text')
    const mark = `- line ${this.#place}: `
    const at = this.text.indexOf('\n', this.text.indexOf(mark))
    const clock = Y.getState(this.doc.store, this.doc.clientID)
    sentAt.get(this.doc.clientID)!.set(clock, performance.now())
    text.insert(at, LETTERS[clock % LETTERS.length]!)
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    write(encoder)
    this.#socket.send(encoding.toUint8Array(encoder))
  }
}

async function work(task: Task): Promise<void> {
  const typists = Array.from({ length: task.clients }, (_, place) => new Typist(task, place))
  await Promise.all(typists.map(({ ready }) => ready))
  process.send!({ ready: true })
  const each = 1000 / task.keystrokes
  await Promise.all(
    typists.map(async (typist, place) => {
      const begun = performance.now() + (each * place) / typists.length
      for (let count = 0; count < task.seconds * task.keystrokes; count++) {
        await new Promise((done) => setTimeout(done, Math.max(0, begun + count * each - performance.now())))
        typist.type()
      }
    }),
  )
  const expected = task.clients * task.seconds * task.keystrokes * (task.clients - 1)
  const patience = performance.now() + 60_000
  while (waits.length < expected && performance.now() < patience) await new Promise((done) => setTimeout(done, 20))
  waits.sort((a, b) => a - b)
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN
  process.send!({
    seen: waits.length,
    expected,
    p50: at(0.5),
    p99: at(0.99),
    texts: [...new Set(typists.map(({ text }) => text))],
  })
}

process.on('message', (task) => void work(task as Task))
