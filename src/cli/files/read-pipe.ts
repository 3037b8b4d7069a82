/** Reads a named pipe without blocking a thread: a thread that waits in the kernel holds up the end of the whole process. */
import { constants, openSync } from 'node:fs'
import { Socket } from 'node:net'

/**
 * The chunks of a named pipe to its end, as they come; waits for a writer where there is none yet. Throws as `open` and `read` do.
 */
export async function* readPipe(path: string): AsyncGenerator<Buffer> {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  const socket = new Socket({ fd, readable: true, writable: false })
  try {
    for await (const chunk of socket) yield chunk as Buffer
  } finally {
    socket.destroy()
  }
}
