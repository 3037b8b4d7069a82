/** Answers a request for a connection that is not made, as any other request would be answered. */
import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { problemResponse } from '../api/problem.ts'

/** Writes the answer and ends the socket. */
export async function refuseUpgrade(socket: Duplex, failure: unknown): Promise<void> {
  const response = problemResponse(failure, randomUUID())
  const body = await response.text()
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(
    `HTTP/1.1 ${response.status} Refused\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
