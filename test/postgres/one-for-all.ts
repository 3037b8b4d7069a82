/** One throwaway PostgreSQL for a whole run of tests: started when the first test asks for it, stopped after the last. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres, type ThrowawayPostgres } from '../../src/server/sample-postgres.ts'

/** Who connects to the socket gets a line with the address of a database, which is there for as long as the connection. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'nevertwice-tests-'))
  let started: Promise<ThrowawayPostgres> | null = null
  const server = createServer({ allowHalfOpen: true }, async (socket) => {
    started ??= startPostgres()
    try {
      await lease(await started, socket)
    } catch (error) {
      socket.end(`${JSON.stringify({ error: (error as Error).message })}\n`)
    }
  })
  const path = join(folder, 'socket')
  server.listen(path)
  await once(server, 'listening')
  project.provide('postgresSocket', path)
  return async () => {
    server.close()
    await started?.then(({ stop }) => stop()).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

async function lease({ urlOf }: ThrowawayPostgres, socket: Socket): Promise<void> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const end = new Promise<void>((done) => {
    for (const event of ['end', 'error', 'close']) socket.on(event, () => done())
  })
  socket.resume()
  await command(urlOf('postgres'), `create database ${name}`)
  socket.write(`${JSON.stringify({ url: urlOf(name) })}\n`)
  await end
  await command(urlOf('postgres'), `drop database ${name} with (force)`)
  socket.end()
}

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
