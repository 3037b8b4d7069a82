/** Answers that say what is wrong, as RFC 9457 (problem details) has them. */
import { z } from '@hono/zod-openapi'
import { ApiFailure, STATUS } from './failure.ts'

/** The shape of every answer that is no success. */
export const Problem = z
  .object({
    type: z.string().describe('`about:blank`: the status says what kind it is'),
    title: z.string(),
    status: z.number().int(),
    code: z.string().describe('A stable name in kebab-case'),
    detail: z.string().describe('What was found, what was expected, and what to do'),
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .loose()
  .openapi('Problem')

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Wrong type',
  422: 'Refused',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Our fault',
  503: 'Not available',
}

/** A failure as an answer. */
export function problemResponse(failure: unknown, requestId: string): Response {
  const known = failure instanceof ApiFailure ? failure : null
  const status = known ? STATUS[known.kind] : 500
  const body = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Problem',
    status,
    code: known?.code ?? 'internal',
    detail:
      known?.message ?? 'Something broke on the server; nothing was changed. The log holds more under this request id.',
    ...(known && known.fields.length > 0 ? { fields: known.fields } : {}),
    ...known?.more,
    requestId,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...known?.headers },
  })
}
