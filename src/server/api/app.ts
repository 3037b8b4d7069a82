/** The HTTP application: every endpoint of the list, behind the same gates. */
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { authenticate } from '../auth/authenticate.ts'
import { mayCrossSite } from '../auth/cross-site.ts'
import { mayCall } from '../auth/may-call.ts'
import type { House } from '../house.ts'
import { loggedPath } from '../log.ts'
import { metricsOf } from '../metrics/metrics.ts'
import { mountPages } from '../pages/mount-pages.ts'
import type { AppEnv } from './app-env.ts'
import { clientAddress } from './client-address.ts'
import type { Endpoint } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { ApiFailure } from './failure.ts'
import { isLocal } from './is-local.ts'
import { problemResponse } from './problem.ts'
import { RateLimit } from './rate-limit.ts'
import { readBody } from './read-body.ts'
import { isEmpty, runEndpoint } from './run-endpoint.ts'
import { secureHeaders } from './secure-headers.ts'
import { validated } from './validated.ts'

/** What somebody was not allowed, which who watches the log wants to see. */
const REFUSALS: ReadonlySet<string> = new Set(['forbidden', 'not-signed-in', 'too-many'])

/** The application of a house; `endpoints` are all of them unless a test gives its own. */
export function makeApp(house: House, endpoints: readonly Endpoint[] = ENDPOINTS): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const limit = new RateLimit()
  app.use(async (context, next) => {
    const requestId = randomUUID()
    context.set('requestId', requestId)
    const begun = performance.now()
    await next()
    for (const [name, value] of secureHeaders(house.settings.baseUrl)) context.res.headers.set(name, value)
    context.res.headers.set('x-request-id', requestId)
    const { method } = context.req
    const { status } = context.res
    const seconds = (performance.now() - begun) / 1000
    metricsOf(house).answered(method, routeOf(context), status, seconds)
    const ms = Math.round(seconds * 1000)
    const actor = context.get('actor')
    house.log.info({ requestId, method, path: loggedPath(context.req.path), status, ms, actor }, 'answered')
  })
  for (const endpoint of endpoints) mount(app, endpoint, { house, limit, endpoints })
  mountPages({ app, house, enter: (context) => enter(context, house, limit) })
  app.notFound((context) =>
    problemResponse(
      new ApiFailure(
        'not-found',
        'no-such-path',
        `Nothing answers ${context.req.method} ${context.req.path}. The API is described at /api/v1/openapi.json.`,
      ),
      context.get('requestId'),
    ),
  )
  app.onError((error, context) => {
    const about = { requestId: context.get('requestId'), actor: context.get('actor') }
    if (!(error instanceof ApiFailure)) house.log.error({ ...about, err: error }, 'failed')
    else if (REFUSALS.has(error.kind)) house.log.warn({ ...about, code: error.code }, 'refused')
    return problemResponse(error, context.get('requestId'))
  })
  return app
}

/** What every answer is made with. */
interface Shared {
  readonly house: House
  readonly limit: RateLimit
  readonly endpoints: readonly Endpoint[]
}

/** The pattern of the endpoint that answered, so that no id is a name of its own. */
function routeOf(context: Context<AppEnv>): string {
  const pattern = routePath(context, -1)
  return pattern.includes('*') ? 'none' : pattern.replaceAll(/:(\w+)/g, '{$1}')
}

function mount(app: Hono<AppEnv>, endpoint: Endpoint, shared: Shared): void {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')
  app.on(endpoint.method.toUpperCase(), path, async (context) => answer(context, endpoint, shared))
}

/** Who asks, from where and when; refuses a client that asks too much. */
async function enter(context: Context<AppEnv>, house: House, limit: RateLimit) {
  const now = house.now()
  const address = clientAddress(
    context.req.header('x-forwarded-for'),
    context.env?.incoming?.socket?.remoteAddress,
    house,
  )
  const who = await authenticate(house, context.req.raw.headers, address, now).catch((error) => {
    // Who guesses tokens is held back by where they come from.
    limit.take(address, now)
    throw error
  })
  if (who.actor.kind === 'person') context.set('actor', who.actor.id)
  limit.take(who.actor.kind === 'person' ? `${who.actor.via}:${who.actor.credential}` : address, now)
  return { ...who, address, now }
}

async function answer(context: Context<AppEnv>, endpoint: Endpoint, shared: Shared): Promise<Response> {
  const { house, limit, endpoints } = shared
  const requestId = context.get('requestId')
  const { actor, cookies, setCookie, address, now } = await enter(context, house, limit)
  mayCrossSite(endpoint, actor, context.req.raw, house.settings.baseUrl)
  // Before anything of the request is read: a stranger costs nothing and learns nothing.
  mayCall(endpoint, actor)
  const { value: body, raw: rawBody } = await readBody(context.req.raw, endpoint)
  const incoming = {
    ...validated(endpoint, { params: context.req.param(), query: context.req.queries(), body }),
    actor,
    now,
    rawBody,
    route: `${context.req.method} ${context.req.path}`,
    ifMatch: readMatch(context.req.header('if-match')),
    idempotencyKey: readKey(context.req.header('idempotency-key')),
    address,
    local: isLocal(context.req.raw.headers, context.env?.incoming?.socket?.remoteAddress),
    requestId,
    endpoints,
    cookies,
    agent: context.req.header('user-agent')?.slice(0, 300) ?? '',
  }
  const out = await runEndpoint(endpoint, house, incoming)
  const response = new Response(isEmpty(out.status) ? null : out.answer, { status: out.status, headers: out.headers })
  for (const cookie of out.setCookies.length > 0 ? out.setCookies : setCookie ? [setCookie] : [])
    response.headers.append('set-cookie', cookie)
  return response
}

function readMatch(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())
  if (found) return Number(found[1])
  throw new ApiFailure(
    'bad-request',
    'if-match-invalid',
    'If-Match is no ETag of ours. Expected one as it was sent, such as "3".',
  )
}

function readKey(header: string | undefined): string | null {
  if (header === undefined) return null
  if (/^[\x21-\x7e]{8,200}$/.test(header)) return header
  throw new ApiFailure(
    'bad-request',
    'idempotency-key-invalid',
    'The Idempotency-Key has to be 8 to 200 visible characters, such as a UUID.',
  )
}
