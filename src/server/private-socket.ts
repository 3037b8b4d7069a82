/** A socket in the data folder by which the command line asks the server that holds the folder; only its user can open it. */
import { once } from 'node:events'
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { socketPath } from './ask-server.ts'
import type { House } from './house.ts'
import { makeOwnerLink } from './owner-link.ts'
import type { Part } from './part.ts'
import { reindex } from './reindex.ts'

/** What can be asked, each with what is done. */
const ANSWERS: Readonly<Record<string, (house: House) => Promise<unknown>>> = {
  'owner-link': makeOwnerLink,
  reindex,
}

/** Needed beside the embedded database alone: PostgreSQL lets several processes in. */
export const privateSocket: Part = {
  name: 'private socket',
  async start({ house }) {
    if (house.store.kind !== 'sqlite') return { stop: async () => {} }
    const path = socketPath(house.settings.dataFolder)
    // Whoever holds the folder's lock owns what an earlier process left behind.
    rmSync(path, { force: true })
    const server = createServer((socket) => void answer(socket, house))
    const before = process.umask(0o177)
    server.listen(path)
    process.umask(before)
    try {
      await once(server, 'listening')
      chmodSync(path, 0o600)
    } catch (error) {
      house.log.warn({ err: error }, 'the command line cannot reach this server: no socket in the data folder')
    }
    return {
      async stop() {
        server.close()
        rmSync(path, { force: true })
      },
    }
  },
}

/** One line comes, one goes: `{"value"}` or `{"error"}`. */
async function answer(socket: Socket, house: House): Promise<void> {
  socket.on('error', () => {})
  socket.setTimeout(5000, () => socket.destroy())
  socket.setEncoding('utf8')
  const [line] = (await once(socket, 'data').catch(() => [''])) as [string]
  const ask = Object.hasOwn(ANSWERS, line.trim()) ? ANSWERS[line.trim()] : undefined
  if (!ask) return void socket.end(`${JSON.stringify({ error: 'This server does not know the question.' })}\n`)
  socket.setTimeout(0)
  try {
    socket.end(`${JSON.stringify({ value: await ask(house) })}\n`)
  } catch (error) {
    house.log.error({ err: error }, 'a question of the command line failed')
    socket.end(`${JSON.stringify({ error: 'The server could not do it; its log says why.' })}\n`)
  }
}
