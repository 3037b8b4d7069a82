/** `GET /api/v1/postmortems/{id}/export/json`: the whole model with the place of every value. */
import { z } from '@hono/zod-openapi'
import { postmortemToJson } from '../../../../document/to-json.ts'
import { endpoint } from '../../endpoint.ts'
import { fileHeaders } from '../../file-headers.ts'
import { seeWhole } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** What `nevertwice render --format json` gives. */
export const exportJson = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/export/json',
  group: 'Export',
  summary: 'The model as JSON',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.looseObject({ version: z.number() }),
  async run({ house, db, actor, params }) {
    const whole = await seeWhole(house, db, actor, params.id)
    return { body: postmortemToJson(whole.postmortem), etag: whole.revision, headers: fileHeaders(`${params.id}.json`) }
  },
})
