import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { Connection } from './connection.ts'
import { LIMITS } from './pace.ts'

let server: WebSocketServer
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(server, 'listening')
})
afterAll(() => server.close())

it('is closed where the other side does not take in what it is sent, and holds no more for it than the limit', async () => {
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [socket] = (await once(server, 'connection')) as [WebSocket]
  await once(client, 'open')
  client.pause()
  const holder = { id: 'p', name: 'Ada Example', via: 'token', credential: 't', address: '' } as const
  const connection = new Connection(socket, holder, 'write', 0)
  const closed = once(socket, 'close')
  const frame = new Uint8Array(500_000)
  for (let count = 0; !connection.closed; count++) {
    expect(count).toBeLessThan(200)
    connection.send(frame)
    expect(socket.bufferedAmount).toBeLessThan(LIMITS.unsent + 2 * frame.length)
    await new Promise((done) => setImmediate(done))
  }
  await closed
  client.terminate()
})
