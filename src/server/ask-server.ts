/** Asks the server that holds a data folder, from the command line beside it. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { ok, type Result, refuse } from '../base/result.ts'

/** Where the socket lies; as systems cut long names, the shorter way to it counts. */
export function socketPath(folder: string): string {
  const path = join(folder, 'private.sock')
  const near = relative('', path)
  return near.length < path.length ? near : path
}

/** Its answer. Refusals: `server-silent` where nobody can be asked, `server-failed` with what it said. */
export async function askServer(folder: string, question: string): Promise<Result<unknown>> {
  try {
    const socket = connect(socketPath(folder))
    await once(socket, 'connect')
    socket.write(`${question}\n`)
    const told = JSON.parse(await text(socket)) as { value?: unknown; error?: string }
    return told.error === undefined ? ok(told.value) : refuse('server-failed', told.error)
  } catch (error) {
    return refuse(
      'server-silent',
      `A process holds ${folder} but cannot be asked (${(error as Error).message}). Run this as the user that runs the server, or stop the server first.`,
    )
  }
}
