/** `GET /api/v1/postmortems/{id}/export/record`: the record file, byte for byte. */
import { z } from '@hono/zod-openapi'
import { endpoint } from '../../endpoint.ts'
import { fileHeaders } from '../../file-headers.ts'
import { seeWhole } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** As a file that is saved and never shown as a page of ours. */
export const exportRecord = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/export/record',
  group: 'Export',
  summary: 'The record file, byte for byte',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.string(),
  media: 'application/jsonl; charset=utf-8',
  async run({ house, db, actor, params }) {
    const whole = await seeWhole(house, db, actor, params.id)
    return { body: whole.recordText, etag: whole.revision, headers: fileHeaders(`${params.id}.record.jsonl`) }
  },
})
