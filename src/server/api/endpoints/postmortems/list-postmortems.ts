/** `GET /api/v1/postmortems`: postmortems, the newest first. */
import { z } from '@hono/zod-openapi'
import { houseIndex } from '../../../search/house-index.ts'
import { listPostmortems as listRows } from '../../../store/postmortem-list.ts'
import { endpoint } from '../../endpoint.ts'
import { PageQuery, pageOf, readCursor, toPage } from '../../page.ts'
import { viewerOf } from '../../postmortem-access.ts'
import {
  ListedPostmortem,
  listedPostmortem,
  QuarterShape,
  SeverityShape,
  StageShape,
  Words,
} from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

const Place = z.tuple([z.number(), z.string().max(100)])

/** Filtered before anything is counted or paged, so that nobody learns of what they may not see. */
export const listPostmortems = endpoint({
  method: 'get',
  path: '/api/v1/postmortems',
  group: 'Postmortems',
  summary: 'Postmortems, the newest first',
  who: 'token',
  may: 'read',
  writes: null,
  query: z.strictObject({
    ...PageQuery,
    stage: StageShape.optional(),
    severity: SeverityShape.optional(),
    service: Line(200).optional(),
    quarter: QuarterShape.optional(),
    q: Words(1000).trim().min(1).optional().openapi({ description: 'Words that all have to be in it' }),
  }),
  answer: pageOf(ListedPostmortem),
  async run({ house, db, actor, query }) {
    const { limit, after, q, ...named } = query
    const filter = q === undefined ? named : { ...named, among: (await houseIndex(house)).holding(q) }
    const rows = await listRows(db, viewerOf(actor), filter, readCursor(Place, after), limit + 1)
    return { body: toPage(rows, limit, ({ created_at, id }) => [created_at, id], listedPostmortem) }
  },
})
