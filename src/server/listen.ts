/** Listens for HTTP, without waiting for slow clients for ever, and stops without cutting anybody off. */
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { ok, type Result, refuse } from '../base/result.ts'

/** How long clients may take, in milliseconds. */
export interface Patience {
  /** From the beginning of a request to the end of its headers. */
  readonly headers: number
  /** From its beginning to the end of its body. */
  readonly request: number
  /** Between two requests on one connection; longer than proxies keep theirs, or they meet a closed one. */
  readonly silence: number
  /** How often slow ones are looked for. */
  readonly look: number
}

/** What is waited for unless a test gives shorter ones. */
const PATIENCE: Patience = { headers: 10_000, request: 30_000, silence: 75_000, look: 1000 }

/** A server that listens. */
export interface Listening {
  readonly server: ServerType
  readonly port: number
  /** Takes no more connections, and waits until requests are answered, at most for a time in milliseconds. */
  readonly drain: (atMost: number) => Promise<void>
}

/** Answers a request. */
type Answer = (request: Request, env: object) => Response | Promise<Response>

/** Refusals: `address-in-use`, `address-unusable`. */
export async function listen(
  answer: Answer,
  { host, port }: { readonly host: string; readonly port: number },
  patience: Patience = PATIENCE,
): Promise<Result<Listening>> {
  const server = createAdaptorServer({
    fetch: answer,
    serverOptions: {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.silence,
      connectionsCheckingInterval: patience.look,
    },
  })
  const failed = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once('error', done)
    server.listen(port, host, () => done(null))
  })
  if (failed) return refused(failed, host, port)
  const address = server.address()
  const actual = address !== null && typeof address === 'object' ? address.port : port
  return ok({ server, port: actual, drain: (atMost) => drain(server, atMost) })
}

function refused({ code, message }: NodeJS.ErrnoException, host: string, port: number): Result<never> {
  if (code === 'EADDRINUSE')
    return refuse(
      'address-in-use',
      `Another program listens on ${host}:${port} already. Stop it, or set PORT to another port.`,
    )
  return refuse(
    'address-unusable',
    `Cannot listen on ${host}:${port} (${message}). Expected an address of this machine in HOST and a port that this user may open in PORT.`,
  )
}

async function drain(server: ServerType, atMost: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  if (!('closeIdleConnections' in server)) return closed
  // A connection that was busy until now would otherwise stay open for its next request.
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  server.closeIdleConnections()
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  const end = setTimeout(() => server.closeAllConnections(), atMost)
  await closed
  clearInterval(sweep)
  clearTimeout(end)
}
