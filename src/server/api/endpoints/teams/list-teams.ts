/** `GET /api/v1/teams`: teams, by name. */
import { z } from '@hono/zod-openapi'
import { listTeams as teamsByName } from '../../../store/teams.ts'
import { endpoint } from '../../endpoint.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { TeamShape, teamOf } from '../../team-shape.ts'

/** With their members and their lead. */
export const listTeams = endpoint({
  method: 'get',
  path: '/api/v1/teams',
  group: 'Teams',
  summary: 'List teams',
  who: 'token',
  may: 'read',
  writes: null,
  query: z.strictObject(PageQuery),
  answer: pageOf(TeamShape),
  async run({ db, query }) {
    const after = readCursor(z.tuple([z.string(), z.string()]), query.after)
    const rows = await teamsByName(db, { after, limit: query.limit + 1 })
    return { body: toPage(rows, query.limit, ({ name, id }) => [name, id], teamOf) }
  },
})
