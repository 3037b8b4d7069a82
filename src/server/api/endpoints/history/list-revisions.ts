/** `GET /api/v1/postmortems/{id}/revisions`: who changed the text when, and why. */
import { z } from '@hono/zod-openapi'
import { listRevisions as listRows } from '../../../store/revisions.ts'
import { endpoint } from '../../endpoint.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { seePostmortem } from '../../postmortem-access.ts'
import { PostmortemPath } from '../../postmortem-shapes.ts'
import { RevisionShape } from '../../revision-shape.ts'

/** The newest first. */
export const listRevisions = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/revisions',
  group: 'History',
  summary: 'Revisions, the newest first',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  query: z.strictObject(PageQuery),
  answer: pageOf(RevisionShape),
  async run({ db, actor, params, query: { limit, after } }) {
    await seePostmortem(db, actor, params.id)
    const rows = await listRows(db, params.id, readCursor(z.number().int().min(1), after), limit + 1)
    return {
      body: toPage(
        rows,
        limit,
        ({ number }) => number,
        (row) => row,
      ),
    }
  },
})
