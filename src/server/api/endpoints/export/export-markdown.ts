/** `GET /api/v1/postmortems/{id}/export/markdown`: the Markdown file, byte for byte. */
import { z } from '@hono/zod-openapi'
import { fileText } from '../../document-text.ts'
import { endpoint } from '../../endpoint.ts'
import { fileHeaders } from '../../file-headers.ts'
import { seePostmortem, seeWhole } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'

/** As a file that is saved and never shown as a page of ours. */
export const exportMarkdown = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/export/markdown',
  group: 'Export',
  summary: 'The Markdown file, byte for byte',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  answer: z.string(),
  media: 'text/markdown; charset=utf-8',
  async run({ house, db, actor, params }) {
    const row = await seePostmortem(db, actor, params.id)
    const whole = await seeWhole(house, db, actor, params.id)
    return { body: fileText(whole.text, row), etag: row.revision, headers: fileHeaders(`${params.id}.md`) }
  },
})
