/** The peer of live editing: y-protocols over ws and nothing else. Keeps nothing, knows nobody, judges nothing. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'

const doc = new Y.Doc()
doc.getText('text').insert(0, process.argv[2]!)
const sockets = new Set<WebSocket>()

function framed(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

doc.on('update', (update: Uint8Array) => {
  const frame = framed((encoder) => sync.writeUpdate(encoder, update))
  for (const socket of sockets) socket.send(frame)
})

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data)
    if (decoding.readVarUint(decoder) !== 0) return
    const answer = framed((encoder) => void sync.readSyncMessage(decoder, encoder, doc, socket))
    if (answer.length > 1) socket.send(answer)
  })
  socket.send(framed((encoder) => sync.writeSyncStep1(encoder, doc)))
})
await once(server, 'listening')
process.on('message', () => process.send!({ cpu: process.cpuUsage(), text: doc.getText('text').toString() }))
process.send!({ address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`, headers: [{}] })
