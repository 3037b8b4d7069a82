/** The description of every endpoint, as OpenAPI 3.1. */
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import { SESSION_COOKIE } from '../auth/cookies.ts'
import { VERSION } from '../version.ts'
import type { Endpoint } from './endpoint.ts'
import { endpointName } from './endpoint-name.ts'
import { Problem } from './problem.ts'
import { PUBLIC_ENDPOINTS } from './public-endpoints.ts'

/** A document as far as it is read here; the rest is JSON Schema. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

/** One operation of it. */
export interface OpenApiOperation {
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'header' | 'path' | 'query'
    readonly required?: boolean
    readonly description?: string
    readonly schema: unknown
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>
  >
}

const made = new WeakMap<readonly Endpoint[], OpenApiDocument>()

/** The document of a list of endpoints; `servers` is left to who serves it. */
export function openApi(endpoints: readonly Endpoint[]): OpenApiDocument {
  const known = made.get(endpoints)
  if (known) return known
  const registry = new OpenAPIHono()
  registry.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
  })
  registry.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  for (const endpoint of endpoints) registry.openAPIRegistry.registerPath(describe(endpoint))
  const document = registry.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Nevertwice', version: VERSION, license: { name: 'Apache-2.0' } },
  }) as unknown as OpenApiDocument
  made.set(endpoints, document)
  return document
}

function describe(endpoint: Endpoint): ReturnType<typeof createRoute> {
  const { method, path, group, summary, who, params, query, body, answer, media } = endpoint
  const status = endpoint.status ?? 200
  const problem = { description: 'What is wrong', content: { 'application/problem+json': { schema: Problem } } }
  const empty = status === 204 || status === 303
  return createRoute({
    method,
    path,
    tags: [group],
    summary,
    description: wordsOf(endpoint),
    security:
      who === 'public' || who === 'signed' ? [] : [{ session: [] }, ...(who === 'token' ? [{ token: [] }] : [])],
    request: {
      ...(params ? { params: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    },
    responses: {
      [status]: {
        description: summary,
        ...(empty ? {} : { content: { [media ?? 'application/json']: { schema: answer } } }),
      },
      default: problem,
    },
  })
}

function wordsOf(endpoint: Endpoint): string {
  const { details, who, may, writes, creates, match } = endpoint
  const rights = {
    public: `anybody. ${PUBLIC_ENDPOINTS[endpointName(endpoint)] ?? ''}`.trim(),
    signed: 'a system that signs what it sends.',
    session: `a browser that is signed in, with the permission "${may}".`,
    token: `a browser that is signed in, or an API token, with the permission "${may}".`,
  }[who]
  return [
    details,
    `Who may: ${rights}`,
    writes && `Audit: ${writes.join(', ')}.`,
    creates && 'Takes an `Idempotency-Key`.',
    match && `\`If-Match\` is ${match}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
