import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from './listen.ts'

const HERE = { host: '127.0.0.1', port: 0 }
/** Short, so that a test sees the end of it. */
const SHORT = { headers: 300, request: 600, silence: 75_000, look: 50 }

let open: Listening[] = []
afterEach(async () => {
  await Promise.all(open.map(({ drain }) => drain(0)))
  open = []
})

async function listening(answer: (request: Request) => Promise<Response>, patience = SHORT): Promise<Listening> {
  const result = await listen(answer, HERE, patience)
  if (!result.ok) throw new Error(result.refusal.message)
  open.push(result.value)
  return result.value
}
const greet = async (request: Request) => new Response(`hello ${await request.text()}`)
const socketTo = async ({ port }: Listening): Promise<Socket> => {
  const socket = connect(port, HERE.host)
  await once(socket, 'connect')
  return socket.on('error', () => {})
}
const get = ({ port }: Listening) => fetch(`http://127.0.0.1:${port}/`)

describe('listening', () => {
  it('says so where the port is taken or cannot be had', async () => {
    const first = await listening(greet)
    const taken = await listen(greet, { host: HERE.host, port: first.port })
    expect(taken).toMatchObject({ ok: false, refusal: { code: 'address-in-use' } })
    const elsewhere = await listen(greet, { host: '192.0.2.1', port: 0 })
    expect(elsewhere).toMatchObject({ ok: false, refusal: { code: 'address-unusable' } })
  })
})

describe('F30 slow clients', () => {
  it.each([
    ['that send nothing', '', ''],
    ['that stop in their headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ', '408'],
    ['that stop in their body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc', '408'],
  ])('%s are let go', async (_who, sent, answer) => {
    const socket = await socketTo(await listening(greet))
    socket.write(sent)
    const told = await text(socket)
    expect(told).toContain(answer)
    expect(told).not.toContain('hello')
  })

  it('1,000 silent connections do not keep others from being served', async () => {
    const server = await listening(greet, { ...SHORT, headers: 60_000, request: 60_000 })
    const silent = await Promise.all(Array.from({ length: 1000 }, () => socketTo(server)))
    expect(await (await get(server)).text()).toBe('hello ')
    for (const socket of silent) socket.destroy()
  })
})

describe('F60 draining', () => {
  it('answers what was begun, takes nothing new, and keeps no connection', async () => {
    let begun = () => {}
    let finish = () => {}
    const inside = new Promise<void>((done) => {
      begun = done
    })
    const gate = new Promise<void>((done) => {
      finish = done
    })
    const server = await listening(async () => {
      begun()
      await gate
      return new Response('done')
    })
    const idle = await socketTo(server)
    const busy = get(server)
    await inside
    const drained = server.drain(60_000)
    const refused = connect(server.port, HERE.host)
    expect((await once(refused, 'error'))[0].code).toBe('ECONNREFUSED')
    finish()
    expect(await (await busy).text()).toBe('done')
    idle.destroy()
    await drained
  })

  it('cuts off in the end who never finishes', async () => {
    const server = await listening(() => new Promise(() => {}), { ...SHORT, headers: 60_000, request: 60_000 })
    const socket = await socketTo(server)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    const [, told] = await Promise.all([server.drain(100), text(socket).catch(() => '')])
    expect(told).toBe('')
  })
})
