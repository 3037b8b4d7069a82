/** The built server as a process: how it starts, who may share its folder, and how it ends. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../src/server/sample-fresh-database.ts'
import { postgresPrograms } from '../../src/server/sample-postgres.ts'
import { type BuiltProgram, buildProgram, ended } from '../cli/built-program.ts'
import { type BuiltServer, startServer } from './built-server.ts'

let program: BuiltProgram
const servers: BuiltServer[] = []
beforeAll(() => {
  program = buildProgram()
})
afterAll(async () => {
  for (const { child } of servers) child.kill('SIGKILL')
  await Promise.all(servers.map(({ ended }) => ended))
  program.remove()
})

async function start(folder: string, env: NodeJS.ProcessEnv = {}, nodeArgs: readonly string[] = []) {
  const server = await startServer(program.executable, { NEVERTWICE_DATA: folder, ...env }, { nodeArgs })
  servers.push(server)
  return server
}
const ADA = { name: 'Ada Example', email: 'ada@example.com', password: 'four plain words here' }
const post = ({ url }: { url: string }, path: string, body: object) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  })
const become = (server: BuiltServer, address: string) =>
  post(server, '/api/v1/owner', { ...ADA, link: address.split('#')[1] })

/** A request whose body stops half-way; `finish` sends the rest and answers with all that came. */
async function halfRequest({ url, port }: BuiltServer) {
  const body = JSON.stringify({ email: 'nobody@example.com', password: 'none' })
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const head = ['POST /api/v1/session HTTP/1.1', `Host: ${new URL(url).host}`, `Origin: ${url}`]
  head.push('Content-Type: application/json', `Content-Length: ${body.length}`, 'Expect: 100-continue', '', '')
  socket.write(head.join('\r\n'))
  // The server says that it goes on: it has begun with this request.
  await once(socket, 'data')
  socket.write(body.slice(0, 10))
  return {
    finish: () => {
      socket.write(body.slice(10))
      return text(socket)
    },
  }
}

describe('the server', () => {
  it('starts, makes an owner by its link, and is asked for another from beside it', async () => {
    const folder = program.workFolder()
    const server = await start(folder)
    expect(server.url).toBe(`http://localhost:${server.port}`)
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' })
    expect(statSync(join(folder, 'private.sock')).mode & 0o777).toBe(0o600)
    const beside = await program.run(folder, ['owner-link'], { env: { NEVERTWICE_DATA: folder } })
    expect(beside).toMatchObject({ code: 0, err: '' })
    expect((await become(server, server.ownerLink!)).status).toBe(403)
    const made = await become(server, beside.out.trim())
    expect(made.status).toBe(201)
    expect(server.log()).not.toContain(beside.out.trim().split('#')[1])
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    expect(readdirSync(folder)).not.toContain('private.sock')
    const alone = await program.run(folder, ['owner-link'], {
      env: { NEVERTWICE_DATA: folder, BASE_URL: 'https://postmortems.example.com' },
    })
    expect(alone.out).toMatch(/^https:\/\/postmortems\.example\.com\/owner#[\w-]{43}\n$/)
    const again = await start(folder)
    expect(again.ownerLink).toBeNull()
    await again.stop()
  })

  it.skipIf(postgresPrograms() === null)('on PostgreSQL is asked for a link through the database', async () => {
    const { url, remove } = await freshDatabase()
    const folder = program.workFolder()
    const server = await start(join(folder, 'data'), { DATABASE_URL: url })
    const beside = await program.run(folder, ['owner-link'], { env: { DATABASE_URL: url, BASE_URL: server.url } })
    expect((await become(server, beside.out.trim())).status).toBe(201)
    expect((await become(server, server.ownerLink!)).status).toBe(403)
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    await remove()
  })

  it('refuses a wrong setting with a sentence, before it touches anything', async () => {
    const folder = program.workFolder()
    const wrong = await program.run(folder, ['serve'], { env: { PORT: 'many' } })
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('PORT is "many"; expected') })
    expect(readdirSync(folder)).toEqual(['.git'])
  })
})

describe('F50 the data folder', () => {
  it('is held by one process, which goes on', async () => {
    const folder = program.workFolder()
    const first = await start(folder)
    const second = await program.run(folder, ['serve'], { env: { NEVERTWICE_DATA: folder, PORT: '0' } })
    expect(second).toMatchObject({ code: 4, out: '', err: expect.stringContaining('works on') })
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    await first.stop()
  })

  it('is let go when the process is killed', async () => {
    const folder = program.workFolder()
    expect((await (await start(folder)).stop('SIGKILL')).signal).toBe('SIGKILL')
    const next = await start(folder)
    expect((await become(next, next.ownerLink!)).status).toBe(201)
    await next.stop()
  })

  it.skipIf(process.getuid?.() === 0)('that is read-only is told, for want of permission', async () => {
    const folder = program.workFolder()
    const data = join(folder, 'data')
    mkdirSync(data)
    chmodSync(data, 0o500)
    const told = await program.run(folder, ['serve'])
    chmodSync(data, 0o700)
    expect(told).toMatchObject({ code: 4, err: expect.stringContaining('cannot be used') })
    expect(readdirSync(data)).toEqual([])
  })

  it('that is no folder is told', async () => {
    const folder = program.workFolder()
    writeFileSync(join(folder, 'data'), 'a file')
    const told = await program.run(folder, ['serve'], { env: { PORT: '0' } })
    expect(told).toMatchObject({ code: 4, err: expect.stringMatching(/data folder .* cannot be used/) })
  })

  it.skipIf(process.platform === 'win32')('on a full disk is told, and begins anew once there is space', async () => {
    const folder = program.workFolder()
    const script = `trap '' XFSZ; ulimit -f 32; exec "$0" "$1" serve`
    const env = { PATH: process.env.PATH, NEVERTWICE_DATA: folder, PORT: '0' }
    const child = spawn('bash', ['-c', script, process.execPath, program.executable], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const told = await ended(child)
    expect(told).toMatchObject({ code: 4, out: '' })
    expect(told.err).toMatch(/^nevertwice: .*(?:disk|full|database stands as before|cannot be used)/)
    expect(told.err).not.toContain('something broke inside')
    const next = await start(folder)
    expect(next.ownerLink).not.toBeNull()
    await next.stop()
  })

  it('whose database is none of ours is told, and left as it is', async () => {
    const folder = program.workFolder()
    writeFileSync(join(folder, 'nevertwice.db'), 'not a database at all, but many words that somebody wrote'.repeat(40))
    const told = await program.run(folder, ['serve'], { env: { NEVERTWICE_DATA: folder, PORT: '0' } })
    expect(told).toMatchObject({ code: 4, err: expect.stringContaining('cannot be used') })
  })
})

describe('F52 backup and restore', () => {
  it('beside the running server, into a folder of its own, where the same people sign in', async () => {
    const folder = program.workFolder()
    const data = { NEVERTWICE_DATA: join(folder, 'data') }
    const server = await start(data.NEVERTWICE_DATA)
    expect((await become(server, server.ownerLink!)).status).toBe(201)
    const taken = await program.run(folder, ['backup', 'a.backup'], { env: data })
    expect(taken).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Not in it: the key file') })
    const held = await program.run(folder, ['restore', 'a.backup', '--replace'], { env: data })
    expect(held).toMatchObject({ code: 4, err: expect.stringContaining('Stop it first') })
    await server.stop()
    const full = await program.run(folder, ['restore', 'a.backup'], { env: data })
    expect(full).toMatchObject({ code: 4, err: expect.stringContaining('say --replace') })
    const other = { NEVERTWICE_DATA: join(folder, 'other') }
    const restored = await program.run(folder, ['restore', 'a.backup'], { env: other })
    expect(restored).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Everybody signs in again') })
    const next = await start(other.NEVERTWICE_DATA)
    expect(next.ownerLink).toBeNull()
    expect((await post(next, '/api/v1/session', { email: ADA.email, password: ADA.password })).status).toBe(201)
    expect(await program.run(folder, ['reindex'], { env: other })).toMatchObject({ code: 0, err: '' })
    await next.stop()
    writeFileSync(join(folder, 'cut.backup'), readFileSync(join(folder, 'a.backup')).subarray(0, 300))
    const third = { NEVERTWICE_DATA: join(folder, 'third') }
    const cut = await program.run(folder, ['restore', 'cut.backup'], { env: third })
    expect(cut).toMatchObject({ code: 3, err: expect.stringContaining('damaged or cut off') })
  })
})

describe('F60 the end of the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s: what was begun is answered, nothing new is taken', async (signal) => {
    const server = await start(program.workFolder())
    const half = await halfRequest(server)
    server.child.kill(signal)
    await server.logged('stopping')
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    expect(await half.finish()).toMatch(/HTTP\/1\.1 401 [\s\S]*credentials-wrong/)
    expect(await server.ended).toEqual({ code: 0, signal: null })
    expect(server.log()).toContain('"stopped"')
  })

  it('a second signal ends it at once', async () => {
    const server = await start(program.workFolder())
    await halfRequest(server)
    server.child.kill('SIGTERM')
    await server.logged('stopping')
    expect(await server.stop('SIGTERM')).toEqual({ code: 143, signal: null })
    expect(server.log()).not.toContain('"stopped"')
  })

  it('a rejection that nobody handles: says so loudly, ends with 4, and starts clean', async () => {
    const folder = program.workFolder()
    const fault = "process.on('SIGUSR2', () => { Promise.reject(new Error('the kettle is gone')) })"
    const server = await start(folder, {}, ['--import', `data:text/javascript,${encodeURIComponent(fault)}`])
    const owner = await become(server, server.ownerLink!)
    expect(owner.status).toBe(201)
    expect(await server.stop('SIGUSR2')).toEqual({ code: 4, signal: null })
    expect(server.log()).toMatch(/"level":60.*the kettle is gone/)
    const next = await start(folder)
    expect((await post(next, '/api/v1/session', { email: ADA.email, password: ADA.password })).status).toBe(201)
    await next.stop()
  })

  it('no memory left: dies, and starts clean with what was answered', async () => {
    const folder = program.workFolder()
    const fault =
      "process.on('SIGUSR2', () => { const kept = []; for (;;) kept.push(new Array(1e6).fill('x' + kept.length)) })"
    const server = await start(folder, {}, [
      '--max-old-space-size=64',
      '--import',
      `data:text/javascript,${encodeURIComponent(fault)}`,
    ])
    expect((await become(server, server.ownerLink!)).status).toBe(201)
    const { code, signal } = await server.stop('SIGUSR2')
    expect(signal ?? code).not.toBe(0)
    expect(server.log()).toContain('heap out of memory')
    const next = await start(folder)
    expect((await post(next, '/api/v1/session', { email: ADA.email, password: ADA.password })).status).toBe(201)
    await next.stop()
  })
})
