/** `GET /api/docs.css`: the looks of the page that describes the API. */
import { z } from '@hono/zod-openapi'
import { DOCS_CSS } from '../../docs-css.ts'
import { endpoint } from '../../endpoint.ts'

/** A style sheet of its own, because the policy of the pages allows none in place. */
export const getDocsCss = endpoint({
  method: 'get',
  path: '/api/docs.css',
  group: 'Description',
  summary: 'The looks of that page',
  who: 'public',
  may: null,
  writes: null,
  media: 'text/css; charset=utf-8',
  answer: z.string(),
  run: () => ({ body: DOCS_CSS }),
})
