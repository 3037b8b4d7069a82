/** `GET /api/v1/postmortems/{id}/export/html`: one page of sanitised HTML that loads and runs nothing. */
import { z } from '@hono/zod-openapi'
import { renderPage } from '../../../../document/render-page.ts'
import { endpoint } from '../../endpoint.ts'
import { fileHeaders } from '../../file-headers.ts'
import { seeWhole } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** As a file that is saved and never shown as a page of ours. */
export const exportHtml = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/export/html',
  group: 'Export',
  summary: 'One page of sanitised HTML that loads and runs nothing',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.string(),
  media: 'text/html; charset=utf-8',
  async run({ house, db, actor, params }) {
    const whole = await seeWhole(house, db, actor, params.id)
    return { body: renderPage(whole.postmortem), etag: whole.revision, headers: fileHeaders(`${params.id}.html`) }
  },
})
