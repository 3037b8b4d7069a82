/** `GET /api/docs`: the API described for people. */
import { z } from '@hono/zod-openapi'
import { docsPage } from '../../docs-page.ts'
import { endpoint } from '../../endpoint.ts'
import { openApi } from '../../open-api.ts'

/** One page without a script or anything from elsewhere. */
export const getDocs = endpoint({
  method: 'get',
  path: '/api/docs',
  group: 'Description',
  summary: 'The API as a page to read',
  who: 'public',
  may: null,
  writes: null,
  media: 'text/html; charset=utf-8',
  answer: z.string(),
  run: ({ endpoints }) => ({ body: docsPage(openApi(endpoints)) }),
})
