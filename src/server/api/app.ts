/** The HTTP application: every endpoint of the list, behind the same gates. */
import { randomUUID } from 'node:crypto'
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { routePath } from 'hono/route'
import { authenticate } from '../auth/authenticate.ts'
import { mayCrossSite } from '../auth/cross-site.ts'
import type { House } from '../house.ts'
import { metricsOf } from '../metrics/metrics.ts'
import { VERSION } from '../version.ts'
import { clientAddress } from './client-address.ts'
import type { Endpoint } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { ApiFailure } from './failure.ts'
import { isLocal } from './is-local.ts'
import { Problem, problemResponse } from './problem.ts'
import { RateLimit } from './rate-limit.ts'
import { readBody } from './read-body.ts'
import { runEndpoint } from './run-endpoint.ts'
import { secureHeaders } from './secure-headers.ts'
import { validated } from './validated.ts'

/** What Node's server hands on beside the request. */
export interface Bindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } }
}

type Env = { Bindings: Bindings; Variables: { requestId: string } }

/** The application of a house; `endpoints` are all of them unless a test gives its own. */
export function makeApp(house: House, endpoints: readonly Endpoint[] = ENDPOINTS): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>()
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
    house.log.info({ requestId, method, path: context.req.path, status, ms }, 'answered')
  })
  for (const endpoint of endpoints) mount(app, endpoint, house, limit)
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
    if (!(error instanceof ApiFailure)) house.log.error({ requestId: context.get('requestId'), err: error }, 'failed')
    return problemResponse(error, context.get('requestId'))
  })
  return app
}

/** The description of every endpoint, as OpenAPI 3.1. */
export function openApi(app: OpenAPIHono<Env>, baseUrl: string): unknown {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Nevertwice', version: VERSION, license: { name: 'Apache-2.0' } },
    servers: [{ url: baseUrl }],
  })
}

/** The pattern of the endpoint that answered, so that no id is a name of its own. */
function routeOf(context: Context<Env>): string {
  const pattern = routePath(context, -1)
  return pattern.includes('*') ? 'none' : pattern.replaceAll(/:(\w+)/g, '{$1}')
}

function mount(app: OpenAPIHono<Env>, endpoint: Endpoint, house: House, limit: RateLimit): void {
  app.openAPIRegistry.registerPath(describe(endpoint))
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')
  app.on(endpoint.method.toUpperCase(), path, async (context) => answer(context, endpoint, house, limit))
}

async function answer(context: Context<Env>, endpoint: Endpoint, house: House, limit: RateLimit): Promise<Response> {
  const now = house.now()
  const requestId = context.get('requestId')
  const address = clientAddress(
    context.req.header('x-forwarded-for'),
    context.env?.incoming?.socket?.remoteAddress,
    house,
  )
  const { actor, cookies, setCookie } = await authenticate(house, context.req.raw.headers, address, now)
  limit.take(actor.kind === 'person' ? `${actor.via}:${actor.credential}` : address, now)
  mayCrossSite(endpoint, actor, context.req.raw, house.settings.baseUrl)
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
    cookies,
    agent: context.req.header('user-agent')?.slice(0, 300) ?? '',
  }
  const out = await runEndpoint(endpoint, house, incoming)
  const response = new Response(out.status === 204 ? null : out.answer, { status: out.status, headers: out.headers })
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

function describe(endpoint: Endpoint): ReturnType<typeof createRoute> {
  const { method, path, group, summary, details, who, may, params, query, body, answer: Body, media } = endpoint
  const status = endpoint.status ?? 200
  const problem = { description: 'What is wrong', content: { 'application/problem+json': { schema: Problem } } }
  const rights = who === 'public' || who === 'signed' ? who : `${who}, permission ${may}`
  return createRoute({
    method,
    path,
    tags: [group],
    summary,
    description: [details, `Who: ${rights}.`, endpoint.writes && `Audit: ${endpoint.writes.join(', ')}.`]
      .filter(Boolean)
      .join(' '),
    security: who === 'public' ? [] : [{ session: [] }, ...(who === 'token' ? [{ token: [] }] : [])],
    request: {
      ...(params ? { params: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    },
    responses: {
      [status]: {
        description: summary,
        ...(status === 204 ? {} : { content: { [media ?? 'application/json']: { schema: Body } } }),
      },
      default: problem,
    },
  })
}
