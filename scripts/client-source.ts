/** Writes the TypeScript client: the types of every endpoint, and one function that calls them. */
import type { OpenApiDocument, OpenApiOperation } from '../src/server/api/open-api.ts'
import { schemaToType } from '../src/server/api/schema-to-type.ts'

/** The whole file, from the description of the API. */
export function clientSource({ components, paths }: OpenApiDocument): string {
  const shapes = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${schemaToType(schema)}\n`,
  )
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationType(`${method.toUpperCase()} ${path}`, operation)),
  )
  return `${HEAD}\n${shapes.join('\n')}\n/** What each endpoint takes and answers. */\nexport interface Operations {\n${operations.join('')}}\n${TAIL}`
}

function operationType(name: string, { summary, parameters = [], requestBody, responses }: OpenApiOperation): string {
  const members = [
    ...placed('params', parameters, 'path'),
    ...placed('query', parameters, 'query'),
    ...(requestBody ? [`body: ${schemaToType(requestBody.content['application/json']?.schema)}`] : []),
    `answer: ${answerType(responses)}`,
  ]
  return `  /** ${summary.replaceAll('*/', '* /')} */\n  readonly '${name}': {\n${members.map((member) => `    readonly ${member}\n`).join('')}  }\n`
}

function placed(member: string, parameters: NonNullable<OpenApiOperation['parameters']>, where: 'path' | 'query') {
  const own = parameters.filter((parameter) => parameter.in === where)
  if (own.length === 0) return []
  const optional = own.every(({ required }) => !required)
  const types = own.map(
    ({ name, required, schema }) => `readonly ${name}${required ? '' : '?'}: ${schemaToType(schema)}`,
  )
  return [`${member}${optional ? '?' : ''}: { ${types.join('; ')} }`]
}

function answerType(responses: OpenApiOperation['responses']): string {
  for (const [status, { content }] of Object.entries(responses)) {
    if (status === 'default') continue
    const [media, found] = Object.entries(content ?? {})[0] ?? []
    if (!media) return 'null'
    return media === 'application/json' ? schemaToType(found?.schema) : 'string'
  }
  return 'null'
}

const HEAD = `/** A client of the API of Nevertwice. Written by \`npm run client\` from its OpenAPI document; changes here are lost. */
`

const TAIL = `
/** What a call carries, beside its endpoint. */
export type Request<N extends keyof Operations> = Omit<Operations[N], 'answer'> & {
  /** The revision that is changed, as its ETag was read. */
  readonly ifMatch?: string
  /** The same key with the same body creates once. */
  readonly idempotencyKey?: string
}

/** What comes back. */
export interface Answered<N extends keyof Operations> {
  readonly status: number
  readonly etag: string | null
  readonly body: Operations[N]['answer']
}

/** Where the server is, and by what right it is asked. */
export interface ClientOptions {
  readonly baseUrl: string
  /** An API token; without one a browser sends its session. */
  readonly token?: string
  /** How requests are sent; \`fetch\` of the platform where none is given. */
  readonly send?: (url: string, init: RequestInit) => Promise<Response>
}

/** An answer that is no success, with what was found, expected, and what to do. */
export class NevertwiceProblem extends Error {
  readonly status: number
  readonly code: string
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'NevertwiceProblem'
    this.status = problem.status
    this.code = problem.code
    this.problem = problem
  }
}

/** Calls endpoints by their names: \`call('GET /api/v1/incidents/{id}', { params: { id } })\`. Throws \`NevertwiceProblem\`. */
export function makeClient({ baseUrl, token, send = (url, init) => fetch(url, init) }: ClientOptions) {
  return async function call<N extends keyof Operations>(name: N, request: Request<N>): Promise<Answered<N>> {
    const { params = {}, query = {}, body, ifMatch, idempotencyKey } = request as Partial<
      Record<'body' | 'ifMatch' | 'idempotencyKey', string> & Record<'params' | 'query', Record<string, unknown>>
    >
    const [method = '', template = ''] = name.split(' ')
    const path = template.replaceAll(/\\{(\\w+)\\}/g, (_, key) => encodeURIComponent(String(params[key])))
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value))
    const headers: Record<string, string> = {}
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (token) headers.authorization = \`Bearer \${token}\`
    if (ifMatch) headers['if-match'] = ifMatch
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
    const response = await send(\`\${baseUrl}\${path}\${search.size > 0 ? \`?\${search}\` : ''}\`, {
      method,
      headers,
      credentials: token ? 'omit' : 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const value = text !== '' && type.includes('json') ? JSON.parse(text) : text || null
    if (response.ok) return { status: response.status, etag: response.headers.get('etag'), body: value }
    const unknown = { type: 'about:blank', title: 'Problem', code: 'unknown', detail: \`The server answered \${response.status}.\` }
    throw new NevertwiceProblem(
      type.startsWith('application/problem+json') ? value : { ...unknown, status: response.status },
    )
  }
}
`
