/** `GET /api/v1/openapi.json`: the API described for programs. */
import { z } from '@hono/zod-openapi'
import { endpoint } from '../../endpoint.ts'
import { openApi } from '../../open-api.ts'

/** OpenAPI 3.1, made of the declarations of the endpoints themselves. */
export const getOpenapi = endpoint({
  method: 'get',
  path: '/api/v1/openapi.json',
  group: 'Description',
  summary: 'The API as OpenAPI 3.1',
  who: 'public',
  may: null,
  writes: null,
  answer: z.looseObject({ openapi: z.string() }),
  run: ({ endpoints, house }) => ({
    body: { ...openApi(endpoints), servers: [{ url: house.settings.baseUrl }] },
  }),
})
