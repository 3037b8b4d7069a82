/** Holds what a request brings against the schemas of its endpoint. */
import { z } from '@hono/zod-openapi'
import type { Endpoint } from './endpoint.ts'
import { ApiFailure, type FieldProblem } from './failure.ts'

/** The values as the schemas make them; throws one `bad-request` that lists every field that is wrong. */
export function validated(
  endpoint: Endpoint,
  { params, query, body }: { params: Record<string, string>; query: Record<string, string[]>; body: unknown },
): { params: unknown; query: unknown; body: unknown } {
  const fields: FieldProblem[] = []
  for (const [name, value] of Object.entries({ path: params, query, body }))
    if (holdsNul(value)) fields.push({ field: name, message: 'holds a NUL character, which no text of ours has' })
  const read = (name: string, schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined
    const found = schema.safeParse(value)
    if (found.success) return found.data
    for (const issue of found.error.issues.slice(0, 20))
      fields.push({ field: [name, ...issue.path].join('.').slice(0, 200), message: issue.message })
    return undefined
  }
  const values = {
    params: read('path', endpoint.params, params),
    query: read('query', endpoint.query ?? z.object({}).strict(), flat(query, fields)),
    body: read('body', endpoint.body, body),
  }
  if (fields.length === 0) return values
  const named = fields.map(({ field, message }) => `${field}: ${message}`).join('; ')
  throw new ApiFailure('bad-request', 'invalid', `The request does not fit: ${named}.`.slice(0, 2000), { fields })
}

/** A name that is given twice has no one value. */
function flat(query: Record<string, string[]>, fields: FieldProblem[]): Record<string, string> {
  const one: Record<string, string> = {}
  for (const [name, values] of Object.entries(query)) {
    if (values.length > 1) fields.push({ field: `query.${name}`.slice(0, 200), message: 'given more than once' })
    one[name] = values[0] ?? ''
  }
  return one
}

/** PostgreSQL keeps no NUL, so one that came further than here would fail there and pass on SQLite. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000')
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => name.includes('\u0000') || holdsNul(inner))
}
