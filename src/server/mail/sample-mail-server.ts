/** A real mail server on this machine for tests, which keeps what it took. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as it came in. */
export interface TakenMail {
  readonly to: string[]
  readonly source: string
  /** The value of a header, unfolded. */
  readonly header: (name: string) => string | undefined
  readonly secure: boolean
}

/** It answers as the options say; `taken` is called when a mail is there, before the server says so. */
export async function sampleMailServer(
  options: SMTPServerOptions = {},
  taken: (end: { readonly drop: () => void; readonly accept: () => void }) => void = ({ accept }) => accept(),
) {
  const mails: TakenMail[] = []
  const connections = new Set<{ destroy(): void }>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData(stream, session, callback) {
      void text(stream).then((source) => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, source, secure: session.secure, header: (name) => headerOf(source, name) })
        taken({ accept: () => callback(), drop: () => [...connections].map((connection) => connection.destroy()) })
      })
    },
  })
  // A test that ends a connection on purpose is told so by the client.
  server.on('error', () => {})
  server.server.on('connection', (connection) => connections.add(connection))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    async close() {
      for (const connection of connections) connection.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

function headerOf(source: string, name: string): string | undefined {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim()
}
