/** `GET /healthz`: the process answers. */
import { z } from '@hono/zod-openapi'
import { endpoint } from '../../endpoint.ts'

/** Asks nothing of anybody else. */
export const getHealth = endpoint({
  method: 'get',
  path: '/healthz',
  group: 'Operation',
  summary: 'Is the process alive?',
  who: 'public',
  may: null,
  writes: null,
  answer: z.object({ status: z.enum(['ok']) }),
  run: () => ({ body: { status: 'ok' as const } }),
})
